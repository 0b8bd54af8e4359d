#include "casus/alienation/contest/sampled.hpp"

#include "casus/alienation/contest/chapter.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace casus::contest {
namespace {

TEST(Sampled, AWarmStartEndsWhereAColdOneDoes) {
    World const world = random_world({.seed = 41, .actors = 14});
    Parameters const parameters = random_parameters(41);
    Play centre(world);
    play(world, parameters, {}, Equilibrium(centre.ground.contest), centre);
    World drawn = world;
    Parameters drawn_parameters = parameters;
    for (std::uint32_t run = 0; run < 10; ++run) {
        world.draw(1, run, drawn);
        parameters.draw(1, run, drawn_parameters);
        Play cold(world);
        Play warm(world);
        play(drawn, drawn_parameters, {}, Equilibrium(centre.ground.contest), cold, {.tolerance = 1e-12});
        play(drawn, drawn_parameters, {}, centre.at, warm, {.tolerance = 1e-12});
        EXPECT_TRUE(cold.at.converged);
        EXPECT_TRUE(warm.at.converged);
        EXPECT_LE(distance(cold.ground.contest, cold.at, warm.at), 1e-4) << run;
    }
}

TEST(OutputPlan, FillsEveryPlaceOnce) {
    World const world = random_world({.seed = 42});
    Parameters const parameters = random_parameters(42);
    Play game(world);
    play(world, parameters, {}, Equilibrium(game.ground.contest), game);
    OutputPlan const plan(world);
    std::vector<double> row(plan.count(), std::numeric_limits<double>::quiet_NaN());
    plan.write(world, parameters, game, row);
    for (std::size_t n = 0; n < row.size(); ++n) EXPECT_FALSE(std::isnan(row[n])) << n;
    Contest const& contest = game.ground.contest;
    EXPECT_EQ(row[plan.follow(3)], game.at.share(contest, 0, 3));
    EXPECT_EQ(row[plan.change(3)], game.at.share(contest, 0, 3) - contest.ground[3]);
    EXPECT_EQ(row[plan.payoff(1)], game.at.payoff[1]);
    EXPECT_EQ(row[plan.budget(2)], contest.budget[2]);
    EXPECT_EQ(row[plan.solved()], 1.0);
    double received = 0.0;
    for (std::size_t n = 0; n < world.size().assessed; ++n) received += row[plan.received(1, n)];
    EXPECT_NEAR(received, contest.budget[1], 1e-9);
}

TEST(Chapters, TablesAreFullAndMatricesComplete) {
    for (std::size_t const partners : {std::size_t{0}, std::size_t{3}}) {
        World const world = random_world({.seed = 43, .partners = partners});
        Parameters const parameters = random_parameters(43);
        Terms const terms;
        Play game(world);
        play(world, parameters, terms, Equilibrium(game.ground.contest), game);
        Found const found{{game.at}, {1}, 0};
        std::vector<Branch> const branches = follow_branches(world, parameters, terms, game.at);
        OutputPlan const plan(world);
        std::vector<double> row(plan.count());
        plan.write(world, parameters, game, row);
        std::vector<Interval> const intervals(plan.count());
        std::size_t tables = 0;
        for (Chapter const& chapter :
             chapters({world, parameters, terms, game, found, branches, plan, row, intervals, 1}))
            for (Shape const& shape : chapter.shapes) {
                if (auto const* table = std::get_if<Table>(&shape)) {
                    ++tables;
                    EXPECT_FALSE(table->rows.empty()) << table->id;
                    for (auto const& cells : table->rows) EXPECT_EQ(cells.size(), table->columns.size()) << table->id;
                }
                if (auto const* matrix = std::get_if<Matrix>(&shape)) {
                    std::size_t const cells = matrix->rows.size() * matrix->columns.size();
                    EXPECT_EQ(matrix->values.size(), cells) << matrix->id;
                    EXPECT_TRUE(matrix->marks.empty() || matrix->marks.size() == cells) << matrix->id;
                    EXPECT_TRUE(matrix->intervals.empty() || matrix->intervals.size() == cells) << matrix->id;
                }
                if (auto const* notes = std::get_if<Notes>(&shape))
                    for (Text const& item : notes->items) {
                        EXPECT_FALSE(item.zh.empty()) << item.en;
                        EXPECT_EQ(item.en.find("nan"), std::string::npos) << item.en;
                    }
            }
        EXPECT_GE(tables, partners > 0 ? 9U : 8U);
    }
}

TEST(Chapters, ABranchSaysWhichOfItsStepsAreNoEquilibria) {
    World const world = random_world({.seed = 44});
    Parameters const parameters = random_parameters(44);
    Terms const terms;
    Play game(world);
    play(world, parameters, terms, Equilibrium(game.ground.contest), game);
    Found const found{{game.at}, {1}, 0};
    std::vector<Branch> branches = follow_branches(world, parameters, terms, game.at);
    for (Branch const& branch : branches)
        for (Step const& step : branch.steps) ASSERT_TRUE(step.converged);
    branches.front().steps[2].converged = false;
    OutputPlan const plan(world);
    std::vector<double> row(plan.count());
    plan.write(world, parameters, game, row);
    std::vector<Interval> const intervals(plan.count());
    auto const all = equilibrium_chapters({world, parameters, terms, game, found, branches, plan, row, intervals, 1});
    for (std::size_t n = 0; n < branches.size(); ++n) {
        std::string const note = std::get<Table>(all.back().shapes[n]).note.en;
        EXPECT_EQ(note, n == 0 ? "1 of 11 steps did not reach the tolerance: their figures are no equilibrium." : "");
    }
}

} // namespace
} // namespace casus::contest
