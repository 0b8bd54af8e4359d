// Distances in kilometres: between capitals (great circle on a sphere of 6,371.0088 km, the capitals of 31 December),
// or the smallest between territories in the years that the file has.
#include "casus/base/great_circle.hpp"
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace casus::data::features {

namespace {

constexpr Kilometres mean_radius{6371.0088}; // IUGG mean radius of the earth

struct Capital {
    int first_year; // years on whose last day it is the capital
    int last_year;
    Coordinates place;
};

/// "1816-01-01"; nothing where it is no such day.
std::optional<int> day_in(std::string_view text) {
    if (text.size() != 10) return std::nullopt;
    int year = 0, month = 0, day = 0;
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    std::from_chars(text.data() + 8, text.data() + 10, day);
    if (month < 1 || month > 12 || day < 1) return std::nullopt;
    return last_day_number(year, month, day);
}

std::map<int, std::vector<Capital>> read_capitals(Store const& store, std::string const& dataset,
                                                  std::string const& number_column, Coverage coverage) {
    Table const table = store.read(dataset, {number_column, "stdate", "enddate", "lat", "lng"});
    auto const number = whole_in(table, number_column, dataset);
    std::map<int, std::vector<Capital>> result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::optional<int> const start = day_in(table["stdate"].word(row));
        std::optional<int> const end = day_in(table["enddate"].word(row));
        if (!start || !end) continue;
        int const end_year = year_of_day(*end);
        bool const to_the_end = *end == day_number(end_year, 12, 31);
        int const last = end_year >= coverage.last_year ? coverage.last_year : to_the_end ? end_year : end_year - 1;
        result[number[row]].push_back(
            {year_of_day(*start), last, {Degrees{table["lat"].number(row)}, Degrees{table["lng"].number(row)}}});
    }
    return result;
}

FeatureColumns between_capitals(FeatureRequest const& request) {
    bool const cow = request.frame->system().system() == System::Cow;
    std::string const dataset = request.dataset(cow ? "capitals" : "gw-capitals");
    auto const [origin, coverage] = imported(*request.store, dataset);
    auto const capitals = read_capitals(*request.store, dataset, cow ? "ccode" : "gwcode", coverage);
    StateJoin join(request.frame->system(), cow ? StateCode::Cow : StateCode::GleditschWard, origin);
    PairSeries series;
    series.name = "capdist";
    series.label = {"distance between capitals, km", "首都间距离，公里"};
    series.width = Width::Real;
    series.origin = origin;
    series.coverage = coverage;
    series.join = PairSeries::Join::Last;
    for (auto const& [number, list] : capitals) {
        for (Capital const& each : list) join.count_spell(number, each.first_year, each.last_year);
        for (auto other = capitals.upper_bound(number); other != capitals.end(); ++other)
            for (Capital const& a : list)
                for (Capital const& b : other->second) {
                    int const first = std::max(a.first_year, b.first_year);
                    int const last = std::min(a.last_year, b.last_year);
                    if (first <= last)
                        (void)join.add_uncounted(series.spells, number, other->first, first, last,
                                                 great_circle(a.place, b.place, mean_radius).value);
                }
    }
    FeatureColumns result;
    result.pairs.push_back(std::move(series));
    join.report(result.notes);
    return result;
}

FeatureColumns smallest(FeatureRequest const& request) {
    PairColumn column{"mindist", {}};
    column.series.name = "mindist";
    column.series.label = {"smallest distance between territories, km", "领土间最小距离，公里"};
    column.series.width = Width::Real;
    column.series.join = PairSeries::Join::Last;
    return pair_years(request, request.dataset("min-distance"), StateCode::Cow, std::span(&column, 1));
}

} // namespace

Feature distance() {
    return {.name = "distance",
            .title = {"distance between capitals, or smallest distance", "首都间距离，或最小距离"},
            .choices = {"capital", "minimum"},
            .only_pairs = true,
            .columns = [](FeatureRequest const& request) {
                return request.word() == "minimum" ? smallest(request) : between_capitals(request);
            }};
}

} // namespace casus::data::features
