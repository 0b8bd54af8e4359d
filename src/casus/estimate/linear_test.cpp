#include "casus/estimate/linear.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up.hpp"

#include "casus/base/error.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace casus::estimate {
namespace {

using testing::HasSubstr;

constexpr std::size_t rows = 400;

TEST(Linear, AgreesWithR) {
    if (!has_r("sandwich")) GTEST_SKIP() << "no R with sandwich";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), R"(
        m <- lm(y ~ x1 + x2 + x3, d, weights = w, offset = o)
        v <- sandwich::vcovCL(m, d$g)
        say('b', coef(m)); say('se', sqrt(diag(vcov(m)))); say('robust', sqrt(diag(v)))
        say('ll', logLik(m)); say('null', logLik(lm(y ~ 1, d, weights = w, offset = o)))
        say('p', 2 * pt(-abs(coef(m) / sqrt(diag(v))), m$df.residual))
        p <- lm(y ~ x1 + x2 + x3 - 1, d)
        say('plain', coef(p)); say('plain_se', sqrt(diag(vcov(p)))); say('plain_ll', logLik(p))
        say('plain_p', coef(summary(p))[, 4]))");
    Fit const fit = linear(made.design(), made.y, {.weights = made.w, .offset = made.o, .clusters = made.g});
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    expect_relative(robust_errors(fit), r.at("robust"), "robust errors");
    expect_relative(probabilities(fit), r.at("p"), "p");
    expect_relative(fit.log_likelihood, r.at("ll")[0], "log-likelihood");
    expect_relative(fit.log_likelihood_null, r.at("null")[0], "null");

    Design without{.rows = rows, .names = {}, .values = {}};
    without.add("x1", made.x1);
    without.add("x2", made.x2);
    without.add("x3", made.x3);
    Fit const plain = linear(without, made.y);
    expect_relative(estimates(plain), r.at("plain"), "without intercept");
    expect_relative(errors(plain), r.at("plain_se"), "errors without intercept");
    expect_relative(probabilities(plain), r.at("plain_p"), "p without intercept");
    expect_relative(plain.log_likelihood, r.at("plain_ll")[0], "log-likelihood without intercept");
}

// R 4.2.2, sandwich 3.0-2, rows of made_up.hpp with n = 400:
//   m <- lm(y ~ x1 + x2 + x3, weights = w, offset = o); coef(m); sqrt(diag(vcov(m)))
//   sqrt(diag(sandwich::vcovCL(m, g))); logLik(m)
TEST(Linear, GivesTheStoredFiguresOfR) {
    MadeUp const made(rows);
    Fit const fit = linear(made.design(), made.y, {.weights = made.w, .offset = made.o, .clusters = made.g});
    expect_relative(estimates(fit), {9.56385151598, 4.11149279471, -2.43032965733, -0.313748094191}, "coefficients");
    expect_relative(errors(fit), {0.577516825545, 0.621217744768, 0.620044168159, 0.622629505647}, "errors");
    expect_relative(robust_errors(fit), {0.519459780283, 0.770438035302, 0.63501759581, 0.634224119694},
                    "robust errors");
    expect_relative(fit.log_likelihood, -1084.40006933, "log-likelihood");
    EXPECT_EQ(fit.rows, rows);
    EXPECT_EQ(fit.clusters, 12u);
}

TEST(Linear, DropsTheLastOfCollinearColumnsAndSaysSo) {
    MadeUp const made(rows);
    Design design = made.design();
    std::vector<double> sum(rows);
    for (std::size_t i = 0; i < rows; ++i) sum[i] = 3.0 * made.x1[i] - made.x2[i] + 1.0;
    design.add("sum", sum);
    design.add("flat", std::vector<double>(rows, 7.0));
    design.add("zero", std::vector<double>(rows, 0.0));
    Fit const fit = linear(design, made.y);
    Fit const plain = linear(made.design(), made.y);
    expect_relative(estimates(fit), estimates(plain), "coefficients", 1e-12);
    ASSERT_EQ(fit.notes.size(), 3u);
    EXPECT_EQ(fit.notes[0].en, "sum is a combination of the columns before it: dropped");
    EXPECT_EQ(fit.notes[1].en, "flat is constant: dropped");
    EXPECT_EQ(fit.notes[2].en, "zero is constant: dropped");
}

TEST(Linear, KeepsItsDigitsOnPowersOfYears) {
    // Powers of years are nearly collinear: normal equations would lose every digit.
    Design design{.rows = 203, .names = {}, .values = {}};
    std::vector<double> one(203, 1.0), year(203), square(203), y(203);
    for (std::size_t i = 0; i < 203; ++i) {
        year[i] = 1816.0 + static_cast<double>(i);
        square[i] = year[i] * year[i];
        y[i] = 5.0 - 0.25 * year[i] + 0.125 * square[i];
    }
    design.add("(Intercept)", one);
    design.add("year", year);
    design.add("square", square);
    Fit const fit = linear(design, y);
    ASSERT_EQ(fit.terms.size(), 3u);
    expect_relative(estimates(fit), {5.0, -0.25, 0.125}, "coefficients", 1e-5);
}

TEST(Linear, DoesNotDependOnThreads) {
    MadeUp const made(5000);
    Fit const one = linear(made.design(), made.y, {.clusters = made.g, .threads = 1});
    Fit const three = linear(made.design(), made.y, {.clusters = made.g, .threads = 3});
    EXPECT_EQ(estimates(one), estimates(three));
    EXPECT_EQ(robust_errors(one), robust_errors(three));
}

TEST(Linear, WeightsOfWholeNumbersRepeatRows) {
    MadeUp const made(60);
    Design const design = made.design();
    Design repeated{.rows = 0, .names = design.names, .values = {}};
    std::vector<double> weights(60), y;
    std::vector<std::size_t> rows_of;
    for (std::size_t i = 0; i < 60; ++i) {
        weights[i] = static_cast<double>(i % 3);
        for (std::size_t copy = 0; copy < i % 3; ++copy) rows_of.push_back(i);
    }
    repeated.rows = rows_of.size();
    for (std::size_t c = 0; c < design.columns(); ++c)
        for (std::size_t const i : rows_of) repeated.values.push_back(design.column(c)[i]);
    for (std::size_t const i : rows_of) y.push_back(made.y[i]);
    Fit const weighted = linear(design, made.y, {.weights = weights});
    expect_relative(estimates(weighted), estimates(linear(repeated, y)), "coefficients", 1e-10);
    EXPECT_EQ(weighted.rows, 40u);
}

TEST(Linear, RefusesWhatCannotBeEstimated) {
    MadeUp const made(4);
    EXPECT_THROW((void)linear(made.design(), made.y), Error);
    MadeUp const more(20);
    std::vector<double> weights(20, 1.0);
    weights[6] = -1.0;
    try {
        (void)linear(more.design(), more.y, {.weights = weights});
        FAIL();
    } catch (Error const& error) { EXPECT_THAT(error.what(), HasSubstr("bad weight of observation 7")); }
    EXPECT_THROW((void)linear(more.design(), more.y, {.weights = std::vector<double>(20, 0.0)}), Error);
}

TEST(Linear, SaysWhereErrorsMeanNothing) {
    MadeUp const made(50);
    Design const design = made.design();
    Fit const exact = linear(design, made.x1);
    EXPECT_TRUE(std::isnan(exact.log_likelihood));
    ASSERT_EQ(exact.notes.size(), 1u);
    EXPECT_THAT(exact.notes[0].en, HasSubstr("exactly"));
    Fit const single = linear(design, made.y, {.clusters = std::vector<std::uint32_t>(50, 0)});
    EXPECT_FALSE(single.robust());
    EXPECT_THAT(single.notes.at(0).en, HasSubstr("one cluster"));
}

} // namespace
} // namespace casus::estimate
