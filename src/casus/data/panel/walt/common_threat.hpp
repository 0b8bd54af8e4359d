// How threatened the members of an alliance are by outsiders that they have in common, as known when a year begins:
//
//   T_{j→i} = g_{j→i} · p_j · prox_ij      hostility × capability (CINC) × proximity of outsider j for member i
//   T_j     = mean over pairs of members i, k of √(T_{j→i} T_{j→k})     (docs/alliance-years.md)
//   T       = 1 − Π_j (1 − T_j)     over the outsiders j that are hostile to at least one member
//
// For two members T_j is a term of the spectrum's security community.
#pragma once

#include "casus/data/panel/walt/enmity.hpp"
#include "casus/data/panel/walt/proximity.hpp"

namespace casus::data::walt {

/// The threat to an alliance.
struct CommonThreat {
    double level = missing<double>;        ///< T in [0, 1]; NaN: not known
    std::optional<std::uint32_t> greatest; ///< the outsider with the greatest T_j above 0
};

class CommonThreats {
public:
    explicit CommonThreats(Ground const& ground) : capabilities_(ground), enmities_(ground), proximity_(ground) {}

    /// Hostility by what was done before the year, all else of the year before. Members are positions in the system of
    /// states; to fewer than two the threat is not known.
    [[nodiscard]] CommonThreat to(std::span<std::uint32_t const> members, int year) const;

    /// Years of which the threat may be known.
    [[nodiscard]] Coverage coverage() const;
    [[nodiscard]] Origin const& origin() const { return enmities_.origin(); }
    [[nodiscard]] std::vector<Origin> origins() const;

private:
    Capabilities capabilities_;
    Enmities enmities_;
    Proximity proximity_;
};

} // namespace casus::data::walt
