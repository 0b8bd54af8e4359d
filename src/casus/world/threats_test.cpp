#include "casus/world/threats.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus {
namespace {

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

double any_of(std::vector<double> const& xs) {
    double none = 1.0;
    for (double const x : xs) none *= 1.0 - std::clamp(x, 0.0, 1.0);
    return 1.0 - none;
}

struct Assessed {
    World world;
    Parameters parameters;
    Threats threats;

    explicit Assessed(std::uint64_t seed, ThreatJoin join = ThreatJoin::Either)
        : world(random_world({.seed = seed})), parameters(random_parameters(seed)), threats(world) {
        assess_threats(world, parameters, join, threats);
    }
};

/// One actor's threats read off the world figure by figure.
double plain_threat(World const& w, Parameters const& p, ActorId target, ActorId sender) {
    std::size_t const i = target.index();
    std::size_t const j = sender.index();
    std::size_t const dyad = w.dyad(target, sender);
    auto const of = [&](Quantity q, std::size_t n) { return w.value(q, n); };
    double const d = of(Quantity::Distance, dyad);
    double const land = of(Quantity::Land, j) * of(Quantity::Barrier, dyad) *
                        (of(Quantity::Contiguity, dyad) > 0 ? 1.0 : std::exp(-d / p[Parameter::LandReach]));
    bool const landlocked = of(Quantity::Landlocked, i) > 0 || of(Quantity::Landlocked, j) > 0;
    double const sea = of(Quantity::SeaAir, j) * std::exp(-d / p[Parameter::SeaReach]) * (landlocked ? 0.5 : 1.0);
    double const power = of(Quantity::Power, j) / (of(Quantity::Power, i) + of(Quantity::Power, j));
    double const score = p[Parameter::ThreatConstant] + p[Parameter::ThreatPower] * std::log(power) +
                         p[Parameter::ThreatProximity] * std::log(std::max({land, sea, 1e-6})) +
                         p[Parameter::ThreatOffence] * std::log(of(Quantity::Offence, j)) +
                         p[Parameter::ThreatHostility] * std::log(of(Quantity::Hostility, dyad)) -
                         p[Parameter::ThreatDepth] * std::log(of(Quantity::Depth, i));
    return std::min(1.0, logistic(score - p[Parameter::ThreatReference]) / logistic(0.0));
}

TEST(Threats, AgreeWithTheFormulaOnTheWorldsFigures) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Assessed const a(seed);
        for (std::size_t i = 0; i < a.world.size().actors; ++i)
            for (ActorId const sender : a.world.environment(ActorId{i}))
                ASSERT_NEAR(a.threats.from(a.world, ActorId{i}, sender),
                            plain_threat(a.world, a.parameters, ActorId{i}, sender), 1e-12)
                    << seed << ' ' << i << ' ' << sender.index();
    }
}

TEST(Threats, JoinAndShortfallFollowFromTheSingleOnes) {
    for (ThreatJoin const join : {ThreatJoin::Either, ThreatJoin::Strongest}) {
        Assessed const a(3, join);
        for (std::size_t i = 0; i < a.world.size().actors; ++i) {
            std::vector<double> single;
            double bearing = 0.0;
            std::vector<double> foreign;
            double foreign_bearing = 0.0;
            auto const environment = a.world.environment(ActorId{i});
            for (std::size_t n = 0; n < environment.size(); ++n) {
                std::size_t const row = a.threats.position(ActorId{i}, n);
                single.push_back(a.threats.pair[row]);
                bearing += single.back() * a.world.value(Quantity::Power, environment[n].index()) *
                           a.threats.terms.proximity[row];
                // The synthetic world has one treaty: all allies and the leader are in it.
                Role const mine = a.world.actors()[i].role;
                Role const theirs = a.world.actor(environment[n]).role;
                bool const fellows = mine == Role::Ally && theirs == Role::Ally;
                if (theirs == Role::Leader || fellows || (mine == Role::Leader && theirs == Role::Ally)) continue;
                foreign.push_back(a.threats.pair[row]);
                foreign_bearing += foreign.back() * a.world.value(Quantity::Power, environment[n].index()) *
                                   a.threats.terms.proximity[row];
            }
            double const joined = join == ThreatJoin::Either ? any_of(single) : std::ranges::max(single);
            EXPECT_NEAR(a.threats.total[i], joined, 1e-14);
            double const own = a.world.value(Quantity::Power, i);
            EXPECT_NEAR(a.threats.shortfall[i], bearing / (own + bearing), 1e-14);
            double const foreign_joined = foreign.empty()              ? 0.0
                                          : join == ThreatJoin::Either ? any_of(foreign)
                                                                       : std::ranges::max(foreign);
            double const foreign_shortfall = foreign_bearing > 0.0 ? foreign_bearing / (own + foreign_bearing) : 0.0;
            EXPECT_NEAR(a.threats.need(ActorId{i}), foreign_joined * foreign_shortfall, 1e-14);
        }
    }
}

TEST(Threats, StrangersAndOneselfDoNotThreaten) {
    Assessed const a(4);
    std::size_t strangers = 0;
    for (std::size_t i = 0; i < a.world.size().actors; ++i) {
        EXPECT_EQ(a.threats.from(a.world, ActorId{i}, ActorId{i}), 0.0);
        for (std::size_t j = 0; j < a.world.size().actors; ++j) {
            bool const known = std::ranges::count(a.world.environment(ActorId{i}), ActorId{j}) > 0;
            EXPECT_EQ(a.threats.from(a.world, ActorId{i}, ActorId{j}) > 0.0, known);
            strangers += known || i == j ? 0 : 1;
        }
    }
    EXPECT_GT(strangers, 0u);
}

TEST(Threats, ScratchKeepsNothingOfEarlierDraws) {
    Assessed a(5);
    auto const before = a.threats.pair;
    World drawn = a.world;
    Parameters moved = a.parameters;
    a.parameters.draw(1, 1, moved);
    a.world.draw(1, 1, drawn);
    assess_threats(drawn, moved, ThreatJoin::Strongest, a.threats);
    EXPECT_NE(a.threats.pair, before);
    assess_threats(a.world, a.parameters, ThreatJoin::Either, a.threats);
    EXPECT_EQ(a.threats.pair, before);
}

} // namespace
} // namespace casus
