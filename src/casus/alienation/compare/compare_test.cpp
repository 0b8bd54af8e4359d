// Comparisons over random worlds: terms that add up, tables that agree with the evaluations, paired intervals.
#include "casus/alienation/compare/compare_document.hpp"
#include "casus/alienation/compare/gap_change.hpp"
#include "casus/alienation/compare/overview.hpp"
#include "casus/alienation/compare/scenario_chapter.hpp"
#include "casus/alienation/compare/term_means.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace casus::alienation {
namespace {

/// A world, and the same under a scenario, evaluated.
struct Pair {
    explicit Pair(std::uint64_t seed, std::vector<Change> changes)
        : builder(random_builder({.seed = seed})), scenario{.code = "test",
                                                            .name = {"test", "测试"},
                                                            .changes = std::move(changes)},
          base(WorldBuilder(builder).build()), parameters(random_parameters(seed)),
          altered(apply(scenario, builder, parameters)), before(base), after(altered.world), plan(base),
          row(plan.count()), changed(plan.count()), none(plan.count()) {
        evaluate(base, parameters, before);
        evaluate(altered.world, altered.parameters, after);
        plan.write(before, row);
        plan.write(after, changed);
        for (std::size_t n = 0; n < none.size(); ++n)
            none[n] = {changed[n] - row[n] - 1e-3, changed[n] - row[n] + 1e-3};
    }
    [[nodiscard]] Sampled at_base() const { return {base, parameters, before, plan, row, none}; }
    [[nodiscard]] Sampled under() const { return {altered.world, altered.parameters, after, plan, changed, none}; }
    [[nodiscard]] Comparison comparison() const { return {at_base(), row, {{scenario, under(), changed, none}}}; }

    WorldBuilder builder;
    Scenario scenario;
    World base;
    Parameters parameters;
    Altered altered;
    Buffers before;
    Buffers after;
    OutputPlan plan;
    std::vector<double> row;
    std::vector<double> changed;
    std::vector<Interval> none;
};

std::vector<Change> const everything{{"hegemon.credibility", "*0.5"},    {"ally.reward", "*0.6"},
                                     {"issue.exclusivity", "*0.9"},      {"challenger.offer", "+0.1"},
                                     {"parameter.share_leader", "*0.8"}, {"issue.openness", "*0.9"},
                                     {"ally.pressure", "+0.05"}};

TEST(GapChange, TermsAddUpToTheChangeOfTheGap) {
    std::size_t switched = 0;
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        Pair const pair(seed, everything);
        std::size_t const cells = pair.base.size().cells();
        for (std::size_t n = 0; n < pair.base.size().assessed; ++n)
            for (std::size_t k = 0; k < pair.base.size().issues; ++k) {
                GapChange const change = gap_change(pair.at_base(), pair.under(), n, IssueId{k});
                double sum = 0.0;
                for (GapTerm const& term : change.terms) sum += term.change;
                EXPECT_NEAR(sum, change.scenario - change.base, 1e-12);
                double strongest = -1e300;
                for (std::size_t option = 1; option < option_count(pair.base); ++option)
                    strongest = std::max(strongest, pair.after.utility[option * cells + pair.base.cell(n, IssueId{k})]);
                EXPECT_DOUBLE_EQ(change.scenario, pair.after.utility[pair.base.cell(n, IssueId{k})] - strongest);
                bool const new_rival = change.rival_before != change.rival_after;
                EXPECT_EQ(change.terms.back().key == "behind", new_rival);
                if (!new_rival) continue;
                ++switched;
                EXPECT_GE(change.terms.back().change, 0.0);
            }
    }
    EXPECT_GT(switched, 10u);
}

TEST(GapChange, NamesTheOneTermThatMoves) {
    Pair const pair(3, {{"ally.share", "+0.02"}});
    for (std::size_t n = 0; n < pair.base.size().allies; ++n)
        for (std::size_t k = 0; k < pair.base.size().issues; ++k)
            for (GapTerm const& term : gap_change(pair.at_base(), pair.under(), n, IssueId{k}).terms)
                if (std::abs(term.change) > 1e-12) {
                    EXPECT_TRUE(term.key == "share" || term.key == "behind") << term.key;
                    if (term.option == "follow") { EXPECT_NEAR(term.change, -0.02, 1e-12); }
                }
}

TEST(GapChange, OfNothingIsNothing) {
    Pair const pair(5, {});
    for (GapTerm const& term : gap_change(pair.at_base(), pair.under(), 0, IssueId{0}).terms)
        EXPECT_EQ(term.change, 0.0);
}

TEST(TermMeans, AddUpToTheMeanChangeOfTheGap) {
    Pair const pair(7, everything);
    std::size_t const issues = pair.base.size().issues;
    std::vector<GapChange> changes;
    for (std::size_t n = 0; n < pair.base.size().allies; ++n)
        for (std::size_t k = 0; k < issues; ++k)
            changes.push_back(gap_change(pair.at_base(), pair.under(), n, IssueId{k}));
    TermMeans const means = mean_terms(changes, issues);
    double all = 0.0;
    for (std::size_t k = 0; k < issues; ++k) {
        double sum = 0.0;
        for (TermMean const& term : means.terms) sum += term.by_issue[k];
        EXPECT_NEAR(sum, means.gap[k], 1e-12);
    }
    for (TermMean const& term : means.terms) all += term.all;
    EXPECT_NEAR(all, means.all, 1e-12);
    double mean = 0.0;
    for (GapChange const& change : changes)
        mean += (change.scenario - change.base) / static_cast<double>(changes.size());
    EXPECT_NEAR(mean, means.all, 1e-12);
}

Table const& table_named(Chapter const& chapter, std::string const& id) {
    for (Shape const& shape : chapter.shapes)
        if (auto const* table = std::get_if<Table>(&shape); table != nullptr && table->id == id) return *table;
    ADD_FAILURE() << "no table " << id;
    static Table const none;
    return none;
}

TEST(ScenarioChapter, ShowsBaseScenarioAndTheirDifference) {
    Pair const pair(2, everything);
    Comparison const comparison = pair.comparison();
    Chapter const chapter = scenario_chapter(comparison, comparison.scenarios.front());
    std::set<std::string> ids;
    for (char const* what : {"changes", "system", "actors", "terms", "cells", "hegemon"}) {
        Table const& table = table_named(chapter, std::string("compare/test/") + what);
        EXPECT_FALSE(table.rows.empty());
        for (auto const& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.id;
    }
    Table const& actors = table_named(chapter, "compare/test/actors");
    for (std::size_t n = 0; n < actors.rows.size(); ++n) {
        double const base = std::get<Number>(actors.rows[n][2]).value;
        double const now = std::get<Number>(actors.rows[n][3]).value;
        EXPECT_EQ(base, pair.before.index[n]);
        EXPECT_EQ(now, pair.after.index[n]);
        EXPECT_EQ(std::get<Number>(actors.rows[n][4]).value, now - base);
        EXPECT_TRUE(std::get<Number>(actors.rows[n][4]).interval);
    }
    // Costs are shown below zero, so a strategy's lines above its net add up to it, at the base and under the scenario.
    Table const& hegemon = table_named(chapter, "compare/test/hegemon");
    for (std::size_t column : {std::size_t{2}, std::size_t{3}}) {
        double sum = 0.0;
        for (auto const& row : hegemon.rows) {
            std::string const& line = std::get<Text>(row[1]).en;
            double const value = std::get<Number>(row[column]).value;
            if (line == "net") {
                EXPECT_NEAR(value, sum, 1e-12);
                sum = 0.0;
            } else if (line != "ahead by") {
                sum += value;
            }
        }
    }
}

TEST(Overview, HasAColumnForEveryScenario) {
    Pair const pair(2, everything);
    Comparison const comparison = pair.comparison();
    Chapter const chapter = overview_chapter(comparison);
    for (char const* id : {"compare/system", "compare/hegemon", "compare/index"}) {
        Table const& table = table_named(chapter, id);
        EXPECT_EQ(table.columns.back().key, "test");
        for (auto const& row : table.rows) EXPECT_EQ(row.size(), 3u);
    }
    Table const& system = table_named(chapter, "compare/system");
    EXPECT_DOUBLE_EQ(std::get<Number>(system.rows[0][1]).value, mean_index(pair.before));
    EXPECT_DOUBLE_EQ(std::get<Number>(system.rows[0][2]).value, mean_index(pair.after));
}

TEST(CompareDocument, HasEveryActorAndTermsThatAddUp) {
    Pair const pair(6, everything);
    nlohmann::ordered_json const document = compare_document(pair.comparison());
    ASSERT_EQ(document.size(), 1u);
    auto const& scenario = document.front();
    EXPECT_EQ(scenario["allies"].size(), pair.base.size().allies);
    EXPECT_EQ(scenario["partners"].size(), pair.base.size().assessed - pair.base.size().allies);
    for (auto const& actor : scenario["allies"])
        for (auto const& stance : actor["stances"]) {
            double sum = 0.0;
            for (auto const& term : stance["gap"]["terms"]) sum += term["change"].get<double>();
            EXPECT_NEAR(sum, stance["gap"]["change"].get<double>(), 1e-12);
            auto const& follow = stance["follow"];
            EXPECT_DOUBLE_EQ(follow["change"].get<double>(),
                             follow["scenario"].get<double>() - follow["base"].get<double>());
        }
}

} // namespace
} // namespace casus::alienation
