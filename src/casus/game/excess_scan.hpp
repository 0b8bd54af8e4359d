// One look at all coalitions: where is the excess v(S) − x(S) largest? The array is read once, block by block; x(S) is a
// sum for the low players from a table plus one offset per block. Everything in the core family and the search for
// structures rests on it.
#pragma once

#include "casus/game/dense_game.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace casus::game {

struct Excess {
    Coalition coalition = 0;
    double excess = 0.0;
};

class ExcessScan {
public:
    /// The game must outlive the scan. Results do not depend on the number of threads.
    ExcessScan(DenseGame const& game, std::size_t threads);

    /// Coalitions with excess above `above`, the largest first, at most `most` and at most one per block, the very largest
    /// always among them. With labels (see CoalitionSpace) those whose labels sum to 0 are passed over.
    [[nodiscard]] std::vector<Excess> largest(std::span<double const> x, std::span<std::int64_t const> labels,
                                              double above, std::size_t most);

    /// Every coalition but ∅ with excess at least `least`, in bit order; nothing when there are more than `most`.
    [[nodiscard]] std::optional<std::vector<Excess>> all_above(std::span<double const> x, double least,
                                                               std::size_t most);

    /// max |v(S) − x(S)| over the finite worths.
    [[nodiscard]] double spread(std::span<double const> x);

    /// Scans made so far.
    [[nodiscard]] std::size_t scans() const { return scans_; }

private:
    struct Tables;
    [[nodiscard]] Tables tables(std::span<double const> x, std::span<std::int64_t const> labels) const;

    std::span<double const> values_;
    std::vector<double> padded_; ///< the values of games with fewer than three players, filled up with −∞
    std::size_t players_;
    std::size_t threads_;
    std::size_t low_bits_;
    std::size_t blocks_;
    std::size_t grain_;
    std::size_t scans_ = 0;
};

} // namespace casus::game
