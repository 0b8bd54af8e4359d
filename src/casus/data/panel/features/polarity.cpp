// The feature "polarity": how capability is shared out among the states of the system, the same for all rows of a year.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/features/major_powers.hpp"
#include "casus/data/panel/join.hpp"

#include "casus/measure/polarity.hpp"

#include <array>
#include <cmath>

namespace casus::data::features {

namespace {

/// NaN outside the coverage.
double value_in(StateSeries const& series, std::size_t state, int year) {
    if (year < series.coverage.first_year || year > series.coverage.last_year) return missing<double>;
    double const value =
        series.values[state * series.years() + static_cast<std::size_t>(year - series.coverage.first_year)];
    return std::isnan(value) ? series.otherwise : value;
}

RowSeries row_series(Frame const& frame, StateSeries const& cinc, std::string name, Text label) {
    return {.label = std::move(label),
            .origin = cinc.origin,
            .coverage = cinc.coverage,
            .column = {.name = std::move(name), .cells = Values<double>(frame.rows(), missing<double>)}};
}

FeatureColumns polarity_columns(FeatureRequest const& request) {
    Frame const& frame = *request.frame;
    StateSystem const& system = frame.system();
    FeatureColumns const capabilities = state_years(request, request.dataset("nmc"), StateCode::Cow, "ccode",
                                                    std::array{StateColumn{"cinc", "cinc", {}}});
    StateSeries const& cinc = capabilities.states.front();
    bool const all = request.word() == "all";
    StateSeries const major = all ? StateSeries{} : major_powers(request, "cow-majors").series;
    std::vector<measure::Polarity> by_year;
    for (int year = frame.first_year(); year <= frame.last_year(); ++year) {
        std::vector<double> counted;
        for (std::size_t state = 0; state < system.size(); ++state) {
            if (all ? system.member(state, year) : value_in(major, state, year) == 1.0)
                counted.push_back(value_in(cinc, state, year));
        }
        // States without capability data are left out of all, where a few small ones always are.
        if (all) std::erase_if(counted, [](double p) { return std::isnan(p); });
        by_year.push_back(measure::polarity(counted, {}));
    }
    FeatureColumns result;
    if (!all) result.also.push_back(major.origin);
    result.rows = {
        row_series(frame, cinc, "polarity_con", {"CON of Ray and Singer", "雷与辛格的集中度 CON"}),
        row_series(frame, cinc, "polarity_hhi", {"sum of squared shares of CINC", "CINC 份额平方和 HHI"}),
        row_series(frame, cinc, "polarity_class", {"1 unipolar, 2 bipolar, 3 multipolar", "1 单极，2 两极，3 多极"})};
    for (Run const& run : frame.runs())
        for (int year = run.first_year; year <= run.last_year; ++year) {
            measure::Polarity const& found = by_year[static_cast<std::size_t>(year - frame.first_year())];
            std::size_t const row = run.row + static_cast<std::size_t>(year - run.first_year);
            std::get<Values<double>>(result.rows[0].column.cells)[row] = found.concentration;
            std::get<Values<double>>(result.rows[1].column.cells)[row] = found.herfindahl;
            if (found.kind)
                std::get<Values<double>>(result.rows[2].column.cells)[row] = 1.0 + static_cast<double>(*found.kind);
        }
    return result;
}

} // namespace

Feature polarity() {
    return {.name = "polarity",
            .title = {"polarity of the system: CON, HHI, class", "体系极性：CON、HHI、类别"},
            .choices = {"majors", "all"},
            .only_pairs = false,
            .columns = polarity_columns};
}

} // namespace casus::data::features
