// The linear span of coalitions as membership vectors: which coalitions' payments are settled once some are.
#pragma once

#include "casus/game/coalition.hpp"

#include <cstdint>
#include <vector>

namespace casus::game {

/// Arithmetic modulo the prime 2^61 − 1, so that nothing is rounded; a rank can only come out wrong when that prime
/// divides a minor, which for 0–1 matrices of this size it practically never does (certificates use exact rationals).
class CoalitionSpace {
public:
    explicit CoalitionSpace(std::size_t players) : players_(players) {}

    /// Takes a coalition in; false when it was in the span already.
    bool add(Coalition coalition);

    [[nodiscard]] bool holds(Coalition coalition) const;
    [[nodiscard]] std::size_t rank() const { return rows_.size(); }

    /// One number per player whose sum over S is 0 modulo the prime for all S in the span, and for others only with
    /// probability 2^−61 each.
    [[nodiscard]] std::vector<std::int64_t> labels() const;

    static constexpr std::int64_t prime = (std::int64_t{1} << 61) - 1;

private:
    struct Row {
        std::size_t pivot;
        std::vector<std::int64_t> entries;
    };
    [[nodiscard]] std::vector<std::int64_t> reduced(Coalition coalition) const;

    std::size_t players_;
    std::vector<Row> rows_; ///< reduced echelon form: pivot entries 1, 0 in the other rows' pivot columns
};

} // namespace casus::game
