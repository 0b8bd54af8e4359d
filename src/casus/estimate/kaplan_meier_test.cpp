#include "casus/estimate/kaplan_meier.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up_spells.hpp"

#include <gmock/gmock.h>

namespace casus::estimate {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

std::vector<double> laid_out(std::vector<SurvivalCurve> const& curves) {
    std::vector<double> out;
    for (SurvivalCurve const& curve : curves)
        for (std::size_t k = 0; k < curve.times.size(); ++k)
            for (double const value :
                 {curve.times[k], curve.at_risk[k], curve.events[k], curve.survival[k], curve.survival_se[k],
                  curve.survival_band[k].low, curve.survival_band[k].high, curve.hazard[k], curve.hazard_se[k]})
                out.push_back(value);
    return out;
}

/// But where the curve is 0, whose error and band R leaves open.
void agree(std::vector<double> const& got, std::vector<double> const& wanted, std::string const& what) {
    ASSERT_EQ(got.size(), wanted.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i)
        if (std::size_t const column = i % 9; column < 4 || column > 6 || wanted[i - column + 3] > 1e-12) {
            EXPECT_NEAR(got[i], wanted[i], 1e-6 * std::abs(wanted[i]) + 1e-14) << what << ' ' << i;
        }
}

TEST(KaplanMeier, AgreesWithR) {
    if (!has_r("survival")) GTEST_SKIP() << "no R with survival";
    MadeUpSpells const made(300);
    Said const r = in_r(made.csv(), R"(library(survival)
        put <- function(name, f) { f <- summary(f); i <- if (is.null(f$strata)) 1 else order(f$strata, f$time)
          if (is.null(f$strata)) i <- seq_along(f$time)
          say(name, rbind(f$time, f$n.risk, f$n.event, f$surv, f$std.err, f$lower, f$upper, f$cumhaz, f$std.chaz)[, i]) }
        put('log', survfit(Surv(stop, event) ~ 1, d))
        put('log-log', survfit(Surv(stop, event) ~ 1, d, conf.type = 'log-log', conf.int = 0.9))
        put('plain', survfit(Surv(stop, event) ~ 1, d, conf.type = 'plain'))
        put('strata', survfit(Surv(start, stop, event) ~ s, d))
        put('weights', survfit(Surv(start, stop, event) ~ s, d, weights = w, robust = FALSE))
        q <- quantile(survfit(Surv(stop, event) ~ 1, d)); say('quantiles', rbind(q$quantile, q$lower, q$upper)))");
    Spells const spells = made.spells();
    agree(laid_out(kaplan_meier(spells)), r.at("log"), "log");
    agree(laid_out(kaplan_meier(spells, {}, 0.9, Band::LogLog)), r.at("log-log"), "log-log");
    agree(laid_out(kaplan_meier(spells, {}, 0.95, Band::Plain)), r.at("plain"), "plain");
    Spells late = made.late_spells();
    late.strata = made.s;
    agree(laid_out(kaplan_meier(late)), r.at("strata"), "strata");
    agree(laid_out(kaplan_meier(late, {.weights = made.w})), r.at("weights"), "weights");
    SurvivalCurve const curve = kaplan_meier(spells).front();
    std::vector<double> quantiles;
    for (double const level : {0.75, 0.5, 0.25}) {
        Quantile const q = quantile(curve, level);
        for (auto const& limit : {q.time, q.low, q.high}) quantiles.push_back(limit.value_or(none));
    }
    expect_relative(quantiles, r.at("quantiles"), "quantiles");
}

TEST(KaplanMeier, IsAProductOfSharesThatGoOn) {
    // At risk 5, 4, 2 when one, one and two end; the last two end it all.
    std::vector<double> const stop{1, 2, 3, 4, 4};
    std::vector<std::uint8_t> const event{1, 1, 0, 1, 1};
    SurvivalCurve const curve = kaplan_meier({.stop = stop, .event = event}).front();
    EXPECT_THAT(curve.times, ElementsAre(1.0, 2.0, 4.0));
    EXPECT_THAT(curve.survival, ElementsAre(DoubleNear(0.8, 1e-15), DoubleNear(0.6, 1e-15), 0.0));
    EXPECT_THAT(curve.hazard, ElementsAre(0.2, DoubleNear(0.45, 1e-15), DoubleNear(1.45, 1e-15)));
    EXPECT_NEAR(curve.survival_se[0], 0.8 * std::sqrt(1.0 / (5.0 * 4.0)), 1e-15);
    EXPECT_TRUE(std::isnan(curve.survival_se[2]));
    EXPECT_EQ(curve.survival_band[2].low, 0.0);
    EXPECT_EQ(curve.survival_band[2].high, curve.survival_band[1].high);
    EXPECT_EQ(curve.survival_at(0.5), 1.0);
    EXPECT_EQ(curve.survival_at(2.0), curve.survival[1]);
    EXPECT_EQ(curve.survival_at(3.9), curve.survival[1]);
    EXPECT_EQ(curve.band_at(3.9).low, curve.survival_band[1].low);
    EXPECT_EQ(quantile(curve, 0.7).time, 2.0);
    EXPECT_EQ(curve.end, 4.0);
}

TEST(KaplanMeier, CountsLateEntryFromItsStart) {
    // The row (2, 5] is not at risk at 1 and at 2.
    std::vector<double> const start{0, 0, 2};
    std::vector<double> const stop{1, 2, 5};
    std::vector<std::uint8_t> const event{1, 0, 1};
    SurvivalCurve const curve = kaplan_meier({.start = start, .stop = stop, .event = event}).front();
    EXPECT_THAT(curve.at_risk, ElementsAre(2.0, 1.0));
}

TEST(KaplanMeier, LeavesAStratumWithoutEventsAtOne) {
    std::vector<double> const stop{1, 2, 3, 4};
    std::vector<std::uint8_t> const event{1, 1, 0, 0};
    std::vector<std::uint32_t> const strata{0, 0, 1, 1};
    auto const curves = kaplan_meier({.stop = stop, .event = event, .strata = strata});
    ASSERT_EQ(curves.size(), 2u);
    EXPECT_TRUE(curves[1].times.empty());
    EXPECT_EQ(curves[1].survival_at(4.0), 1.0);
    EXPECT_EQ(curves[1].end, 4.0);
    EXPECT_FALSE(quantile(curves[1]).time.has_value());
}

} // namespace
} // namespace casus::estimate
