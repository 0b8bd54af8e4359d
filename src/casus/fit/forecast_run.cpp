#include "casus/fit/forecast_run.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::fit {

namespace {

/// Whether a year of the training has an outcome and a year before it.
bool can_choose(DeviationYears const& d, int first, int last) {
    for (int year = std::max(first, d.first_year + 1); year <= std::min(last, d.last_year); ++year)
        for (std::size_t state = 0; state < d.states; ++state)
            for (std::size_t issue = 0; issue < d.issues; ++issue)
                if (d.is_ally(state, year - 1) && d.known(state, issue, year)) return true;
    return false;
}

} // namespace

ForecastRun run_forecasts(AlienationData const& data, Surroundings const& around, ForecastYears const& years,
                          std::uint64_t seed) {
    if (!can_choose(data.deviations, years.train_first, years.train_last))
        throw Error(Problem{
            .place = {},
            .what = {"nothing to choose settings by in the training years", "训练年份没有可据以选定参数的内容"},
            .found = fmt::format("{}:{}", years.train_first, years.train_last),
            .expected = {"years with allies the year before and roll calls", "上一年有盟国且当年有表决的年份"}});
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
