// What many actors make of the same items, one bit for each actor, item and category, so that the contingency table of
// two actors is a count of bits that both have set: alliance portfolios of a year, or votes on the roll calls of a year.
#pragma once

#include "casus/measure/contingency.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::measure {

/// Weights of the items: capability of the partners. Kept as sums over every subset of eight neighbours.
class ItemWeights {
public:
    /// Items whose weight is not known (NaN) or is 0 count nothing. Weights must not be negative.
    explicit ItemWeights(std::span<double const> weights);

private:
    friend class Portfolios;
    std::vector<std::array<double, 256>> of_eight_; ///< [item / 8][bits of eight items]
};

class Portfolios {
public:
    /// Nobody has treated any item yet.
    Portfolios(std::size_t actors, std::size_t items);

    [[nodiscard]] std::size_t actors() const { return actors_; }
    [[nodiscard]] std::size_t items() const { return items_; }

    /// Puts an item into a category (below most_categories), out of the one in which it was.
    void set(std::size_t actor, std::size_t item, std::size_t category);
    /// Takes it out of all: the actor did not vote, or is not asked of itself.
    void clear(std::size_t actor, std::size_t item);
    /// The category; most_categories where the actor has not treated the item.
    [[nodiscard]] std::size_t category(std::size_t actor, std::size_t item) const;
    /// True where any actor has put any item into the category.
    [[nodiscard]] bool occurs(std::size_t category) const;

    /// How many items, or how much of their weight, both have treated, by category. The weights must be of as many
    /// items as there are.
    [[nodiscard]] Contingency table(std::size_t first, std::size_t second) const;
    [[nodiscard]] Contingency table(std::size_t first, std::size_t second, ItemWeights const& weights) const;

private:
    /// Sixty-four items, one word for each category: side by side, so that four are compared at once.
    using Words = std::array<std::uint64_t, most_categories>;

    std::size_t actors_;
    std::size_t items_;
    std::size_t words_;       ///< for each actor
    std::vector<Words> bits_; ///< [actor · words_ + item / 64]
};

} // namespace casus::measure
