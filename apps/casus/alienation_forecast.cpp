// casus alienation forecast: deviation one year ahead, judged against three baselines.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "output.hpp"
#include "report_files.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/forecast_run.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

constexpr int first_session = 1946;

struct ForecastOptions {
    AlienationOptions of;
    std::string train = "1991:2000";
    std::string test = "2001:2020";
    ReportFiles files;
    std::uint64_t seed = 1;
};

fit::ForecastYears years_asked(ForecastOptions const& options) {
    auto const [train, test] = trial_years_of(options.train, options.test);
    return {train.first, train.last, test.first, test.last};
}

void forecast(ForecastOptions const& options, Call const& call) {
    fit::ForecastYears const years = years_asked(options);
    data::Store const store(store_path(options.of.store), data::Store::Access::Read);
    fit::AlienationData data = fit::alienation_data(store, request_of(options.of, first_session, years.test_last));
    fit::Surroundings const around = fit::surroundings(store, data);
    fit::ForecastRun const run = fit::run_forecasts(data, around, years, options.seed);
    report::Report report = report_of("alienation forecast", {"Forecasts of measured alienation", "对测得异化的预测"},
                                      {fit::forecast_chapter(data, run)});
    report.manifest.seed = options.seed;
    report.manifest.draws = fit::resamples;
    add_citations(data.sources, report);
    bool const all = write_files(options.files, call, report, [&] {
        nlohmann::ordered_json document = begin_document("casus.forecast/1", report.manifest);
        document.update(fit::forecast_document(data, run));
        return document;
    });
    if (!all) print_report(report, call);
}

} // namespace

void add_alienation_forecast(CLI::App& alienation, Call const& call) {
    auto options = std::make_shared<ForecastOptions>();
    Verb verb(
        alienation, call, "forecast",
        {"deviation of allies one year ahead, against three baselines", "提前一年预测盟国的背离，并与三种基线比较"},
        "casus alienation forecast --train 1991:2000 --test 2001:2020 --json forecast.json",
        [options, &call] { forecast(*options, call); });
    verb.add_option("--train", "FIRST:LAST", options->train,
                    {"years in which settings are chosen (default 1991:2000)", "选定参数的年份（默认 1991:2000）"});
    verb.add_option("--test", "FIRST:LAST", options->test,
                    {"years forecast, each from the years before it (default 2001:2020)",
                     "预测的年份，各由此前年份预测（默认 2001:2020）"});
    add_alienation_options(verb, options->of);
    verb.add_number("--seed", "N", options->seed, 0, 1U << 30U, {"seed of the intervals", "区间所用的随机种子"});
    add_estimate_files(verb, options->files);
}

} // namespace casus::app
