#include "casus/game/structure_program.hpp"

#include "casus/game/lanes.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace casus::game {

namespace {

constexpr Coalition lane_mask = lane_count - 1;

/// Calls visit(U) for every subset U of `set`, ∅ included.
template <class Visit> void over_subsets(Coalition set, Visit&& visit) {
    Coalition u = 0;
    do {
        visit(u);
        u = (u - set) & set;
    } while (u != 0);
}

/// best[T ∪ U] = max(itself, worth + best[U]) for all U below T's highest player and without T's members.
void push(std::vector<double>& best, Coalition t, double worth) {
    Coalition const free = (std::bit_floor(t) - 1) & ~t;
    if ((free & lane_mask) != lane_mask) {
        over_subsets(free, [&](Coalition u) { best[t | u] = std::max(best[t | u], worth + best[u]); });
        return;
    }
    over_subsets(free & ~lane_mask, [&](Coalition u) {
        Lanes rest;
        Lanes kept;
        load(rest, best.data() + u);
        load(kept, best.data() + (t | u));
        rest += worth;
        kept = rest > kept ? rest : kept;
        std::memcpy(best.data() + (t | u), &kept, sizeof(kept));
    });
}

/// The block of a best partition of S that holds its highest player.
Coalition top_block(DenseGame const& game, std::vector<double> const& best, Coalition s) {
    Coalition const top = std::bit_floor(s);
    Coalition block = s;
    over_subsets(s & ~top, [&](Coalition rest) {
        if (game[s & ~rest] + best[rest] == best[s]) block = s & ~rest;
    });
    return block;
}

} // namespace

std::optional<BestSplit> best_split(DenseGame const& game) {
    std::vector<double> best(game.values().size(), -std::numeric_limits<double>::infinity());
    best[0] = 0.0;
    for (Coalition t = 1; t < best.size(); ++t)
        if (game[t] > best[t]) {
            best[t] = game[t];
            push(best, t, game[t]);
        }
    if (best.back() == -std::numeric_limits<double>::infinity()) return std::nullopt;
    BestSplit split{{}, best.back()};
    for (Coalition left = everyone(game.players()); left != 0; left &= ~split.blocks.back())
        split.blocks.push_back(top_block(game, best, left));
    return split;
}

} // namespace casus::game
