#include "casus/data/panel/walt/leaders_in_power.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace casus::data::walt {

namespace {

/// One leader's time in power, in days since 1800.
struct Reign {
    int state;
    std::string leader;
    int first_day;
    int last_day;
    bool irregular; ///< came irregularly or by foreign imposition; false where the source does not say
};

/// "1874-03-01"
std::optional<int> day_of(std::string_view text) {
    int year = 0, month = 0, day = 0;
    if (text.size() != 10) return std::nullopt;
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    std::from_chars(text.data() + 8, text.data() + 10, day);
    return first_day_number(year, month, day);
}

StateSeries empty_series(Ground const& ground, Imported const& from) {
    StateSeries series{.name = {},
                       .label = {},
                       .width = Width::Whole,
                       .origin = from.origin,
                       .coverage = from.coverage,
                       .otherwise = missing<double>,
                       .values = {}};
    series.values.assign(ground.system->size() * series.years(), missing<double>);
    return series;
}

double* cell_of(StateSeries& series, StateJoin const& join, int state, int year) {
    if (year < series.coverage.first_year || year > series.coverage.last_year) return nullptr;
    auto const position = join.find(state, year);
    if (!position) return nullptr;
    return &series.values[*position * series.years() + static_cast<std::size_t>(year - series.coverage.first_year)];
}

/// The number of the leader in power on each 31 December; who came last, where two were on the day.
StateFigures on_last_days(Ground const& ground, Imported const& from, StateCode code, std::vector<Reign> reigns) {
    std::ranges::stable_sort(reigns, {}, &Reign::first_day);
    StateSeries series = empty_series(ground, from);
    StateJoin const join(*ground.system, code, from.origin);
    std::map<std::string, double> numbers;
    for (Reign const& reign : reigns) {
        double const number = numbers.try_emplace(reign.leader, static_cast<double>(numbers.size())).first->second;
        for (int year = year_of_day(reign.first_day); year <= year_of_day(reign.last_day); ++year)
            if (day_number(year, 12, 31) <= reign.last_day)
                if (double* const cell = cell_of(series, join, reign.state, year)) *cell = number;
    }
    return {*ground.system, std::move(series)};
}

std::vector<Reign> read_archigos(Store const& store) {
    Table const table = store.read("archigos", {"ccode", "leadid", "startdate", "enddate", "entry"});
    auto const state = whole_in(table, "ccode", "archigos");
    std::vector<Reign> result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto const first = day_of(table["startdate"].word(row));
        auto const last = day_of(table["enddate"].word(row));
        if (!first || !last) continue;
        std::string_view const entry = table["entry"].word(row);
        bool const irregular = entry == "Irregular" || entry == "Foreign Imposition";
        result.push_back({state[row], std::string(table["leadid"].word(row)), *first, *last, irregular});
    }
    return result;
}

std::vector<Reign> read_reign(Store const& store, Coverage const& coverage) {
    std::string const name = "reign-leaders";
    Table const table = store.read(name, {"ccode", "leadid", "sdate", "smonth", "syear", "emonth", "eyear"});
    auto const column = [&](char const* of) { return whole_in(table, of, name); };
    auto const state = column("ccode"), day = column("sdate"), month = column("smonth"), year = column("syear"),
               end_month = column("emonth"), end_year = column("eyear");
    std::vector<Reign> result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        bool const goes_on = end_year[row] == missing<std::int32_t>;
        // Ends are known by month; who leaves in December is no more in power on the 31st.
        int const last = goes_on ? day_number(coverage.last_year, 12, 31)
                                 : first_day_number(end_year[row], std::max(1, end_month[row]), 1);
        result.push_back({state[row], std::string(table["leadid"].word(row)),
                          first_day_number(year[row], month[row], day[row]), last, false});
    }
    return result;
}

StateFigures irregular_entries(Ground const& ground, Imported const& from, std::vector<Reign> const& reigns) {
    StateSeries series = empty_series(ground, from);
    StateJoin const join(*ground.system, StateCode::GleditschWard, from.origin);
    for (Reign const& reign : reigns) {
        int const first = year_of_day(reign.first_day);
        for (int year = first; year <= year_of_day(reign.last_day); ++year)
            if (double* const cell = cell_of(series, join, reign.state, year)) {
                bool const irregular = year == first && reign.irregular;
                *cell = irregular || *cell == 1.0 ? 1.0 : 0.0;
            }
    }
    return {*ground.system, std::move(series)};
}

} // namespace

LeadersInPower leaders_in_power(Ground const& ground) {
    Imported const from_archigos = imported(*ground.store, "archigos");
    Imported const from_reign = imported(*ground.store, "reign-leaders");
    std::vector<Reign> const archigos = read_archigos(*ground.store);
    return {on_last_days(ground, from_archigos, StateCode::GleditschWard, archigos),
            on_last_days(ground, from_reign, StateCode::Cow, read_reign(*ground.store, from_reign.coverage)),
            irregular_entries(ground, from_archigos, archigos)};
}

double LeadersInPower::changed(int state, int year) const {
    StateFigures const& source = year <= archigos.coverage().last_year ? archigos : reign;
    double const before = source.at(state, year - 1);
    double const after = source.at(state, year);
    if (std::isnan(before) || std::isnan(after)) return missing<double>;
    return before == after ? 0.0 : 1.0;
}

Coverage LeadersInPower::changes() const {
    // REIGN ends in the midst of its last year.
    return {archigos.coverage().first_year + 1,
            std::max(archigos.coverage().last_year, reign.coverage().last_year - 1)};
}

} // namespace casus::data::walt
