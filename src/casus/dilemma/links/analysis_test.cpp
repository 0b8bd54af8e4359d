#include "casus/dilemma/links/analysis.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/links/drawn.hpp"
#include "casus/dilemma/links/test_problem.hpp"
#include "casus/dilemma/risks.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

namespace casus::dilemma {
namespace {

struct LinkSetting {
    explicit LinkSetting(std::uint64_t seed)
        : world(random_world({.seed = seed, .actors = 11, .challengers = 2, .partners = 0, .branches = 3})),
          parameters(random_parameters(seed)), reading(world) {
        read_inputs(world, parameters, reading);
    }
    [[nodiscard]] LinkProblem problem(LinkRequest const& request) const {
        return link_problem(world, reading.system, reading.inputs, parameters[Parameter::LinkLevel], request);
    }
    [[nodiscard]] std::string pair(std::size_t a, std::size_t b) const {
        return link_name(world, reading.system, {.a = a, .b = b});
    }

    World world;
    Parameters parameters;
    Reading reading;
};

std::string complaint(LinkSetting const& setting, LinkRequest const& request) {
    try {
        (void)setting.problem(request);
    } catch (Error const& error) { return error.what(); }
    return {};
}

TEST(LinkProblem, HoldsThePairsOfDifferentBranchesAtTheirCeilings) {
    LinkSetting const s(3);
    LinkProblem const p = s.problem({.budget = 1.0});
    Inputs const& in = s.reading.inputs;
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < in.members; ++a)
        for (std::size_t b = a + 1; b < in.members; ++b) pairs += s.reading.system.same_branch(a, b) ? 0 : 1;
    EXPECT_EQ(p.candidates.size(), pairs);
    for (LinkCandidate const& link : p.candidates) {
        double const ceiling =
            s.parameters[Parameter::LinkLevel] * (1.0 - std::max(in.autonomy[link.a], in.autonomy[link.b]));
        EXPECT_DOUBLE_EQ(link.support, ceiling - in.link[in.pair(link.a, link.b)]);
        EXPECT_DOUBLE_EQ(link.cost, link.support * in.link_cost[in.pair(link.a, link.b)]);
    }
}

TEST(LinkProblem, MakesRequiredLinksFirstAndLeavesForbiddenOnesOut) {
    LinkSetting const s(3);
    LinkProblem const all = s.problem({.budget = 1.0});
    LinkCandidate const& first = all.candidates.front();
    LinkCandidate const& last = all.candidates.back();
    LinkProblem const p = s.problem({.forbidden = {s.pair(last.b, last.a)},
                                     .required = {s.pair(first.a, first.b)},
                                     .ceilings = {s.pair(first.a, first.b) + "=0.9"},
                                     .budget = 1.0});
    EXPECT_EQ(p.candidates.size(), all.candidates.size() - 2);
    EXPECT_DOUBLE_EQ(p.inputs.link[p.inputs.pair(first.a, first.b)], 0.9);
    EXPECT_DOUBLE_EQ(p.budget, 1.0 - p.required_cost());
    EXPECT_GT(p.required_cost(), 0.0);
}

TEST(LinkProblem, RefusesWhatCannotBe) {
    LinkSetting const s(3);
    LinkProblem const all = s.problem({.budget = 1.0});
    std::string const link = s.pair(all.candidates[0].a, all.candidates[0].b);
    std::size_t other = 1;
    while (!s.reading.system.same_branch(0, other)) ++other;
    EXPECT_NE(complaint(s, {.required = {s.pair(0, other)}, .budget = 1.0}).find("within one branch"),
              std::string::npos);
    EXPECT_NE(complaint(s, {.required = {s.pair(0, 0)}, .budget = 1.0}).find("with itself"), std::string::npos);
    EXPECT_NE(
        complaint(s, {.forbidden = {link}, .required = {link}, .budget = 1.0}).find("both required and forbidden"),
        std::string::npos);
    EXPECT_NE(complaint(s, {.required = {link}, .budget = 1e-9}).find("cost more than the budget"), std::string::npos);
    EXPECT_NE(complaint(s, {.budget = -0.1}).find("not a budget"), std::string::npos);
    EXPECT_NE(complaint(s, {.forbidden = {"nobody"}, .budget = 1.0}).find("not a link"), std::string::npos);
    EXPECT_NE(complaint(s, {.forbidden = {"XX-YY"}, .budget = 1.0}).find("not a member"), std::string::npos);
    EXPECT_NE(complaint(s, {.ceilings = {link + "=1.5"}, .budget = 1.0}).find("not a ceiling"), std::string::npos);
    EXPECT_EQ(complaint(s, {.budget = 0.0}), "");
}

TEST(LinkAnalysis, SaysWhatEachLinkAndMemberIsWorth) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        LinkProblem const problem =
            random_link_problem({.seed = seed, .members = 9, .rivals = 2, .branches = 3}, 10, 0.5);
        for (LinkObjective const objective : {LinkObjective::Reliability, LinkObjective::Strength}) {
            LinkAnalysis const a = analyse_links(problem, objective, {}, 1);
            ASSERT_FALSE(a.best.empty());
            EXPECT_GE(a.best.front().value(objective), a.without.value(objective) - 1e-12);
            EXPECT_LE(a.best.front().cost, problem.budget + 1e-12);
            for (std::size_t k = 0; k < a.worth.size(); ++k)
                if (a.best.front().levels[k] > 0) {
                    EXPECT_GE(a.worth[k].in_best, -1e-12); // a link that did harm would be left out
                }
            double last = 1.0;
            for (Lynchpin const& pin : a.lynchpins) {
                EXPECT_LE(pin.score(), last);
                last = pin.score();
                for (double const x : {pin.capacity, pin.willingness, pin.contribution}) {
                    EXPECT_GE(x, 0.0);
                    EXPECT_LE(x, 1.0);
                }
            }
        }
    }
}

TEST(LinkAnalysis, SearchesWhatItCannotEnumerate) {
    LinkProblem const problem = random_link_problem({.seed = 4, .members = 12, .rivals = 2, .branches = 3}, 30, 0.2);
    LinkAnalysis const a = analyse_links(problem, LinkObjective::Reliability, {.seconds = 60.0, .nodes = 5}, 1);
    ASSERT_TRUE(a.search);
    EXPECT_EQ(a.sets, 0U);
    EXPECT_TRUE(a.frontier.empty());
    EXPECT_LE(a.best.front().reliability, a.search->bound);
    EXPECT_LE(a.search->bound, a.search->first_bound + 1e-12);
    EXPECT_EQ(narrowed(problem, LinkObjective::Reliability, 6).candidates.size(), 6U);
}

TEST(LinkDraws, AreSharesThatDependNotOnThreads) {
    LinkSetting const s(5);
    LinkProblem const problem = narrowed(s.problem({.budget = 0.05}), LinkObjective::Strength, 8);
    LinkAnalysis one = analyse_links(problem, LinkObjective::Strength, {}, 1);
    LinkAnalysis three = one;
    draw_links(s.world, s.parameters, 0.05, {.seed = 1, .draws = 40, .threads = 1}, one);
    draw_links(s.world, s.parameters, 0.05, {.seed = 1, .draws = 40, .threads = 3}, three);
    double sum = 0.0;
    for (std::size_t k = 0; k < one.worth.size(); ++k) {
        EXPECT_EQ(one.worth[k].share_of_draws, three.worth[k].share_of_draws);
        EXPECT_LE(one.worth[k].share_of_draws, 1.0 + 1e-12);
        sum += one.worth[k].share_of_draws;
    }
    EXPECT_GT(sum, 0.0);
    EXPECT_EQ(one.draws, 40U);
}

} // namespace
} // namespace casus::dilemma
