// casus estimate cox: proportional hazards.
#include "estimate_survival.hpp"

#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox_bootstrap.hpp"
#include "casus/estimate/p_value.hpp"
#include "casus/estimate/proportionality.hpp"

#include <fmt/format.h>

#include <limits>

namespace casus::app {

namespace {

struct CoxOptions : SurvivalOptions {
    std::string ties = "efron";
    bool proportionality = false;
};

void add_note(estimate::Fit& fit, std::string const& en, std::string const& zh, std::string const& figures) {
    fit.notes.push_back({en + figures, zh + figures});
}

std::string told(estimate::ChiSquare const& test) {
    return fmt::format("χ² = {:.4g}, df {}, p = {:.3g}", test.statistic, test.degrees, test.p);
}

void note_tests(estimate::CoxFit& out, estimate::Spells const& spells, estimate::Options const& asked) {
    std::vector<double> eta(out.model.rows());
    for (std::size_t i = 0; i < eta.size(); ++i) eta[out.model.sets().row[i]] = out.sums.eta[i];
    estimate::Concordance const agreed = concordance(spells, eta, asked);
    add_note(out.fit, "concordance ", "一致性 ", fmt::format("{:.4f} (se {:.4f})", agreed.value, agreed.se));
    add_note(out.fit, "likelihood ratio test ", "似然比检验 ", told(out.likelihood_ratio));
    add_note(out.fit, "Wald test ", "Wald 检验 ", told(out.wald));
    add_note(out.fit, "score test ", "得分检验 ", told(out.score));
}

void note_proportionality(estimate::CoxFit& out, estimate::Spells const& spells) {
    estimate::Proportionality const test = proportionality_test(out, spells);
    for (std::size_t c = 0; c < test.terms.size(); ++c)
        add_note(out.fit, fmt::format("proportional hazards, {}: ", test.terms[c]),
                 fmt::format("比例风险检验，{}：", test.terms[c]), told(test.tests[c]));
    add_note(out.fit, "proportional hazards, all: ", "比例风险检验，总体：", told(test.global));
}

/// Robust errors are those of the draws, and z and p with them.
void bootstrap_errors(estimate::CoxFit& out, CoxOptions const& options) {
    estimate::CoxBootstrap const drawn = bootstrap(out, options.resamples, options.seed, options.threads);
    for (std::size_t c = 0; c < out.fit.terms.size(); ++c) {
        estimate::Term& term = out.fit.terms[c];
        term.robust_se = drawn.se[c];
        term.statistic = drawn.se[c] > 0.0 ? term.estimate / drawn.se[c] : 0.0;
        term.p = estimate::normal_p(term.statistic);
    }
    add_note(out.fit, "robust errors from resamples of clusters: ", "稳健误差来自聚类重抽样：",
             fmt::format("{} ({})", drawn.replicates - drawn.failed, drawn.replicates));
}

estimate::Fit fit_cox(EstimateSample const& sample, estimate::Options const& asked, CoxOptions const& options) {
    SampleSpells const spells(sample, options);
    estimate::CoxFit out = cox(spells.view(), without_intercept(sample),
                               options.ties == "efron" ? estimate::Ties::Efron : estimate::Ties::Breslow, asked);
    if (options.resamples > 0) bootstrap_errors(out, options);
    note_tests(out, spells.view(), asked);
    if (options.proportionality) note_proportionality(out, spells.view());
    return std::move(out.fit);
}

} // namespace

void add_estimate_cox(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<CoxOptions>();
    Verb verb(estimate, call, "cox", {"proportional hazards of how long things last", "持续时间的比例风险模型"},
              "casus estimate cox --data FILE.csv --formula 'time, event ~ defense + lnmem' --cluster id --zph",
              [options, &call] {
                  EstimateOptions plain = *options; // this verb draws its own resamples
                  plain.resamples = 0;
                  estimate_and_report(plain, call, "cox", 2, columns_beside(*options),
                                      [&](EstimateSample const& sample, estimate::Options const& asked) {
                                          return fit_cox(sample, asked, *options);
                                      });
              });
    add_start(verb, *options);
    add_strata(verb, *options);
    verb.add_choice("--ties", options->ties, {"efron", "breslow"}, {"events at one time", "同时发生的事件"});
    verb.add_flag("--zph", options->proportionality,
                  {"test whether hazards stay proportional", "检验风险是否保持成比例"});
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
}

} // namespace casus::app
