#include "casus/estimate/cox_bootstrap.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/cluster_bootstrap.hpp"
#include "casus/estimate/made_up_spells.hpp"

#include <numeric>

namespace casus::estimate {
namespace {

TEST(ClusterBootstrap, DrawsAsManyAsThereAre) {
    std::vector<double> times(37);
    std::vector<double> sums(37);
    for (std::uint32_t replicate = 0; replicate < 2000; ++replicate) {
        draw_clusters(7, replicate, times);
        ASSERT_EQ(std::accumulate(times.begin(), times.end(), 0.0), 37.0);
        for (std::size_t c = 0; c < 37; ++c) sums[c] += times[c];
    }
    for (double const sum : sums) EXPECT_NEAR(sum / 2000.0, 1.0, 0.12); // five standard errors
}

/// The rows of a draw written out, each as often as it was drawn.
TEST(CoxBootstrap, IsTheFitOfTheRowsDrawn) {
    MadeUpSpells const made(150);
    Spells spells = made.late_spells();
    spells.strata = made.s;
    CoxFit const fit = cox(spells, made.design(), Ties::Efron, {.clusters = made.g});
    CoxBootstrap const out = bootstrap(fit, 3, 11, 2);
    ASSERT_EQ(out.failed, 0u);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        std::vector<double> times(40);
        draw_clusters(11, replicate, times);
        std::vector<double> start, stop, x1, x2, x3;
        std::vector<std::uint8_t> event;
        std::vector<std::uint32_t> s;
        for (std::size_t i = 0; i < made.rows(); ++i)
            for (double copy = 0; copy < times[made.g[i]]; ++copy) {
                start.push_back(made.start[i]);
                stop.push_back(made.stop[i]);
                event.push_back(made.event[i]);
                s.push_back(made.s[i]);
                x1.push_back(made.x1[i]);
                x2.push_back(made.x2[i]);
                x3.push_back(made.x3[i]);
            }
        Design design{.rows = stop.size(), .names = {}, .values = {}};
        design.add("x1", x1);
        design.add("x2", x2);
        design.add("x3", x3);
        CoxFit const drawn = cox({.start = start, .stop = stop, .event = event, .strata = s}, design);
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(out.estimates[replicate * 3 + c], drawn.fit.terms[c].estimate, 1e-8);
    }
}

TEST(CoxBootstrap, IsTheSameOnAnyNumberOfThreads) {
    MadeUpSpells const made(200);
    CoxFit const fit = cox(made.spells(), made.design(), Ties::Breslow, {.clusters = made.g});
    CoxBootstrap const one = bootstrap(fit, 100, 3, 1);
    CoxBootstrap const three = bootstrap(fit, 100, 3, 3);
    EXPECT_EQ(one.estimates, three.estimates);
    EXPECT_NE(one.estimates, bootstrap(fit, 100, 4, 1).estimates);
}

TEST(CoxBootstrap, ComesNearTheRobustError) {
    MadeUpSpells const made(800);
    CoxFit const fit = cox(made.spells(), made.design(), Ties::Efron, {.clusters = made.g});
    CoxBootstrap const out = bootstrap(fit, 1000, 5, 2);
    for (std::size_t c = 0; c < 3; ++c) {
        EXPECT_NEAR(out.se[c] / fit.fit.terms[c].robust_se, 1.0, 0.25) << c;
        EXPECT_LT(out.percentile[c].low, fit.fit.terms[c].estimate);
        EXPECT_GT(out.percentile[c].high, fit.fit.terms[c].estimate);
    }
}

TEST(CoxBootstrap, CountsDrawsWithoutMaximum) {
    // One row alone has x = 1: draws without it have a constant column.
    std::vector<double> const stop{1, 2, 3, 4, 5, 6, 7, 8};
    std::vector<std::uint8_t> const event{1, 1, 1, 1, 1, 1, 1, 0};
    Design design{.rows = 8, .names = {}, .values = {}};
    design.add("x", std::vector<double>{0, 0, 0, 1, 0, 0, 0, 0});
    CoxBootstrap const out = bootstrap(cox({.stop = stop, .event = event}, design), 200, 1, 1);
    EXPECT_GT(out.failed, 40u);
    EXPECT_LT(out.failed, 160u);
    EXPECT_EQ(out.estimates.size(), 200u - out.failed);
    for (double const value : out.estimates) EXPECT_TRUE(std::isfinite(value));
}

} // namespace
} // namespace casus::estimate
