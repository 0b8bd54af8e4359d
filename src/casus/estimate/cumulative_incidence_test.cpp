#include "casus/estimate/cumulative_incidence.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/cox.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/kaplan_meier.hpp"
#include "casus/estimate/made_up_spells.hpp"

namespace casus::estimate {
namespace {

std::vector<double> laid_out(CumulativeIncidence const& curve) {
    std::vector<double> out;
    for (std::size_t t = 0; t < curve.times.size(); ++t) {
        out.push_back(curve.times[t]);
        out.push_back(curve.survival[t]);
        for (std::size_t k = 0; k < 2; ++k)
            for (double const value :
                 {curve.incidence[k][t], curve.se[k][t], curve.band[k][t].low, curve.band[k][t].high})
                out.push_back(value);
    }
    return out;
}

TEST(CumulativeIncidence, AgreesWithR) {
    if (!has_r("survival")) GTEST_SKIP() << "no R with survival";
    MadeUpSpells const made(300);
    Said const r = in_r(made.csv(), R"(library(survival)
        put <- function(name, f) { f <- summary(f)
          say(name, rbind(f$time, f$pstate[, 1], f$pstate[, 2], f$std.err[, 2], f$lower[, 2], f$upper[, 2],
                          f$pstate[, 3], f$std.err[, 3], f$lower[, 3], f$upper[, 3])) }
        d$id <- seq_len(nrow(d))
        put('plain', survfit(Surv(stop, factor(cause)) ~ 1, d))
        put('late', survfit(Surv(start, stop, factor(cause)) ~ 1, d, id = id))
        m <- coxph(Surv(stop, cause == 2) ~ x1 + x2 + x3, d, control = coxph.control(eps = 1e-13))
        say('cox', coef(m)); say('cox_se', sqrt(diag(vcov(m)))))");
    // With late entry R's jackknife is another estimator of the error than this one of Greenwood's kind: near, not equal.
    auto const near = [&](CumulativeIncidence const& got, std::string const& name, double of_errors) {
        auto const values = laid_out(got);
        auto const& wanted = r.at(name);
        ASSERT_EQ(values.size(), wanted.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isnan(wanted[i])) continue; // R's band of 0
            bool const error_or_band = i % 10 >= 3 && i % 10 != 6;
            EXPECT_NEAR(values[i], wanted[i], (error_or_band ? of_errors : 1e-6) * std::abs(wanted[i]) + 1e-15)
                << name << ' ' << i;
        }
    };
    near(cumulative_incidence({.stop = made.stop, .event = made.cause}).front(), "plain", 1e-6);
    near(cumulative_incidence({.start = made.start, .stop = made.stop, .event = made.cause}).front(), "late", 0.02);
    auto const second = events_of_cause({.stop = made.stop, .event = made.cause}, 2);
    CoxFit const fit = cox({.stop = made.stop, .event = second}, made.design());
    expect_relative(estimates(fit.fit), r.at("cox"), "hazard of cause 2");
    expect_relative(errors(fit.fit), r.at("cox_se"), "its errors");
}

TEST(CumulativeIncidence, SumsToOneWithSurvival) {
    MadeUpSpells const made(400);
    Spells spells{.start = made.start, .stop = made.stop, .event = made.cause, .strata = made.s};
    for (CumulativeIncidence const& curve : cumulative_incidence(spells)) {
        ASSERT_FALSE(curve.times.empty());
        for (std::size_t t = 0; t < curve.times.size(); ++t) {
            EXPECT_NEAR(curve.survival[t] + curve.incidence[0][t] + curve.incidence[1][t], 1.0, 1e-12);
            for (std::size_t k = 0; k < 2; ++k) {
                EXPECT_LE(curve.band[k][t].low, curve.incidence[k][t]);
                EXPECT_GE(curve.band[k][t].high, curve.incidence[k][t]);
            }
        }
    }
}

TEST(CumulativeIncidence, IsOneLessKaplanMeierWhereThereIsOneCause) {
    MadeUpSpells const made(300);
    CumulativeIncidence const incidence = cumulative_incidence(made.late_spells()).front();
    SurvivalCurve const curve = kaplan_meier(made.late_spells()).front();
    ASSERT_EQ(incidence.times, curve.times);
    for (std::size_t t = 0; t < curve.times.size(); ++t) {
        EXPECT_NEAR(incidence.incidence[0][t], 1.0 - curve.survival[t], 1e-12);
        if (curve.survival[t] == 0.0) continue; // no error of Greenwood's
        EXPECT_NEAR(incidence.se[0][t], curve.survival_se[t], 1e-12);
    }
}

} // namespace
} // namespace casus::estimate
