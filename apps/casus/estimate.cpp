// casus estimate: regressions on a data file, by formulas as R writes them.
#include "estimate_verbs.hpp"
#include "output.hpp"

#include "casus/estimate/bootstrap.hpp"
#include "casus/estimate/regression_table.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/base/parallel.hpp"
#include "casus/report/html.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace casus::app {

namespace {

Estimated fit_of(EstimateSample const& sample, EstimateOptions const& options, Estimator const& estimator) {
    estimate::Options const asked{
        .weights = sample.weights, .offset = sample.offset, .clusters = sample.clusters, .threads = options.threads};
    Estimated out = estimator(sample, asked);
    if (options.resamples > 0 && !out.resampled)
        estimate::bootstrap(
            out.fit, sample.data.rows.size(), asked,
            {.seed = options.seed, .replicates = options.resamples, .threads = options.threads},
            [&](std::span<double const> weights) {
                return estimator(sample, {.weights = weights, .offset = sample.offset, .threads = 1}).fit;
            });
    out.fit.notes.insert(out.fit.notes.begin(), sample.data.notes.begin(), sample.data.notes.end());
    return out;
}

/// Clusters of the rows, numbered among those that count: a row of weight 0 adds nothing to the first.
std::vector<std::uint32_t> clusters_of(EstimateSample const& sample, std::string const& column) {
    std::vector<std::size_t> counting;
    auto const counts = [&](std::size_t i) { return sample.weights.empty() || sample.weights[i] != 0.0; };
    for (std::size_t i = 0; i < sample.data.rows.size(); ++i)
        if (counts(i)) counting.push_back(sample.data.rows[i]);
    std::vector<std::uint32_t> const numbers = labelled(variable_named(sample.frame, column), counting).of_row;
    std::vector<std::uint32_t> clusters(sample.data.rows.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < clusters.size(); ++i)
        if (counts(i)) clusters[i] = numbers[next++];
    return clusters;
}

nlohmann::ordered_json document_of(EstimateOptions const& options, std::string const& verb,
                                   std::vector<Estimated> const& all) {
    Manifest manifest = manifest_of("estimate " + verb);
    manifest.case_files.push_back(
        {std::filesystem::path(options.data).filename().string(), sha256(read_file(options.data))});
    nlohmann::ordered_json document = begin_document("casus.estimate/1", manifest);
    if (options.resamples > 0) document["bootstrap"] = {{"resamples", options.resamples}, {"seed", options.seed}};
    for (std::size_t m = 0; m < all.size(); ++m) {
        nlohmann::ordered_json model = fit_json(all[m].fit, options.formulas[m]);
        if (all[m].say) all[m].say(model);
        if (all.size() == 1)
            document.update(model);
        else
            document["models"].push_back(std::move(model));
    }
    return document;
}

} // namespace

EstimateSample sample_of(EstimateOptions const& options, estimate::Frame const& frame, estimate::Formula formula,
                         std::vector<std::string> also) {
    for (std::string const& name : {options.cluster, options.weights, options.offset})
        if (!name.empty()) also.push_back(name);
    auto const missing = options.missing == "error" ? estimate::Missing::Refuse : estimate::Missing::Drop;
    estimate::ModelData data = estimate::model_data(formula, frame, also, missing);
    EstimateSample sample{frame, std::move(formula), std::move(data), {}, {}, {}};
    if (!options.weights.empty()) sample.weights = numbers_of(frame, options.weights, sample.data.rows);
    if (!options.offset.empty()) sample.offset = numbers_of(frame, options.offset, sample.data.rows);
    if (!options.cluster.empty()) sample.clusters = clusters_of(sample, options.cluster);
    return sample;
}

void check_outcomes(estimate::Formula const& formula, std::size_t outcomes) {
    if (formula.responses.size() == outcomes) return;
    throw estimate::formula_error(formula.text, 1, {"wrong number of columns left of ~", "~ 左侧的列数有误"},
                                  fmt::format("{}", formula.responses.size()),
                                  {outcomes == 1 ? "one" : fmt::format("{}, joined by a comma", outcomes),
                                   outcomes == 1 ? "一列" : fmt::format("{} 列，以逗号分隔", outcomes)});
}

std::vector<std::string> columns_needed(EstimateOptions const& options, std::vector<estimate::Formula> const& formulas,
                                        std::vector<std::string> const& also) {
    std::vector<std::string> names = also;
    for (std::string const& name : {options.cluster, options.weights, options.offset}) names.push_back(name);
    for (estimate::Formula const& formula : formulas)
        for (std::string const& name : columns_of(formula)) names.push_back(name);
    std::erase(names, "");
    return names;
}

void refuse_idle(EstimateOptions const& options) {
    if (options.data.empty())
        throw Error(Problem{.place = {},
                            .what = {"--data is missing", "缺少 --data"},
                            .found = {},
                            .expected = {"a CSV or .dta file", "CSV 或 .dta 文件"}});
    if (options.formulas.empty())
        throw Error(Problem{.place = {},
                            .what = {"--formula is missing", "缺少 --formula"},
                            .found = {},
                            .expected = {"'y ~ x1 + x2'", "'y ~ x1 + x2'"}});
    if ((options.csv == "-") + (options.latex == "-") + (options.json == "-") > 1)
        throw Error(Problem{.place = {},
                            .what = {"standard output takes one document", "标准输出只能写一份文件"},
                            .found = {},
                            .expected = {"- for one of --csv, --latex and --json", "--csv、--latex、--json 之一为 -"}});
    if (options.resamples == 1)
        throw Error(Problem{.place = {},
                            .what = {"one resample has no spread", "一次重抽样没有离散度"},
                            .found = "1",
                            .expected = {"0, or 2 and more", "0，或 2 以上"}});
}

void add_estimate_options(Verb& verb, EstimateOptions& options) {
    options.threads = default_threads();
    verb.add_option("--data", "FILE", options.data,
                    {"CSV (also .csv.gz) or Stata .dta", "CSV（含 .csv.gz）或 Stata .dta"});
    verb.add_list("--formula", "FORMULA", options.formulas,
                  {"as in R, 'y ~ x1 + factor(region)'; repeatable: models side by side",
                   "与 R 相同，'y ~ x1 + factor(region)'；可重复，并列多个模型"});
    verb.add_option("--cluster", "COLUMN", options.cluster, {"errors robust to clusters", "按聚类的稳健误差"});
    verb.add_option("--weights", "COLUMN", options.weights, {"weights of rows", "各行权重"});
    verb.add_choice("--missing", options.missing, {"drop", "error"},
                    {"rows with missing values: drop them (default) or refuse", "含缺失的行：剔除（默认）或报错"});
    verb.add_number("--bootstrap", "N", options.resamples, 0, 1000000,
                    {"robust errors from N resamples of clusters, or rows", "以 N 次聚类（或行）重抽样求稳健误差"});
    verb.add_number("--seed", "N", options.seed, 0, ~std::uint64_t{0}, {"seed of the resamples", "重抽样种子"});
    verb.add_number("--threads", "N", options.threads, 1, 1024,
                    {"threads; changes the time only", "线程数；只影响用时"});
    verb.add_flag("--no-stars", options.no_stars, {"no stars in tables of several models", "并列表中不加星号"});
    verb.add_option("--json", "FILE", options.json, {"write JSON; - for standard output", "写出 JSON；- 为标准输出"});
    verb.add_option("--csv", "FILE", options.csv,
                    {"write terms as CSV; - for standard output", "以 CSV 写出各项；- 为标准输出"});
    verb.add_option("--latex", "FILE", options.latex,
                    {"write a LaTeX table; - for standard output", "写出 LaTeX 表；- 为标准输出"});
    verb.add_option("--html", "FILE", options.html, {"write a page", "写出网页"});
    verb.add_language();
}

void estimate_and_report(EstimateOptions const& options, Call const& call, std::string const& verb,
                         std::size_t outcomes, std::vector<std::string> const& also, Estimator const& estimator) {
    refuse_idle(options);
    std::vector<estimate::Formula> formulas;
    for (std::string const& text : options.formulas) {
        formulas.push_back(estimate::read_formula(text));
        check_outcomes(formulas.back(), outcomes);
    }
    estimate::Frame const frame = read_frame(options.data, columns_needed(options, formulas, also));
    std::vector<Estimated> all;
    std::vector<estimate::Fit> fits;
    for (estimate::Formula& formula : formulas) {
        all.push_back(fit_of(sample_of(options, frame, std::move(formula), also), options, estimator));
        fits.push_back(all.back().fit);
    }

    Chapter chapter = fits.size() == 1 ? estimate::chapter_of(fits.front(), options.formulas.front())
                                       : estimate::chapter_of(fits, options.formulas, !options.no_stars);
    report::Report const report =
        report_of("estimate " + verb, {"Regression on " + frame.name, frame.name + " 的回归"}, {std::move(chapter)});
    if (!options.html.empty()) write_file(options.html, report::html(report, call.language));
    if (!options.csv.empty()) write_or_print(options.csv, estimate::csv(fits));
    if (!options.latex.empty()) write_or_print(options.latex, estimate::latex(fits, !options.no_stars));
    if (json_is_all(options.json, [&] { return document_of(options, verb, all); })) return;
    if (options.csv == "-" || options.latex == "-") return;
    print_report(report, call);
}

estimate::Labelled outcome_categories(EstimateSample const& sample) {
    estimate::Expression const& outcome = sample.formula.responses.front().of;
    if (outcome.kind != estimate::Expression::Kind::Column)
        throw estimate::formula_error(sample.formula.text, outcome.column,
                                      {"an outcome with categories is a column", "分类因变量必须是一列"}, {},
                                      {"the name of a column", "列名"});
    return labelled(variable_named(sample.frame, outcome.name), sample.data.rows);
}

void add_estimate(CLI::App& program, Call const& call) {
    CLI::App& group = add_group(
        program, call, "estimate", {"regressions on a data file, by formulas as in R", "以 R 式公式对数据文件作回归"},
        "casus estimate logit --data FILE.csv --formula 'war ~ cap + factor(region)' --cluster dyad");
    add_estimate_linear(group, call);
    add_estimate_logit(group, call);
    add_estimate_ordered(group, call);
    add_estimate_multinomial(group, call);
    add_estimate_curves(group, call);
    add_estimate_cox(group, call);
    add_estimate_lifetimes(group, call);
}

} // namespace casus::app
