// casus endurance forecast: which alliances end, one year ahead, judged against three baselines.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "endurance_verbs.hpp"
#include "output.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/endurance_trial.hpp"
#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <memory>

namespace casus::app {

namespace {

struct EnduranceForecastOptions {
    EnduranceOptions of;
    std::string train = "1816:1980";
    std::string test = "1981:2018";
    std::string json, csv, html;
    std::uint64_t seed = 1;
};

void forecast_endurance(EnduranceForecastOptions const& options, Call const& call) {
    YearRange const train = years_of("--train", options.train);
    YearRange const test = years_of("--test", options.test);
    if (train.last >= test.first)
        throw Error(Problem{.place = {},
                            .what = {"--train does not end before --test begins", "--train 未在 --test 开始前结束"},
                            .found = options.train + ", " + options.test,
                            .expected = {"years of training before those of the test", "训练年份在检验年份之前"}});
    fit::EnduranceRows const rows = rows_asked(options.of);
    if (test.last > rows.last_year)
        throw Error(Problem{
            .place = {},
            .what = {"--test goes beyond the data", "--test 超出数据"},
            .found = options.test,
            .expected = {fmt::format("years to {}", rows.last_year), fmt::format("至 {} 年为止", rows.last_year)}});
    fit::EnduranceTrial const trial = try_endurance(
        rows, {.train_first = train.first, .train_last = train.last, .test_first = test.first, .test_last = test.last},
        options.seed);
    report::Report report = report_of("endurance forecast", {"Which alliances end", "哪些联盟终止"},
                                      {endurance_trial_chapter(rows, trial)});
    report.manifest.seed = options.seed;
    report.manifest.draws = fit::hazard_resamples;
    add_citations(rows.sources, report);
    if (!options.csv.empty()) report::write_csv(report, options.csv);
    if (!options.html.empty()) write_or_print(options.html, report::html(report, call.language));
    bool const all = json_is_all(options.json, [&] {
        nlohmann::ordered_json document = begin_document("casus.endurance-forecast/1", report.manifest);
        document.update(endurance_trial_document(rows, trial));
        return document;
    });
    if (!all && options.html != "-") print_report(report, call);
}

} // namespace

void add_endurance_forecast(CLI::App& endurance, Call const& call) {
    auto options = std::make_shared<EnduranceForecastOptions>();
    Verb verb(
        endurance, call, "forecast",
        {"which alliances end, one year ahead, against three baselines", "提前一年预测哪些联盟终止，并与三种基线比较"},
        "casus endurance forecast --train 1816:1980 --test 1981:2018 --json forecast.json",
        [options, &call] { forecast_endurance(*options, call); });
    verb.add_option("--train", "FIRST:LAST", options->train,
                    {"years fitted first (default 1816:1980)", "最初拟合的年份（默认 1816:1980）"});
    verb.add_option("--test", "FIRST:LAST", options->test,
                    {"years forecast (default 1981:2018)", "预测的年份（默认 1981:2018）"});
    add_endurance_options(verb, options->of);
    verb.add_number("--seed", "N", options->seed, 0, 1U << 30U, {"seed of the intervals", "区间所用的随机种子"});
    verb.add_option("--json", "FILE", options->json,
                    {"write JSON, \"-\" for standard output", "写出 JSON，“-”为标准输出"});
    verb.add_option("--csv", "FOLDER", options->csv, {"write every table as CSV", "将各表写为 CSV"});
    verb.add_option("--html", "FILE", options->html, {"write a page", "写出网页"});
    verb.add_language();
}

} // namespace casus::app
