#include "casus/dilemma/timeline/timeline.hpp"

#include "casus/dilemma/system.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::dilemma {

namespace {

/// A system of three branches with two members that share none.
struct Linkable {
    explicit Linkable(std::uint64_t seed)
        : world(random_world({.seed = seed, .actors = 12, .challengers = 2, .partners = 1, .branches = 3})),
          parameters(random_parameters(seed)), system(world) {
        for (std::size_t b = 1; b < system.members.size(); ++b)
            if (!system.same_branch(0, b)) other = b;
    }
    [[nodiscard]] Linkage linkage(std::string code, LinkageDate since, double level) const {
        Linkage linked;
        linked.code = std::move(code);
        linked.since = since;
        linked.members = {system.members[0], system.members[other]};
        linked.pairs = {{system.members[0], system.members[other]}};
        linked.level = level;
        linked.sd = 0.02;
        return linked;
    }
    [[nodiscard]] Timeline run(std::vector<Linkage> const& linkages, std::size_t threads = 1) const {
        return timeline(world, parameters, linkages, {.seed = 1, .draws = 40, .threads = threads});
    }

    World world;
    Parameters parameters;
    System system;
    std::size_t other = 0;
};

std::size_t measure(Timeline const& timeline, std::string const& key) {
    auto const at = std::ranges::find(timeline.measures, key, &SystemMeasure::key);
    EXPECT_NE(at, timeline.measures.end()) << key;
    return static_cast<std::size_t>(at - timeline.measures.begin());
}

TEST(LinkageTimeline, StagesFollowTheDatesAndAnEndGivesBackWhatCame) {
    Linkable const made(3);
    Linkage first = made.linkage("B", {2007, 5}, 0.1);
    first.until = LinkageDate{2007, 9};
    Timeline const result = made.run({first, made.linkage("A", {2004, 0}, 0.3)});
    ASSERT_EQ(result.stages.size(), 4U);
    EXPECT_TRUE(result.stages[0].code.empty());
    EXPECT_EQ(result.stages[1].code, "A");
    EXPECT_EQ(result.stages[2].code, "B");
    EXPECT_FALSE(result.stages[2].ends);
    EXPECT_EQ(result.stages[3].code, "B");
    EXPECT_TRUE(result.stages[3].ends);
    for (std::size_t m = 0; m < result.measures.size(); ++m) {
        EXPECT_EQ(result.stages[3].value[m].value, result.stages[1].value[m].value);
        EXPECT_EQ(result.stages[3].since[m].interval.low, result.stages[1].since[m].interval.low);
        EXPECT_EQ(result.stages[0].since[m].value, 0.0);
        EXPECT_NEAR(result.stages[1].change[m].value + result.stages[2].change[m].value,
                    result.stages[2].since[m].value, 1e-12);
    }
}

TEST(LinkageTimeline, DominanceFallsAndStrengthRisesWithEachLink) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Linkable const made(seed);
        Timeline const result = made.run({made.linkage("A", {2004, 0}, 0.3), made.linkage("B", {2010, 1}, 0.2)});
        std::size_t const reliability = measure(result, "reliability");
        for (std::size_t s = 0; s < result.stages.size(); ++s) {
            EXPECT_GE(result.stages[s].value[reliability].value, 0.0);
            EXPECT_LE(result.stages[s].value[reliability].value, 1.0);
            if (s == 0) continue;
            EXPECT_LE(result.stages[s].change[measure(result, "dominance")].value, 0.0) << seed;
            for (std::size_t m = 0; m < result.measures.size(); ++m) {
                if (result.measures[m].family != SystemMeasure::Family::Strength) continue;
                EXPECT_GE(result.stages[s].change[m].value, 0.0) << seed;
            }
        }
    }
}

TEST(LinkageTimeline, LinksWithOutsidersChangeNothingAndAreNamed) {
    Linkable const made(5);
    Linkage outside = made.linkage("OUT", {2010, 0}, 0.3);
    outside.pairs = {{made.system.members[0], made.system.rivals[0]}};
    Timeline const result = made.run({outside});
    ASSERT_EQ(result.notes.size(), 1U);
    EXPECT_EQ(result.notes[0].en, "OUT links no two members of the system and changes nothing here");
    EXPECT_EQ(result.stages[1].pairs, 0U);
    for (MeasuredValue const& value : result.stages[1].change) EXPECT_EQ(value.value, 0.0);
}

TEST(LinkageTimeline, NoThreadChangesANumber) {
    Linkable const made(7);
    std::vector<Linkage> const linkages{made.linkage("A", {2004, 0}, 0.3)};
    Timeline const one = made.run(linkages, 1);
    Timeline const two = made.run(linkages, 2);
    for (std::size_t m = 0; m < one.measures.size(); ++m) {
        EXPECT_EQ(one.stages[1].since[m].interval.low, two.stages[1].since[m].interval.low);
        EXPECT_EQ(one.stages[1].since[m].interval.high, two.stages[1].since[m].interval.high);
    }
}

TEST(LinkageTimeline, WithoutLinkagesThereIsOneStage) { EXPECT_EQ(Linkable(2).run({}).stages.size(), 1U); }

} // namespace

} // namespace casus::dilemma
