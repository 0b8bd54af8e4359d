#include "casus/estimate/multinomial.hpp"
#include "casus/estimate/ordered.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/logit.hpp"
#include "casus/estimate/made_up.hpp"

#include "casus/base/error.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace casus::estimate {
namespace {

using testing::HasSubstr;

constexpr std::size_t rows = 400;
std::vector<std::string> const four{"0", "1", "2", "3"};

std::vector<std::uint32_t> numbers(std::vector<double> const& y) { return {y.begin(), y.end()}; }

TEST(Ordered, AgreesWithClm) {
    if (!has_r("ordinal") || !has_r("sandwich")) GTEST_SKIP() << "no R with ordinal and sandwich";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), R"(
        tight <- ordinal::clm.control(gradTol = 1e-12, relTol = 1e-14)
        d$grade <- factor(d$grade)
        m <- ordinal::clm(grade ~ x1 + x2 + x3 + offset(o), data = d, weights = w, control = tight)
        null <- ordinal::clm(grade ~ 1 + offset(o), data = d, weights = w, control = tight)
        plain <- ordinal::clm(grade ~ x1 + x2 + x3, data = d, control = tight)
        k <- c(4, 5, 6, 1, 2, 3)
        say('b', coef(m)[k]); say('se', sqrt(diag(vcov(m)))[k]); say('ll', logLik(m)); say('null', logLik(null))
        say('robust', sqrt(diag(sandwich::vcovCL(plain, d$g, type = 'HC0')))[k]))");
    Fit const fit = ordered(made.design(), numbers(made.grade), four, {.weights = made.w, .offset = made.o});
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    expect_relative(fit.log_likelihood, r.at("ll")[0], "log-likelihood");
    expect_relative(fit.log_likelihood_null, r.at("null")[0], "null");
    Fit const plain = ordered(made.design(), numbers(made.grade), four, {.clusters = made.g});
    expect_relative(robust_errors(plain), r.at("robust"), "robust errors");
}

// R 4.2.2, ordinal 2022.11-16, rows of made_up.hpp with n = 400, cut points last:
//   m <- ordinal::clm(factor(grade) ~ x1 + x2 + x3 + offset(o), weights = w,
//                     control = ordinal::clm.control(gradTol = 1e-12, relTol = 1e-14))
//   coef(m); sqrt(diag(vcov(m))); logLik(m)
TEST(Ordered, GivesTheStoredFiguresOfClm) {
    MadeUp const made(rows);
    Fit const fit = ordered(made.design(), numbers(made.grade), four, {.weights = made.w, .offset = made.o});
    expect_relative(estimates(fit),
                    {2.16137824164, -1.14893075194, -0.152345634417, -0.611791142205, 0.5395039336, 1.93643746778},
                    "coefficients");
    expect_relative(errors(fit),
                    {0.329198413578, 0.322818684303, 0.318824409845, 0.301134893731, 0.300506965683, 0.314646194094},
                    "errors");
    expect_relative(fit.log_likelihood, -526.867194763, "log-likelihood");
    EXPECT_EQ(fit.terms[3].name, "0|1");
}

TEST(Ordered, IsTheLogitWhereThereAreTwoGrades) {
    MadeUp const made(rows);
    std::vector<std::string> const two{"no", "yes"};
    Fit const fit = ordered(made.design(), numbers(made.one), two, {.clusters = made.g});
    Fit const plain =
        logit(made.design(), std::vector<std::uint8_t>(made.one.begin(), made.one.end()), {.clusters = made.g});
    for (std::size_t c = 0; c < 3; ++c) {
        expect_relative(fit.terms[c].estimate, plain.terms[c + 1].estimate, "coefficient", 1e-9);
        expect_relative(fit.terms[c].robust_se, plain.terms[c + 1].robust_se, "robust error", 1e-7);
    }
    expect_relative(fit.terms[3].estimate, -plain.terms[0].estimate, "cut point", 1e-9);
    expect_relative(fit.log_likelihood, plain.log_likelihood, "log-likelihood", 1e-12);
    expect_relative(fit.log_likelihood_null, plain.log_likelihood_null, "null", 1e-12);
}

TEST(Multinomial, AgreesWithNnet) {
    if (!has_r("nnet")) GTEST_SKIP() << "no R with nnet";
    MadeUp const made(rows);
    Said const r = in_r(made.csv(), R"(
        m <- nnet::multinom(kind ~ x1 + x2 + x3, d, weights = w, reltol = 1e-15, abstol = 1e-15, maxit = 10000, trace = FALSE)
        x <- model.matrix(m); p <- fitted(m)
        scores <- do.call(cbind, lapply(2:4, function(j) d$w * ((d$kind == j - 1) - p[, j]) * x))
        s <- rowsum(scores, d$g); v <- vcov(m); n <- nrow(s)
        say('b', t(coef(m))); say('se', sqrt(diag(v))); say('ll', logLik(m))
        say('robust', sqrt(diag(n / (n - 1) * v %*% crossprod(s) %*% v))))");
    Fit const fit = multinomial(made.design(), numbers(made.kind), four, {.weights = made.w, .clusters = made.g});
    expect_relative(estimates(fit), r.at("b"), "coefficients");
    expect_relative(errors(fit), r.at("se"), "errors");
    expect_relative(robust_errors(fit), r.at("robust"), "robust errors");
    expect_relative(fit.log_likelihood, r.at("ll")[0], "log-likelihood");
}

// R 4.2.2, nnet 7.3-18, rows of made_up.hpp with n = 400:
//   m <- nnet::multinom(kind ~ x1 + x2 + x3, weights = w, reltol = 1e-15, abstol = 1e-15, maxit = 10000)
//   t(coef(m)); sqrt(diag(vcov(m))); logLik(m)
TEST(Multinomial, GivesTheStoredFiguresOfNnet) {
    MadeUp const made(rows);
    Fit const fit = multinomial(made.design(), numbers(made.kind), four, {.weights = made.w});
    expect_relative(estimates(fit),
                    {-0.799103711186, -0.415589905896, 0.0427115314957, 0.810852113211, -0.130989602009,
                     -0.321747370647, -0.1053300518, 0.241572008319, -1.46260878386, 0.915783518809, -0.590635108869,
                     0.221185231439},
                    "coefficients");
    expect_relative(errors(fit),
                    {0.444787983576, 0.476713620831, 0.47450535221, 0.479126094291, 0.394181001288, 0.428953007245,
                     0.426974899657, 0.429566386806, 0.551553805353, 0.593388259349, 0.583619013131, 0.582348545793},
                    "errors");
    expect_relative(fit.log_likelihood, -519.615659984, "log-likelihood");
    EXPECT_EQ(fit.terms[5].name, "2: x1");
}

TEST(Multinomial, IsTheLogitWhereThereAreTwoOutcomes) {
    MadeUp const made(rows);
    std::vector<std::string> const two{"no", "yes"};
    Options const options{.weights = made.w, .clusters = made.g};
    Fit const fit = multinomial(made.design(), numbers(made.one), two, options);
    Fit const plain = logit(made.design(), std::vector<std::uint8_t>(made.one.begin(), made.one.end()), options);
    expect_relative(estimates(fit), estimates(plain), "coefficients", 1e-10);
    expect_relative(robust_errors(fit), robust_errors(plain), "robust errors", 1e-8);
    expect_relative(fit.log_likelihood, plain.log_likelihood, "log-likelihood", 1e-12);
}

TEST(Multinomial, GivesSharesWithoutCovariates) {
    MadeUp const made(rows);
    Design design{.rows = rows, .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(rows, 1.0));
    Fit const fit = multinomial(design, numbers(made.kind), four);
    expect_relative(fit.terms[1].estimate, std::log(120.0 / 148.0), "third against first", 1e-12);
    expect_relative(fit.log_likelihood, fit.log_likelihood_null, "null", 1e-13);
}

TEST(Categories, SeparationIsSaid) {
    MadeUp const made(rows);
    std::vector<std::uint32_t> told(rows);
    for (std::size_t i = 0; i < rows; ++i) told[i] = made.x1[i] < 0.3 ? 0 : made.x1[i] < 0.6 ? 1 : 2;
    std::vector<std::string> const three{"a", "b", "c"};
    for (bool const in_order : {true, false}) {
        try {
            (void)(in_order ? ordered(made.design(), told, three) : multinomial(made.design(), told, three));
            ADD_FAILURE() << "no complaint";
        } catch (Error const& error) { EXPECT_THAT(error.what(), HasSubstr("complete separation")); }
    }
    std::vector<std::string> const with_none{"0", "1", "2", "3", "never"};
    EXPECT_THROW((void)ordered(made.design(), numbers(made.grade), with_none), Error);
    EXPECT_THROW((void)multinomial(made.design(), std::vector<std::uint32_t>(rows, 0), std::vector<std::string>{"a"}),
                 Error);
}

TEST(Categories, NumbersThatAreNoCategoriesAreRefused) {
    MadeUp const made(rows);
    std::vector<std::uint32_t> each(rows);
    std::iota(each.begin(), each.end(), 0U);
    std::vector<std::string> const names(rows, "x");
    for (bool const in_order : {true, false}) {
        try {
            (void)(in_order ? ordered(made.design(), each, names) : multinomial(made.design(), each, names));
            ADD_FAILURE() << "no complaint";
        } catch (Error const& error) { EXPECT_THAT(error.what(), HasSubstr("too many different outcomes")); }
    }
}

TEST(Categories, DoNotDependOnThreads) {
    MadeUp const made(20000);
    Design const design = made.design();
    auto const grade = numbers(made.grade);
    auto const kind = numbers(made.kind);
    EXPECT_EQ(estimates(ordered(design, grade, four)), estimates(ordered(design, grade, four, {.threads = 3})));
    EXPECT_EQ(errors(multinomial(design, kind, four)), errors(multinomial(design, kind, four, {.threads = 3})));
}

} // namespace
} // namespace casus::estimate
