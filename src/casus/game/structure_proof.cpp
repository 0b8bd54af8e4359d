#include "casus/game/structure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <set>

namespace casus::game {

namespace {

/// Prices and worths as whole numbers of one unit, a power of two: sums of them are exact. Worths and prices are rounded
/// up; whole worths need no rounding.
class Units {
public:
    Units(DenseGame const& game, Allocation const& prices) : game_(game) {
        double range = game.scale();
        for (double const p : prices) range += std::abs(p);
        unit_ = std::ldexp(1.0, std::ilogb(range) - 59);
        for (double const p : prices) prices_.push_back(up(p));
    }

    [[nodiscard]] std::int64_t up(double x) const { return static_cast<std::int64_t>(std::ceil(x / unit_)); }
    [[nodiscard]] std::int64_t worth(Coalition s) const { return up(game_[s]); }
    [[nodiscard]] std::int64_t price(Coalition s) const {
        std::int64_t sum = 0;
        for_each_member(s, [&](std::size_t i) { sum += prices_[i]; });
        return sum;
    }
    [[nodiscard]] std::int64_t worth(Partition const& blocks) const {
        return std::accumulate(blocks.begin(), blocks.end(), std::int64_t{0},
                               [&](std::int64_t sum, Coalition block) { return sum + worth(block); });
    }

private:
    DenseGame const& game_;
    double unit_;
    std::vector<std::int64_t> prices_;
};

Partition sorted(Partition blocks) {
    std::ranges::sort(blocks, {}, lowest_player);
    return blocks;
}

/// Goes through the partitions of the coalitions whose summed slack is below the gap, lowest player first, for one that
/// is not among those known.
class BetterPartition {
public:
    BetterPartition(std::size_t players, std::int64_t gap, std::set<Partition> known)
        : all_(everyone(players)), gap_(gap), known_(std::move(known)), by_lowest_(players) {}

    void admit(Coalition s, std::int64_t slack) {
        if (slack < gap_) by_lowest_[lowest_player(s)].push_back({s, slack});
    }

    /// Nothing when that takes too many steps.
    [[nodiscard]] std::optional<bool> exists() {
        bool const found = continues(0, 0);
        return steps_ > most_steps ? std::nullopt : std::optional(found);
    }

private:
    struct Block {
        Coalition members;
        std::int64_t slack;
    };

    [[nodiscard]] bool continues(Coalition covered, std::int64_t slack) {
        if (covered == all_) return !known_.contains(blocks_);
        for (Block const& block : by_lowest_[lowest_player(all_ & ~covered)]) {
            if (++steps_ > most_steps) return false;
            if ((block.members & covered) != 0 || slack + block.slack >= gap_) continue;
            blocks_.push_back(block.members);
            if (continues(covered | block.members, slack + block.slack)) return true;
            blocks_.pop_back();
        }
        return false;
    }

    static constexpr std::uint64_t most_steps = 50'000'000;
    std::uint64_t steps_ = 0;
    Coalition all_;
    std::int64_t gap_;
    std::set<Partition> known_;
    Partition blocks_;
    std::vector<std::vector<Block>> by_lowest_;
};

std::optional<Text> refute_partition(DenseGame const& game, Structure const& claimed, BlockRules const& rules) {
    Coalition seen = 0;
    double value = 0.0;
    for (Coalition const block : claimed.blocks) {
        if (block == 0 || (seen & block) != 0) return Text{"the blocks overlap", "各联盟有重叠"};
        if (!rules.allow(block)) return Text{"a block breaks the rules", "有联盟违反约束"};
        seen |= block;
        value += game[block];
    }
    if (seen != everyone(game.players())) return Text{"the blocks leave somebody out", "有参与者未被划分"};
    if (std::abs(value - claimed.value) > structure_tolerance(game))
        return Text{"the value is not the blocks' sum", "值不等于各联盟之和"};
    return std::nullopt;
}

/// The greatest values of partitions from all ways to take the lowest player's block out of every coalition: 3^n steps,
/// the textbook way (Yeh 1986).
std::vector<std::int64_t> values_by_splits(DenseGame const& game, Units const& units, BlockRules const& rules,
                                           std::size_t count) {
    std::vector<std::vector<std::int64_t>> best(game.values().size());
    best[0] = {0};
    for (Coalition s = 1; s < best.size(); ++s) {
        std::vector<std::int64_t>& values = best[s];
        Coalition const others = s & (s - 1);
        for (Coalition rest = others;; rest = (rest - 1) & others) {
            Coalition const block = s & ~rest;
            if (rules.allow(block))
                for (std::int64_t const value : best[rest]) {
                    std::int64_t const sum = units.worth(block) + value;
                    if (values.size() == count && sum <= values.back()) break;
                    if (values.size() == count) values.pop_back();
                    values.insert(std::ranges::upper_bound(values, sum, std::greater<>{}), sum);
                }
            if (rest == 0) break;
        }
    }
    return best.back();
}

/// Prices so large that worths would be lost beside them prove nothing: the solver's stay within ±4n of the largest worth.
bool within_reason(DenseGame const& game, Allocation const& prices) {
    double const n = static_cast<double>(game.players());
    return std::ranges::all_of(prices, [&](double p) { return std::abs(p) <= 8.0 * n * game.scale(); });
}

} // namespace

std::optional<Text> refute_structure(DenseGame const& game, Structure const& claimed, Allocation const& prices,
                                     BlockRules const& rules) {
    return refute_ranking(game, {claimed}, prices, rules);
}

std::optional<Text> refute_ranking(DenseGame const& game, std::vector<Structure> const& claimed,
                                   Allocation const& prices, BlockRules const& rules) {
    std::set<Partition> known;
    for (Structure const& one : claimed) {
        if (auto wrong = refute_partition(game, one, rules)) return wrong;
        if (!known.insert(sorted(one.blocks)).second) return Text{"a partition stands twice", "有划分重复"};
    }
    if (!std::ranges::is_sorted(claimed, std::greater<>{}, &Structure::value))
        return Text{"the partitions are not in order", "各划分未按次序排列"};
    if (prices.size() != game.players() || !within_reason(game, prices))
        return Text{"the prices are out of proportion", "价格过大，不成比例"};
    Units const units(game, prices);
    std::int64_t const least = units.worth(claimed.back().blocks) + units.up(structure_tolerance(game));
    BetterPartition better(game.players(), units.price(everyone(game.players())) - least, std::move(known));
    for (Coalition s = 1; s < game.values().size(); ++s) {
        if (!rules.allow(s)) continue;
        std::int64_t const slack = units.price(s) - units.worth(s);
        if (slack < 0)
            return Text{"a coalition is worth more than its members' prices", "有联盟的值超过其成员价格之和"};
        better.admit(s, slack);
    }
    std::optional<bool> found = better.exists();
    if (!found) {
        auto const values = values_by_splits(game, units, rules, claimed.size());
        found = false;
        for (std::size_t k = 0; k < values.size() && k < claimed.size(); ++k)
            found = *found || values[k] > units.worth(claimed[k].blocks) + units.up(structure_tolerance(game));
    }
    if (*found) return Text{"there is a better partition", "存在更好的划分"};
    return std::nullopt;
}

} // namespace casus::game
