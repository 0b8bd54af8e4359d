#include "casus/estimate/logit.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up.hpp"

#include "casus/base/error.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace casus::estimate {
namespace {

using testing::HasSubstr;

constexpr std::size_t rows = 400;

std::vector<std::uint8_t> binary(std::vector<double> const& y) { return {y.begin(), y.end()}; }

std::string complaint(Design const& design, std::vector<std::uint8_t> const& y) {
    try {
        (void)logit(design, y);
    } catch (Error const& error) { return error.what(); }
    return {};
}

TEST(Logit, AgreesWithR) {
    if (!has_r("sandwich")) GTEST_SKIP() << "no R with sandwich";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), R"(
        tight <- list(epsilon = 1e-15, maxit = 100)
        m <- suppressWarnings(glm(one ~ x1 + x2 + x3, binomial, d, weights = w, offset = o, control = tight))
        null <- suppressWarnings(glm(one ~ 1, binomial, d, weights = w, offset = o, control = tight))
        l <- function(m) sum(d$w * dbinom(d$one, 1, fitted(m), log = TRUE))
        v <- sandwich::vcovCL(m, d$g)
        say('b', coef(m)); say('se', sqrt(diag(vcov(m)))); say('robust', sqrt(diag(v)))
        say('p', 2 * pnorm(-abs(coef(m) / sqrt(diag(v)))))
        say('ll', l(m)); say('null', l(null)); say('fixed', sum(d$w * dbinom(d$one, 1, plogis(d$o), log = TRUE))))");
    Options const options{.weights = made.w, .offset = made.o, .clusters = made.g};
    Fit const fit = logit(made.design(), binary(made.one), options);
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    expect_relative(robust_errors(fit), r.at("robust"), "robust errors");
    expect_relative(probabilities(fit), r.at("p"), "p");
    expect_relative(fit.log_likelihood, r.at("ll")[0], "log-likelihood");
    expect_relative(fit.log_likelihood_null, r.at("null")[0], "null");
    Design without{.rows = rows, .names = {}, .values = {}};
    without.add("x1", made.x1);
    expect_relative(logit(without, binary(made.one), options).log_likelihood_null, r.at("fixed")[0], "no intercept");
}

TEST(Logit, AgreesWithBrglm2OnFirthsCorrection) {
    if (!has_r("brglm2")) GTEST_SKIP() << "no R with brglm2";
    MadeUp const made(60);
    Said const r = in_r(made.csv(), R"(
        m <- suppressWarnings(glm(one ~ x1 + x2 + x3, binomial, d, weights = w, offset = o, method = brglm2::brglmFit,
                                  type = 'AS_mean', control = list(epsilon = 1e-14, maxit = 1000)))
        say('b', coef(m)); say('se', sqrt(diag(vcov(m)))))");
    Fit const fit = logit(made.design(), binary(made.one), {.weights = made.w, .offset = made.o}, true);
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    EXPECT_TRUE(fit.converged);
}

char const* const log_log_in_r = R"(
        m <- suppressWarnings(glm(one ~ x1 + x2 + x3, binomial('cloglog'), d, weights = w, offset = o,
                                  control = list(epsilon = 1e-15, maxit = 200)))
        null <- suppressWarnings(glm(one ~ 1, binomial('cloglog'), d, weights = w, offset = o,
                                     control = list(epsilon = 1e-15, maxit = 200)))
        l <- function(m) sum(d$w * dbinom(d$one, 1, fitted(m), log = TRUE))
        say('b', coef(m)); say('se', sqrt(diag(vcov(m)))); say('robust', sqrt(diag(sandwich::vcovCL(m, d$g))))
        say('ll', l(m)); say('null', l(null)))";

TEST(CompLogLog, AgreesWithR) {
    if (!has_r("sandwich")) GTEST_SKIP() << "no R with sandwich";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), log_log_in_r);
    Fit const fit = cloglog(made.design(), binary(made.one), {.weights = made.w, .offset = made.o, .clusters = made.g});
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    expect_relative(robust_errors(fit), r.at("robust"), "robust errors");
    expect_relative(fit.log_likelihood, r.at("ll")[0], "log-likelihood");
    expect_relative(fit.log_likelihood_null, r.at("null")[0], "null");
}

TEST(CompLogLog, GivesTheLogitForRareOutcomes) { // both are exp(η) there
    Design design{.rows = 20000, .names = {}, .values = {}};
    std::vector<double> x(design.rows);
    std::vector<std::uint8_t> y(design.rows);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = static_cast<double>(i % 2);
        y[i] = i % 1000 == 0 || i % 400 == 1;
    }
    design.add("(Intercept)", std::vector<double>(x.size(), 1.0));
    design.add("x", x);
    Fit const fit = cloglog(design, y); // a coefficient for each group: their hazards are −log(1 − share)
    expect_relative(estimates(fit),
                    {std::log(-std::log1p(-0.002)), std::log(-std::log1p(-0.005)) - std::log(-std::log1p(-0.002))},
                    "coefficients", 1e-9);
    EXPECT_NEAR(fit.terms[1].estimate, logit(design, y).terms[1].estimate, 0.002);
}

TEST(CompLogLog, SaysWhatSeparates) {
    Design design{.rows = 6, .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(6, 1.0));
    design.add("x", std::vector<double>{0, 1, 2, 3, 4, 5});
    EXPECT_THROW((void)cloglog(design, std::vector<std::uint8_t>{0, 0, 0, 1, 1, 1}), Error);
}

// R 4.2.2, sandwich 3.0-2, brglm2 0.9, rows of made_up.hpp with n = 400:
//   m <- glm(one ~ x1 + x2 + x3, binomial, weights = w, offset = o, control = list(epsilon = 1e-15, maxit = 100))
//   coef(m); sqrt(diag(vcov(m))); sqrt(diag(sandwich::vcovCL(m, g))); sum(w * dbinom(one, 1, fitted(m), log = TRUE))
//   f <- update(m, method = brglm2::brglmFit, type = "AS_mean", control = list(epsilon = 1e-14, maxit = 1000))
TEST(Logit, GivesTheStoredFiguresOfR) {
    MadeUp const made(rows);
    Options const options{.weights = made.w, .offset = made.o, .clusters = made.g};
    Fit const fit = logit(made.design(), binary(made.one), options);
    expect_relative(estimates(fit), {-0.80220306592, 2.08521071975, -1.12460683269, -0.125331706478}, "coefficients");
    expect_relative(errors(fit), {0.346944701416, 0.386321395645, 0.376320319225, 0.374411200768}, "errors");
    expect_relative(robust_errors(fit), {0.348864209479, 0.435885235788, 0.398446778039, 0.374642224262},
                    "robust errors");
    expect_relative(fit.log_likelihood, -255.78954113, "log-likelihood");
    EXPECT_EQ(fit.events, 171u);
    Fit const firth = logit(made.design(), binary(made.one), options, true);
    expect_relative(estimates(firth), {-0.793225999756, 2.05980658957, -1.11075016625, -0.123675053116},
                    "Firth's coefficients");
    expect_relative(errors(firth), {0.34648931048, 0.385471560911, 0.375718664199, 0.373899516558}, "Firth's errors");
    expect_relative(firth.log_likelihood, -255.792704554, "Firth's log-likelihood");
}

TEST(Logit, IsTheLogOddsRatioOfATwoByTwoTable) {
    // 30 of 50 with x = 0, 80 of 100 with x = 1.
    Design design{.rows = 150, .names = {}, .values = {}};
    std::vector<double> x(150);
    std::vector<std::uint8_t> y(150);
    for (std::size_t i = 0; i < 150; ++i) {
        x[i] = i < 50 ? 0.0 : 1.0;
        y[i] = i < 30 || i >= 70 ? 1 : 0;
    }
    design.add("(Intercept)", std::vector<double>(150, 1.0));
    design.add("x", x);
    Fit const fit = logit(design, y);
    expect_relative(fit.terms[1].estimate, std::log((80.0 / 20.0) / (30.0 / 20.0)), "log odds ratio", 1e-12);
    expect_relative(fit.terms[1].se, std::sqrt(1.0 / 80 + 1.0 / 20 + 1.0 / 30 + 1.0 / 20), "Woolf's error", 1e-9);
}

TEST(Logit, SaysThatOutcomesAreSeparated) {
    MadeUp const made(100);
    Design const design = made.design();
    std::vector<std::uint8_t> complete(100), some(100);
    for (std::size_t i = 0; i < 100; ++i) {
        complete[i] = made.x2[i] > 0.4;
        some[i] = made.x2[i] > 0.8 || made.one[i] > 0.0;
    }
    EXPECT_THAT(complaint(design, complete),
                HasSubstr("complete separation: the covariates tell every outcome exactly"));
    EXPECT_THAT(complaint(design, complete), HasSubstr("x2"));
    Design dummies = design;
    std::vector<double> high(100);
    for (std::size_t i = 0; i < 100; ++i) high[i] = made.x2[i] > 0.8;
    dummies.add("high", high);
    EXPECT_THAT(complaint(dummies, some), HasSubstr("quasi-complete separation"));
    EXPECT_THAT(complaint(dummies, some), HasSubstr("'high'"));
    Fit const firth = logit(dummies, some, {}, true);
    EXPECT_TRUE(firth.converged);
    for (Term const& term : firth.terms) EXPECT_TRUE(std::isfinite(term.estimate) && std::isfinite(term.se));
}

TEST(Logit, TakesLargeButFiniteCoefficientsForWhatTheyAre) {
    // One row on the wrong side keeps the likelihood bounded.
    Design design{.rows = 200, .names = {}, .values = {}};
    std::vector<double> x(200);
    std::vector<std::uint8_t> y(200);
    for (std::size_t i = 0; i < 200; ++i) {
        x[i] = static_cast<double>(i);
        y[i] = i >= 100;
    }
    y[99] = 1;
    y[100] = 0;
    design.add("(Intercept)", std::vector<double>(200, 1.0));
    design.add("x", x);
    Fit const fit = logit(design, y);
    EXPECT_TRUE(fit.converged);
    EXPECT_GT(fit.terms[1].estimate, 0.5);
}

TEST(Logit, DoesNotDependOnThreadsNorOnTheScaleOfColumns) {
    MadeUp const made(20000);
    Design const design = made.design();
    auto const y = binary(made.one);
    Fit const one = logit(design, y, {.clusters = made.g, .threads = 1});
    Fit const two = logit(design, y, {.clusters = made.g, .threads = 2});
    EXPECT_EQ(estimates(one), estimates(two));
    EXPECT_EQ(robust_errors(one), robust_errors(two));
    Design scaled{.rows = design.rows, .names = {}, .values = {}};
    scaled.add("(Intercept)", design.column(0));
    std::vector<double> year(design.rows), square(design.rows);
    for (std::size_t i = 0; i < design.rows; ++i) {
        year[i] = 100.0 + made.x1[i];
        square[i] = year[i] * year[i]; // nearly collinear: taken on an orthonormal basis
    }
    scaled.add("year", year);
    scaled.add("square", square);
    Design centred{.rows = design.rows, .names = {}, .values = {}};
    centred.add("(Intercept)", design.column(0));
    centred.add("x1", made.x1);
    std::vector<double> own(design.rows);
    for (std::size_t i = 0; i < design.rows; ++i) own[i] = made.x1[i] * made.x1[i];
    centred.add("square", own);
    Fit const hard = logit(scaled, y);
    Fit const easy = logit(centred, y);
    expect_relative(hard.terms[2].estimate, easy.terms[2].estimate, "square", 1e-5);
    expect_relative(hard.terms[2].se, easy.terms[2].se, "error of square", 1e-6);
    expect_relative(hard.log_likelihood, easy.log_likelihood, "log-likelihood", 1e-12);
}

TEST(Logit, DropsCollinearColumnsAndSaysSo) {
    MadeUp const made(rows);
    Design design = made.design();
    design.add("again", made.x1);
    Fit const fit = logit(design, binary(made.one));
    expect_relative(estimates(fit), estimates(logit(made.design(), binary(made.one))), "coefficients", 1e-8);
    ASSERT_EQ(fit.notes.size(), 1u);
    EXPECT_EQ(fit.notes[0].en, "again is a combination of the columns before it: dropped");
}

TEST(Logit, RefusesOutcomesThatDoNotVary) {
    MadeUp const made(50);
    EXPECT_THAT(complaint(made.design(), std::vector<std::uint8_t>(50, 1)), HasSubstr("the outcome does not vary"));
    EXPECT_THAT(complaint(MadeUp(3).design(), {0, 1, 1}), HasSubstr("too few rows"));
}

TEST(Logit, NeedsFewStepsWhereOutcomesAreRare) {
    constexpr std::size_t many = 20'000;
    Design design{.rows = many, .names = {}, .values = {}};
    std::vector<double> x(many);
    std::vector<std::uint8_t> y(many);
    for (std::size_t n = 0; n < many; ++n) {
        x[n] = std::fmod(static_cast<double>(n) * 0.6180339887498949, 1.0);
        y[n] = n % 400 == 0 || (x[n] > 0.8 && n % 150 == 0) ? 1 : 0;
    }
    design.add("(Intercept)", std::vector<double>(many, 1.0));
    design.add("x", x);
    Fit const fit = logit(design, y);
    EXPECT_LE(fit.iterations, 6);
    double score = 0.0, score_of_x = 0.0;
    for (std::size_t n = 0; n < many; ++n) {
        double const rest = y[n] - 1.0 / (1.0 + std::exp(-fit.terms[0].estimate - fit.terms[1].estimate * x[n]));
        score += rest;
        score_of_x += rest * x[n];
    }
    EXPECT_NEAR(score, 0.0, 1e-8);
    EXPECT_NEAR(score_of_x, 0.0, 1e-8);
}

} // namespace
} // namespace casus::estimate
