#include "casus/game/structure.hpp"

#include "casus/game/excess_scan.hpp"
#include "casus/game/partition_search.hpp"
#include "casus/game/structure_prices.hpp"
#include "casus/game/structure_program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::game {

bool BlockRules::allow(Coalition block) const {
    if (size_of(block) < least_size || size_of(block) > most_size) return false;
    for (auto const& [i, j] : apart)
        if (contains(block, i) && contains(block, j)) return false;
    return std::ranges::all_of(together,
                               [&](Coalition group) { return (block & group) == 0 || (block & group) == group; });
}

bool BlockRules::allow_all() const { return apart.empty() && together.empty() && least_size <= 1 && most_size >= 64; }

namespace {

constexpr double tolerance_of_rounded = 1e-12; ///< of the largest worth
constexpr std::uint64_t steps_for_incumbent = 2'000'000;
constexpr std::size_t most_players_for_program = 16; ///< up to here dynamic programming is faster than prices
constexpr std::size_t most_players_to_rank = 22;

/// The game with −∞ for what the rules forbid.
DenseGame restricted(DenseGame const& game, BlockRules const& rules) {
    return DenseGame::tabulate(game.players(), [&](Coalition s) {
        return rules.allow(s) ? game[s] : -std::numeric_limits<double>::infinity();
    });
}

Structure structure_of(DenseGame const& game, Partition blocks) {
    std::ranges::sort(blocks, {}, lowest_player);
    Structure structure{std::move(blocks), 0.0};
    for (Coalition const block : structure.blocks) structure.value += game[block];
    return structure;
}

[[noreturn]] void refuse_to_rank(std::size_t players, std::size_t count) {
    throw Error(
        Problem{.place = {},
                .what = {"too many partitions are nearly as good to rank them", "价值相近的划分太多，无法排出名次"},
                .found = fmt::format("--count {}", count),
                .expected = {fmt::format("--count 1, or fewer than {} players", players),
                             fmt::format("--count 1，或少于 {} 个参与者", players)},
                .nearest = {}});
}

/// By dynamic programming: what no bound helps with.
std::vector<Structure> structures_by_program(DenseGame const& game, std::size_t count) {
    std::vector<Structure> best;
    if (count == 1) {
        if (auto const split = best_split(game)) best.push_back(structure_of(game, split->blocks));
        return best;
    }
    if (game.players() > most_players_to_rank || best_splits_bytes(game.players(), count) > machine_bytes() / 2)
        refuse_to_rank(game.players(), count);
    for (BestSplit& split : best_splits(game, count)) best.push_back(structure_of(game, std::move(split.blocks)));
    return best;
}

class StructureSearch {
public:
    StructureSearch(DenseGame const& game, std::size_t count, std::size_t threads)
        : game_(game), count_(count), n_(game.players()), scan_(game, threads), prices_(game, scan_),
          close_(0.5 * tolerance_of_rounded * prices_.largest_worth()) {
        answer_.prices = prices_.prices();
        answer_.bound = prices_.bound();
    }

    std::optional<StructureAnswer> run() {
        search_from_rows();
        if (!search_all() && !by_dynamic_program()) return std::nullopt;
        answer_.scans = scan_.scans();
        return std::move(answer_);
    }

private:
    /// Whole values differ by one at least.
    [[nodiscard]] double least_gain() const { return prices_.whole() ? 1.0 : 0.0; }

    void take(PartitionSearch const& found) {
        answer_.best.clear();
        for (FoundPartition const& partition : found.best)
            answer_.best.push_back(structure_of(game_, partition.blocks));
    }

    /// A first answer from the program's rows, usually close: its slack bounds what has to be searched.
    void search_from_rows() {
        std::vector<Candidate> candidates;
        for (Coalition const s : prices_.rows()) candidates.push_back({s, prices_.slack(s)});
        auto const found = search_partitions(n_, candidates, count_, std::numeric_limits<double>::infinity(), 0.0,
                                             steps_for_incumbent);
        take(found);
        most_slack_ = found.best.size() == count_ ? found.best.back().slack : std::numeric_limits<double>::infinity();
    }

    /// Nothing when they are too many.
    [[nodiscard]] std::optional<std::vector<Candidate>> candidates_within(double slack) {
        auto const found = scan_.all_above(answer_.prices, -slack - prices_.rounding(),
                                           n_ <= 21 && count_ == 1 ? 2'000'000 : 40'000'000);
        if (!found) return std::nullopt;
        std::vector<Candidate> candidates;
        candidates.reserve(found->size());
        bool const exact = prices_.rounding() == 0.0 || !prices_.whole();
        for (Excess const& e : *found) {
            candidates.push_back({e.coalition, exact ? -e.excess : prices_.slack(e.coalition)});
            if (candidates.back().slack > slack) candidates.pop_back();
        }
        return candidates;
    }

    /// The search gives way to dynamic programming, which takes 3^n steps at worst, before it costs as much itself.
    [[nodiscard]] std::uint64_t affordable_steps() const {
        double const of_program = std::max(1e5, std::pow(3.0, static_cast<double>(n_)) / 32.0);
        return static_cast<std::uint64_t>(count_ == 1 ? of_program : std::min(of_program, 2e8));
    }

    /// Whether no partition can be better than the first answer.
    [[nodiscard]] bool first_answer_is_best() const {
        return count_ == 1 && !answer_.best.empty() && (prices_.whole() ? most_slack_ < 1.0 : most_slack_ <= close_);
    }

    /// All coalitions within a gap; the gap doubles until the answer lies within it. False when that takes too long, or
    /// when there is no partition.
    bool search_all() {
        if (first_answer_is_best()) return true;
        double const gain = count_ == 1 ? least_gain() : 0.0;
        double const scale = prices_.largest_worth();
        double const ceiling = std::min(most_slack_ - gain, answer_.bound + scale * static_cast<double>(n_));
        double const floor = std::max({1e-9 * scale, least_gain(), std::ldexp(scale, -50)});
        std::uint64_t steps_left = affordable_steps();
        for (double gap = std::min(std::max(ceiling / 16.0, floor), ceiling);; gap = std::min(2.0 * gap, ceiling)) {
            auto candidates = candidates_within(gap);
            if (!candidates) return false;
            answer_.candidates = candidates->size();
            auto const found = search_partitions(n_, *candidates, count_, gap, gain, steps_left);
            if (!found.complete) return false;
            steps_left -= found.steps;
            if (found.best.size() == count_ || gap >= ceiling) {
                if (found.best.size() >= answer_.best.size()) take(found);
                return !answer_.best.empty();
            }
        }
    }

    bool by_dynamic_program() {
        answer_.by_dynamic_program = true;
        auto best = structures_by_program(game_, count_);
        if (best.empty()) return false;
        answer_.best = std::move(best);
        return true;
    }

    DenseGame const& game_;
    std::size_t count_;
    std::size_t n_;
    ExcessScan scan_;
    CoveringPrices prices_;
    double close_; ///< slack that is taken for none, where worths are rounded
    double most_slack_ = 0.0;
    StructureAnswer answer_;
};

std::optional<StructureAnswer> solve(DenseGame const& game, std::size_t count, std::size_t threads) {
    if (count > 1 || game.players() > most_players_for_program) return StructureSearch(game, count, threads).run();
    StructureAnswer answer;
    answer.best = structures_by_program(game, 1);
    answer.by_dynamic_program = true;
    if (answer.best.empty()) return std::nullopt;
    return answer;
}

} // namespace

double structure_tolerance(DenseGame const& game) { return game.whole() ? 0.0 : tolerance_of_rounded * game.scale(); }

std::optional<StructureAnswer> optimal_structure(DenseGame const& game, std::size_t count, BlockRules const& rules,
                                                 std::size_t threads) {
    return rules.allow_all() ? solve(game, count, threads) : solve(restricted(game, rules), count, threads);
}

Allocation structure_prices(DenseGame const& game, BlockRules const& rules, std::size_t threads) {
    auto const prices = [&](DenseGame const& allowed) {
        ExcessScan scan(allowed, threads);
        return CoveringPrices(allowed, scan).prices();
    };
    return rules.allow_all() ? prices(game) : prices(restricted(game, rules));
}

} // namespace casus::game
