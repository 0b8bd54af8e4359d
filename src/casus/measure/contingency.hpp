// How two actors treat the same items: a table that counts, or weighs, the items by what the one and what the other
// makes of them. Items are partners and categories are ties in alliance portfolios (none, non-aggression only,
// neutrality or consultation, defence or offence); items are roll calls and categories are votes (no, abstention, yes)
// in an assembly. Every similarity of foreign policies in similarity.hpp is a function of this table alone.
#pragma once

#include <array>
#include <cstddef>

namespace casus::measure {

inline constexpr std::size_t most_categories = 4;

/// cells[4·a + b]: number or weight of the items that the first actor puts into category a and the second into b.
/// Categories are in the order of their rank; those that a table does not use hold 0.
struct Contingency {
    std::array<double, most_categories * most_categories> cells{};

    [[nodiscard]] double at(std::size_t first, std::size_t second) const {
        return cells[most_categories * first + second];
    }
    [[nodiscard]] double& at(std::size_t first, std::size_t second) { return cells[most_categories * first + second]; }
    /// Items (or their weight) that both have treated.
    [[nodiscard]] double total() const;
    /// Sums over the other actor: what the first (the second) makes of the items that both have treated.
    [[nodiscard]] std::array<double, most_categories> first_margin() const;
    [[nodiscard]] std::array<double, most_categories> second_margin() const;
};

} // namespace casus::measure
