#include "casus/game/excess_scan.hpp"

#include "casus/base/parallel.hpp"
#include "casus/game/coalition_space.hpp"
#include "casus/game/lanes.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

namespace casus::game {

namespace {

constexpr std::size_t largest_low_bits = 9;
constexpr std::size_t middle_bits = 9;
constexpr std::size_t kept_per_chunk = 8;
constexpr double minus_infinity = -std::numeric_limits<double>::infinity();

/// Sums over the subsets of players [first, first + bits).
std::vector<double> subset_sums(std::span<double const> x, std::size_t first, std::size_t bits) {
    std::vector<double> sums(std::size_t{1} << bits, 0.0);
    for (std::size_t s = 1; s < sums.size(); ++s) sums[s] = sums[s & (s - 1)] + x[first + lowest_player(s)];
    return sums;
}

std::vector<std::int64_t> subset_labels(std::span<std::int64_t const> labels, std::size_t first, std::size_t bits) {
    std::vector<std::int64_t> sums(std::size_t{1} << bits, 0);
    for (std::size_t s = 1; s < sums.size(); ++s)
        sums[s] = (sums[s & (s - 1)] + labels[first + lowest_player(s)]) % CoalitionSpace::prime;
    return sums;
}

double largest_of(Lanes const& lanes) {
    double best = lanes[0];
    for (std::size_t l = 1; l < lane_count; ++l) best = std::max(best, lanes[l]);
    return best;
}

/// max v − x over a block of at least eight, without the block's offset. Two maxima run side by side (a block of eight
/// is looked at twice), and the next block is asked for from memory ahead of time.
double block_maximum(double const* v, std::vector<double> const& x) {
    Lanes const never = Lanes{} + minus_infinity;
    Lanes even = never;
    Lanes odd = never;
    std::size_t const step = x.size() > lane_count ? lane_count : 0;
    for (std::size_t at = 0; at < x.size(); at += 2 * lane_count) {
        Lanes value;
        Lanes paid;
        __builtin_prefetch(v + at + x.size());
        __builtin_prefetch(v + at + x.size() + lane_count);
        load(value, v + at);
        load(paid, x.data() + at);
        value -= paid;
        even = value > even ? value : even;
        load(value, v + at + step);
        load(paid, x.data() + at + step);
        value -= paid;
        odd = value > odd ? value : odd;
    }
    return largest_of(even > odd ? even : odd);
}

/// The same over the coalitions whose label differs from `hidden`.
double block_maximum(double const* v, std::vector<double> const& x, std::vector<std::int64_t> const& labels,
                     std::int64_t hidden) {
    Lanes const never = Lanes{} + minus_infinity;
    WholeLanes const target = WholeLanes{} + hidden;
    Lanes even = never;
    Lanes odd = never;
    std::size_t const step = x.size() > lane_count ? lane_count : 0;
    for (std::size_t at = 0; at < x.size(); at += 2 * lane_count) {
        Lanes value;
        Lanes paid;
        WholeLanes label;
        __builtin_prefetch(v + at + x.size());
        __builtin_prefetch(v + at + x.size() + lane_count);
        load(value, v + at);
        load(paid, x.data() + at);
        load(label, labels.data() + at);
        value -= paid;
        value = label == target ? never : value;
        even = value > even ? value : even;
        load(value, v + at + step);
        load(paid, x.data() + at + step);
        load(label, labels.data() + at + step);
        value -= paid;
        value = label == target ? never : value;
        odd = value > odd ? value : odd;
    }
    return largest_of(even > odd ? even : odd);
}

/// max |v − x − offset| over the finite worths of a block.
double block_spread(double const* v, std::vector<double> const& x, double offset) {
    Lanes const infinite = Lanes{} - minus_infinity;
    Lanes most = {};
    for (std::size_t at = 0; at < x.size(); at += lane_count) {
        Lanes gap;
        Lanes paid;
        load(gap, v + at);
        load(paid, x.data() + at);
        gap -= paid + offset;
        gap = gap < 0.0 ? -gap : gap;
        gap = gap < infinite ? gap : Lanes{};
        most = gap > most ? gap : most;
    }
    return largest_of(most);
}

bool larger(Excess const& a, Excess const& b) {
    return a.excess != b.excess ? a.excess > b.excess : a.coalition < b.coalition;
}

/// The best few of a chunk, in a list that is short enough to be kept sorted.
void keep(std::vector<Excess>& best, Excess const& found) {
    if (best.size() == kept_per_chunk && !larger(found, best.back())) return;
    if (best.size() == kept_per_chunk) best.pop_back();
    best.insert(std::ranges::upper_bound(best, found, larger), found);
}

} // namespace

struct ExcessScan::Tables {
    std::vector<double> low;
    std::vector<double> middle;
    std::vector<double> top;
    std::vector<std::int64_t> low_labels;
    std::vector<std::int64_t> middle_labels;
    std::vector<std::int64_t> top_labels;

    [[nodiscard]] double offset(std::size_t block) const {
        return middle[block & (middle.size() - 1)] + top[block / middle.size()];
    }
    /// The label of the low players that would make the whole label 0.
    [[nodiscard]] std::int64_t hidden(std::size_t block) const {
        std::int64_t const high =
            (middle_labels[block & (middle.size() - 1)] + top_labels[block / middle.size()]) % CoalitionSpace::prime;
        return high == 0 ? 0 : CoalitionSpace::prime - high;
    }
};

ExcessScan::ExcessScan(DenseGame const& game, std::size_t threads)
    : values_(game.values()), players_(game.players()), threads_(threads) {
    if (players_ < 3) {
        padded_.assign(game.values().begin(), game.values().end());
        padded_.resize(lane_count, minus_infinity);
        values_ = padded_;
    }
    std::size_t const bits = static_cast<std::size_t>(std::countr_zero(values_.size()));
    low_bits_ = bits <= 10 ? 3 : std::min(bits - 7, largest_low_bits); // about a hundred blocks at least
    blocks_ = values_.size() >> low_bits_;
    grain_ = std::max<std::size_t>(16, blocks_ / 64);
}

ExcessScan::Tables ExcessScan::tables(std::span<double const> x, std::span<std::int64_t const> labels) const {
    std::vector<double> each(x.begin(), x.end());
    std::vector<std::int64_t> each_label(labels.begin(), labels.end());
    std::size_t const bits = static_cast<std::size_t>(std::countr_zero(values_.size()));
    each.resize(bits, 0.0);
    std::size_t const middle = std::min(bits - low_bits_, middle_bits);
    std::size_t const top = bits - low_bits_ - middle;
    Tables made{.low = subset_sums(each, 0, low_bits_),
                .middle = subset_sums(each, low_bits_, middle),
                .top = subset_sums(each, low_bits_ + middle, top),
                .low_labels = {},
                .middle_labels = {},
                .top_labels = {}};
    if (!labels.empty()) {
        each_label.resize(bits, 1);
        made.low_labels = subset_labels(each_label, 0, low_bits_);
        made.middle_labels = subset_labels(each_label, low_bits_, middle);
        made.top_labels = subset_labels(each_label, low_bits_ + middle, top);
    }
    return made;
}

std::vector<Excess> ExcessScan::largest(std::span<double const> x, std::span<std::int64_t const> labels, double above,
                                        std::size_t most) {
    ++scans_;
    Tables const table = tables(x, labels);
    bool const labelled = !labels.empty();
    std::size_t const block_size = table.low.size();
    std::vector<std::vector<Excess>> chunks((blocks_ + grain_ - 1) / grain_);
    parallel_for(blocks_, grain_, threads_, [&](std::size_t first, std::size_t last, std::size_t) {
        std::vector<Excess>& best = chunks[first / grain_];
        double threshold = above;
        for (std::size_t block = first; block < last; ++block) {
            double const* const v = values_.data() + block * block_size;
            double const offset = table.offset(block);
            std::int64_t const hidden = labelled ? table.hidden(block) : 0;
            double const found =
                labelled ? block_maximum(v, table.low, table.low_labels, hidden) : block_maximum(v, table.low);
            if (!(found - offset > threshold)) continue;
            std::size_t at = 0;
            while (v[at] - table.low[at] != found || (labelled && table.low_labels[at] == hidden)) ++at;
            keep(best, {block * block_size + at, found - offset});
            if (best.size() == kept_per_chunk) threshold = best.back().excess;
        }
    });
    std::vector<Excess> all;
    for (auto const& best : chunks) all.insert(all.end(), best.begin(), best.end());
    std::ranges::sort(all, larger);
    if (all.size() > most) all.resize(most);
    return all;
}

std::optional<std::vector<Excess>> ExcessScan::all_above(std::span<double const> x, double least, std::size_t most) {
    ++scans_;
    Tables const table = tables(x, {});
    std::size_t const block_size = table.low.size();
    std::vector<std::vector<Excess>> chunks((blocks_ + grain_ - 1) / grain_);
    std::atomic<std::size_t> total{0};
    parallel_for(blocks_, grain_, threads_, [&](std::size_t first, std::size_t last, std::size_t) {
        std::vector<Excess>& found = chunks[first / grain_];
        for (std::size_t block = first; block < last && total <= most; ++block) {
            double const* const v = values_.data() + block * block_size;
            double const offset = table.offset(block);
            if (block_maximum(v, table.low) - offset < least) continue;
            std::size_t const before = found.size();
            for (std::size_t at = block == 0 ? 1 : 0; at < block_size; ++at)
                if (double const excess = v[at] - table.low[at] - offset; excess >= least)
                    found.push_back({block * block_size + at, excess});
            total += found.size() - before;
        }
    });
    if (total > most) return std::nullopt;
    std::vector<Excess> all;
    for (auto const& found : chunks) all.insert(all.end(), found.begin(), found.end());
    return all;
}

double ExcessScan::spread(std::span<double const> x) {
    ++scans_;
    Tables const table = tables(x, {});
    std::size_t const block_size = table.low.size();
    std::vector<double> chunks((blocks_ + grain_ - 1) / grain_, 0.0);
    parallel_for(blocks_, grain_, threads_, [&](std::size_t first, std::size_t last, std::size_t) {
        double largest_gap = 0.0;
        for (std::size_t block = first; block < last; ++block) {
            double const* const v = values_.data() + block * block_size;
            largest_gap = std::max(largest_gap, block_spread(v, table.low, table.offset(block)));
        }
        chunks[first / grain_] = largest_gap;
    });
    return *std::ranges::max_element(chunks);
}

} // namespace casus::game
