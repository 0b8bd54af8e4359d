#include "casus/estimate/parametric_survival.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up_spells.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace casus::estimate {
namespace {

using testing::ElementsAre;

constexpr std::size_t drawn_rows = 400;

Design with_intercept(MadeUpSpells const& made) {
    Design design{.rows = made.rows(), .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(made.rows(), 1.0));
    design.add("x1", made.x1);
    design.add("x2", made.x2);
    design.add("x3", made.x3);
    return design;
}

TEST(ParametricSurvival, AgreesWithR) {
    if (!has_r("survival")) GTEST_SKIP() << "no R with survival";
    MadeUpSpells const made(drawn_rows);
    Said const r = in_r(made.csv(), R"(library(survival)
        for (dist in c('exponential', 'weibull', 'lognormal', 'loglogistic')) {
          ctl <- survreg.control(rel.tolerance = 1e-14, maxiter = 100)
          m <- survreg(Surv(time, event) ~ x1 + x2 + x3 + offset(o), d, dist = dist, weights = w, control = ctl)
          k <- survreg(Surv(time, event) ~ x1 + x2 + x3 + offset(o), d, dist = dist, weights = w, cluster = g,
                       robust = TRUE, control = ctl)
          b <- coef(m); if (dist != 'exponential') b <- c(b, log(m$scale))
          say(dist, b); say(paste0(dist, '_se'), sqrt(diag(vcov(m)))); 
          # survreg leaves the weights out of the errors by cluster; they belong there
          say(paste0(dist, '_robust'), sqrt(diag(crossprod(rowsum(residuals(k, 'dfbeta', weighted = TRUE), d$g)))))
          say(paste0(dist, '_ll'), m$loglik)
          nd <- data.frame(x1 = 0.3, x2 = 1, x3 = -0.5, o = 0)
          say(paste0(dist, '_q'), predict(m, nd, type = 'quantile', p = c(0.1, 0.5, 0.9))) })");
    std::vector<std::pair<Lifetime, std::string>> const all{{Lifetime::Exponential, "exponential"},
                                                            {Lifetime::Weibull, "weibull"},
                                                            {Lifetime::LogNormal, "lognormal"},
                                                            {Lifetime::LogLogistic, "loglogistic"}};
    for (auto const& [lifetime, name] : all) {
        Fit const fit = parametric_survival({.stop = made.time, .event = made.event}, with_intercept(made), lifetime,
                                            {.weights = made.w, .offset = made.o, .clusters = made.g});
        EXPECT_TRUE(fit.converged);
        EXPECT_EQ(fit.model, name);
        expect_relative(estimates(fit), r.at(name), name);
        expect_relative(errors(fit), r.at(name + "_se"), name + " errors");
        expect_relative(robust_errors(fit), r.at(name + "_robust"), name + " robust errors");
        expect_relative({fit.log_likelihood_null, fit.log_likelihood}, r.at(name + "_ll"), name + " log-likelihood");
        double const eta =
            fit.terms[0].estimate + 0.3 * fit.terms[1].estimate + fit.terms[2].estimate - 0.5 * fit.terms[3].estimate;
        double const shape = fit.terms.back().estimate;
        std::vector<double> quantiles;
        for (double const p : {0.1, 0.5, 0.9}) quantiles.push_back(lifetime_quantile(lifetime, eta, shape, 1.0 - p));
        expect_relative(quantiles, r.at(name + "_q"), name + " quantiles");
    }
}

/// Σ log-likelihood of a Gompertz model written out: δ (η + γ t) − e^η (e^{γ t} − e^{γ s}) / γ.
double gompertz(MadeUpSpells const& made, std::vector<double> const& theta) {
    double sum = 0.0;
    for (std::size_t i = 0; i < made.rows(); ++i) {
        double const eta = theta[0] + theta[1] * made.x1[i] + theta[2] * made.x2[i] + theta[3] * made.x3[i];
        double const gamma = theta[4];
        sum += (made.event[i] != 0 ? eta + gamma * made.stop[i] : 0.0) -
               std::exp(eta) * (std::exp(gamma * made.stop[i]) - std::exp(gamma * made.start[i])) / gamma;
    }
    return sum;
}

TEST(ParametricSurvival, FindsTheMaximumAndTheCurvatureOfGompertz) {
    MadeUpSpells const made(drawn_rows);
    Fit const fit = parametric_survival(made.late_spells(), with_intercept(made), Lifetime::Gompertz);
    ASSERT_TRUE(fit.converged);
    std::vector<double> const theta = estimates(fit);
    EXPECT_NEAR(fit.log_likelihood, gompertz(made, theta), 1e-9 * std::abs(fit.log_likelihood));
    // Numerical second derivatives: information · covariance is the unit matrix; first derivatives are 0.
    auto const at = [&](std::size_t a, double da, std::size_t b, double db) {
        auto moved = theta;
        moved[a] += da;
        moved[b] += db;
        return gompertz(made, moved);
    };
    constexpr std::size_t p = 5;
    std::vector<double> h(p);
    for (std::size_t a = 0; a < p; ++a) h[a] = 0.01 * fit.terms[a].se;
    std::vector<double> information(p * p);
    for (std::size_t a = 0; a < p; ++a) {
        double const small = 0.01 * h[a];
        EXPECT_NEAR((at(a, small, a, 0) - at(a, -small, a, 0)) / (2.0 * small) * fit.terms[a].se, 0.0, 1e-6);
        for (std::size_t b = 0; b < p; ++b)
            information[a * p + b] =
                -(at(a, h[a], b, h[b]) - at(a, h[a], b, -h[b]) - at(a, -h[a], b, h[b]) + at(a, -h[a], b, -h[b])) /
                (4.0 * h[a] * h[b]);
    }
    for (std::size_t a = 0; a < p; ++a)
        for (std::size_t b = 0; b < p; ++b) {
            double sum = 0.0;
            for (std::size_t k = 0; k < p; ++k) sum += information[a * p + k] * fit.covariance[k * p + b];
            EXPECT_NEAR(sum * fit.terms[a].se / fit.terms[b].se, a == b ? 1.0 : 0.0, 1e-3);
        }
}

TEST(ParametricSurvival, HasTheClosedFormsOfConstantHazards) {
    // The rate is events / exposure, the error of its logarithm 1/√events, late entry or not.
    MadeUpSpells const made(drawn_rows);
    Design ones{.rows = drawn_rows, .names = {}, .values = {}};
    ones.add("(Intercept)", std::vector<double>(drawn_rows, 1.0));
    Fit const fit = parametric_survival(made.late_spells(), ones, Lifetime::Exponential);
    double exposure = 0.0;
    for (std::size_t i = 0; i < drawn_rows; ++i) exposure += made.stop[i] - made.start[i];
    auto const events = static_cast<double>(fit.events);
    EXPECT_NEAR(fit.terms[0].estimate, std::log(exposure / events), 1e-10);
    EXPECT_NEAR(fit.terms[0].se, 1.0 / std::sqrt(events), 1e-10);
    EXPECT_NEAR(fit.log_likelihood, events * std::log(events / exposure) - events, 1e-8);
}

TEST(ParametricSurvival, CountsLateEntryAsR) {
    // R has no left truncation in survreg; a spell cut in two at a time of its own says the same as the whole one.
    MadeUpSpells const made(drawn_rows);
    std::vector<double> start;
    std::vector<double> stop;
    std::vector<std::uint8_t> event;
    Design halves{.rows = 2 * drawn_rows, .names = {}, .values = {}};
    std::vector<double> x1;
    for (std::size_t i = 0; i < drawn_rows; ++i) {
        double const cut = 0.3 * made.time[i];
        start.insert(start.end(), {0.0, cut});
        stop.insert(stop.end(), {cut, made.time[i]});
        event.insert(event.end(), {0, made.event[i]});
        x1.insert(x1.end(), {made.x1[i], made.x1[i]});
    }
    halves.add("(Intercept)", std::vector<double>(2 * drawn_rows, 1.0));
    halves.add("x1", x1);
    Design whole{.rows = drawn_rows, .names = {}, .values = {}};
    whole.add("(Intercept)", std::vector<double>(drawn_rows, 1.0));
    whole.add("x1", made.x1);
    for (Lifetime const lifetime :
         {Lifetime::Exponential, Lifetime::Weibull, Lifetime::Gompertz, Lifetime::LogNormal, Lifetime::LogLogistic}) {
        Fit const one = parametric_survival({.stop = made.time, .event = made.event}, whole, lifetime);
        Fit const two = parametric_survival({.start = start, .stop = stop, .event = event}, halves, lifetime);
        expect_relative(estimates(two), estimates(one), one.model);
        expect_relative(errors(two), errors(one), one.model + " errors");
        expect_relative(two.log_likelihood, one.log_likelihood, one.model + " log-likelihood");
    }
}

TEST(ParametricSurvival, SaysWhereThereIsNoMaximum) {
    MadeUpSpells const made(100);
    std::vector<std::uint8_t> event = made.event;
    for (std::size_t i = 0; i < 100; ++i)
        if (made.x2[i] == 1.0) event[i] = 0; // those with x2 = 1 never end
    using enum Lifetime;
    for (Lifetime const lifetime : {Exponential, Weibull, Gompertz, LogNormal, LogLogistic}) {
        Fit const fit = parametric_survival({.stop = made.time, .event = event}, with_intercept(made), lifetime);
        EXPECT_FALSE(fit.converged) << fit.model;
        ASSERT_EQ(fit.notes.size(), 1u) << fit.model;
        EXPECT_EQ(fit.notes[0].en, "the likelihood rises without end as the coefficient of x2 grows (separation): its "
                                   "estimate and error mean nothing");
        for (Term const& term : fit.terms)
            EXPECT_TRUE(std::isfinite(term.se) && std::isfinite(term.p)) << fit.model << term.name;
    }
}

TEST(ParametricSurvival, DropsCollinearColumnsAndSaysSo) {
    MadeUpSpells const made(100);
    Design design = with_intercept(made);
    std::vector<double> sum(100);
    for (std::size_t i = 0; i < 100; ++i) sum[i] = 2.0 * made.x1[i] - made.x2[i] + 3.0;
    design.add("sum", sum);
    Fit const fit = parametric_survival({.stop = made.time, .event = made.event}, design, Lifetime::LogNormal);
    Fit const plain =
        parametric_survival({.stop = made.time, .event = made.event}, with_intercept(made), Lifetime::LogNormal);
    EXPECT_EQ(estimates(fit), estimates(plain));
    ASSERT_EQ(fit.notes.size(), 1u);
    EXPECT_EQ(fit.notes[0].en, "sum is a combination of the columns before it: dropped");
}

TEST(ParametricSurvival, RefusesABeginningBeforeZero) {
    std::vector<double> const start{0, -1};
    std::vector<double> const stop{1, 2};
    std::vector<std::uint8_t> const event{1, 1};
    Design ones{.rows = 2, .names = {}, .values = {}};
    ones.add("(Intercept)", std::vector<double>(2, 1.0));
    try {
        (void)parametric_survival({.start = start, .stop = stop, .event = event, .file = "spells.csv"}, ones,
                                  Lifetime::Weibull);
        FAIL();
    } catch (Error const& error) {
        EXPECT_STREQ(error.what(), "spells.csv:2: the spell begins before 0 '-1'; expected a number from 0");
    }
}

} // namespace
} // namespace casus::estimate
