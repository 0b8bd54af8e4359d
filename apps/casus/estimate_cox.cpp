// casus estimate cox: proportional hazards.
#include "estimate_cox_files.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/estimate/bootstrap.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox_bootstrap.hpp"
#include "casus/estimate/p_value.hpp"
#include "casus/estimate/proportionality.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace casus::app {

namespace {

struct CoxOptions : SurvivalOptions {
    std::string ties = "efron";
    bool proportionality = false;
    std::string residuals;
    std::string curve;
    std::vector<std::string> at;
};

void add_note(estimate::Fit& fit, std::string const& en, std::string const& zh, std::string const& figures) {
    fit.notes.push_back({en + figures, zh + figures});
}

std::string told(estimate::ChiSquare const& test) {
    return fmt::format("χ² = {:.4g}, df {}, p = {:.3g}", test.statistic, test.degrees, test.p);
}

/// How well the model does, and the tests of it.
struct CoxTests {
    estimate::Concordance concordance;
    estimate::ChiSquare likelihood_ratio;
    estimate::ChiSquare wald;
    estimate::ChiSquare score;
    std::optional<estimate::Proportionality> proportionality{};
};

CoxTests tests_of(estimate::CoxFit const& out, estimate::Spells const& spells, estimate::Options const& asked,
                  bool proportionality) {
    std::vector<double> eta(out.model.rows());
    for (std::size_t i = 0; i < eta.size(); ++i) eta[out.model.sets().row[i]] = out.sums.eta[i];
    CoxTests tests{concordance(spells, eta, asked), out.likelihood_ratio, out.wald, out.score};
    if (proportionality) tests.proportionality = proportionality_test(out, spells);
    return tests;
}

void note_tests(estimate::Fit& fit, CoxTests const& tests) {
    add_note(fit, "concordance ", "一致性 ",
             fmt::format("{:.4f} (se {:.4f})", tests.concordance.value, tests.concordance.se));
    add_note(fit, "likelihood ratio test ", "似然比检验 ", told(tests.likelihood_ratio));
    add_note(fit, "Wald test ", "Wald 检验 ", told(tests.wald));
    add_note(fit, "score test ", "得分检验 ", told(tests.score));
    if (!tests.proportionality) return;
    estimate::Proportionality const& zph = *tests.proportionality;
    for (std::size_t c = 0; c < zph.terms.size(); ++c)
        add_note(fit, fmt::format("proportional hazards, {}: ", zph.terms[c]),
                 fmt::format("比例风险检验，{}：", zph.terms[c]), told(zph.tests[c]));
    add_note(fit, "proportional hazards, all: ", "比例风险检验，总体：", told(zph.global));
}

nlohmann::ordered_json json_of(estimate::ChiSquare const& test) {
    return {{"chi_square", test.statistic}, {"df", test.degrees}, {"p", test.p}};
}

void say_tests(nlohmann::ordered_json& document, CoxTests const& tests) {
    document["concordance"] = {{"value", tests.concordance.value}, {"se", tests.concordance.se}};
    document["likelihood_ratio"] = json_of(tests.likelihood_ratio);
    document["wald"] = json_of(tests.wald);
    document["score"] = json_of(tests.score);
    if (!tests.proportionality) return;
    estimate::Proportionality const& zph = *tests.proportionality;
    document["zph"] = nlohmann::ordered_json::array();
    for (std::size_t c = 0; c < zph.terms.size(); ++c) {
        nlohmann::ordered_json one{{"term", zph.terms[c]}};
        one.update(json_of(zph.tests[c]));
        document["zph"].push_back(std::move(one));
    }
    nlohmann::ordered_json all{{"term", nullptr}};
    all.update(json_of(zph.global));
    document["zph"].push_back(std::move(all));
}

/// Robust errors are those of the draws, and z and p with them. Unlike the bootstrap of other verbs, this one begins at β
/// and sorts nothing again.
void bootstrap_errors(estimate::CoxFit& out, CoxOptions const& options) {
    estimate::CoxBootstrap const drawn = bootstrap(out, options.resamples, options.seed, options.threads);
    note_resamples(out.fit, drawn.replicates - drawn.failed, out.model.cluster_count(),
                   {.seed = options.seed, .replicates = options.resamples});
    for (std::size_t c = 0; c < out.fit.terms.size(); ++c) {
        estimate::Term& term = out.fit.terms[c];
        term.robust_se = drawn.se[c];
        term.statistic = drawn.se[c] > 0.0 ? term.estimate / drawn.se[c] : estimate::none;
        term.p = drawn.se[c] > 0.0 ? estimate::normal_p(term.statistic) : estimate::none;
    }
}

/// Files of one model's rows make no sense for several, nor values without a curve.
void refuse_files(CoxOptions const& options) {
    if (options.formulas.size() > 1 && !(options.residuals.empty() && options.curve.empty()))
        throw Error(
            Problem{.place = {},
                    .what = {"--residuals and --curve are of one model", "--residuals 与 --curve 只用于一个模型"},
                    .found = fmt::format("{} --formula", options.formulas.size()),
                    .expected = {"one --formula", "一个 --formula"}});
    if (options.curve.empty() && !options.at.empty())
        throw Error(Problem{.place = {},
                            .what = {"--at has no effect without --curve", "没有 --curve 时 --at 不起作用"},
                            .found = options.at.front(),
                            .expected = {"--curve FILE", "--curve 文件"}});
}

Estimated fit_cox(EstimateSample const& sample, estimate::Options const& asked, CoxOptions const& options) {
    SampleSpells const spells(sample, options);
    estimate::CoxFit out = cox(spells.view(), without_intercept(sample),
                               options.ties == "efron" ? estimate::Ties::Efron : estimate::Ties::Breslow, asked);
    if (!options.residuals.empty()) write_or_print(options.residuals, residuals_csv(out, spells));
    if (!options.curve.empty()) write_or_print(options.curve, curves_csv(out, spells, options.at));
    CoxTests const tests = tests_of(out, spells.view(), asked, options.proportionality);
    if (options.resamples > 0) bootstrap_errors(out, options);
    note_tests(out.fit, tests);
    Estimated estimated(std::move(out.fit));
    estimated.say = [tests](nlohmann::ordered_json& document) { say_tests(document, tests); };
    estimated.resampled = true;
    return estimated;
}

} // namespace

void add_estimate_cox(CLI::App& estimate, Call const& call) {
    auto options = std::make_shared<CoxOptions>();
    Verb verb(estimate, call, "cox", {"proportional hazards of how long things last", "持续时间的比例风险模型"},
              "casus estimate cox --data FILE.csv --formula 'time, event ~ defense + lnmem' --cluster id --zph",
              [options, &call] {
                  refuse_files(*options);
                  estimate_and_report(*options, call, "cox", 2, columns_beside(*options),
                                      [&](EstimateSample const& sample, estimate::Options const& asked) {
                                          return fit_cox(sample, asked, *options);
                                      });
              });
    add_start(verb, *options);
    add_strata(verb, *options);
    verb.add_choice("--ties", options->ties, {"efron", "breslow"}, {"events at one time", "同时发生的事件"});
    verb.add_flag("--zph", options->proportionality,
                  {"test whether hazards stay proportional", "检验风险是否保持成比例"});
    verb.add_option("--residuals", "FILE", options->residuals,
                    {"write residuals of each row as CSV; - for standard output", "以 CSV 写出各行残差；- 为标准输出"});
    verb.add_option("--curve", "FILE", options->curve,
                    {"write predicted survival as CSV, terms at their means", "以 CSV 写出预测生存曲线，各项取均值"});
    verb.add_list("--at", "TERM=VALUE", options->at,
                  {"a value for --curve in place of the mean; repeatable", "--curve 中代替均值的值；可重复"});
    verb.add_option("--offset", "COLUMN", options->offset, {"added with coefficient 1", "系数固定为 1 的列"});
    add_estimate_options(verb, *options);
}

} // namespace casus::app
