// A transferable-utility game as the list of what every coalition is worth, in bit order, v(∅) = 0.
#pragma once

#include "casus/base/error.hpp"
#include "casus/game/coalition.hpp"

#include <cstddef>
#include <cstdint>
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

private:
    std::size_t players_;
    std::vector<double> values_;
};

/// Bytes that 2^players numbers take; saturates.
[[nodiscard]] std::uint64_t dense_bytes(std::size_t players);

/// An Error that says how much memory the list of 2^players values would need, when this machine has less.
void require_memory_for(std::size_t players, Place const& place);

} // namespace casus::game
