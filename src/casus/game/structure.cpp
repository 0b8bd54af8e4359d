#include "casus/game/structure.hpp"

#include "casus/game/excess_scan.hpp"
#include "casus/game/partition_search.hpp"
#include "casus/game/price_program.hpp"
#include "casus/game/structure_program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_set>

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

constexpr double tolerance = 5e-9; ///< on worths scaled to 1
constexpr std::uint64_t steps_for_incumbent = 2'000'000;

/// The game with −∞ for what the rules forbid.
DenseGame restricted(DenseGame const& game, BlockRules const& rules) {
    return DenseGame::tabulate(game.players(), [&](Coalition s) {
        return rules.allow(s) ? game[s] : -std::numeric_limits<double>::infinity();
    });
}

class StructureSearch {
public:
    StructureSearch(DenseGame const& game, std::size_t count, std::size_t threads)
        : game_(game), count_(count), n_(game.players()), scale_(game.scale()), scan_(game, threads) {}

    std::optional<StructureAnswer> run() {
        find_prices();
        answer_.bound = std::accumulate(answer_.prices.begin(), answer_.prices.end(), 0.0);
        search_from_rows();
        if (!search_all() && !by_dynamic_program()) return std::nullopt;
        answer_.scans = scan_.scans();
        return std::move(answer_);
    }

private:
    [[nodiscard]] bool allowed(Coalition s) const { return std::isfinite(game_[s]); }

    /// Row generation: scan for coalitions worth more than their prices, enter them, until there are none.
    void find_prices() {
        PriceProgram program(n_, 4.0 * static_cast<double>(n_));
        enter_first_rows(program);
        for (;;) {
            Allocation prices = program.solve();
            for (double& p : prices) p *= scale_;
            answer_.prices = prices;
            auto const worst = scan_.largest(prices, {}, tolerance * scale_, 8 * n_);
            std::vector<Coalition> rows;
            for (Excess const& found : worst) rows.push_back(found.coalition);
            if (enter(program, rows) == 0) break;
        }
        put_on_grid();
    }

    void enter_first_rows(PriceProgram& program) {
        std::vector<Coalition> rows{everyone(n_)};
        for (std::size_t i = 0; i < n_; ++i) {
            rows.push_back(single(i));
            for (std::size_t j = 0; j < i; ++j) rows.push_back(single(i) | single(j));
        }
        enter(program, rows);
    }

    std::size_t enter(PriceProgram& program, std::vector<Coalition> const& coalitions) {
        std::vector<Coalition> rows;
        std::vector<double> worths;
        for (Coalition const s : coalitions) {
            if (!allowed(s) || !entered_.insert(s).second) continue;
            rows.push_back(s);
            worths.push_back(game_[s] / scale_);
        }
        if (!rows.empty()) program.enter(rows, worths);
        rows_.insert(rows_.end(), rows.begin(), rows.end());
        return rows.size();
    }

    /// Rounds prices up to multiples of a power of two, so that sums of them are exact, and above the tolerance left by
    /// the program, so that they bound every coalition.
    void put_on_grid() {
        double const unit = std::ldexp(1.0, std::ilogb(scale_) - 44);
        for (double& p : answer_.prices) p = unit * std::ceil((p + tolerance * scale_) / unit);
    }

    [[nodiscard]] Candidate candidate(Coalition s) const { return {s, sum_over(s, answer_.prices) - game_[s]}; }

    void take(PartitionSearch const& found) {
        answer_.best.clear();
        for (FoundPartition const& partition : found.best) {
            Structure structure{partition.blocks, 0.0};
            std::ranges::sort(structure.blocks, {}, lowest_player);
            for (Coalition const block : structure.blocks) structure.value += game_[block];
            answer_.best.push_back(std::move(structure));
        }
        std::ranges::stable_sort(answer_.best, std::greater<>{}, &Structure::value);
    }

    /// A first answer from the program's rows, usually close: its slack bounds what has to be searched.
    void search_from_rows() {
        std::vector<Candidate> candidates;
        for (Coalition const s : rows_) candidates.push_back(candidate(s));
        auto const found =
            search_partitions(n_, candidates, count_, std::numeric_limits<double>::infinity(), steps_for_incumbent);
        take(found);
        most_slack_ = found.best.size() == count_ ? found.best.back().slack : std::numeric_limits<double>::infinity();
    }

    /// Nothing when they are too many.
    [[nodiscard]] std::optional<std::vector<Candidate>> candidates_within(double slack) {
        auto const found = scan_.all_above(answer_.prices, -slack, n_ <= 21 && count_ == 1 ? 2'000'000 : 40'000'000);
        if (!found) return std::nullopt;
        std::vector<Candidate> candidates;
        candidates.reserve(found->size());
        for (Excess const& e : *found) candidates.push_back({e.coalition, -e.excess});
        return candidates;
    }

    /// The search gives way to dynamic programming, which takes 3^n steps at worst, before it costs as much itself. Only
    /// the search can tell the second best.
    [[nodiscard]] std::uint64_t affordable_steps() const {
        if (count_ > 1) return std::numeric_limits<std::uint64_t>::max();
        return static_cast<std::uint64_t>(std::max(1e5, std::pow(3.0, static_cast<double>(n_)) / 32.0));
    }

    /// All coalitions within a gap; the gap doubles until the answer lies within it. False when that takes too long, or
    /// when there is no partition.
    bool search_all() {
        double const floor = 2.0 * tolerance * scale_ * static_cast<double>(n_);
        double const ceiling = std::min(most_slack_, answer_.bound + scale_ * static_cast<double>(n_));
        if (ceiling <= floor) return !answer_.best.empty(); // the first answer meets the bound
        std::uint64_t steps_left = affordable_steps();
        for (double gap = std::max(ceiling / 16.0, floor);; gap = std::min(2.0 * gap, ceiling)) {
            auto candidates = candidates_within(gap);
            if (!candidates) return false;
            answer_.candidates = candidates->size();
            auto const found = search_partitions(n_, *candidates, count_, gap, steps_left);
            if (!found.complete) return false;
            steps_left -= found.steps;
            if (found.best.size() == count_ || gap >= ceiling) {
                if (found.best.size() >= answer_.best.size()) take(found);
                return !answer_.best.empty();
            }
        }
    }

    bool by_dynamic_program() {
        auto split = best_split(game_);
        if (!split) return false;
        std::ranges::sort(split->blocks, {}, lowest_player);
        answer_.best = {{split->blocks, split->value}};
        answer_.by_dynamic_program = true;
        return true;
    }

    DenseGame const& game_;
    std::size_t count_;
    std::size_t n_;
    double scale_;
    ExcessScan scan_;
    std::unordered_set<Coalition> entered_;
    std::vector<Coalition> rows_;
    double most_slack_ = 0.0;
    StructureAnswer answer_;
};

} // namespace

std::optional<StructureAnswer> optimal_structure(DenseGame const& game, std::size_t count, BlockRules const& rules,
                                                 std::size_t threads) {
    if (rules.allow_all()) return StructureSearch(game, count, threads).run();
    return StructureSearch(restricted(game, rules), count, threads).run();
}

} // namespace casus::game
