#include "casus/game/weighted_sums.hpp"

#include "casus/base/parallel.hpp"
#include "casus/game/lanes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <utility>

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
    alignas(64) std::array<double, block_size> by_low{};
    double all = 0.0;
};

constexpr std::size_t prefetched = block_size;               ///< how far ahead memory is asked for
constexpr std::size_t classes = std::bit_width(block_lanes); ///< sizes of subsets of the players that number the eights

/// The at-th eight of a block: added to the sum of its size class, and weighted to the sums by low players.
template <std::size_t at>
[[gnu::always_inline]] inline void add_eight(double const* block, Lanes const (&weights)[classes],
                                             Lanes (&by_class)[classes], double* by_low) {
    constexpr std::size_t members = std::popcount(at);
    Lanes v;
    Lanes low;
    __builtin_prefetch(block + at * lane_count + prefetched);
    load(v, block + at * lane_count);
    load(low, by_low + at * lane_count);
    by_class[members] += v;
    low += weights[members] * v;
    std::memcpy(by_low + at * lane_count, &low, sizeof(low));
}

template <std::size_t... at>
[[gnu::always_inline]] inline void add_eights(double const* block, Lanes const (&weights)[classes],
                                              Lanes (&by_class)[classes], double* by_low, std::index_sequence<at...>) {
    (add_eight<at>(block, weights, by_class, by_low), ...);
}

/// Adds one block, whose members outside it number `above`; returns Σ a v over the block. Weights depend on size alone, so
/// they are held in registers and the block's totals are taken from sums by size class.
double add_block(double const* block, std::size_t above, LaneWeights const& a, LaneWeights const& b, ChunkSums& sums) {
    Lanes weights[classes];
    Lanes by_class[classes] = {};
    for (std::size_t q = 0; q < classes; ++q) load(weights[q], a[above + q].data());
    add_eights(block, weights, by_class, sums.by_low.data(), std::make_index_sequence<block_lanes>{});
    Lanes inside = {};
    Lanes all = {};
    for (std::size_t q = 0; q < classes; ++q) {
        Lanes other;
        load(other, b[above + q].data());
        inside += weights[q] * by_class[q];
        all += other * by_class[q];
    }
    sums.all += total_of(all);
    return total_of(inside);
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
