#include "casus/alienation/contest/solver.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace casus::contest {
namespace {

/// Uniforms of a stream, one after the other.
class Stream {
public:
    explicit Stream(std::uint64_t seed) : key_{.seed = seed, .purpose = Purpose::Test} {}
    double operator()(double low, double high) {
        if (next_ % 4 == 0) block_ = uniforms(key_, next_ / 4);
        return low + (high - low) * block_[next_++ % 4];
    }

private:
    RandomKey key_;
    std::array<double, 4> block_{};
    std::uint32_t next_ = 0;
};

Contest random_contest(std::uint64_t seed, std::size_t sides, std::size_t cells) {
    Stream u(seed);
    Contest contest(sides, cells);
    for (std::size_t c = 0; c < cells; ++c) {
        double weight[8];
        double sum = u(0.01, 2.0); // passive options
        for (std::size_t s = 0; s < sides; ++s) sum += weight[s] = std::exp(u(-3.0, 1.0));
        for (std::size_t s = 0; s < sides; ++s) {
            contest.ground[contest.at(s, c)] = weight[s] / sum;
            contest.gain[contest.at(s, c)] = u(0.0, 1.0) < 0.1 ? 0.0 : std::exp(u(-1.0, 3.0));
            contest.worth[contest.at(s, c)] = u(0.0, 1.0);
        }
    }
    for (double& budget : contest.budget) budget = std::exp(u(-2.0, 2.0));
    return contest;
}

double golden_maximum(std::function<double(double)> const& f, double low, double high) {
    double const ratio = (std::sqrt(5.0) - 1.0) / 2.0;
    for (int n = 0; n < 120; ++n) {
        double const a = high - ratio * (high - low);
        double const b = low + ratio * (high - low);
        (f(a) < f(b) ? low : high) = f(a) < f(b) ? a : b;
    }
    return 0.5 * (low + high);
}

/// The best that a side can get against the others, found without any formula of the solver: golden sections in every
/// cell for a given price of money, bisection for the price.
double slow_best(Contest const& contest, Equilibrium const& at, std::size_t side) {
    auto const value = [&](std::size_t c, double spent) {
        double others = 1.0;
        for (std::size_t s = 0; s < contest.sides; ++s)
            if (s != side) others += at.pull[contest.at(s, c)];
        double const pull = contest.gain[contest.at(side, c)] * spent;
        return contest.worth[contest.at(side, c)] * (contest.ground[contest.at(side, c)] + pull) / (others + pull);
    };
    std::vector<double> best(contest.cells);
    auto const spend_at = [&](double price) {
        double sum = 0.0;
        for (std::size_t c = 0; c < contest.cells; ++c)
            sum += best[c] =
                golden_maximum([&](double m) { return value(c, m) - price * m; }, 0.0, contest.budget[side]);
        return sum;
    };
    double low = contest.keep;
    double high = contest.keep + 1e4;
    if (spend_at(low) > contest.budget[side])
        for (int n = 0; n < 80; ++n) {
            double const middle = 0.5 * (low + high);
            (spend_at(middle) > contest.budget[side] ? low : high) = middle;
        }
    (void)spend_at(high == contest.keep + 1e4 ? low : high);
    double payoff = 0.0;
    for (std::size_t c = 0; c < contest.cells; ++c) payoff += value(c, best[c]) - contest.keep * best[c];
    return payoff;
}

TEST(Solver, SymmetricContestWithACost) {
    // Two sides, no passive option, worth v, a unit of spending costs keep: β + x = v g / (4 keep). Tullock's v/4 as g grows.
    Contest contest(2, 1);
    contest.ground = {0.5, 0.5};
    contest.gain = {100.0, 100.0};
    contest.worth = {1.0, 1.0};
    contest.budget = {10.0, 10.0};
    contest.keep = 1.0;
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at, {.tolerance = 1e-14});
    EXPECT_TRUE(at.converged);
    for (std::size_t s = 0; s < 2; ++s) {
        EXPECT_NEAR(at.spending(contest, s, 0), 0.25 - 0.5 / 100.0, 1e-7);
        EXPECT_NEAR(at.price[s], 1.0, 1e-12) << "money is left, so a unit is worth what keeping it is";
    }
}

TEST(Solver, UnequalWorthsWithACost) {
    // Total weights are v1² v2/(v1+v2)² and v1 v2²/(v1+v2)² (Nti 1999, Public Choice 98: 415–430), here with a head start β.
    Contest contest(2, 1);
    contest.ground = {0.3, 0.7};
    contest.gain = {1.0, 1.0};
    contest.worth = {9.0, 6.0};
    contest.budget = {100.0, 100.0};
    contest.keep = 1.0;
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at, {.tolerance = 1e-14});
    EXPECT_NEAR(at.pull[0], 81.0 * 6.0 / 225.0 - 0.3, 1e-6);
    EXPECT_NEAR(at.pull[1], 9.0 * 36.0 / 225.0 - 0.7, 1e-6);
    EXPECT_NEAR(at.share(contest, 0, 0), 0.6, 1e-7);
}

TEST(Solver, BudgetsOverSeveralCells) {
    // Equal worths v_c and no passive option: each side spreads all its weight, head start included, in proportion to v
    // (Friedman 1958, Operations Research 6: 699–709).
    Contest contest(2, 3);
    contest.ground = {0.5, 0.4, 0.6, 0.5, 0.6, 0.4};
    std::fill(contest.gain.begin(), contest.gain.end(), 2.0);
    contest.worth = {1.0, 2.0, 3.0, 1.0, 2.0, 3.0};
    contest.budget = {4.0, 8.0};
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at, {.tolerance = 1e-15});
    for (std::size_t s = 0; s < 2; ++s) {
        EXPECT_NEAR(at.spent(contest, s), contest.budget[s], 1e-12);
        double const all = 1.5 + 2.0 * contest.budget[s];
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(contest.ground[contest.at(s, c)] + at.pull[contest.at(s, c)], all * contest.worth[c] / 6.0,
                        1e-5);
    }
}

TEST(Solver, BestResponseBeatsEveryPointOfAGrid) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Contest const contest = random_contest(seed, 2, 3);
        Equilibrium at(contest);
        for (double& pull : at.pull) pull = 0.5;
        meet_budgets(contest, at);
        Solver solver(contest);
        solver.judge(contest, at, 1.0); // prepares prices
        std::vector<double> best(3);
        double const got = solver.respond(contest, at, 0, best);
        Equilibrium trial = at;
        double greatest = 0.0;
        constexpr int steps = 60;
        for (int i = 0; i <= steps; ++i)
            for (int j = 0; i + j <= steps; ++j) {
                double const part[]{i / 60.0, j / 60.0, (steps - i - j) / 60.0};
                for (std::size_t c = 0; c < 3; ++c) trial.pull[c] = part[c] * contest.budget[0] * contest.gain[c];
                add_up(contest, trial);
                greatest = std::max(greatest, payoff_of(contest, trial, 0));
            }
        EXPECT_GE(got, greatest - 1e-12) << seed;
        EXPECT_LE(got, greatest + 0.02 * (1.0 + greatest)) << seed << ": the grid comes near it";
        std::copy(best.begin(), best.end(), trial.pull.begin());
        add_up(contest, trial);
        EXPECT_NEAR(payoff_of(contest, trial, 0), got, 1e-12);
        EXPECT_LE(trial.spent(contest, 0), contest.budget[0] * (1.0 + 1e-12));
    }
}

TEST(Solver, NobodyGainsOnAGridAtTheEquilibrium) {
    for (std::uint64_t seed = 30; seed < 40; ++seed) {
        Contest const contest = random_contest(seed, 3, 2);
        Solver solver(contest);
        Equilibrium at(contest);
        solver.solve(contest, at, {.tolerance = 1e-12});
        ASSERT_TRUE(at.converged) << seed;
        for (std::size_t s = 0; s < 3; ++s)
            for (int i = 0; i <= 1000; ++i) {
                Equilibrium trial = at;
                trial.pull[contest.at(s, 0)] = i / 1000.0 * contest.budget[s] * contest.gain[contest.at(s, 0)];
                trial.pull[contest.at(s, 1)] = (1.0 - i / 1000.0) * contest.budget[s] * contest.gain[contest.at(s, 1)];
                add_up(contest, trial);
                EXPECT_LE(payoff_of(contest, trial, s), at.payoff[s] * (1.0 + 1e-11)) << seed << " side " << s;
            }
    }
}

TEST(Solver, ResidualIsWhatASlowMaximiserFinds) {
    for (std::uint64_t seed = 50; seed < 58; ++seed) {
        Contest contest = random_contest(seed, 3, 5);
        if (seed % 2 == 0) contest.keep = 0.05;
        Solver solver(contest);
        Equilibrium at(contest);
        for (bool const solved : {false, true}) {
            if (solved)
                solver.solve(contest, at, {.tolerance = 1e-12});
            else
                for (double& pull : at.pull) pull = 0.3;
            if (!solved) meet_budgets(contest, at);
            solver.judge(contest, at, 1e-12);
            double slow = 0.0;
            for (std::size_t s = 0; s < 3; ++s)
                slow = std::max(slow, (slow_best(contest, at, s) - at.payoff[s]) / std::abs(at.payoff[s]));
            EXPECT_NEAR(at.residual, slow, 1e-7) << seed << (solved ? " solved" : " not solved");
            EXPECT_EQ(slow <= 1e-7, solved) << seed;
        }
    }
}

TEST(Solver, ShareRisesWithWhatTheSideSpendsAndFallsWithWhatOthersDo) {
    Contest const contest = random_contest(7, 3, 4);
    Equilibrium at(contest);
    for (double& pull : at.pull) pull = 0.2;
    add_up(contest, at);
    for (std::size_t s = 0; s < 3; ++s) {
        Equilibrium more = at;
        more.pull[contest.at(s, 1)] += 0.1;
        add_up(contest, more);
        for (std::size_t t = 0; t < 3; ++t) {
            double const change = more.share(contest, t, 1) - at.share(contest, t, 1);
            EXPECT_GT(t == s ? change : -change, 0.0) << "side " << s << " spends, side " << t;
        }
    }
}

TEST(Solver, ClosedCellsGetNothing) {
    Contest contest = random_contest(11, 3, 6);
    for (std::size_t s = 0; s < 3; ++s) contest.gain[contest.at(s, 2)] = 0.0;
    Solver solver(contest);
    Equilibrium at(contest);
    for (double& pull : at.pull) pull = 1.0; // also where closed
    solver.solve(contest, at);
    EXPECT_TRUE(at.converged);
    EXPECT_EQ(at.total[2], 1.0);
    for (std::size_t s = 0; s < 3; ++s) EXPECT_EQ(at.share(contest, s, 2), contest.ground[contest.at(s, 2)]);
}

TEST(Solver, WithoutMoneyNobodySpends) {
    Contest contest = random_contest(12, 2, 6);
    contest.budget = {0.0, 0.0};
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at);
    EXPECT_TRUE(at.converged);
    double most = 0.0;
    for (std::size_t c = 0; c < 6; ++c) {
        EXPECT_NEAR(at.total[c], 1.0, 1e-12);
        std::size_t const n = contest.at(1, c);
        most = std::max(most, contest.worth[n] * contest.gain[n] * (1.0 - contest.ground[n]));
    }
    EXPECT_NEAR(at.price[1], most, 1e-9) << "the first unit would go where it brings most";
}

TEST(Solver, SaysSoWhereItStopsTooEarly) {
    Contest const contest = random_contest(13, 3, 20);
    Solver solver(contest);
    Equilibrium at(contest);
    solver.solve(contest, at, {.tolerance = 1e-14, .most_sweeps = 1});
    EXPECT_FALSE(at.converged);
    EXPECT_GT(at.residual, 1e-14);
}

} // namespace
} // namespace casus::contest
