#include "casus/dilemma/strategy_sampled.hpp"

#include "casus/dilemma/index.hpp"
#include "casus/dilemma/strategy_chapter.hpp"
#include "casus/dilemma/strategy_document.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {
namespace {

World const& sampled_world() {
    static World const world =
        random_world({.seed = 3, .actors = 11, .challengers = 2, .partners = 0, .branches = 3, .issues = 1});
    return world;
}

StrategiesSampled sampled(std::size_t threads, std::vector<PlannedLink> given = {}) {
    return strategy_sampled(sampled_world(), random_parameters(3), {.seed = 9, .draws = 100, .threads = threads},
                            std::move(given));
}

TEST(StrategiesSampled, ArePairedDrawByDraw) {
    // The lynchpins' links once more as links given: whatever is drawn, they are worth the same.
    StrategiesSampled const once = sampled(1);
    std::vector<PlannedLink> const links =
        std::ranges::find(once.strategies, StrategyKind::LinkLynchpins, &Strategy::kind)->links;
    StrategiesSampled const s = sampled(1, links);
    auto const of = [&](StrategyKind kind) {
        return static_cast<std::size_t>(std::ranges::find(s.strategies, kind, &Strategy::kind) - s.strategies.begin());
    };
    for (Rivals const stance : {Rivals::Still, Rivals::Answering})
        for (std::size_t what = 0; what < static_cast<std::size_t>(Scored::Count); ++what) {
            auto const a = s.plan.scored(stance, of(StrategyKind::LinkLynchpins), static_cast<Scored>(what));
            auto const b = s.plan.scored(stance, of(StrategyKind::LinkGiven), static_cast<Scored>(what));
            EXPECT_EQ(s.spread.mean[a], s.spread.mean[b]);
            EXPECT_EQ(s.spread.interval[a].low, s.spread.interval[b].low);
            EXPECT_EQ(s.spread.interval[a].high, s.spread.interval[b].high);
        }
}

TEST(StrategiesSampled, DoNotDependOnThreads) {
    StrategiesSampled const one = sampled(1);
    StrategiesSampled const two = sampled(2);
    EXPECT_EQ(one.spread.mean, two.spread.mean);
}

TEST(StrategiesSampled, PlanHasAPlaceForEveryNumber) {
    StrategiesSampled const s = sampled(1);
    std::vector<double> row(s.plan.count(), std::nan(""));
    s.plan.write(s.centre, row);
    for (double const x : row) EXPECT_FALSE(std::isnan(x));
    EXPECT_EQ(row[s.plan.gain(Rivals::Answering, 2, 1)], s.centre.answered.outcomes[2].gain[1]);
    EXPECT_EQ(row[s.plan.whole(Rivals::Answering, Whole::Index)], bounded_index(s.centre.answered.index));
}

TEST(StrategiesSampled, FrontierOfMeansHasNoBeatenOne) {
    StrategiesSampled const s = sampled(1);
    for (Rivals const stance : {Rivals::Still, Rivals::Answering}) {
        std::vector<std::size_t> const frontier = frontier_of_means(s, stance);
        ASSERT_FALSE(frontier.empty());
        auto const mean = [&](std::size_t k, Scored what) { return s.spread.mean[s.plan.scored(stance, k, what)]; };
        for (std::size_t const k : frontier)
            for (std::size_t o = 0; o < s.strategies.size(); ++o)
                EXPECT_FALSE(mean(o, Scored::Weakest) > mean(k, Scored::Weakest) &&
                             mean(o, Scored::ReliabilityGain) > mean(k, Scored::ReliabilityGain) &&
                             mean(o, Scored::CostGain) < mean(k, Scored::CostGain));
    }
}

TEST(StrategiesSampled, AreToldInFull) {
    StrategiesSampled const s = sampled(1);
    auto const json = strategy_document(s);
    EXPECT_EQ(json["strategies"].size(), s.strategies.size());
    EXPECT_EQ(json["strategies"][0]["strategy"], "hold");
    EXPECT_EQ(json["strategies"][1]["still"]["strength_gains"].size(), 2u);
    EXPECT_FALSE(json["strategies"][1]["brokered_share"].is_null());
    EXPECT_FALSE(json["frontier"].empty());
    EXPECT_TRUE(json["index"]["conditions"]["several_rivals"].is_boolean());
    EXPECT_GE(json["index"]["answered"]["dilemma_share"].get<double>(), 0.0);
    EXPECT_GE(strategy_chapter(s).shapes.size(), 5u);
}

TEST(Conditions, AreThePapers) {
    Reading reading(sampled_world());
    read_inputs(sampled_world(), random_parameters(3), reading);
    Inputs in = reading.inputs;
    std::ranges::fill(in.threat, 0.0);
    std::ranges::fill(in.exposure, 0.0);
    in.threat[in.position(0, 0)] = 0.9;
    EXPECT_FALSE(conditions_of(in).several_rivals);
    EXPECT_FALSE(conditions_of(in).several_domains);
    in.exposure[in.position(3, 0)] = 0.6;
    EXPECT_TRUE(conditions_of(in).several_domains);
    in.c.economic_weight = 0.0;
    EXPECT_FALSE(conditions_of(in).several_domains);
    in.threat[in.position(2, 1)] = 0.5;
    EXPECT_TRUE(conditions_of(in).several_rivals);
    EXPECT_EQ(conditions_of(in).rivals[1].threatened, 1u);
}

} // namespace
} // namespace casus::dilemma
