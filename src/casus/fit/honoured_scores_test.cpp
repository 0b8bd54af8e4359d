#include "casus/fit/honoured_scores.hpp"

#include "casus/base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::fit {
namespace {

/// Twenty wars of two calls each; the published covariate tells in all wars but every tenth, the lens's A says nothing.
HonouredRows made_up_calls() {
    HonouredRows all;
    all.study = "made up";
    all.published = {"x"};
    for (int war = 1; war <= 20; ++war)
        for (int call = 0; call < 2; ++call) {
            HonouredRow row;
            row.war = war;
            row.year = 1900 + 5 * war;
            row.treaty = 10 * war + call;
            row.honoured = call == 0;
            row.published = {(call == 1) != (war % 10 == 0) ? 1.0 : 0.0};
            row.democratic = war % 2 == 0 ? 1.0 : 0.0;
            row.dependence = 0.5;
            row.broken = 0.4;
            row.abandonment = 0.2;
            all.rows.push_back(row);
        }
    return all;
}

HonourScore score_of(HonourJudgement const& judgement, HonourForecaster forecaster) {
    return judgement.scores[static_cast<std::size_t>(forecaster)];
}

TEST(HonouredScores, AreThoseOfWhatIsForecast) {
    HonouredRows const all = made_up_calls();
    HonourJudgement const judgement = judge_honoured(all, 1);
    EXPECT_EQ(judgement.wars, 20U);
    EXPECT_EQ(judgement.broken, 20U);
    HonourScore const lens = score_of(judgement, HonourForecaster::Abandonment);
    EXPECT_NEAR(lens.log_score, 0.5 * (std::log(0.2) + std::log(0.8)), 1e-12);
    EXPECT_NEAR(lens.brier, 0.5 * (0.64 + 0.04), 1e-12);
    EXPECT_EQ(lens.auc, 0.5);
    HonourScore const base = score_of(judgement, HonourForecaster::BaseRate);
    EXPECT_NEAR(base.log_score, std::log(0.5), 1e-9); // each war has one of both
    HonourScore const published = score_of(judgement, HonourForecaster::Published);
    EXPECT_GT(published.log_score, base.log_score);
    EXPECT_GT(published.auc, 0.7);
    EXPECT_GT(published.against_base.low, 0.0);
}

TEST(HonouredScores, AWarIsForecastWithoutItself) {
    HonouredRows all = made_up_calls();
    HonourJudgement const before = judge_honoured(all, 1);
    all.rows[0].honoured = false; // of the first war
    HonourJudgement const after = judge_honoured(all, 1);
    auto const chance = [](HonourJudgement const& of, std::size_t row) {
        return of.chance[row][static_cast<std::size_t>(HonourForecaster::Published)];
    };
    EXPECT_NEAR(chance(before, 0), chance(after, 0), 1e-12);
    EXPECT_NEAR(chance(before, 1), chance(after, 1), 1e-12);
    EXPECT_GT(std::abs(chance(before, 2) - chance(after, 2)), 1e-4);
}

TEST(HonouredScores, PeriodsHoldTheirOwnRows) {
    HonourJudgement const judgement = judge_honoured(made_up_calls(), 1);
    ASSERT_EQ(judgement.periods.size(), 3U);
    EXPECT_EQ(judgement.periods[0].rows + judgement.periods[1].rows + judgement.periods[2].rows, 40U);
    EXPECT_EQ(judgement.periods[0].rows, 6U); // 1905, 1910, 1915
    EXPECT_EQ(judgement.periods[0].broken, 0.5);
}

TEST(HonouredColumns, TellTheStudyOrRefuse) {
    EXPECT_EQ(honoured_columns({"atopid", "war", "ccode1", "honor3", "milinst", "formal", "chcap2d", "dinstch2",
                                "origtar1", "wartime", "more"})
                  .front(),
              "war");
    EXPECT_THROW((void)honoured_columns({"war", "atopid"}), Error);
}

} // namespace
} // namespace casus::fit
