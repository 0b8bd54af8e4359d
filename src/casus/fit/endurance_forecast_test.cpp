#include "casus/fit/endurance_forecast.hpp"

#include "casus/base/error.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/evaluation.hpp"
#include "casus/fit/endurance_trial.hpp"
#include "casus/fit/made_up_alliances.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::fit {
namespace {

constexpr JudgeYears years{.train_first = 1850, .train_last = 1930, .test_first = 1931, .test_last = 2000};

/// Everything after a year otherwise: covariates turned round, ends moved, alliances that begin later gone.
EnduranceRows altered_after(MadeUpAlliances made, int year) {
    EnduranceRows& rows = made.rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.year[row] <= year) continue;
        for (std::vector<double>& values : rows.values) values[row] = 1.0 - values[row];
        rows.ending[row] = row % 2 == 0 ? Ending::StateDeath : Ending::None;
        rows.owed[row] = 3;
        made.members[row] = {1, 2, 3};
    }
    rows.exit_rate = member_exit_rates(rows, made.members);
    return rows;
}

void expect_same_chances(EnduranceRows const& rows, EnduranceRows const& altered, JudgeYears const& of, int year) {
    std::vector<JudgedYear> const one = judged_years(rows, of);
    std::vector<JudgedYear> const other = judged_years(altered, of);
    ASSERT_EQ(one.size(), other.size());
    std::size_t compared = 0;
    std::size_t changed = 0;
    for (std::size_t n = 0; n < one.size(); ++n) {
        if (one[n].year > year) {
            changed += one[n].chance != other[n].chance ? 1 : 0;
            continue;
        }
        ++compared;
        EXPECT_EQ(one[n].chance, other[n].chance) << one[n].year;
        EXPECT_EQ(one[n].lasts, other[n].lasts) << one[n].year;
    }
    EXPECT_GT(compared, 100U);
    EXPECT_GT(changed, 100U);
}

TEST(EnduranceForecast, ReadsNothingOfLaterYears) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceRows const altered = altered_after(made, 1960);
    JudgeYears rolling = years;
    rolling.rolling = true;
    expect_same_chances(made.rows, altered, years, 1960);
    expect_same_chances(made.rows, altered, rolling, 1960);
}

TEST(EnduranceForecast, DoesNotKnowTheOutcomeOfTheYearItself) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceRows flipped = made.rows;
    for (std::size_t row = 0; row < flipped.size(); ++row)
        if (flipped.year[row] == 1960)
            flipped.ending[row] = flipped.ending[row] == Ending::None ? Ending::Other : Ending::None;
    JudgeYears of{.train_first = 1850, .train_last = 1930, .test_first = 1931, .test_last = 1960, .rolling = true};
    std::vector<JudgedYear> const one = judged_years(made.rows, of);
    std::vector<JudgedYear> const other = judged_years(flipped, of);
    std::size_t turned = 0;
    for (std::size_t n = 0; n < one.size(); ++n) {
        EXPECT_EQ(one[n].chance, other[n].chance);
        turned += one[n].ended != other[n].ended ? 1 : 0;
    }
    EXPECT_GT(turned, 10U);
}

TEST(EnduranceForecast, WhatIsNotKnownCountsAsAverage) {
    MadeUpAlliances made = made_up_alliances();
    std::size_t row = 0;
    while (made.rows.year[row] < 1931) ++row;
    std::vector<std::size_t> const training = rows_between(made.rows, 1850, 1930);
    double mean = 0.0;
    for (std::size_t const one : training) mean += made.rows.values[0][one] / static_cast<double>(training.size());
    made.rows.values[0][row] = mean;
    EnduranceRows unknown = made.rows;
    unknown.values[0][row] = std::nan("");
    std::vector<JudgedYear> const told = judged_years(made.rows, years);
    std::vector<JudgedYear> const untold = judged_years(unknown, years);
    std::size_t imputed = 0;
    for (std::size_t n = 0; n < told.size(); ++n) {
        EXPECT_NEAR(told[n].chance[0], untold[n].chance[0], 1e-12);
        imputed += untold[n].imputed ? 1 : 0;
    }
    EXPECT_EQ(imputed, 1U);
}

TEST(EnduranceForecast, RefusesTrainingWithoutEnds) {
    MadeUpAlliances made = made_up_alliances();
    for (std::size_t row = 0; row < made.rows.size(); ++row)
        if (made.rows.year[row] <= 1930) made.rows.ending[row] = Ending::None;
    EXPECT_THROW((void)judged_years(made.rows, years), Error);
}

TEST(EnduranceForecast, ThePenaltyIsChosenInTheTraining) {
    MadeUpAlliances const made = made_up_alliances();
    EXPECT_EQ(chosen_penalty(made.rows, 1850, 1930), chosen_penalty(altered_after(made, 1930), 1850, 1930));
    EnduranceRows telling = made.rows; // what tells much is shrunk little
    for (std::size_t row = 0; row < telling.size(); ++row) telling.values[2][row] += telling.ends(row) ? 1.0 : 0.0;
    EXPECT_LT(chosen_penalty(telling, 1850, 1930), chosen_penalty(made.rows, 1850, 1930));
}

TEST(EnduranceScores, AreThoseOfTheEstimators) {
    MadeUpAlliances const made = made_up_alliances();
    std::vector<JudgedYear> const judged = judged_years(made.rows, years);
    HazardJudgement const judgement = judge(judged, 1);
    for (std::size_t f = 0; f < hazard_forecasters; ++f) {
        std::vector<double> chance, start, stop;
        std::vector<std::uint8_t> ended;
        double log_score = 0.0;
        for (JudgedYear const& row : judged) {
            chance.push_back(row.chance[f]);
            start.push_back(row.year);
            stop.push_back(row.year + 1.0);
            ended.push_back(row.ended ? 1 : 0);
            log_score += std::log(row.ended ? row.chance[f] : 1.0 - row.chance[f]);
        }
        EXPECT_NEAR(judgement.scores[f].auc, estimate::roc_auc(chance, ended), 1e-12);
        EXPECT_NEAR(judgement.scores[f].brier, estimate::brier(chance, ended), 1e-12);
        EXPECT_NEAR(judgement.scores[f].log_score, log_score / static_cast<double>(judged.size()), 1e-12);
        EXPECT_NEAR(judgement.scores[f].concordance,
                    estimate::concordance({.start = start, .stop = stop, .event = ended}, chance).value, 1e-12);
    }
}

TEST(EnduranceScores, IntegratedBrierFollowsSurvivalToTheHorizon) {
    JudgedYear row{};
    row.followed = true;
    for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
        row.lasted[ahead] = ahead < 4;
        row.lasts[0][ahead] = 1.0; // as if nothing ever ended: wrong in six of ten
        row.lasts[1][ahead] = 0.5;
    }
    std::vector<JudgedYear> const judged{row};
    std::vector<double> const once{1.0};
    auto const scores = weighted_scores(judged, once);
    EXPECT_NEAR(scores[0].integrated_brier, 0.6, 1e-12);
    EXPECT_NEAR(scores[1].integrated_brier, 0.25, 1e-12);
    EXPECT_TRUE(std::isnan(scores[0].auc)); // nothing to compare with
}

TEST(EnduranceTrial, KnownCausesBeatBaselines) {
    MadeUpAlliances const made = made_up_alliances();
    EnduranceTrial const trial = try_endurance(made.rows, years, 1);
    for (HazardJudgement const* judgement : {&trial.of_standing, &trial.of_rolling})
        for (std::size_t baseline = 0; baseline < hazard_baselines; ++baseline) {
            EXPECT_GT(judgement->margins[0][baseline][0].interval.low, 0.0); // log score as fitted
            EXPECT_GT(judgement->margins[0][baseline][3].value, 0.0);        // concordance
            EXPECT_GT(judgement->margins[1][baseline][0].value, 0.0);        // log score shrunk
        }
    std::size_t rows = 0;
    for (estimate::CalibrationBin const& bin : calibration_in_tenths(trial.rolling, HazardForecaster::Walt))
        rows += bin.rows;
    EXPECT_EQ(rows, trial.rolling.size());
    nlohmann::ordered_json const json = endurance_trial_document(made.rows, trial);
    EXPECT_EQ(json["standing"]["rows"], trial.standing.size());
    EXPECT_EQ(json["forecasts"].size(), trial.rolling.size());
    EXPECT_EQ(endurance_trial_chapter(made.rows, trial).shapes.size(), 7U);
}

} // namespace
} // namespace casus::fit
