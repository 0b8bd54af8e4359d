// Counts what the numbers of a world rest on. Positions without a meaning (an actor with itself, an offer by the
// leader) and figures that nothing needed (a trade that no match follows) are left out.
#pragma once

#include "casus/world/world.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace casus::case_file {

struct QuantityTally {
    std::array<std::size_t, 5> by_kind{}; ///< indexed by Basis::Kind
    std::vector<std::size_t> unreasoned;  ///< positions of judgements without a reason

    [[nodiscard]] std::size_t of(Basis::Kind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::size_t total() const;
};

struct Tally {
    std::array<QuantityTally, quantity_count> quantities;
    std::map<std::string, std::size_t> by_source; ///< numbers by key of the source
    std::size_t with_spread = 0;

    [[nodiscard]] std::size_t of(Basis::Kind kind) const;
    [[nodiscard]] std::size_t total() const;
};

[[nodiscard]] Tally tally(World const& world);

} // namespace casus::case_file
