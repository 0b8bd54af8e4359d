#include "casus/alienation/hegemon.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/hegemon_flips.hpp"
#include "casus/alienation/institution.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace casus::alienation {
namespace {

constexpr std::uint64_t worlds = 40;

HegemonLedger weighed(World const& world, Parameters const& parameters) {
    Buffers buffers(world);
    evaluate(world, parameters, buffers);
    return buffers.hegemon;
}

/// Every value of the quantity times `factor`.
World scaled(World const& world, Quantity quantity, double factor) {
    auto const values = world.values(quantity);
    std::vector<double> changed(values.begin(), values.end());
    for (double& x : changed) x *= factor;
    return world.with(quantity, changed);
}

TEST(HegemonLedger, LinesAddUpToWhatAStrategyYields) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        HegemonLedger const h = weighed(random_world({.seed = seed}), random_parameters(seed));
        for (std::size_t which = 0; which < strategies; ++which) {
            double sum = 0.0;
            for (HegemonLine const& line : hegemon_lines())
                if (line.strategy == which) sum += line.sign * h.*line.amount;
            EXPECT_NEAR(sum, net_of(h, which), 1e-12);
        }
    }
}

TEST(HegemonLedger, TheBestLeadsTheOthersByItsMargin) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        HegemonLedger const h = weighed(random_world({.seed = seed}), random_parameters(seed));
        std::size_t const best = best_strategy(h);
        EXPECT_GE(margin_of(h, best), 0.0);
        for (std::size_t which = 0; which < strategies; ++which) {
            EXPECT_LE(net_of(h, which), net_of(h, best));
            if (which != best) {
                EXPECT_LE(margin_of(h, which), 0.0);
                EXPECT_LE(margin_of(h, best), net_of(h, best) - net_of(h, which) + 1e-15);
            }
        }
    }
}

TEST(HegemonLedger, RentsRiseInNonNeutralityAndFallInOpennessAndErosion) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        double const rents = weighed(world, parameters).rents;
        EXPECT_LT(weighed(scaled(world, Quantity::NonNeutrality, 0.8), parameters).rents, rents);
        EXPECT_LT(weighed(scaled(world, Quantity::Openness, 1.2), parameters).rents, rents + 1e-15);
        EXPECT_LT(weighed(world, parameters.with(Parameter::Erosion, parameters[Parameter::Erosion] + 0.1)).rents,
                  rents);
    }
}

TEST(HegemonLedger, PaysWillOrCapacityWhicheverIsLessAndTheGapIsWhatIsLeftUnpaid) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        HegemonLedger const h = weighed(world, parameters);
        EXPECT_DOUBLE_EQ(h.gap(), h.will - h.capacity);
        EXPECT_DOUBLE_EQ(h.reward, h.will - std::max(0.0, h.gap()));
        EXPECT_DOUBLE_EQ(h.reward, std::min(h.will, h.capacity));
        HegemonLedger const willing =
            weighed(world, parameters.with(Parameter::BalancingWill, 2.0 * parameters[Parameter::BalancingWill]));
        EXPECT_DOUBLE_EQ(willing.will, 2.0 * h.will);
        EXPECT_DOUBLE_EQ(willing.gap(), h.gap() + h.will); // capacity does not follow the will
    }
}

TEST(HegemonLedger, AWeakerLeaderNeedsMoreAndIsWillingToGiveMore) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        auto const power = world.values(Quantity::Power);
        std::vector<double> changed(power.begin(), power.end());
        changed[world.leader().index()] *= 0.5;
        HegemonLedger const weak = weighed(world.with(Quantity::Power, changed), parameters);
        HegemonLedger const h = weighed(world, parameters);
        EXPECT_GT(weak.need, h.need);
        EXPECT_GT(weak.gap(), h.gap()); // the paper's point
    }
}

TEST(HegemonLedger, RemouldingWithoutRewardAndRepairMaintainsAtTheCostOfBalancing) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters =
            random_parameters(seed).with(Parameter::BalancingWill, 0.0).with(Parameter::Repair, 0.0);
        HegemonLedger const h = weighed(world, parameters);
        EXPECT_NEAR(h.remould(), h.maintain() - h.balancing, 1e-12);
        EXPECT_EQ(h.rewards, 0.0);
    }
}

TEST(Institutions, GiveFollowersMoreByTheirShareOfWhatCanBeKept) {
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        Buffers buffers(world);
        evaluate(world, parameters, buffers);
        auto const all = institutions(world, parameters, buffers);
        ASSERT_EQ(all.size(), world.size().issues);
        for (std::size_t k = 0; k < all.size(); ++k) {
            Institution const& here = all[k];
            EXPECT_LE(here.eroded, here.repaired);
            EXPECT_LE(here.repaired, here.intact);
            EXPECT_NEAR(here.following - here.deviating, here.eroded * here.membership * here.gains, 1e-12);
            EXPECT_NEAR(here.deviating, (1.0 - here.eroded) * here.gains, 1e-12);
            EXPECT_LE(here.range.low, here.following + 1e-12);
            EXPECT_GE(here.range.high, here.following - 1e-12);
            // Repair shuts the door on those outside and brings full members nothing beyond G.
            EXPECT_LE(here.repaired_deviating, here.deviating);
            EXPECT_LE(here.repaired_following, here.gains + 1e-12);
            double exclusion = 0.0; // the difference is what pulls at the deviating options
            for (std::size_t n = 0; n < world.size().allies; ++n)
                exclusion += buffers.exclusion[world.cell(n, IssueId{k})] / static_cast<double>(world.size().allies);
            EXPECT_NEAR(here.following - here.deviating, exclusion, 1e-12);
        }
    }
}

TEST(HegemonFlips, TurnTheAnswerWhereTheySayAndNotBefore) {
    std::set<std::string> turning;
    std::size_t turns = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        // Institutions that are worth something, so that no strategy wins by far.
        World const world = scaled(random_world({.seed = seed, .actors = 8, .issues = 3}), Quantity::Gains, 4.0);
        Parameters const parameters = random_parameters(seed);
        std::size_t const answer = best_strategy(weighed(world, parameters));
        auto const best_at = [&](HegemonFlip const& flip, double level) {
            Moved const moved = move_input(world, parameters, flip.key, level);
            return best_strategy(weighed(moved.world, moved.parameters));
        };
        for (HegemonFlip const& flip : find_hegemon_flips(world, parameters))
            for (auto const& turn : {flip.below, flip.above}) {
                EXPECT_EQ(best_at(flip, flip.now), answer) << flip.key;
                if (!turn) continue;
                ++turns;
                turning.insert(flip.key);
                EXPECT_NE(turn->best, answer);
                EXPECT_EQ(best_at(flip, turn->level), turn->best) << flip.key;
                for (double const part : {0.25, 0.5, 0.9, 0.999})
                    EXPECT_EQ(best_at(flip, flip.now + part * (turn->level - flip.now)), answer)
                        << flip.key << ' ' << part;
            }
    }
    EXPECT_GT(turns, 60u);
    for (char const* key : {"reward_budget", "alliance_cost", "credibility", "power", "openness", "balancing_will",
                            "credibility_loss", "erosion"})
        EXPECT_TRUE(turning.contains(key)) << key;
}

TEST(HegemonFlips, MoveTheMeanToTheLevelAndEveryValueToTheEndOfItsRange) {
    World const world = random_world({.seed = 4});
    Parameters const parameters = random_parameters(4);
    for (HegemonFlip const& flip : find_hegemon_flips(world, parameters)) {
        if (flip.key != "openness" && flip.key != "non_neutrality") continue;
        Quantity const quantity = flip.key == "openness" ? Quantity::Openness : Quantity::NonNeutrality;
        for (double const level : {0.0, 0.3 * flip.now, flip.now, 0.5 * (1.0 + flip.now), 1.0}) {
            World const moved = move_input(world, parameters, flip.key, level).world;
            double mean = 0.0;
            for (double const x : moved.values(quantity)) {
                mean += x / static_cast<double>(moved.values(quantity).size());
                if (level == 0.0 || level == 1.0) { EXPECT_EQ(x, level) << flip.key; }
            }
            EXPECT_NEAR(mean, level, 1e-12) << flip.key;
        }
    }
}

TEST(HegemonFlips, SayNothingOfAnInputThatIsNeverDecisive) {
    // Without gains nothing can be won by anybody; then no level of non-neutrality turns the answer.
    World const world = scaled(random_world({.seed = 5}), Quantity::Gains, 0.0);
    for (HegemonFlip const& flip : find_hegemon_flips(world, random_parameters(5)))
        if (flip.key == "non_neutrality") {
            EXPECT_FALSE(flip.below);
            EXPECT_FALSE(flip.above);
        }
}

TEST(WorldWith, MovesOneQuantityWithinItsRange) {
    World const world = random_world({.seed = 2});
    World const low = world.with(Quantity::Credibility, std::vector{-3.0});
    World const high = world.with(Quantity::Credibility, std::vector{3.0});
    EXPECT_EQ(low.value(Quantity::Credibility), 0.0);
    EXPECT_EQ(high.value(Quantity::Credibility), 1.0);
    EXPECT_EQ(low.value(Quantity::RewardBudget), world.value(Quantity::RewardBudget));
    EXPECT_EQ(low.sd(Quantity::Credibility), world.sd(Quantity::Credibility));
}

} // namespace
} // namespace casus::alienation
