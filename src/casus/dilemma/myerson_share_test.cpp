#include "casus/dilemma/myerson_share.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

namespace casus::dilemma {
namespace {

Inputs linked_inputs(std::uint64_t seed) {
    World const world =
        random_world({.seed = seed, .actors = 10, .challengers = 2, .partners = 0, .branches = 3, .issues = 1});
    Reading reading(world);
    read_inputs(world, random_parameters(seed), reading);
    Inputs in = reading.inputs;
    for (auto const& [a, b, s] : {std::tuple{0, 1, 0.4}, std::tuple{1, 2, 0.7}, std::tuple{0, 5, 0.2}}) {
        auto const at = in.pair(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
        in.link[at] = in.link[in.pair(static_cast<std::size_t>(b), static_cast<std::size_t>(a))] = s;
    }
    return in;
}

TEST(MyersonShare, OfTheLinkAdditiveGameIsDominance) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Inputs const in = linked_inputs(seed);
        Risks risks(in);
        assess(in, risks);
        EXPECT_NEAR(myerson_share(SystemGame::LinkAdditive, in, risks), risks.dominance, 1e-12) << seed;
    }
}

TEST(MyersonShare, OfABrokerFallsAsOthersTie) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Inputs in = linked_inputs(seed);
        in.c.binding = 0.0;
        Risks risks(in);
        assess(in, risks);
        double const before = myerson_share(SystemGame::Brokered, in, risks);
        in.link[in.pair(3, 4)] = in.link[in.pair(4, 3)] = 0.1;
        assess(in, risks);
        EXPECT_LT(myerson_share(SystemGame::Brokered, in, risks), before) << seed;
    }
}

TEST(MyersonShare, OfABrokerBetweenTwoIsByHand) {
    // Leader between two members of one power each and full allegiance: v of all three is 3 pairs of worth 1; alone
    // with one of them the leader is worth 1, the two without it nothing. Shapley of the restricted game: 4/3 of 3.
    Inputs in = linked_inputs(1);
    in.members = 2;
    in.power = 1.0;
    in.member_power = {1.0, 1.0};
    in.link = {0.0, 0.0, 0.0, 0.0};
    Risks risks(in);
    for (MemberState& each : risks.member) each.allegiance = 1.0;
    EXPECT_NEAR(myerson_share(SystemGame::Brokered, in, risks), 4.0 / 9.0, 1e-12);
}

} // namespace
} // namespace casus::dilemma
