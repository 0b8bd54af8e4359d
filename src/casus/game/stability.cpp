#include "casus/game/stability.hpp"

#include "casus/game/exact_program.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>

namespace casus::game {

namespace {

/// Gives every block its worth, which x misses by little.
Allocation fitted(Allocation x, DenseGame const& game, Partition const& partition) {
    for (Coalition const block : partition) {
        double const over = (sum_over(block, x) - game[block]) / static_cast<double>(size_of(block));
        for_each_member(block, [&](std::size_t i) { x[i] -= over; });
    }
    return x;
}

} // namespace

PartitionCore partition_core(DenseGame const& game, Partition const& partition, std::size_t threads) {
    double value = 0.0;
    for (Coalition const block : partition) value += game[block];
    if (game.total() > value + 0x1p-50 * game.scale()) return {std::nullopt, {{everyone(game.players()), 1}}};
    std::vector<double> values(game.values().begin(), game.values().end());
    values.back() = value;
    DenseGame const shared(game.players(), std::move(values));
    CoreAnswer answer = core(shared, threads);
    if (answer.empty) return {std::nullopt, std::move(answer.proof)};
    Allocation point = fitted(std::move(answer.point), game, partition);
    if (game.players() <= most_players_for_exact_program && objection(shared, point, 0.0, threads))
        if (auto const least = exact_nucleolus(shared, false, 1)) point = fitted(least->point, game, partition);
    return {std::move(point), {}};
}

namespace {

constexpr double noise = 1e-12; ///< of the largest worth

} // namespace

Liking equal_shares(DenseGame const& game) {
    return {[&game](std::size_t, Coalition block) { return game[block] / static_cast<double>(size_of(block)); },
            noise * game.scale()};
}

Liking shapley_shares(DenseGame const& game) {
    struct Known {
        Coalition block = 0;
        Allocation shares;
    };
    auto known = std::make_shared<std::vector<Known>>(game.values().size() <= (1U << 16) ? game.values().size() : 1);
    auto share = [&game, known](std::size_t player, Coalition block) {
        Known& entry = (*known)[known->size() == 1 ? 0 : block];
        if (entry.block != block) entry = {block, shapley(subgame(game, block))};
        return entry.shares[size_of(block & (single(player) - 1))];
    };
    return {share, noise * game.scale()};
}

namespace {

Coalition block_of(Partition const& partition, std::size_t player) {
    for (Coalition const block : partition)
        if (contains(block, player)) return block;
    return single(player);
}

bool welcomes(Coalition block, std::size_t newcomer, Liking const& liking) {
    bool welcome = true;
    for_each_member(block, [&](std::size_t i) {
        welcome = welcome && !(liking(i, block) > liking(i, block | single(newcomer)) + liking.noise);
    });
    return welcome;
}

std::optional<Move> best_move(Partition const& partition, Liking const& liking, bool welcome_needed) {
    std::optional<Move> best;
    for (Coalition const from : partition)
        for_each_member(from, [&](std::size_t i) {
            double const now = liking(i, from);
            auto consider = [&](Coalition to) {
                double const then = liking(i, to | single(i));
                if (!(then > now + liking.noise) || (best && then - now <= best->gain)) return;
                if (!welcome_needed || welcomes(to, i, liking)) best = Move{i, to, then - now};
            };
            if (from != single(i)) consider(0);
            for (Coalition const to : partition)
                if (to != from) consider(to);
        });
    return best;
}

/// Calls visit(partition) for every partition until it returns true.
template <class Visit>
bool over_partitions(std::size_t players, std::size_t player, Partition& partition, Visit&& visit) {
    if (player == players) return visit();
    for (std::size_t b = 0; b < partition.size(); ++b) {
        partition[b] |= single(player);
        if (over_partitions(players, player + 1, partition, visit)) return true;
        partition[b] &= ~single(player);
    }
    partition.push_back(single(player));
    if (over_partitions(players, player + 1, partition, visit)) return true;
    partition.pop_back();
    return false;
}

} // namespace

std::optional<Move> nash_move(Partition const& partition, Liking const& liking) {
    return best_move(partition, liking, false);
}

std::optional<Move> individual_move(Partition const& partition, Liking const& liking) {
    return best_move(partition, liking, true);
}

std::optional<Coalition> blocking_coalition(std::size_t players, Partition const& partition, Liking const& liking) {
    Allocation now(players);
    for (std::size_t i = 0; i < players; ++i) now[i] = liking(i, block_of(partition, i));
    for (Coalition s = 1; s <= everyone(players); ++s) {
        bool all_gain = true;
        for (Coalition left = s; left != 0 && all_gain; left &= left - 1) {
            std::size_t const i = lowest_player(left);
            all_gain = liking(i, s) > now[i] + liking.noise;
        }
        if (all_gain) return s;
    }
    return std::nullopt;
}

std::optional<Partition> stable_partition(std::size_t players, Liking const& liking, Stability stability) {
    assert(players <= most_players_for_stable_partition);
    Partition partition;
    auto const stable = [&] {
        switch (stability) {
        case Stability::Nash:
            return !nash_move(partition, liking);
        case Stability::Individual:
            return !individual_move(partition, liking);
        case Stability::Core:
            break;
        }
        return !blocking_coalition(players, partition, liking);
    };
    if (over_partitions(players, 0, partition, stable)) return partition;
    return std::nullopt;
}

} // namespace casus::game
