#include "casus/dilemma/risks.hpp"

#include "casus/base/error.hpp"
#include "casus/world/random_world.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {
namespace {

/// A random world's inputs, with budget to spare so that promises are not spread thin.
struct Made {
    explicit Made(std::uint64_t seed)
        : world(random_world({.seed = seed, .actors = 12, .challengers = 1 + seed % 3, .partners = 0, .branches = 3})),
          reading(world) {
        read_inputs(world, random_parameters(seed), reading);
        reading.inputs.budget = 100.0;
    }
    Inputs& in() { return reading.inputs; }

    World world;
    Reading reading;
};

Risks assessed(Inputs const& in) {
    Risks risks(in);
    assess(in, risks);
    return risks;
}

void link(Inputs& in, std::size_t a, std::size_t b, double s) { in.link[in.pair(a, b)] = in.link[in.pair(b, a)] = s; }

TEST(Risks, LieWithinZeroAndOne) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Made made(seed);
        made.in().budget = 0.5;
        link(made.in(), 0, 1, 1.0);
        Risks const r = assessed(made.in());
        for (auto const* column :
             {&r.initiation, &r.attack, &r.conflict, &r.abandonment_by_rival, &r.entrapment_by_rival,
              &r.leader_abandonment_by_rival, &r.leader_entrapment_by_rival, &r.leader_conflict, &r.entrapment,
              &r.leader_entrapment, &r.reliability, &r.member_loss, &r.leader_loss})
            for (double const x : *column) {
                ASSERT_GE(x, 0.0) << seed;
                ASSERT_LE(x, 1.0) << seed;
            }
        ASSERT_GE(r.system_reliability, 0.0);
        ASSERT_LE(r.system_reliability, 1.0);
        ASSERT_GT(r.spread_thin, 0.0);
        ASSERT_GE(r.dominance, 0.0);
        ASSERT_LE(r.dominance, 0.5);
        for (MemberState const& member : r.member)
            for (double const x : {member.promise, member.allegiance, member.abandonment, member.leader_abandonment}) {
                ASSERT_GE(x, 0.0) << seed;
                ASSERT_LE(x, 1.0) << seed;
            }
        ASSERT_GE(r.alignment, 0.0);
        ASSERT_LE(r.alignment, 1.0);
    }
}

TEST(Risks, PromisesRelieveAbandonmentAndEmbolden) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Made made(seed);
        Inputs in = made.in();
        Risks const before = assessed(in);
        in.promise[0] = std::min(1.0, in.promise[0] + 0.15);
        Risks const after = assessed(in);
        EXPECT_LE(after.member[0].abandonment, before.member[0].abandonment) << seed;
        for (std::size_t m = 0; m < in.rivals; ++m) {
            EXPECT_GE(after.initiation[m], before.initiation[m]) << seed;
            EXPECT_LE(after.attack[m], before.attack[m]) << seed;
        }
    }
}

TEST(Risks, RestrainedLinksLowerConflictAndUnrestrainedOnesEmbolden) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Made made(seed);
        Inputs in = made.in();
        in.c.binding = 0.0;
        in.c.deterrence = 0.0;
        Risks const before = assessed(in);
        link(in, 0, 1, 0.5);
        in.c.restraint = 0.0;
        Risks const unrestrained = assessed(in);
        in.c.restraint = 50.0;
        Risks const restrained = assessed(in);
        EXPECT_GE(unrestrained.conflict[0], before.conflict[0]) << seed;
        EXPECT_LE(restrained.conflict[0], before.conflict[0]) << seed;
    }
}

TEST(Risks, LinksCostTheLeaderDominanceAndDrawRivalsTogether) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Made made(seed);
        Inputs in = made.in();
        in.c.binding = 0.0;
        Risks before = assessed(in);
        for (std::size_t b = 1; b < 4; ++b) {
            link(in, 0, b, 0.5);
            Risks const after = assessed(in);
            EXPECT_LT(after.dominance, before.dominance) << seed;
            EXPECT_GE(after.alignment, before.alignment) << seed;
            before = after;
        }
    }
}

TEST(Risks, BothPersistWithOnePoleAndWithTwo) {
    for (double const second : {0.001, 0.25}) {
        Made const made(2); // three rivals
        System const& system = made.reading.system;
        auto const now = made.world.values(Quantity::Power);
        std::vector<double> power(now.begin(), now.end());
        power[system.leader.index()] = 0.25;
        for (ActorId const rival : system.rivals) power[rival.index()] = 0.001;
        power[system.rivals[0].index()] = second;
        World const world = made.world.with(Quantity::Power, power);
        Reading reading(world);
        read_inputs(world, random_parameters(2), reading);
        reading.inputs.budget = 100.0;
        Inputs const& in = reading.inputs;
        EXPECT_GT(in.exit, 0.0);
        Risks const r = assessed(in);
        for (std::size_t i = 0; i < in.members; ++i) {
            EXPECT_GT(r.member[i].abandonment, 0.0);
            EXPECT_GT(r.entrapment[i], 0.0);
            EXPECT_GT(r.member[i].leader_abandonment, 0.0);
            EXPECT_GT(r.leader_entrapment[i], 0.0);
        }
    }
}

TEST(Risks, TreatEqualMembersAlike) {
    Made made(3);
    Inputs in = made.in();
    auto const alike = [](std::vector<double>& column, std::size_t width) {
        for (std::size_t n = width; n < column.size(); ++n) column[n] = column[n % width];
    };
    for (auto* column : {&in.promise, &in.allegiance, &in.worth, &in.member_power, &in.dependence, &in.leader_reach})
        alike(*column, 1);
    for (auto* column : {&in.threat, &in.provocation, &in.hostility, &in.log_closeness, &in.rival_reach, &in.exposure})
        alike(*column, in.rivals);
    Risks const r = assessed(in);
    for (std::size_t i = 1; i < in.members; ++i) {
        EXPECT_EQ(r.member[i].abandonment, r.member[0].abandonment);
        EXPECT_EQ(r.entrapment[i], r.entrapment[0]);
        EXPECT_EQ(r.reliability[i], r.reliability[0]);
    }
}

TEST(Risks, FallUnderOneRivalAloneToAbandonment) {
    Made made(3); // one rival
    Inputs in = made.in();
    ASSERT_EQ(in.rivals, 1u);
    in.c.fight_cost = 0.0;
    in.c.economic_weight = 0.0;
    Risks const r = assessed(in);
    for (std::size_t i = 0; i < in.members; ++i) {
        EXPECT_EQ(r.entrapment[i], 0.0);
        EXPECT_EQ(r.leader_entrapment[i], 0.0);
    }
}

TEST(System, RefusesWhatIsNone) {
    WorldBuilder alone = small_builder();
    alone.treaties.clear();
    EXPECT_THROW((void)System(alone.build()), Error);
    WorldBuilder peace = small_builder();
    peace.challengers.clear();
    peace.challenger_places.clear();
    EXPECT_THROW((void)System(peace.build()), Error);
    WorldBuilder hollow = small_builder(); // a branch without members
    hollow.treaties.push_back(members("HOLLOW", {"USA"}));
    EXPECT_THROW((void)hollow.build(), Error);
    WorldBuilder traitor = small_builder();
    traitor.rivals = {"CHN", "FRA"};
    EXPECT_THROW((void)traitor.build(), Error);
    World const world = small_builder().build();
    System const system(world);
    EXPECT_EQ(system.member(world, "FRA"), 1u);
    EXPECT_THROW((void)system.member(world, "CHN"), Error);
    EXPECT_TRUE(system.same_branch(0, 1));
}

} // namespace
} // namespace casus::dilemma
