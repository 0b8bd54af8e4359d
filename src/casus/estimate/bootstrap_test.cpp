#include "casus/estimate/bootstrap.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/linear.hpp"
#include "casus/estimate/logit.hpp"
#include "casus/estimate/made_up.hpp"
#include "casus/estimate/p_value.hpp"

#include "casus/base/error.hpp"

namespace casus::estimate {
namespace {

Fit resampled(MadeUp const& made, std::uint64_t seed, std::size_t replicates, std::size_t threads, bool clustered) {
    Design const design = made.design();
    Options options;
    if (clustered) options.clusters = made.g;
    Fit fit = linear(design, made.y, options);
    bootstrap(fit, design.rows, options, {.seed = seed, .replicates = replicates, .threads = threads},
              [&](std::span<double const> weights) { return linear(design, made.y, {.weights = weights}); });
    return fit;
}

TEST(Bootstrap, IsNearTheErrorsOfTheModelWhereItHolds) {
    MadeUp const made(400);
    Fit const rows = resampled(made, 1, 400, 1, false);
    Fit const plain = linear(made.design(), made.y);
    for (std::size_t t = 0; t < plain.terms.size(); ++t)
        EXPECT_NEAR(rows.terms[t].robust_se / plain.terms[t].se, 1.0, 0.2) << t;
    EXPECT_EQ(estimates(rows), estimates(plain));
    EXPECT_EQ(errors(rows), errors(plain));
}

TEST(Bootstrap, JudgesLinearModelsByStudentsT) {
    Fit const fit = resampled(MadeUp(20), 1, 100, 1, false);
    for (Term const& term : fit.terms)
        EXPECT_DOUBLE_EQ(term.p, student_p(term.statistic, static_cast<double>(20 - fit.terms.size()))) << term.name;
}

TEST(Bootstrap, DependsOnTheSeedAndNotOnThreads) {
    MadeUp const made(120);
    EXPECT_EQ(robust_errors(resampled(made, 7, 40, 1, true)), robust_errors(resampled(made, 7, 40, 3, true)));
    EXPECT_NE(robust_errors(resampled(made, 7, 40, 1, true)), robust_errors(resampled(made, 8, 40, 1, true)));
}

TEST(Bootstrap, LeavesOutResamplesThatCannotBeEstimated) {
    // One row alone has x1 = 1: a third of the resamples miss it.
    Design design{.rows = 30, .names = {}, .values = {}};
    std::vector<double> rare(30, 0.0), y(30);
    rare[3] = 1.0;
    for (std::size_t i = 0; i < 30; ++i) y[i] = std::sin(static_cast<double>(i));
    design.add("(Intercept)", std::vector<double>(30, 1.0));
    design.add("rare", rare);
    Fit fit = linear(design, y);
    bootstrap(fit, 30, {}, {.seed = 1, .replicates = 100, .threads = 1},
              [&](std::span<double const> weights) { return linear(design, y, {.weights = weights}); });
    ASSERT_EQ(fit.notes.size(), 2u);
    EXPECT_NE(fit.notes[1].en.find("resamples left out"), std::string::npos);
    EXPECT_THROW(bootstrap(fit, 30, {}, {.seed = 1, .replicates = 10, .threads = 1},
                           [](std::span<double const>) -> Fit { throw Error(Problem{}); }),
                 Error);
}

} // namespace
} // namespace casus::estimate
