// What Quarrels knows of strategic rivalries.
#include "casus/world/from_panel/quarrels.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::from_panel {

namespace {

constexpr double weight_of_year = 0.01;
constexpr int years_that_count = 100; ///< older ones have less than a thousandth of their weight left

struct Columns {
    char const* dataset;
    char const* start;
    char const* end;
};

constexpr Columns sources[] = {{"rivalry-tss", "start", "end"}, {"rivalry-td", "styear", "endyear"}};

} // namespace

void Quarrels::read_rivalries(Holdings& holdings, std::vector<Text>& notes) {
    for (Columns const& columns : sources) {
        std::optional<Edition> const edition = holdings.edition(columns.dataset);
        std::vector<std::string> const names{"ccode1", "ccode2", columns.start, columns.end};
        if (!edition || !holdings.has_columns(*edition, names)) continue;
        holdings.use(edition->dataset);
        data::Table const table = holdings.store().read(edition->name(), names);
        auto const at = [&](char const* name) { return data::whole_in(table, name, edition->dataset); };
        auto const one = at("ccode1"), other = at("ccode2"), start = at(columns.start), end = at(columns.end);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            int const last = std::min(end[row], year_);
            if (start[row] > last) continue;
            int& known = last_rivalry_[{std::min(one[row], other[row]), std::max(one[row], other[row])}];
            known = std::max(known, last);
            for (int year = std::max(start[row], year_ - years_that_count); year <= std::min(last, year_ - 1); ++year)
                for (Pair const& pair : {Pair{one[row], other[row]}, Pair{other[row], one[row]}})
                    events_[pair].push_back({.year = year, .weight = weight_of_year, .intensity = 1.0, .scope = 1.0});
        }
        source_ += fmt::format("{}rivalries of {} {}", source_.empty() ? edition->dataset + ": " : " and ",
                               edition->dataset, edition->version);
        return;
    }
    notes.push_back(
        {fmt::format("No rivalries in the store cover {} (rivalry-tss, rivalry-td): disputes alone make hostility.",
                     year_),
         fmt::format("仓库中没有覆盖 {} 年的竞争对手数据（rivalry-tss、rivalry-td）：敌意只来自争端。", year_)});
}

} // namespace casus::from_panel
