#include "casus/fit/dyad_conflict.hpp"
#include "casus/fit/dyad_influence.hpp"
#include "casus/fit/dyad_threat.hpp"
#include "casus/fit/made_up_dyads.hpp"

#include "casus/data/panel/published_store.hpp"
#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/logit.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace casus::fit {
namespace {

using estimate::expect_relative;

double log_odds_of_threat(DyadYears const& rows, std::size_t n, double power) {
    double const offence = std::isnan(rows.sender_offence[n]) ? 0.4 : rows.sender_offence[n];
    double const near = std::max(rows.barrier[n] * std::exp(-rows.distance[n] / 1500.0), rows.closeness[n]);
    return 1.5 + power * std::log(rows.sender_power[n] / (rows.sender_power[n] + rows.target_power[n])) +
           0.9 * std::log(near) + 0.4 * std::log(offence) + 0.8 * std::log(rows.hostility[n]) - 0.01 * rows.peace[n];
}

measure::ThreatCoefficients judged_weights() {
    return {.power = 0.7, .proximity = 0.9, .offence = 0.4, .hostility = 0.9, .depth = 0.2, .reference = -0.9};
}

TEST(DyadThreat, FindsWhatMovesMadeUpDisputes) {
    DyadYears const rows =
        made_up_dyads(20'000, [](DyadYears const& made, std::size_t n) { return log_odds_of_threat(made, n, 0.5); });
    ThreatFit const fit = fit_threat(rows, judged_weights(), 2);
    EXPECT_TRUE(fit.held.empty());
    EXPECT_EQ(fit.sample.left_out, 400U); // spending not known
    for (auto const& [name, truth] : {std::pair{"threat_power", 0.5}, std::pair{"threat_proximity", 0.9},
                                      std::pair{"threat_offence", 0.4}, std::pair{"threat_hostility", 0.8}}) {
        estimate::Term const& term = dyad_term(fit.free, name);
        EXPECT_NEAR(term.estimate, truth, 3.0 * term.robust_se) << name;
        EXPECT_GT(term.estimate, 4.0 * term.robust_se) << name;
    }
    EXPECT_EQ(fit.after.depth, 0.2);
    // Peace is centred: the constant stands at its mean.
    double mean = 0.0;
    for (std::uint32_t const row : fit.sample.row) mean += rows.peace[row] / static_cast<double>(fit.sample.row.size());
    EXPECT_NEAR(fit.after.constant, 1.5 - 0.01 * mean, 3.0 * dyad_term(fit.free, "(Intercept)").robust_se);
}

TEST(DyadThreat, HoldsAtWhatWasWhatComesOutBelowZero) {
    DyadYears const rows =
        made_up_dyads(20'000, [](DyadYears const& made, std::size_t n) { return log_odds_of_threat(made, n, -0.5); });
    ThreatFit const fit = fit_threat(rows, judged_weights(), 1);
    ASSERT_EQ(fit.held, std::vector<std::string>{"threat_power"});
    EXPECT_LT(dyad_term(fit.free, "threat_power").estimate, -0.3);
    EXPECT_EQ(fit.after.power, 0.7);
    EXPECT_LT(fit.kept.log_likelihood, fit.free.log_likelihood);
    ASSERT_EQ(fit.block.refused.size(), 1U);
    EXPECT_EQ(fit.block.refused[0].key, "threat_power");
    for (EstimatedKey const& each : fit.block.keys) EXPECT_NE(each.key, "threat_power");
    // The rest is the logit with the held weight as an offset.
    estimate::Design rest{.rows = fit.sample.design.rows, .names = {}, .values = {}};
    std::vector<double> offset;
    for (std::size_t c = 0; c < fit.sample.design.columns(); ++c) {
        std::span<double const> const column = fit.sample.design.column(c);
        if (fit.sample.design.names[c] != "threat_power") rest.add(fit.sample.design.names[c], column);
        if (fit.sample.design.names[c] == "threat_power")
            for (double const x : column) offset.push_back(0.7 * x);
    }
    expect_relative(estimate::estimates(fit.kept),
                    estimate::estimates(estimate::logit(rest, fit.sample.y, {.offset = offset})), "held");
    ThreatFit const again = fit_threat(rows, fit.before, 2);
    expect_relative(estimate::estimates(again.kept), estimate::estimates(fit.kept), "threads", 1e-12);
}

TEST(DyadThreat, SetsTheReferenceAtThe95thPercentileOfHostileRows) {
    DyadYears const rows =
        made_up_dyads(20'000, [](DyadYears const& made, std::size_t n) { return log_odds_of_threat(made, n, 0.5); });
    ThreatFit const fit = fit_threat(rows, judged_weights(), 1);
    std::size_t above = 0, hostile = 0;
    for (std::size_t n = 0; n < rows.size(); ++n) {
        if (std::isnan(rows.sender_offence[n]) || rows.hostility[n] <= 0.01) continue;
        double const near = std::max(rows.barrier[n] * std::exp(-rows.distance[n] / 1500.0), rows.closeness[n]);
        double const score =
            fit.after.constant +
            fit.after.power * std::log(rows.sender_power[n] / (rows.sender_power[n] + rows.target_power[n])) +
            fit.after.proximity * std::log(near) + fit.after.offence * std::log(rows.sender_offence[n]) +
            fit.after.hostility * std::log(rows.hostility[n]) + fit.after.depth * std::log(2.0);
        ++hostile;
        if (score > fit.after.reference) ++above;
    }
    EXPECT_EQ(fit.hostile, hostile);
    EXPECT_NEAR(static_cast<double>(above) / static_cast<double>(hostile), 0.05, 1e-3);
}

DyadYears emboldened_dyads() {
    return made_up_dyads(20'000, [](DyadYears const& made, std::size_t n) {
        return -2.0 + 3.0 * made.hostility[n] + 0.4 * std::log1p(made.sender_support[n] / made.sender_power[n]) +
               0.5 * std::log(made.closeness[n]);
    });
}

TEST(DyadConflict, FindsEmboldenmentInMadeUpDisputes) {
    ConflictFit const fit = fit_conflict(emboldened_dyads(), PeaceInFile::Without, 2);
    for (auto const& [name, truth] : {std::pair{"(Intercept)", -2.0}, std::pair{"initiation_hostility", 3.0},
                                      std::pair{"emboldenment", 0.4}, std::pair{"initiation_proximity", 0.5}}) {
        estimate::Term const& term = dyad_term(fit.initiation.plain, name);
        EXPECT_NEAR(term.estimate, truth, 3.0 * term.robust_se) << name;
    }
    EXPECT_NEAR(dyad_term(fit.sized, "sender_support").estimate, 0.4,
                3.0 * dyad_term(fit.sized, "sender_support").robust_se);
    EXPECT_NEAR(dyad_term(fit.sized, "target_support").estimate, 0.0,
                3.0 * dyad_term(fit.sized, "target_support").robust_se);
    EXPECT_EQ(fit.joint_left_out, 500U);
}

TEST(DyadConflict, SaysWithAConstantWhatItSeesOnTheWhole) {
    ConflictFit const fit = fit_conflict(emboldened_dyads(), PeaceInFile::Without, 1);
    double seen = 0.0, said = 0.0;
    for (HostilityBand const& band : fit.attack.bands) {
        seen += band.observed * static_cast<double>(band.rows);
        said += band.plain * static_cast<double>(band.rows);
    }
    EXPECT_EQ(std::lround(seen), static_cast<long>(fit.attack.plain.events));
    EXPECT_NEAR(said, seen, 1e-6 * seen);
}

TEST(DyadConflict, HasTheFitsOwnCovariancesOnTheDiagonal) {
    for (PeaceInFile const peace : {PeaceInFile::Without, PeaceInFile::AtMean}) {
        ConflictFit const fit = fit_conflict(emboldened_dyads(), peace, 1);
        bool const mean = peace == PeaceInFile::AtMean;
        ASSERT_EQ(fit.block.keys.size(), 8U);
        for (std::size_t equation = 0; equation < 2; ++equation) {
            estimate::Fit const& from = equation == 0 ? (mean ? fit.initiation.peace : fit.initiation.plain)
                                                      : (mean ? fit.attack.peace : fit.attack.plain);
            std::size_t const terms = from.terms.size();
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t j = 0; j < 4; ++j)
                    EXPECT_NEAR(fit.block.covariance[(equation * 4 + i) * 8 + equation * 4 + j],
                                from.covariance[i * terms + j],
                                1e-7 * std::sqrt(from.covariance[i * terms + i] * from.covariance[j * terms + j]));
        }
    }
}

/// The matrix of a fit as R reads it.
std::string csv_of(DyadFit const& fit) {
    std::string text = "y,dyad";
    for (std::size_t c = 1; c < fit.design.columns(); ++c) text += fmt::format(",x{}", c);
    text += '\n';
    for (std::size_t n = 0; n < fit.y.size(); ++n) {
        text += fmt::format("{},{}", fit.y[n], fit.dyad[n]);
        for (std::size_t c = 1; c < fit.design.columns(); ++c) text += fmt::format(",{:.17g}", fit.design.column(c)[n]);
        text += '\n';
    }
    return text;
}

void expect_what_r_says(DyadFit const& fit, estimate::Fit const& found) {
    estimate::Said const r = estimate::in_r(csv_of(fit), R"(
        m <- suppressWarnings(glm(y ~ . - dyad, binomial, d, control = list(epsilon = 1e-15, maxit = 100)))
        say('b', coef(m)); say('se', sqrt(diag(vcov(m)))); say('robust', sqrt(diag(sandwich::vcovCL(m, d$dyad))))
        say('ll', as.numeric(logLik(m))))");
    ASSERT_EQ(r.count("ll"), 1U);
    expect_relative(estimate::estimates(found), r.at("b"), "coefficients");
    expect_relative(estimate::errors(found), r.at("se"), "errors");
    expect_relative(estimate::robust_errors(found), r.at("robust"), "errors by dyad");
    expect_relative(found.log_likelihood, r.at("ll")[0], "log-likelihood");
}

TEST(DyadFits, AgreeWithROnMadeUpRows) {
    if (!estimate::has_r("sandwich")) GTEST_SKIP() << "no R with sandwich";
    DyadYears const rows =
        made_up_dyads(3000, [](DyadYears const& made, std::size_t n) { return log_odds_of_threat(made, n, 0.5); });
    ThreatFit const fit = fit_threat(rows, judged_weights(), 2);
    expect_what_r_says(fit.sample, fit.free);
}

TEST(DyadFits, AgreeWithROnTheYearsBetweenTheWars) {
    if (!estimate::has_r("sandwich")) GTEST_SKIP() << "no R with sandwich";
    if (!data::testing_data::have_shared_data()) GTEST_SKIP() << "no ../shared/data";
    DyadYears const rows =
        dyad_years(data::testing_data::published_store(), {.first_year = 1920, .last_year = 1938, .threads = 2});
    ThreatFit const fit = fit_threat(rows, judged_weights(), 2);
    EXPECT_GT(fit.free.rows, 50'000U);
    expect_what_r_says(fit.sample, fit.free);
}

/// Of two fits at once R has no suest; the influence of clusters on one fit is what sandwich's estfun gives.
TEST(DyadInfluence, GivesTheCovarianceByClusterOfOneFit) {
    DyadFit const fit = fit_dyads(emboldened_dyads(), {{"hostility", emboldened_dyads().hostility}}, true, 1);
    Influence const influence = influence_of(fit, 1);
    expect_relative(covariance_between(influence, influence), fit.fit.covariance, "covariance", 1e-6);
}

} // namespace
} // namespace casus::fit
