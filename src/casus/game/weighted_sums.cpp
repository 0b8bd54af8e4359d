#include "casus/game/weighted_sums.hpp"

#include "casus/base/parallel.hpp"
#include "casus/game/lanes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace casus::game {

namespace {

constexpr std::size_t block_bits = 9;
constexpr std::size_t block_size = std::size_t{1} << block_bits;
constexpr std::size_t block_lanes = block_size / lane_count;

/// Weights of eight neighbours: lane l of row q is the weight of size q + |l|.
using LaneWeights = std::vector<std::array<double, lane_count>>;

LaneWeights lane_weights(std::span<double const> by_size) {
    LaneWeights rows(by_size.size());
    for (std::size_t q = 0; q < rows.size(); ++q)
        for (std::size_t l = 0; l < lane_count; ++l) {
            std::size_t const size = q + static_cast<std::size_t>(std::popcount(l));
            rows[q][l] = size < by_size.size() ? by_size[size] : 0.0;
        }
    return rows;
}

double total_of(Lanes const& lanes) {
    return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

/// What a run of blocks adds up to: the weighted values by low bits, and the weighted total.
struct ChunkSums {
    std::array<double, block_size> by_low{};
    double all = 0.0;
};

/// Adds one block, whose members outside it number `above`; returns Σ a v over the block.
double add_block(double const* block, std::size_t above, LaneWeights const& a, LaneWeights const& b, ChunkSums& sums) {
    Lanes inside[2] = {};
    Lanes all[2] = {};
    for (std::size_t at = 0; at < block_lanes; ++at) {
        std::size_t const row = above + static_cast<std::size_t>(std::popcount(at));
        Lanes v;
        Lanes weight;
        Lanes low;
        load(v, block + at * lane_count);
        load(weight, b[row].data());
        all[at % 2] += weight * v;
        load(weight, a[row].data());
        weight *= v;
        inside[at % 2] += weight;
        double* const kept = sums.by_low.data() + at * lane_count;
        load(low, kept);
        low += weight;
        std::memcpy(kept, &low, sizeof(low));
    }
    sums.all += total_of(all[0] + all[1]);
    return total_of(inside[0] + inside[1]);
}

/// Σ over the indices with bit i, for every i, by halving; destroys `sums`.
void fold(std::span<double> sums, double* by_bit) {
    for (std::size_t bit = static_cast<std::size_t>(std::countr_zero(sums.size())); bit-- > 0;) {
        std::size_t const half = std::size_t{1} << bit;
        double upper = 0.0;
        for (std::size_t s = 0; s < half; ++s) {
            upper += sums[half + s];
            sums[s] += sums[half + s];
        }
        by_bit[bit] = upper;
    }
}

WeightedSums small_sums(std::span<double const> values, std::span<double const> a, std::span<double const> b) {
    WeightedSums sums;
    sums.containing.resize(a.size() - 1);
    std::vector<double> weighted(values.size());
    for (std::size_t s = 0; s < values.size(); ++s) {
        auto const size = static_cast<std::size_t>(std::popcount(s));
        weighted[s] = a[size] * values[s];
        sums.all += b[size] * values[s];
    }
    fold(weighted, sums.containing.data());
    return sums;
}

} // namespace

WeightedSums weighted_sums(std::span<double const> values, std::span<double const> a, std::span<double const> b,
                           std::size_t threads) {
    std::size_t const n = a.size() - 1;
    assert(values.size() == std::size_t{1} << n && b.size() == a.size());
    if (n <= block_bits) return small_sums(values, a, b);
    LaneWeights const a_lanes = lane_weights(a);
    LaneWeights const b_lanes = lane_weights(b);
    std::size_t const blocks = values.size() / block_size;
    std::size_t const grain = std::max<std::size_t>(64, blocks / 64);
    std::vector<double> by_block(blocks);
    std::vector<ChunkSums> chunks((blocks + grain - 1) / grain);
    parallel_for(blocks, grain, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        ChunkSums& sums = chunks[first / grain];
        for (std::size_t h = first; h < last; ++h)
            by_block[h] = add_block(values.data() + h * block_size, static_cast<std::size_t>(std::popcount(h)), a_lanes,
                                    b_lanes, sums);
    });
    ChunkSums total;
    for (ChunkSums const& chunk : chunks) {
        for (std::size_t l = 0; l < block_size; ++l) total.by_low[l] += chunk.by_low[l];
        total.all += chunk.all;
    }
    WeightedSums sums{.containing = std::vector<double>(n), .all = total.all};
    fold(total.by_low, sums.containing.data());
    fold(by_block, sums.containing.data() + block_bits);
    return sums;
}

} // namespace casus::game
