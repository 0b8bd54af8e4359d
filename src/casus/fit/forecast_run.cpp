#include "casus/fit/forecast_run.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

namespace casus::fit {

ForecastRun run_forecasts(AlienationData const& data, Surroundings const& around, ForecastYears const& years,
                          std::uint64_t seed) {
    ForecastRun run{.years = years,
                    .settings = choose_settings(data.deviations, around, years.train_first, years.train_last),
                    .rows = {},
                    .scores = {},
                    .margins = {}};
    run.rows = forecasts(data.deviations, around, run.settings, years.test_first, years.test_last);
    if (run.rows.empty())
        throw Error(Problem{.place = {},
                            .what = {"nothing to forecast in the test years", "检验年份没有可预测的内容"},
                            .found = fmt::format("{}:{}", years.test_first, years.test_last),
                            .expected = {"years with allies, roll calls and votes in years before",
                                         "有盟国、有表决且此前年份有投票的年份"}});
    run.scores = score(run.rows);
    run.margins = margins(run.rows, data.allies.size(), seed);
    return run;
}

} // namespace casus::fit
