#include "casus/game/nucleolus.hpp"

#include "casus/game/coalition_space.hpp"
#include "casus/game/excess_program.hpp"
#include "casus/game/excess_scan.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <unordered_set>

namespace casus::game {

namespace {

constexpr double tolerance = 5e-9; ///< on worths scaled to 1; above the linear program's own

/// Payments are measured from v(i) and worths scaled to 1, so that tolerances mean the same in every game.
class SequentialPrograms {
public:
    SequentialPrograms(DenseGame const& game, bool individually_rational, std::size_t threads)
        : game_(game), rational_(individually_rational), n_(game.players()), scan_(game, threads), space_(n_) {
        for (std::size_t i = 0; i < n_; ++i) own_.push_back(game[single(i)]);
        scale_ = scan_.spread(own_);
        if (scale_ == 0.0) scale_ = 1.0;
        settle(everyone(n_), worth(everyone(n_)));
        for (std::size_t i = 0; i < n_; ++i) {
            known_.push_back(single(i));
            if (n_ > 2) known_.push_back(everyone(n_) & ~single(i));
        }
    }

    Nucleolus run(std::size_t most_stages) {
        Nucleolus result;
        if (n_ == 1) result.point = {game_.total()};
        while (space_.rank() < n_ && result.stages.size() < most_stages) result.stages.push_back(next_stage(result));
        result.scans = scan_.scans();
        return result;
    }

private:
    /// Worth above what the members have alone, scaled.
    [[nodiscard]] double worth(Coalition s) const { return (game_[s] - sum_over(s, own_)) / scale_; }

    void settle(Coalition coalition, double value) {
        if (space_.add(coalition)) settled_.push_back({coalition, value});
    }

    [[nodiscard]] Allocation unscaled(Allocation point) const {
        for (std::size_t i = 0; i < n_; ++i) point[i] = own_[i] + scale_ * point[i];
        return point;
    }

    /// Enters rows that are not settled and not there yet; how many were new.
    std::size_t enter(ExcessProgram& program, std::unordered_set<Coalition>& entered,
                      std::span<Coalition const> coalitions) const {
        std::vector<Coalition> rows;
        std::vector<double> worths;
        for (Coalition const s : coalitions) {
            if (space_.holds(s) || !entered.insert(s).second) continue;
            rows.push_back(s);
            worths.push_back(worth(s));
        }
        if (!rows.empty()) program.enter(rows, worths);
        return rows.size();
    }

    /// Solves, looks for coalitions with a larger excess, enters them, until there are none.
    void generate_rows(ExcessProgram& program, std::unordered_set<Coalition>& entered, Nucleolus& result) {
        std::vector<std::int64_t> const labels = space_.labels();
        for (;;) {
            [[maybe_unused]] bool const solved = program.solve();
            assert(solved);
            ++result.programs;
            result.point = unscaled(program.point());
            auto const worst = scan_.largest(result.point, labels, scale_ * (program.epsilon() + tolerance), 6 * n_);
            std::vector<Coalition> rows;
            for (Excess const& found : worst) rows.push_back(found.coalition);
            if (enter(program, entered, rows) == 0) return;
        }
    }

    NucleolusStage next_stage(Nucleolus& result) {
        ExcessProgram program(std::vector<double>(n_, rational_ ? 0.0 : -std::numeric_limits<double>::infinity()));
        for (auto const& [coalition, value] : settled_) program.settle(coalition, value);
        std::unordered_set<Coalition> entered;
        (void)enter(program, entered, known_);
        generate_rows(program, entered, result);
        NucleolusStage stage{.excess = scale_ * program.epsilon(), .coalitions = {}, .at_bound = {}};
        for (auto const& [coalition, weight] : program.multipliers()) {
            stage.coalitions.push_back({coalition, weight});
            settle(coalition, worth(coalition) - program.epsilon());
        }
        for (auto const& [player, weight] : program.bound_multipliers()) {
            stage.at_bound.push_back({player, weight});
            settle(player, 0.0);
        }
        for (Coalition const s : program.tight(0.05))
            if (!space_.holds(s) && std::ranges::find(known_, s) == known_.end()) known_.push_back(s);
        return stage;
    }

    struct Settled {
        Coalition coalition;
        double value;
    };

    DenseGame const& game_;
    bool rational_;
    std::size_t n_;
    ExcessScan scan_;
    CoalitionSpace space_;
    Allocation own_;
    double scale_ = 1.0;
    std::vector<Settled> settled_;
    std::vector<Coalition> known_; ///< rows that the next program starts with
};

} // namespace

Nucleolus prenucleolus(DenseGame const& game, std::size_t threads) {
    return SequentialPrograms(game, false, threads).run(game.players());
}

namespace {

/// Exact for whole worths; else rounding is forgiven, as of 0.1 + 0.2 against 0.3.
bool has_imputations(DenseGame const& game) {
    if (game.whole()) {
        auto left = static_cast<std::int64_t>(game.total());
        for (std::size_t i = 0; i < game.players(); ++i) left -= static_cast<std::int64_t>(game[single(i)]);
        return left >= 0;
    }
    double alone = 0.0;
    for (std::size_t i = 0; i < game.players(); ++i) alone += game[single(i)];
    return alone <= game.total() + 1e-12 * game.scale();
}

} // namespace

std::optional<Nucleolus> nucleolus(DenseGame const& game, std::size_t threads) {
    if (!has_imputations(game)) return std::nullopt;
    return SequentialPrograms(game, true, threads).run(game.players());
}

Nucleolus least_core_stage(DenseGame const& game, std::size_t threads) {
    return SequentialPrograms(game, false, threads).run(1);
}

} // namespace casus::game
