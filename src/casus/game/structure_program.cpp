#include "casus/game/structure_program.hpp"

#include "casus/game/lanes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace casus::game {

namespace {

constexpr Coalition lane_mask = lane_count - 1;

/// Worths as they are, −∞ for what must not form.
struct Reals {
    using Number = double;
    using Side = Lanes;
    static constexpr Number never = -std::numeric_limits<double>::infinity();
    static Number of(double worth) { return worth; }
    static bool possible(Number value) { return value > never; }
};

/// Whole worths whose sums need more than a double's 53 bits: up to 60 of 2^53 add up to less than 2^59.
struct WholeNumbers {
    using Number = std::int64_t;
    using Side = WholeLanes;
    static constexpr Number never = std::numeric_limits<std::int64_t>::min() / 2;
    static Number of(double worth) { return std::isfinite(worth) ? static_cast<Number>(worth) : never; }
    static bool possible(Number value) { return value > never / 2; }
};

/// Calls visit(U) for every subset U of `set`, ∅ included.
template <class Visit> void over_subsets(Coalition set, Visit&& visit) {
    Coalition u = 0;
    do {
        visit(u);
        u = (u - set) & set;
    } while (u != 0);
}

/// best[T ∪ U] = max(itself, worth + best[U]) for all U below T's highest player and without T's members.
template <class Kind> void push(std::vector<typename Kind::Number>& best, Coalition t, typename Kind::Number worth) {
    Coalition const free = (std::bit_floor(t) - 1) & ~t;
    if ((free & lane_mask) != lane_mask) {
        over_subsets(free, [&](Coalition u) { best[t | u] = std::max(best[t | u], worth + best[u]); });
        return;
    }
    over_subsets(free & ~lane_mask, [&](Coalition u) {
        typename Kind::Side rest;
        typename Kind::Side kept;
        load(rest, best.data() + u);
        load(kept, best.data() + (t | u));
        rest += worth;
        kept = rest > kept ? rest : kept;
        std::memcpy(best.data() + (t | u), &kept, sizeof(kept));
    });
}

/// The block of a best partition of S that holds its highest player.
template <class Kind>
Coalition top_block(DenseGame const& game, std::vector<typename Kind::Number> const& best, Coalition s) {
    Coalition const top = std::bit_floor(s);
    Coalition block = s;
    over_subsets(s & ~top, [&](Coalition rest) {
        if (std::isfinite(game[s & ~rest]) && Kind::of(game[s & ~rest]) + best[rest] == best[s]) block = s & ~rest;
    });
    return block;
}

template <class Kind> std::optional<BestSplit> split_by(DenseGame const& game) {
    std::vector<typename Kind::Number> best(game.values().size(), Kind::never);
    best[0] = 0;
    for (Coalition t = 1; t < best.size(); ++t)
        if (auto const worth = Kind::of(game[t]); worth > best[t]) {
            best[t] = worth;
            push<Kind>(best, t, worth);
        }
    if (!Kind::possible(best.back())) return std::nullopt;
    BestSplit split{{}, static_cast<double>(best.back())};
    for (Coalition left = everyone(game.players()); left != 0; left &= ~split.blocks.back())
        split.blocks.push_back(top_block<Kind>(game, best, left));
    return split;
}

/// A partition by its block with the highest player and the rank of the rest's partition.
struct Choice {
    double value = 0.0;
    Coalition block = 0;
    std::size_t rank = 0;
};

bool ahead(Choice const& a, Choice const& b) { return a.value > b.value; }

/// The best few partitions of every coalition, `count` values each, −∞ where there are fewer.
class RankedSplits {
public:
    RankedSplits(DenseGame const& game, std::size_t count)
        : game_(game), count_(count), values_(game.values().size() * count, Reals::never) {
        values_[0] = 0.0;
        for (Coalition s = 1; s < game.values().size(); ++s) {
            std::vector<Choice> const& best = choices(s);
            for (std::size_t k = 0; k < best.size(); ++k) values_[s * count_ + k] = best[k].value;
        }
    }

    [[nodiscard]] std::vector<BestSplit> all() {
        Coalition const everybody = everyone(game_.players());
        std::vector<BestSplit> found;
        for (std::size_t k = 0; k < count_ && values_[everybody * count_ + k] > Reals::never; ++k) {
            found.push_back({{}, values_[everybody * count_ + k]});
            std::size_t rank = k;
            for (Coalition left = everybody; left != 0;) {
                Choice const chosen = choices(left)[rank];
                found.back().blocks.push_back(chosen.block);
                left &= ~chosen.block;
                rank = chosen.rank;
            }
        }
        return found;
    }

private:
    /// The best `count` for S, from the values of its subsets.
    std::vector<Choice> const& choices(Coalition s) {
        best_.clear();
        over_subsets(s & ~std::bit_floor(s), [&](Coalition rest) {
            Coalition const block = s & ~rest;
            double const worth = game_[block];
            for (std::size_t rank = 0; rank < (rest == 0 ? 1 : count_); ++rank) {
                double const value = worth + values_[rest * count_ + rank];
                if (value == Reals::never || (best_.size() == count_ && value <= best_.back().value)) return;
                if (best_.size() == count_) best_.pop_back();
                Choice const made{value, block, rank};
                best_.insert(std::ranges::upper_bound(best_, made, ahead), made);
            }
        });
        return best_;
    }

    DenseGame const& game_;
    std::size_t count_;
    std::vector<double> values_;
    std::vector<Choice> best_;
};

} // namespace

std::optional<BestSplit> best_split(DenseGame const& game) {
    if (game.whole() && game.scale() * static_cast<double>(game.players()) > 0x1p53)
        return split_by<WholeNumbers>(game);
    return split_by<Reals>(game);
}

std::vector<BestSplit> best_splits(DenseGame const& game, std::size_t count) { return RankedSplits(game, count).all(); }

double best_splits_bytes(std::size_t players, std::size_t count) {
    return std::ldexp(8.0, static_cast<int>(players)) * static_cast<double>(count);
}

} // namespace casus::game
