// Depth-first search for the partitions of least summed slack among given coalitions.
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/excess_scan.hpp"

#include <cstdint>
#include <vector>

namespace casus::game {

/// A coalition and by how much its members' prices exceed its worth.
struct Candidate {
    Coalition coalition = 0;
    double slack = 0.0;
};

struct FoundPartition {
    Partition blocks;
    double slack = 0.0; ///< summed
};

struct PartitionSearch {
    std::vector<FoundPartition> best; ///< by rising slack, at most as many as asked for
    bool complete = true;             ///< false when the steps ran out
    std::uint64_t steps = 0;          ///< candidates looked at
};

/// The `count` partitions of `players` players with the least slack, none above `most_slack`. Once there are as many, one
/// is only looked for that has less slack than the last of them, by `least_gain` at least.
[[nodiscard]] PartitionSearch search_partitions(std::size_t players, std::vector<Candidate> const& candidates,
                                                std::size_t count, double most_slack, double least_gain,
                                                std::uint64_t most_steps);

} // namespace casus::game
