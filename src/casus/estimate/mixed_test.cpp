#include "casus/estimate/mixed.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/linear.hpp"
#include "casus/estimate/made_up.hpp"

#include "casus/base/error.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace casus::estimate {
namespace {

constexpr std::size_t rows = 400;

std::vector<Grouping> crossed(MadeUp const& made) {
    return {{.name = "g", .of_row = made.g}, {.name = "h", .of_row = made.h}};
}

TEST(Mixed, AgreesWithLme4) {
    if (!has_r("lme4")) GTEST_SKIP() << "no R with lme4";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), R"(
        control <- lme4::lmerControl(optimizer = 'bobyqa', optCtrl = list(rhoend = 1e-12, maxfun = 1e5))
        for (restricted in c(TRUE, FALSE)) {
            m <- lme4::lmer(y ~ x1 + x2 + x3 + (1 | g) + (1 | h), d, weights = w, offset = o, REML = restricted, control = control)
            tag <- if (restricted) 'reml' else 'ml'
            s <- as.data.frame(lme4::VarCorr(m))$sdcor
            say(paste0(tag, '_b'), lme4::fixef(m)); say(paste0(tag, '_se'), sqrt(diag(as.matrix(vcov(m)))))
            say(paste0(tag, '_sd'), s); say(paste0(tag, '_ll'), logLik(m))
            say(paste0(tag, '_g'), lme4::ranef(m)$g[, 1]); say(paste0(tag, '_h'), lme4::ranef(m)$h[, 1])
        })");
    for (bool const restricted : {true, false}) {
        std::string const tag = restricted ? "reml" : "ml";
        MixedFit const fit =
            mixed(made.design(), made.y, crossed(made), restricted, {.weights = made.w, .offset = made.o});
        expect_relative(estimates(fit.fit), r.at(tag + "_b"), "coefficients");
        expect_relative(errors(fit.fit), r.at(tag + "_se"), "errors");
        expect_relative({fit.sd[0], fit.sd[1], fit.residual_sd}, r.at(tag + "_sd"), "standard deviations");
        expect_relative(fit.fit.log_likelihood, r.at(tag + "_ll")[0], "log-likelihood");
        expect_relative(fit.effects[0], r.at(tag + "_g"), "effects of g", 1e-5);
        expect_relative(fit.effects[1], r.at(tag + "_h"), "effects of h", 1e-5);
        EXPECT_TRUE(fit.fit.converged);
    }
}

// R 4.2.2, lme4 1.1-31, rows of made_up.hpp with n = 400:
//   m <- lmer(y ~ x1 + x2 + x3 + (1 | g) + (1 | h), weights = w, offset = o, control = lmerControl(
//             optimizer = 'bobyqa', optCtrl = list(rhoend = 1e-12, maxfun = 1e5)))
//   fixef(m); sqrt(diag(as.matrix(vcov(m)))); as.data.frame(VarCorr(m))$sdcor; logLik(m)
TEST(Mixed, GivesTheStoredFiguresOfLme4) {
    MadeUp const made(rows);
    MixedFit const fit = mixed(made.design(), made.y, crossed(made), true, {.weights = made.w, .offset = made.o});
    expect_relative(estimates(fit.fit), {9.4981432142, 4.2233737877, -2.32920285626, -0.362898544159}, "coefficients");
    expect_relative(errors(fit.fit), {0.655138439773, 0.647728756889, 0.659115196933, 0.609900920803}, "errors");
    expect_relative({fit.sd[0], fit.sd[1], fit.residual_sd}, {0.595480842756, 0.580993813018, 3.49286432852},
                    "standard deviations");
    expect_relative(fit.fit.log_likelihood, -1080.70475436, "log-likelihood");
}

TEST(Mixed, IsTheAnalysisOfVarianceOnBalancedGroups) {
    // Ten groups of four rows: σ² is the mean square within, σ_g² (mean square between − within) / 4.
    Design design{.rows = 40, .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(40, 1.0));
    std::vector<std::uint32_t> group(40);
    std::vector<double> y(40);
    for (std::size_t i = 0; i < 40; ++i) {
        group[i] = static_cast<std::uint32_t>(i / 4);
        y[i] = 3.0 + 2.0 * std::sin(7.0 * static_cast<double>(i / 4)) + std::cos(11.0 * static_cast<double>(i));
    }
    double const mean = std::accumulate(y.begin(), y.end(), 0.0) / 40.0;
    double within = 0.0;
    double between = 0.0;
    for (std::size_t g = 0; g < 10; ++g) {
        double const own = (y[4 * g] + y[4 * g + 1] + y[4 * g + 2] + y[4 * g + 3]) / 4.0;
        between += 4.0 * (own - mean) * (own - mean) / 9.0;
        for (std::size_t i = 4 * g; i < 4 * g + 4; ++i) within += (y[i] - own) * (y[i] - own) / 30.0;
    }
    std::vector<Grouping> const groupings{{.name = "group", .of_row = group}};
    MixedFit const fit = mixed(design, y, groupings);
    expect_relative(fit.residual_sd, std::sqrt(within), "within", 1e-8);
    expect_relative(fit.sd[0], std::sqrt((between - within) / 4.0), "between", 1e-8);
    expect_relative(fit.fit.terms[0].estimate, mean, "mean", 1e-10);
    expect_relative(fit.fit.terms[0].se, std::sqrt(between / 40.0), "error of the mean", 1e-8);
}

TEST(Mixed, IsLeastSquaresWhereGroupsDoNotDiffer) {
    // Groups whose means agree better than chance would have it.
    Design design{.rows = 60, .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(60, 1.0));
    std::vector<std::uint32_t> group(60);
    std::vector<double> y(60), x(60);
    for (std::size_t i = 0; i < 60; ++i) {
        group[i] = static_cast<std::uint32_t>(i / 6);
        x[i] = static_cast<double>(i % 6);
        y[i] = (i % 6 < 3 ? 1.0 : -1.0) + 0.1 * static_cast<double>(i % 2);
    }
    design.add("x", x);
    std::vector<Grouping> const groupings{{.name = "group", .of_row = group}};
    MixedFit const fit = mixed(design, y, groupings);
    Fit const plain = linear(design, y);
    EXPECT_EQ(fit.sd[0], 0.0);
    expect_relative(estimates(fit.fit), estimates(plain), "coefficients", 1e-10);
    expect_relative(errors(fit.fit), errors(plain), "errors", 1e-10);
    ASSERT_EQ(fit.fit.notes.size(), 1u);
    EXPECT_EQ(fit.fit.notes[0].en, "intercepts by group do not vary beyond chance");
}

TEST(Mixed, PullsSmallGroupsTowardsTheMean) {
    MadeUp const made(300);
    MixedFit const fit = mixed(made.design(), made.y, crossed(made));
    double sum = 0.0;
    for (double const effect : fit.effects[0]) sum += effect;
    EXPECT_NEAR(sum, 0.0, 1e-8); // an intercept in the design takes the mean
    EXPECT_EQ(fit.effects[0].size(), 12u);
    EXPECT_EQ(fit.effects[1].size(), 7u);
}

TEST(Mixed, RefusesGroupingsThatSayNothing) {
    MadeUp const made(30);
    std::vector<std::uint32_t> const one(30, 0);
    std::vector<std::uint32_t> each(30);
    std::iota(each.begin(), each.end(), 0u);
    for (auto const& of_row : {one, each}) {
        std::vector<Grouping> const groupings{{.name = "g", .of_row = of_row}};
        EXPECT_THROW((void)mixed(made.design(), made.y, groupings), Error);
    }
}

} // namespace
} // namespace casus::estimate
