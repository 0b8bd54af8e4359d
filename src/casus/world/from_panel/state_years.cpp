#include "casus/world/from_panel/state_years.hpp"

#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::from_panel {

namespace {

/// The COW number of a row's state in its year; 0 for who is none.
int state_in(data::Column const& column, std::size_t row, data::StateCode code, int year) {
    data::StateEra const* era = nullptr;
    if (column.is_text()) {
        era = data::find_state(code, column.word(row), Year{year});
    } else if (double const number = column.number(row); std::isfinite(number)) {
        era = data::find_state(code, static_cast<int>(number), Year{year});
    }
    return era ? era->cow : 0;
}

} // namespace

bool read_state_years(Holdings const& holdings, StateYears const& what, Readings& into) {
    bool covered = false;
    for (Edition const& edition : holdings.editions(what.dataset)) {
        std::vector<std::string> columns{what.state, "year", what.value};
        if (!holdings.has_columns(edition, columns)) continue;
        bool const spread = !what.sd.empty() && holdings.has_columns(edition, std::span(&what.sd, 1));
        if (spread) columns.push_back(what.sd);
        data::Table const table = holdings.store().read(edition.name(), columns);
        covered = true;
        if (table[what.value].is_text()) continue;
        data::Values<double> const years = data::real(table["year"]);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (!(years[row] >= holdings.earliest() && years[row] <= holdings.year())) continue;
            int const year = static_cast<int>(years[row]);
            double const figure = what.figure(table[what.value].number(row), year);
            if (std::isnan(figure)) continue;
            int const state = state_in(table[what.state], row, what.code, year);
            if (state == 0) continue;
            double const sd = spread ? table[what.sd].number(row) : 0.0;
            into.add(state, year,
                     {figure, std::hypot(std::isnan(sd) ? 0.0 : sd, what.relative_sd * figure),
                      edition.source(fmt::format("{}, {}", what.detail.empty() ? what.value : what.detail, year))});
        }
    }
    return covered;
}

} // namespace casus::from_panel
