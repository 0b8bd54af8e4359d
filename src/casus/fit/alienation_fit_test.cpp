#include "casus/fit/alienation_fit.hpp"

#include "casus/base/random.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/fit/estimated_parameters.hpp"
#include "casus/fit/two_way.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace casus::fit {
namespace {

/// Deviations that rise with the match to a challenger and fall with that to the leader, κ = 0.05.
FitRows made_up() {
    FitRows rows;
    rows.terms = {{"trade_leader", {}, -1, 0}, {"trade_challenger", {}, 1, 0}, {"regime_distance", {}, 1, 0}};
    rows.values.resize(3);
    rows.first_year = 2000;
    rows.last_year = 2014;
    std::uint32_t n = 0;
    for (std::uint32_t ally = 0; ally < 25; ++ally)
        for (std::uint32_t year = 0; year < 15; ++year)
            for (std::uint32_t issue = 0; issue < 3; ++issue, ++n) {
                auto const z = normals({.seed = 3, .purpose = Purpose::Test}, n);
                auto const u = uniforms({.seed = 4, .purpose = Purpose::Test}, ally * 15 + year);
                std::array<double, 3> const x{0.2 * u[0], 0.1 * u[1], u[2]};
                double const mean = 0.5 - 0.3 * x[0] / (x[0] + 0.05) + 0.3 * x[1] / (x[1] + 0.05) + 0.1 * x[2];
                for (std::size_t t = 0; t < 3; ++t) rows.values[t].push_back(x[t]);
                rows.deviation.push_back(mean + 0.05 * std::sin(ally) + 0.04 * std::cos(year * 3 + issue) +
                                         0.03 * z[0]);
                rows.ally.push_back(ally);
                rows.issue_year.push_back(year * 3 + issue);
                rows.ally_issue.push_back(ally * 3 + issue);
            }
    return rows;
}

std::string csv_of(FitRows const& rows, estimate::Design const& within, estimate::Design const& whole) {
    std::vector<double> const y = fit::within(rows.deviation, rows.ally, rows.issue_year);
    std::string text = "y,d,ally,iy,ai";
    for (std::size_t c = 0; c < 3; ++c) text += fmt::format(",w{},x{}", c, c);
    text += '\n';
    for (std::size_t row = 0; row < rows.size(); ++row) {
        text += fmt::format("{},{},{},{},{}", y[row], rows.deviation[row], rows.ally[row], rows.issue_year[row],
                            rows.ally_issue[row]);
        for (std::size_t c = 0; c < 3; ++c) text += fmt::format(",{},{}", within.column(c)[row], whole.column(c)[row]);
        text += '\n';
    }
    return text;
}

TEST(AlienationFit, FindsTheTradeAtWhichAMatchIsHalf) {
    TradeHalf const half = fit_trade_half(made_up());
    EXPECT_TRUE(half.identified);
    EXPECT_LT(half.interval.low, 0.05);
    EXPECT_GT(half.interval.high, 0.05);
    EXPECT_NEAR(half.value, 0.05, 0.015);
}

TEST(AlienationFit, SaysThatNoiseTellsNothingOfTrade) {
    FitRows rows = made_up();
    for (std::uint32_t n = 0; n < rows.size(); ++n)
        rows.deviation[n] = normals({.seed = 9, .purpose = Purpose::Test}, n)[0];
    EXPECT_FALSE(fit_trade_half(rows).identified);
}

TEST(AlienationFit, IsWhatRSaysOfTheSameMatrix) {
    if (!estimate::has_r("sandwich") || !estimate::has_r("lme4")) GTEST_SKIP() << "no R with sandwich and lme4";
    FitRows const rows = made_up();
    AlienationFit const fit = fit_alienation(rows);
    double const kappa = fit.trade_half.value;
    estimate::Said const r = estimate::in_r(csv_of(rows, within_design(rows, kappa), design_of(rows, kappa)), R"(
m <- lm(y ~ 0 + w0 + w1 + w2, d)
say("within", coef(m))
say("within_se", sqrt(diag(sandwich::vcovCL(m, cluster = d$ally, type = "HC1"))))
f <- lm(d ~ x0 + x1 + x2 + factor(ally) + factor(iy), d)
say("dummies", coef(f)[2:4])
p <- lme4::lmer(d ~ x0 + x1 + x2 + (1 | ally) + (1 | iy) + (1 | ai), d,
                control = lme4::lmerControl(optCtrl = list(ftol_abs = 1e-14, xtol_abs = 1e-12, maxeval = 100000)))
say("pooled", lme4::fixef(p)[2:4])
say("pooled_se", sqrt(diag(as.matrix(vcov(p))))[2:4])
)");
    ASSERT_EQ(r.at("within").size(), 3U);
    for (std::size_t t = 0; t < 3; ++t) {
        EXPECT_NEAR(fit.within.terms[t].estimate, r.at("within")[t], 1e-6);
        EXPECT_NEAR(fit.within.terms[t].estimate, r.at("dummies")[t], 1e-6); // the projection is that of dummies
        EXPECT_NEAR(fit.within.terms[t].robust_se, r.at("within_se")[t], 1e-6);
        EXPECT_NEAR(fit.pooled.fit.terms[t].estimate, r.at("pooled")[t], 1e-6);
        EXPECT_NEAR(fit.pooled.fit.terms[t].se, r.at("pooled_se")[t], 1e-6);
    }
}

TEST(AlienationFit, WritesWhatItIdentifiesAsEstimated) {
    Parameters const judged =
        case_file::read_parameters(std::filesystem::path(CASUS_SOURCE_DIR) / "params" / "judgement.toml").parameters;
    AlienationFit fit = fit_alienation(made_up());
    FitRecord record{.name = "trial",
                     .leader = {"2", {"United States", "美国"}},
                     .allies = "atop:defense",
                     .until = 2014,
                     .sources = {}};
    data::Provenance trade;
    trade.dataset = "cow-trade";
    trade.version = "4.0";
    record.sources.push_back(trade);
    case_file::TemporaryFolder folder;
    auto const written = case_file::read_parameters(folder.write("p.toml", estimated_parameters(judged, fit, record)));
    Basis const& basis = written.parameters.basis(Parameter::TradeHalf);
    EXPECT_EQ(basis.kind, Basis::Kind::Estimated);
    EXPECT_EQ(basis.source, "cow-trade 4.0");
    EXPECT_EQ(basis.until, 2014);
    EXPECT_NEAR(written.parameters[Parameter::TradeHalf], fit.trade_half.value, 1e-6);
    for (ParameterInfo const& each : all_parameters())
        if (each.parameter != Parameter::TradeHalf) {
            EXPECT_EQ(written.parameters[each.parameter], judged[each.parameter]) << each.key;
            EXPECT_EQ(written.parameters.basis(each.parameter), judged.basis(each.parameter)) << each.key;
        }
    fit.trade_half.identified = false;
    auto const plain = case_file::read_parameters(folder.write("q.toml", estimated_parameters(judged, fit, record)));
    EXPECT_EQ(plain.parameters.basis(Parameter::TradeHalf), judged.basis(Parameter::TradeHalf));
}

TEST(Within, LeavesNothingOfEitherGrouping) {
    FitRows const rows = made_up();
    std::vector<double> const rest = within(rows.deviation, rows.ally, rows.issue_year);
    for (auto const* groups : {&rows.ally, &rows.issue_year}) {
        std::vector<double> sums(50, 0.0);
        for (std::size_t row = 0; row < rest.size(); ++row) sums[(*groups)[row]] += rest[row];
        for (double const sum : sums) EXPECT_NEAR(sum, 0.0, 1e-9);
    }
}

} // namespace
} // namespace casus::fit
