#include "casus/endurance/outlook.hpp"

#include "casus/endurance/made_up_model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace casus::endurance {
namespace {

constexpr double normal_quantile = 1.6448536269514722;

Alliance nothing_known(Model const& model, double age = 0.0) {
    Alliance alliance;
    alliance.code = "X";
    alliance.name = {"X", "X"};
    alliance.age = age;
    alliance.terms.resize(model.terms.size());
    return alliance;
}

TEST(Outlook, AConstantHazardGivesAGeometricCurve) {
    double const p = 0.07;
    Model const model = constant_model(std::log(-std::log1p(-p)));
    Outlook const outlook = outlook_of(model, nothing_known(model, 33), CoefficientDraws(model, {.draws = 3}));
    ASSERT_EQ(outlook.survival.size(), horizon + 1);
    for (std::size_t t = 0; t <= horizon; ++t)
        EXPECT_NEAR(outlook.survival[t].value, std::pow(1.0 - p, static_cast<double>(t)), 1e-13) << t;
    EXPECT_NEAR(outlook.hazard.value, p, 1e-14);
    EXPECT_EQ(outlook.median.years, 10); // 0.93^9 = 0.520, 0.93^10 = 0.484
    for (std::size_t k = 0; k < spans.size(); ++k)
        EXPECT_EQ(outlook.standing[k].value, outlook.survival[spans[k]].value);
}

TEST(Outlook, AgeEntersAsTheLogarithmOfOneMore) {
    Model model = constant_model(-2.0);
    model.age.push_back({AgeFunction::LogAge, -0.4, 0.0});
    model.age.push_back({AgeFunction::LogAgeSquared, 0.1, 0.0});
    model.covariance = diagonal({0.0, 0.0, 0.0});
    Outlook const outlook = outlook_of(model, nothing_known(model, 7), CoefficientDraws(model, {.draws = 1}));
    double cumulated = 0.0;
    for (int age = 7; age < 12; ++age) {
        double const l = std::log(1.0 + age);
        cumulated += std::exp(-2.0 - 0.4 * l + 0.1 * l * l);
    }
    EXPECT_NEAR(outlook.survival[5].value, std::exp(-cumulated), 1e-14);
}

TEST(Outlook, WithoutErrorsTheBandIsTheLine) {
    Model model = made_up_model();
    model.covariance.assign(model.covariance.size(), 0.0);
    Outlook const outlook = outlook_of(model, made_up_alliance(), CoefficientDraws(model, {.draws = 50}));
    for (Ranged const& point : outlook.survival) {
        EXPECT_NEAR(point.interval.low, point.value, 1e-14);
        EXPECT_NEAR(point.interval.high, point.value, 1e-14);
    }
    EXPECT_EQ(outlook.median.low, outlook.median.years);
    EXPECT_EQ(outlook.median.high, outlook.median.years);
}

/// One normal coefficient: quantiles of everything follow from its own.
TEST(Outlook, TheBandIsThatOfTheCoefficients) {
    Model const model = constant_model(-3.0, 0.4);
    Outlook const outlook = outlook_of(model, nothing_known(model), CoefficientDraws(model, {.draws = 40000}));
    EXPECT_NEAR(outlook.log_hazard.interval.low, -3.0 - normal_quantile * 0.4, 0.02);
    EXPECT_NEAR(outlook.log_hazard.interval.high, -3.0 + normal_quantile * 0.4, 0.02);
    EXPECT_NEAR(outlook.standing[1].interval.low, std::exp(-10.0 * std::exp(-3.0 + normal_quantile * 0.4)), 0.01);
    EXPECT_NEAR(outlook.standing[1].interval.high, std::exp(-10.0 * std::exp(-3.0 - normal_quantile * 0.4)), 0.01);
}

TEST(Outlook, DrawsHaveTheCovarianceOfTheModel) {
    Model const model = made_up_model();
    std::size_t const n = 40000;
    CoefficientDraws const draws(model, {.draws = n});
    double first = 0.0;
    double second = 0.0;
    double product = 0.0;
    for (std::size_t d = 0; d < n; ++d) {
        first += draws.of(d)[0];
        second += draws.of(d)[1];
        product += (draws.of(d)[0] + 3.0) * (draws.of(d)[1] + 0.3);
    }
    EXPECT_NEAR(first / static_cast<double>(n), -3.0, 0.005);
    EXPECT_NEAR(second / static_cast<double>(n), -0.3, 0.0025);
    EXPECT_NEAR(product / static_cast<double>(n), -0.01, 0.0005);
}

TEST(Outlook, PartsAddUpToTheLogHazard) {
    Model const model = made_up_model();
    for (double const x : {-2.0, 0.0, 0.37, 5.5}) {
        Alliance alliance = made_up_alliance();
        for (std::size_t n = 0; n < alliance.terms.size(); ++n) {
            double const value = x + 0.1 * static_cast<double>(n);
            alliance.terms[n] = TermValue{value, value, value, {}};
        }
        Outlook const outlook = outlook_of(model, alliance, CoefficientDraws(model, {.draws = 2}));
        double const age = std::log(21.0);
        double eta = -3.0 - 0.3 * age;
        EXPECT_NEAR(outlook.baseline.value, eta, 1e-12);
        for (std::size_t n = 0; n < model.terms.size(); ++n)
            eta += model.terms[n].estimate * (alliance.terms[n]->value - model.terms[n].centre);
        EXPECT_NEAR(outlook.log_hazard.value, eta, 1e-12);
        EXPECT_NEAR(outlook.hazard.value, 1.0 - std::exp(-std::exp(eta)), 1e-12);
        double terms = 0.0;
        double claims = 0.0;
        double natures = 0.0;
        for (Ranged const& part : outlook.terms) terms += part.value;
        for (Ranged const& part : outlook.claims) claims += part.value;
        for (Ranged const& part : outlook.natures) natures += part.value;
        EXPECT_NEAR(outlook.baseline.value + terms, eta, 1e-12);
        EXPECT_NEAR(outlook.baseline.value + claims, eta, 1e-12);
        EXPECT_NEAR(outlook.baseline.value + natures, eta, 1e-12);
    }
}

TEST(Outlook, ClaimsGatherTheirTermsInTheOrderOfNatures) {
    std::vector<Claim> const claims = claims_of(made_up_model());
    ASSERT_EQ(claims.size(), 4U);
    EXPECT_EQ(claims[0].label.key, "threat");
    EXPECT_EQ(claims[0].terms, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(claims[1].label.key, "regime");
    EXPECT_EQ(claims[3].nature, Nature::Setting);
}

TEST(Outlook, WhatIsNotKnownCountsAsAverage) {
    Model const model = made_up_model();
    CoefficientDraws const draws(model, {.draws = 200});
    Alliance const unknown = nothing_known(model, 5);
    Alliance average = unknown;
    for (std::size_t n = 0; n < model.terms.size(); ++n)
        average.terms[n] = TermValue{model.terms[n].centre, model.terms[n].centre, model.terms[n].centre, {}};
    Outlook const a = outlook_of(model, unknown, draws);
    Outlook const b = outlook_of(model, average, draws);
    EXPECT_EQ(a.log_hazard.value, b.log_hazard.value);
    EXPECT_EQ(a.log_hazard.value, a.baseline.value);
    EXPECT_EQ(a.standing[2].interval.low, b.standing[2].interval.low);
}

/// Without errors, a range alone makes the band: half of the draws on either side of the value, evenly.
TEST(Outlook, ARangeOfAFigureWidensTheBand) {
    Model model = made_up_model();
    model.covariance.assign(model.covariance.size(), 0.0);
    Alliance alliance = made_up_alliance();
    alliance.terms[0] = TermValue{0.5, 0.3, 1.5, {}};
    Outlook const outlook = outlook_of(model, alliance, CoefficientDraws(model, {.draws = 20000}));
    EXPECT_NEAR(outlook.terms[0].value, -0.8 * 0.2, 1e-12);
    EXPECT_NEAR(outlook.terms[0].interval.low, -0.8 * (0.5 + 0.9 * 1.0 - 0.3), 0.01);
    EXPECT_NEAR(outlook.terms[0].interval.high, -0.8 * (0.5 - 0.9 * 0.2 - 0.3), 0.01);
    EXPECT_EQ(outlook.terms[1].interval.low, outlook.terms[1].interval.high);
}

TEST(Outlook, AMedianBeyondTheHorizonIsNone) {
    Model const model = constant_model(-8.0);
    Outlook const outlook = outlook_of(model, nothing_known(model), CoefficientDraws(model, {.draws = 2}));
    EXPECT_FALSE(outlook.median.years);
    EXPECT_FALSE(outlook.median.high);
}

TEST(Outlook, IsTheSameToTheBitForAnyNumberOfThreads) {
    Model const model = made_up_model();
    std::vector<Alliance> alliances;
    for (std::uint32_t n = 0; n < 17; ++n) {
        Alliance alliance = made_up_alliance();
        alliance.number = n;
        alliance.age = n;
        alliance.terms[0] = TermValue{0.5, 0.3, 1.5, {}};
        alliances.push_back(alliance);
    }
    auto const run = [&](std::size_t threads) {
        return outlooks_of(model, alliances, CoefficientDraws(model, {.seed = 7, .draws = 300, .threads = threads}));
    };
    std::vector<Outlook> const one = run(1);
    std::vector<Outlook> const eight = run(8);
    for (std::size_t n = 0; n < alliances.size(); ++n)
        EXPECT_EQ(
            std::memcmp(one[n].survival.data(), eight[n].survival.data(), one[n].survival.size() * sizeof(Ranged)), 0);
    EXPECT_NE(one[0].terms[0].interval.low, one[1].terms[0].interval.low); // each alliance has draws of its own
}

TEST(RootOf, RefusesWhatIsNoCovariance) {
    EXPECT_FALSE(root_of({1.0, 2.0, 2.0, 1.0}, 2));
    EXPECT_FALSE(root_of({1.0, 0.5, 0.4, 1.0}, 2));
    EXPECT_FALSE(root_of({0.0, 0.5, 0.5, 1.0}, 2));
    auto const root = root_of({4.0, 2.0, 2.0, 5.0}, 2);
    ASSERT_TRUE(root);
    EXPECT_EQ(*root, (std::vector<double>{2.0, 0.0, 1.0, 2.0}));
    EXPECT_TRUE(root_of({0.0, 0.0, 0.0, 1.0}, 2));
}

} // namespace
} // namespace casus::endurance
