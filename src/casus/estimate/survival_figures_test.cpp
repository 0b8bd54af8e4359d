// Figures of R 4.2.2 with survival 3.5-3 on the rows of made_up_spells.hpp with n = 500, so that they hold without R too.

#include "casus/estimate/agreement.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox_curves.hpp"
#include "casus/estimate/cumulative_incidence.hpp"
#include "casus/estimate/kaplan_meier.hpp"
#include "casus/estimate/log_rank.hpp"
#include "casus/estimate/made_up_spells.hpp"
#include "casus/estimate/parametric_survival.hpp"
#include "casus/estimate/proportionality.hpp"

namespace casus::estimate {
namespace {

/// Place of the time 10 on a curve.
std::size_t at_10(std::vector<double> const& times) {
    return static_cast<std::size_t>(std::find(times.begin(), times.end(), 10.0) - times.begin());
}

// m <- coxph(Surv(start, stop, event) ~ x1 + x2 + x3 + strata(s) + offset(o), weights = w, cluster = g,
//            control = coxph.control(eps = 1e-13))
// coef(m); sqrt(diag(m$naive.var)); sqrt(diag(m$var)); m$loglik; m$score; m$concordance; cox.zph(m)$table
TEST(SurvivalFigures, OfCoxWithEverything) {
    MadeUpSpells const made(500);
    Spells spells = made.late_spells();
    spells.strata = made.s;
    Options const options{.weights = made.w, .offset = made.o, .clusters = made.g};
    CoxFit const fit = cox(spells, made.design(), Ties::Efron, options);
    expect_relative(estimates(fit.fit), {0.835541411532, -0.445836364746, 0.187144142145}, "coefficients");
    expect_relative(errors(fit.fit), {0.191628589551, 0.10542554659, 0.0307938503538}, "errors");
    expect_relative(robust_errors(fit.fit), {0.175990332242, 0.151242389989, 0.0282024389514}, "robust errors");
    expect_relative({fit.fit.log_likelihood_null, fit.fit.log_likelihood}, {-1417.58728842, -1383.5105861},
                    "log-likelihood");
    expect_relative(fit.score.statistic, 67.5222792407, "score");
    std::vector<double> eta(500);
    for (std::size_t i = 0; i < 500; ++i) eta[fit.model.sets().row[i]] = fit.sums.eta[i];
    Concordance const agreed = concordance(spells, eta, options);
    expect_relative({agreed.value, agreed.se}, {0.614491328964, 0.0194868596185}, "concordance");
    Proportionality const test = proportionality_test(fit, spells);
    expect_relative({test.tests[0].statistic, test.tests[1].statistic, test.tests[2].statistic, test.global.statistic},
                    {4.71759198193, 0.00215555818491, 3.30413885417, 7.30245596034}, "proportionality");
}

// m <- coxph(Surv(stop, event) ~ x1 + x2 + x3, control = coxph.control(eps = 1e-13))
// summary(survfit(m, newdata = data.frame(x1 = .3, x2 = 1, x3 = -.5)), times = 10)
TEST(SurvivalFigures, OfAPredictedCurve) {
    MadeUpSpells const made(500);
    CoxFit const fit = cox(made.spells(), made.design());
    SurvivalCurve const curve = predicted_curves(fit, std::vector<double>{0.3, 1.0, -0.5}).front();
    std::size_t const k = at_10(curve.times);
    expect_relative({curve.survival[k], curve.survival_se[k], curve.survival_band[k].low, curve.survival_band[k].high},
                    {0.437133457866, 0.0360633761668, 0.3718691766, 0.513851838254}, "curve");
}

// summary(survfit(Surv(stop, event) ~ 1), times = 10); survdiff(Surv(stop, event) ~ s), and with rho = 1
// summary(survfit(Surv(stop, factor(cause)) ~ 1), times = 10)
TEST(SurvivalFigures, WithoutAModel) {
    MadeUpSpells const made(500);
    SurvivalCurve const curve = kaplan_meier(made.spells()).front();
    std::size_t const k = at_10(curve.times);
    expect_relative({curve.at_risk[k], curve.survival[k], curve.survival_se[k], curve.survival_band[k].low,
                     curve.survival_band[k].high, curve.hazard[k]},
                    {92, 0.235704163073, 0.0213871405419, 0.197302047144, 0.281580719987, 1.34156935569}, "curve");
    LogRank const plain = log_rank(made.spells(), made.s);
    expect_relative({plain.test.statistic, plain.test.p}, {0.226334934719, 0.893001099057}, "log-rank");
    expect_relative(plain.expected, {130.619079688, 131.411479126, 123.969441186}, "expected");
    LogRank const peto = log_rank(made.spells(), made.s, 1.0);
    expect_relative({peto.test.statistic, peto.test.p}, {0.373103919067, 0.829815444008}, "Peto");
    auto const incidence = cumulative_incidence({.stop = made.stop, .event = made.cause}).front();
    std::size_t const t = at_10(incidence.times);
    expect_relative({incidence.survival[t], incidence.incidence[0][t], incidence.incidence[1][t], incidence.se[0][t],
                     incidence.se[1][t]},
                    {0.235704163073, 0.449821196519, 0.314474640409, 0.024113353001, 0.0223950659974}, "incidence");
}

struct Figures {
    Lifetime lifetime;
    std::vector<double> estimates;
    std::vector<double> errors;
    std::vector<double> log_likelihood;
};

// m <- survreg(Surv(time, event) ~ x1 + x2 + x3, dist = …, control = survreg.control(rel.tolerance = 1e-14))
// c(coef(m), log(m$scale)); sqrt(diag(vcov(m))); m$loglik
TEST(SurvivalFigures, WithADistribution) {
    MadeUpSpells const made(500);
    Design design{.rows = 500, .names = {}, .values = {}};
    design.add("(Intercept)", std::vector<double>(500, 1.0));
    design.add("x1", made.x1);
    design.add("x2", made.x2);
    design.add("x3", made.x3);
    std::vector<Figures> const all{{Lifetime::Exponential,
                                    {2.07158866029, -0.782164907356, 0.52359450155, -0.214128113544},
                                    {0.119131596222, 0.185352745588, 0.102302767968, 0.0288091834364},
                                    {-1148.38542798, -1099.3231214}},
                                   {Lifetime::Weibull,
                                    {2.04624277911, -0.661514420111, 0.477885118707, -0.199140760291, -0.271806729579},
                                    {0.0914210845395, 0.143690625865, 0.0781869462857, 0.02211067005, 0.0401412101735},
                                    {-1142.48165049, -1079.20986479}},
                                   {Lifetime::LogNormal,
                                    {1.78522605607, -0.978148151722, 0.5205078972, -0.21177545406, 0.0309865611119},
                                    {0.108753534415, 0.167929869776, 0.0975432104338, 0.0276492759896, 0.03624230705},
                                    {-1161.73159494, -1105.84877053}},
                                   {Lifetime::LogLogistic,
                                    {1.75826141773, -0.797354181048, 0.499121470278, -0.201244575823, -0.573511690715},
                                    {0.102279103, 0.160272903075, 0.091480528425, 0.0260345051376, 0.0422204901037},
                                    {-1149.0338117, -1095.92278039}}};
    for (Figures const& wanted : all) {
        Fit const fit = parametric_survival({.stop = made.time, .event = made.event}, design, wanted.lifetime);
        expect_relative(estimates(fit), wanted.estimates, fit.model);
        expect_relative(errors(fit), wanted.errors, fit.model + " errors");
        expect_relative({fit.log_likelihood_null, fit.log_likelihood}, wanted.log_likelihood,
                        fit.model + " log-likelihood");
    }
}

} // namespace
} // namespace casus::estimate
