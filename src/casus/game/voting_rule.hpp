// A weighted voting rule: a coalition wins when its weight reaches the quota. Whole numbers, so that counts are exact;
// percentages with decimals are to be scaled.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace casus::game {

struct VotingRule {
    std::uint64_t quota = 0; ///< from 1 to the sum of the weights
    std::vector<std::uint64_t> weights;

    [[nodiscard]] std::uint64_t total() const {
        return std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
    }
};

} // namespace casus::game
