// How near two states are to each other for a threat: 1 where they share a border by land or a river, or lie across no
// more than 24 miles of water; e^{−d/6000} elsewhere, d the kilometres between capitals (the reach by sea of
// measure/threat.hpp) [choice].
#pragma once

#include "casus/data/panel/walt/states.hpp"

namespace casus::data::walt {

class Proximity {
public:
    /// From "contiguity" and "capitals". Errors: one of them is not in the store.
    explicit Proximity(Ground const& ground);

    /// In (0, 1]; 0 where the two do not touch and no distance is known.
    [[nodiscard]] double between(std::uint32_t one, std::uint32_t other, int year) const;

    [[nodiscard]] std::vector<Origin> const& origins() const { return origins_; }
    /// Years that both cover.
    [[nodiscard]] Coverage const& coverage() const { return coverage_; }

private:
    /// Spells of pairs, found by pair.
    struct ByPair {
        std::vector<std::size_t> begins; ///< [first · states + second], first < second; one more than pairs
        std::vector<PairSpell> spells;
    };

    std::size_t states_;
    ByPair near_;     ///< contiguous
    ByPair capitals_; ///< value: e^{−d/6000}
    std::vector<Origin> origins_;
    Coverage coverage_;

    [[nodiscard]] ByPair by_pair(std::vector<PairSpell> spells) const;
};

} // namespace casus::data::walt
