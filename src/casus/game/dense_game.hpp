// A transferable-utility game as the list of what every coalition is worth, in bit order, v(∅) = 0.
#pragma once

#include "casus/base/error.hpp"
#include "casus/game/coalition.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace casus::game {

class DenseGame {
public:
    /// `values` holds 2^players finite numbers, values[0] = 0 (−∞ stands for a coalition that must not form).
    DenseGame(std::size_t players, std::vector<double> values);

    /// worth(coalition) for every coalition but the empty one.
    template <class Worth> [[nodiscard]] static DenseGame tabulate(std::size_t players, Worth&& worth) {
        std::vector<double> values(std::size_t{1} << players);
        for (Coalition s = 1; s < values.size(); ++s) values[s] = worth(s);
        return {players, std::move(values)};
    }

    [[nodiscard]] std::size_t players() const { return players_; }
    [[nodiscard]] std::span<double const> values() const { return values_; }
    [[nodiscard]] double operator[](Coalition coalition) const { return values_[coalition]; }
    [[nodiscard]] double total() const { return values_.back(); }

    /// Largest |v(S)|, 1 for the game that is zero throughout: what tolerances are measured against.
    [[nodiscard]] double scale() const;

    /// Whether every worth is a whole number of at most 2^53 (or −∞).
    [[nodiscard]] bool whole() const;

private:
    std::size_t players_;
    std::vector<double> values_;
};

/// Memory of this machine.
[[nodiscard]] double machine_bytes();

/// Reading and solving hold the values and, for a while, as much again (a file's text, weights, what rules forbid).
inline constexpr double copies_at_peak = 2.0;

/// An Error that says how much memory 2^players values need at the peak, when this machine has less.
void require_memory_for(std::size_t players, Place const& place);

} // namespace casus::game
