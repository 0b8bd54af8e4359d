#include "casus/dilemma/strategy.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/answer.hpp"
#include "casus/dilemma/strategy_score.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {
namespace {

struct StrategyWorld {
    explicit StrategyWorld(std::uint64_t seed, std::size_t rivals = 3, std::size_t branches = 3)
        : world(random_world({.seed = seed,
                              .actors = 10 + rivals,
                              .challengers = rivals,
                              .partners = 0,
                              .branches = branches,
                              .issues = 1})),
          parameters(random_parameters(seed)), reading(world) {
        read_inputs(world, parameters, reading);
        strategies = strategies_of(world, reading.system, reading.inputs);
    }
    Inputs& in() { return reading.inputs; }
    Inputs after(Strategy const& strategy) {
        Inputs changed = in();
        apply(strategy, reading.system, moves_of(parameters), changed);
        return changed;
    }
    Strategy const& named(std::string const& key) const { return *std::ranges::find(strategies, key, &Strategy::key); }

    World world;
    Parameters parameters;
    Reading reading;
    std::vector<Strategy> strategies;
};

TEST(Strategies, KeepColumnsWithinZeroAndOneWhateverTheRivalsAnswer) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        StrategyWorld made(seed);
        Risks risks(made.in());
        Pooling lent(made.in().rivals);
        for (Strategy const& strategy : made.strategies)
            for (Answer const answer : all_answers) {
                Inputs in = made.after(strategy);
                assess(in, risks);
                give(answer, moves_of(made.parameters), risks, in, lent);
                for (auto const* column : {&in.promise, &in.allegiance, &in.autonomy, &in.dependence, &in.threat,
                                           &in.provocation, &in.hostility, &in.leader_hostility, &in.link})
                    for (double const x : *column) {
                        ASSERT_GE(x, 0.0) << strategy.key;
                        ASSERT_LE(x, 1.0) << strategy.key;
                    }
                for (double const p : in.rival_power) ASSERT_GT(p, 0.0);
            }
    }
}

TEST(Strategies, MovePromisesAsTheirFormulasSay) {
    StrategyWorld made(5);
    Moves const moves = moves_of(made.parameters);
    Inputs const all = made.after(made.named("reinforce:all"));
    Inputs const one = made.after(made.named("reinforce:T2"));
    Branch const& branch = made.reading.system.branches[1];
    for (std::size_t i = 0; i < made.in().members; ++i) {
        double const c = made.in().promise[i];
        bool const favoured = std::ranges::find(branch.members, i) != branch.members.end();
        EXPECT_DOUBLE_EQ(all.promise[i], c + moves.reinforcement * (1.0 - c));
        EXPECT_DOUBLE_EQ(one.promise[i], favoured ? c + moves.reinforcement * (1.0 - c) : c * (1.0 - moves.neglect));
    }
    EXPECT_EQ(made.after(made.named("hold")).promise, made.in().promise);
}

TEST(Strategies, AccommodationSoftensOneRivalAlone) {
    StrategyWorld made(6);
    Moves const moves = moves_of(made.parameters);
    std::string const code = made.world.actor(made.reading.system.rivals[1]).code;
    Inputs const after = made.after(made.named("divide-rivals:" + code));
    for (std::size_t i = 0; i < after.members; ++i) {
        std::size_t const at = after.position(i, 1);
        EXPECT_DOUBLE_EQ(after.hostility[at], made.in().hostility[at] * (1.0 - moves.accommodation));
        EXPECT_LT(after.threat[at], made.in().threat[at]);
        EXPECT_EQ(after.threat[after.position(i, 0)], made.in().threat[after.position(i, 0)]);
        double const left = main_threat(made.in(), i) == 1 ? 1.0 - moves.division : 1.0;
        EXPECT_DOUBLE_EQ(after.promise[i], made.in().promise[i] * left);
    }
    EXPECT_LT(after.score_without_power[1], made.in().score_without_power[1]);
}

TEST(Strategies, AccommodationOfThreatsIsWalts) {
    // T' read from hostility lowered by hand: the threat of the same world with g times 1 − a.
    StrategyWorld made(6);
    double const left = 1.0 - moves_of(made.parameters).accommodation;
    std::string const code = made.world.actor(made.reading.system.rivals[0]).code;
    Inputs const after = made.after(made.named("divide-rivals:" + code));
    Threats const& threats = made.reading.threats;
    auto const c = threat_coefficients(made.parameters);
    for (std::size_t i = 0; i < after.members; ++i) {
        double const before = made.in().threat[after.position(i, 0)];
        if (before >= 1.0) continue;
        double const score = std::log(before / (2.0 - before)) + c.hostility * std::log(left);
        EXPECT_NEAR(after.threat[after.position(i, 0)], std::min(1.0, 2.0 / (1.0 + std::exp(-score))), 1e-12);
    }
    EXPECT_GT(threats.terms.logs[0].size(), 0u);
}

TEST(Strategies, DivideLabourLowersAllegianceAsAutonomyRises) {
    StrategyWorld made(7);
    Moves const moves = moves_of(made.parameters);
    std::string const code = made.world.actor(made.reading.system.rivals[0]).code;
    Inputs const after = made.after(made.named("divide-labour:" + code));
    for (std::size_t i = 0; i < after.members; ++i) {
        bool const faces = main_threat(made.in(), i) == 0;
        EXPECT_EQ(after.autonomy[i] > made.in().autonomy[i], !faces);
        EXPECT_DOUBLE_EQ(after.allegiance[i], made.in().allegiance[i] * (faces ? 1.0 : 1.0 - moves.division));
        EXPECT_EQ(after.promise[i] > made.in().promise[i], faces);
    }
}

TEST(Strategies, ABranchThatHelpsInTradeOnlyFailsWhereItLivesByTheRivalsMarket) {
    StrategyWorld made(8);
    Inputs& in = made.in();
    Branch const& branch = made.reading.system.branches[0];
    std::ranges::fill(in.exposure, 0.0);
    EXPECT_EQ(made.after(made.named("balance-alone:T")).allegiance, in.allegiance);
    for (double& x : in.exposure) x = 1.0;
    for (std::size_t const i : branch.members) EXPECT_EQ(made.after(made.named("balance-alone:T")).allegiance[i], 0.0);
}

TEST(Strategies, LinkMembersOfDifferentBranchesOnly) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        StrategyWorld made(seed);
        for (Strategy const& strategy : made.strategies)
            for (PlannedLink const& link : strategy.links) {
                ASSERT_NE(link.a, link.b);
                ASSERT_FALSE(made.reading.system.same_branch(link.a, link.b));
            }
        EXPECT_EQ(made.named("link:lynchpins").links.size(), 3u);
        EXPECT_EQ(made.named("link:all").links.size(), 2 * made.in().members - 3u);
    }
    StrategyWorld made(1);
    System const& system = made.reading.system;
    std::size_t const other = system.branches[0].members[1];
    EXPECT_THROW((void)strategies_of(made.world, system, made.in(), {{system.branches[0].members[0], other, 0.5}}),
                 Error);
    EXPECT_THROW((void)strategies_of(made.world, system, made.in(), {{0, 0, 0.5}}), Error);
}

TEST(Strategies, OfOneBranchAndOneRivalAreFewer) {
    StrategyWorld made(4, 1, 1);
    std::vector<std::string> keys;
    for (Strategy const& strategy : made.strategies) keys.push_back(strategy.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"hold", "reinforce:all", "balance-alone:T"}));
}

TEST(Answers, AreTheWorstOfThree) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        StrategyWorld made(seed);
        Moves const moves = moves_of(made.parameters);
        StrategyOutcomes out(made.in(), made.strategies.size());
        score(made.strategies, made.reading.system, made.in(), moves, Rivals::Answering, out);
        Risks before(made.in());
        Risks after(made.in());
        Pooling lent(made.in().rivals);
        for (std::size_t s = 0; s < made.strategies.size(); ++s) {
            double least = std::numeric_limits<double>::infinity();
            for (Answer const answer : all_answers) {
                Inputs in = made.after(made.strategies[s]);
                assess(in, before);
                give(answer, moves, before, in, lent);
                assess(in, after);
                double sum = 0.0;
                for (double const x : after.strength) sum += x;
                least = std::min(least, sum);
            }
            double chosen = 0.0;
            for (double const x : out.answered.outcomes[s].strength) chosen += x;
            ASSERT_DOUBLE_EQ(chosen, least) << seed << made.strategies[s].key;
        }
    }
}

TEST(Answers, OfALoneRivalNeverAlign) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        StrategyWorld made(seed, 1);
        StrategyOutcomes out(made.in(), made.strategies.size());
        score(made.strategies, made.reading.system, made.in(), moves_of(made.parameters), Rivals::Answering, out);
        for (Answer const answer : out.answers) EXPECT_NE(answer, Answer::Align);
    }
}

TEST(Scores, TreatEqualBranchesAlike) {
    StrategyWorld made(11, 2); // nine members, three to a branch
    Inputs& in = made.in();
    auto const alike = [](std::vector<double>& column, std::size_t width) {
        for (std::size_t n = width; n < column.size(); ++n) column[n] = column[n % width];
    };
    for (auto* column :
         {&in.promise, &in.allegiance, &in.autonomy, &in.worth, &in.member_power, &in.dependence, &in.leader_reach})
        alike(*column, 1);
    for (auto* column : {&in.threat, &in.provocation, &in.hostility, &in.log_closeness, &in.rival_reach, &in.exposure})
        alike(*column, in.rivals);
    ASSERT_EQ(made.reading.system.branches[0].members.size(), made.reading.system.branches[2].members.size());
    StrategyOutcomes out(in, made.strategies.size());
    score(made.strategies, made.reading.system, in, moves_of(made.parameters), Rivals::Answering, out);
    auto const of = [&](std::string const& key) {
        return static_cast<std::size_t>(&made.named(key) - made.strategies.data());
    };
    for (Standing const* standing : {&out.still, &out.answered})
        for (std::string const kind : {"reinforce:", "balance-alone:"}) {
            Outcome const& first = standing->outcomes[of(kind + "T")];
            Outcome const& third = standing->outcomes[of(kind + "T3")];
            EXPECT_NEAR(first.weakest, third.weakest, 1e-12);
            EXPECT_NEAR(first.reliability, third.reliability, 1e-12);
            EXPECT_NEAR(first.cost, third.cost, 1e-12);
            EXPECT_NEAR(first.dominance, third.dominance, 1e-12);
        }
}

} // namespace
} // namespace casus::dilemma
