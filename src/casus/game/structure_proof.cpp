#include "casus/game/structure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::game {

namespace {

/// Goes through the partitions of the coalitions whose slack is below the gap, lowest player first.
class BetterPartition {
public:
    BetterPartition(std::size_t players, double gap) : all_(everyone(players)), gap_(gap), by_lowest_(players) {}

    void admit(Coalition s, double slack) {
        if (slack < gap_) by_lowest_[lowest_player(s)].push_back({s, slack});
    }

    /// Nothing when that takes too many steps.
    [[nodiscard]] std::optional<bool> exists() {
        bool const found = continues(0, 0.0);
        return steps_ > most_steps ? std::nullopt : std::optional(found);
    }

private:
    struct Block {
        Coalition members;
        double slack;
    };

    [[nodiscard]] bool continues(Coalition covered, double slack) {
        if (covered == all_) return true;
        for (Block const& block : by_lowest_[lowest_player(all_ & ~covered)]) {
            if (++steps_ > most_steps) return false;
            if ((block.members & covered) == 0 && slack + block.slack < gap_ &&
                continues(covered | block.members, slack + block.slack))
                return true;
        }
        return false;
    }

    static constexpr std::uint64_t most_steps = 50'000'000;
    std::uint64_t steps_ = 0;
    Coalition all_;
    double gap_;
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
    if (std::abs(value - claimed.value) > 1e-9 * game.scale())
        return Text{"the value is not the blocks' sum", "值不等于各联盟之和"};
    return std::nullopt;
}

/// The best partition's value from all ways to split every coalition in two: 3^n steps, the textbook way (Yeh 1986).
double best_by_splits(DenseGame const& game, BlockRules const& rules) {
    std::vector<double> best(game.values().size(), 0.0);
    for (Coalition s = 1; s < best.size(); ++s) {
        best[s] = rules.allow(s) ? game[s] : -std::numeric_limits<double>::infinity();
        Coalition const rest = s & (s - 1); // one half keeps the lowest player
        for (Coalition t = rest; t != 0; t = (t - 1) & rest) best[s] = std::max(best[s], best[t] + best[s & ~t]);
    }
    return best.back();
}

/// Prices so large that worths would be lost beside them prove nothing: the solver's stay within ±4n of the largest worth.
bool within_reason(DenseGame const& game, Allocation const& prices) {
    double const n = static_cast<double>(game.players());
    return std::ranges::all_of(prices, [&](double p) { return std::abs(p) <= 8.0 * n * game.scale(); });
}

/// Whether the prices are multiples of a power of two so large that every sum of them is exact.
bool on_grid(Allocation const& prices) {
    double sum = 0.0;
    for (double const p : prices) sum += std::abs(p);
    double const unit = sum == 0.0 ? 1.0 : std::ldexp(1.0, std::ilogb(sum) - 51);
    return std::ranges::all_of(prices, [&](double p) { return p / unit == std::floor(p / unit); });
}

} // namespace

std::optional<Text> refute_structure(DenseGame const& game, Structure const& claimed, Allocation const& prices,
                                     BlockRules const& rules) {
    if (auto wrong = refute_partition(game, claimed, rules)) return wrong;
    if (prices.size() != game.players() || !on_grid(prices))
        return Text{"the prices are not multiples of the grid's unit", "价格不是网格单位的整数倍"};
    if (!within_reason(game, prices)) return Text{"the prices are out of proportion", "价格过大，不成比例"};
    double const gap = std::accumulate(prices.begin(), prices.end(), 0.0) - claimed.value;
    BetterPartition better(game.players(), gap - 1e-9 * game.scale());
    for (Coalition s = 1; s < game.values().size(); ++s) {
        if (!rules.allow(s)) continue;
        double const slack = sum_over(s, prices) - game[s]; // the sum is exact, so the sign of the difference is
        if (slack < 0.0)
            return Text{"a coalition is worth more than its members' prices", "有联盟的值超过其成员价格之和"};
        better.admit(s, slack);
    }
    std::optional<bool> const found = better.exists();
    if (found ? *found : best_by_splits(game, rules) > claimed.value + 1e-9 * game.scale())
        return Text{"there is a better partition", "存在更好的划分"};
    return std::nullopt;
}

} // namespace casus::game
