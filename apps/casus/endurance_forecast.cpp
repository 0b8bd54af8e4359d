// casus endurance forecast: which alliances end, one year ahead, judged against three baselines.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "endurance_verbs.hpp"
#include "output.hpp"
#include "report_files.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/endurance_trial.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <memory>

namespace casus::app {

namespace {

struct EnduranceForecastOptions {
    EnduranceOptions of;
    std::string train = "1816:1980";
    std::string test = "1981:2018";
    ReportFiles files;
    std::uint64_t seed = 1;
};

void forecast_endurance(EnduranceForecastOptions const& options, Call const& call) {
    auto const [train, test] = trial_years_of(options.train, options.test);
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
    bool const all = write_files(options.files, call, report, [&] {
        nlohmann::ordered_json document = begin_document("casus.endurance-forecast/1", report.manifest);
        document.update(endurance_trial_document(rows, trial));
        return document;
    });
    if (!all) print_report(report, call);
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
    add_estimate_files(verb, options->files);
}

} // namespace casus::app
