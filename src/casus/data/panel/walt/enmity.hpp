// Who has acted against whom, as known when a year begins: the feature "hostility:mid-rivalry" by target.
#pragma once

#include "casus/data/panel/walt/states.hpp"

namespace casus::data::walt {

/// A state that is hostile to another: more than the floor that all have.
struct Enemy {
    std::uint32_t state = 0;
    double hostility = 0.0; ///< g in (floor, 1]
};

class Enmities {
public:
    /// From "mid-participant" and "rivalry-tss". Errors: one of them is not in the store.
    explicit Enmities(Ground const& ground);

    /// By events before the year.
    [[nodiscard]] std::span<Enemy const> of(std::uint32_t target, int year) const;

    /// Years before which disputes are known.
    [[nodiscard]] Coverage const& coverage() const { return coverage_; }
    [[nodiscard]] Origin const& origin() const { return origin_; }            ///< disputes
    [[nodiscard]] std::vector<Origin> const& origins() const { return all_; } ///< disputes and rivalries

    /// Hostility of those who have done nothing.
    [[nodiscard]] static double floor();

private:
    std::size_t states_;
    Coverage coverage_;
    Origin origin_;
    std::vector<Origin> all_;
    std::vector<std::vector<Enemy>> enemies_; ///< [year − coverage_.first_year][target]
};

} // namespace casus::data::walt
