#include "casus/estimate/cox.hpp"

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox_curves.hpp"
#include "casus/estimate/cox_residuals.hpp"
#include "casus/estimate/in_r.hpp"
#include "casus/estimate/made_up_spells.hpp"
#include "casus/estimate/proportionality.hpp"

#include <gmock/gmock.h>

namespace casus::estimate {
namespace {

constexpr std::size_t rows = 500;

/// One way to call the same model here and in R.
struct Case {
    std::string name;
    std::string call; ///< of coxph
    Ties ties = Ties::Efron;
    bool late = false;
    bool strata = false;
    bool weights = false;
    bool offset = false;
    bool clusters = false;
};

class CoxInR : public testing::TestWithParam<Case> {};

TEST_P(CoxInR, SaysTheSame) {
    if (!has_r("survival")) GTEST_SKIP() << "no R with survival";
    Case const& c = GetParam();
    MadeUpSpells const made(rows);
    Said const r =
        in_r(made.csv(), "library(survival); at <- " + std::string(c.strata ? "0:2" : "0") + "; m <- " + c.call + R"(
        say('b', coef(m)); say('ll', m$loglik); say('score', m$score); say('wald', summary(m)$waldtest[1])
        say('lr', summary(m)$logtest[1])
        say('se', sqrt(diag(if (is.null(m$naive.var)) m$var else m$naive.var)))
        if (!is.null(m$naive.var)) say('robust', sqrt(diag(m$var)))
        say('martingale', residuals(m, 'martingale')); say('deviance', residuals(m, 'deviance'))
        say('rows_score', t(residuals(m, 'score'))); say('dfbeta', t(residuals(m, 'dfbeta', weighted = TRUE)))
        s <- residuals(m, 'schoenfeld'); say('schoenfeld', t(s))
        say('scaled', t(residuals(m, 'scaledsch')))
        say('concordance', m$concordance[c('concordant', 'discordant', 'tied.x', 'concordance', 'std')])
        for (tr in c('km', 'identity', 'rank', 'log')) {
            z <- cox.zph(m, transform = tr)$table; say(tr, z[, 1]); say(paste0(tr, '_p'), z[, 3]) }
        for (ct in c('log', 'log-log', 'plain')) {
            f <- summary(survfit(m, newdata = data.frame(x1 = 0.3, x2 = 1, x3 = -0.5, o = 0.2, s = at), conf.type = ct))
            say(paste0('curve_', ct), c(rbind(f$time, f$surv, f$std.err, f$lower, f$upper))) }
        f <- survfit(m, newdata = data.frame(x1 = 0.3, x2 = 1, x3 = -0.5, o = 0.2, s = at))
        say('cumhaz', rbind(f$cumhaz[f$n.event > 0], f$std.chaz[f$n.event > 0])))");
    Spells spells = c.late ? made.late_spells() : made.spells();
    if (c.strata) spells.strata = made.s;
    Options options;
    if (c.weights) options.weights = made.w;
    if (c.offset) options.offset = made.o;
    if (c.clusters) options.clusters = made.g;
    CoxFit const out = cox(spells, made.design(), c.ties, options);
    EXPECT_TRUE(out.fit.converged);
    EXPECT_TRUE(out.fit.notes.empty());
    expect_relative(estimates(out.fit), r.at("b"), "coefficients");
    expect_relative(errors(out.fit), r.at("se"), "errors");
    if (c.clusters) expect_relative(robust_errors(out.fit), r.at("robust"), "robust errors");
    expect_relative(out.fit.log_likelihood_null, r.at("ll")[0], "null");
    expect_relative(out.fit.log_likelihood, r.at("ll")[1], "log-likelihood");
    expect_relative(out.score.statistic, r.at("score")[0], "score");
    expect_relative(out.likelihood_ratio.statistic, r.at("lr")[0], "likelihood ratio", 1e-2);
    expect_relative(out.wald.statistic, r.at("wald")[0], "wald", 1e-2);

    auto const near = [](std::vector<double> const& got, std::vector<double> const& wanted, std::string const& what) {
        ASSERT_EQ(got.size(), wanted.size()) << what;
        for (std::size_t i = 0; i < got.size(); ++i)
            EXPECT_NEAR(got[i], wanted[i], 1e-6 * std::max(1e-2, std::abs(wanted[i]))) << what << ' ' << i;
    };
    near(martingale_residuals(out), r.at("martingale"), "martingale");
    near(deviance_residuals(out), r.at("deviance"), "deviance");
    near(score_residuals(out), r.at("rows_score"), "score residuals");
    near(dfbeta(out), r.at("dfbeta"), "dfbeta");
    Schoenfeld const schoenfeld = schoenfeld_residuals(out);
    near(schoenfeld.residuals, r.at("schoenfeld"), "Schoenfeld");
    near(schoenfeld.scaled, r.at("scaled"), "scaled Schoenfeld");

    std::vector<double> eta(rows);
    for (std::size_t i = 0; i < rows; ++i) eta[out.model.sets().row[i]] = out.sums.eta[i];
    Concordance const agreed = concordance(spells, eta, options);
    expect_relative({agreed.concordant, agreed.discordant, agreed.tied, agreed.value, agreed.se}, r.at("concordance"),
                    "concordance");

    std::vector<std::pair<TimeScale, std::string>> const scales{{TimeScale::KaplanMeier, "km"},
                                                                {TimeScale::Identity, "identity"},
                                                                {TimeScale::Rank, "rank"},
                                                                {TimeScale::Log, "log"}};
    for (auto const& [scale, name] : scales) {
        Proportionality const test = proportionality_test(out, spells, scale);
        for (std::size_t k = 0; k < 3; ++k) {
            expect_relative(test.tests[k].statistic, r.at(name)[k], name + " of " + test.terms[k]);
            expect_relative(test.tests[k].p, r.at(name + "_p")[k], name + " p of " + test.terms[k]);
        }
        expect_relative(test.global.statistic, r.at(name)[3], name + " global");
    }

    std::vector<std::pair<Band, std::string>> const bands{
        {Band::Log, "log"}, {Band::LogLog, "log-log"}, {Band::Plain, "plain"}};
    for (auto const& [band, name] : bands) {
        std::vector<double> got;
        for (SurvivalCurve const& curve :
             predicted_curves(out, std::vector<double>{0.3, 1.0, -0.5}, c.offset ? 0.2 : 0.0, 0.95, band))
            for (std::size_t k = 0; k < curve.times.size(); ++k)
                for (double const value : {curve.times[k], curve.survival[k], curve.survival_se[k],
                                           curve.survival_band[k].low, curve.survival_band[k].high})
                    got.push_back(value);
        near(got, r.at("curve_" + name), "curve " + name);
    }
    std::vector<double> hazards;
    for (SurvivalCurve const& curve : predicted_curves(out, std::vector<double>{0.3, 1.0, -0.5}, c.offset ? 0.2 : 0.0))
        for (std::size_t k = 0; k < curve.times.size(); ++k) {
            hazards.push_back(curve.hazard[k]);
            hazards.push_back(curve.hazard_se[k]);
        }
    near(hazards, r.at("cumhaz"), "cumulated hazard");
}

std::string tight(std::string const& call) {
    return "coxph(" + call + ", control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50))";
}

INSTANTIATE_TEST_SUITE_P(
    All, CoxInR,
    testing::Values(
        Case{.name = "efron", .call = tight("Surv(stop, event) ~ x1 + x2 + x3, d")},
        Case{.name = "late", .call = tight("Surv(start, stop, event) ~ x1 + x2 + x3, d"), .late = true},
        Case{.name = "everything",
             .call =
                 tight("Surv(start, stop, event) ~ x1 + x2 + x3 + strata(s) + offset(o), d, weights = w, cluster = g"),
             .late = true,
             .strata = true,
             .weights = true,
             .offset = true,
             .clusters = true},
        Case{.name = "breslow_everything",
             .call = tight(
                 "Surv(start, stop, event) ~ x1 + x2 + x3 + strata(s) + offset(o), d, weights = w, cluster = g, "
                 "ties = 'breslow'"),
             .ties = Ties::Breslow,
             .late = true,
             .strata = true,
             .weights = true,
             .offset = true,
             .clusters = true}),
    [](auto const& one) { return one.param.name; });

} // namespace
} // namespace casus::estimate
