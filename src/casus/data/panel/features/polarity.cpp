// The feature "polarity": how capability is shared out among the states of the system, the same for all rows of a year.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include "casus/measure/polarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::data::features {

namespace {

/// Whether each state was a major power: [year − first_year][position].
std::vector<std::vector<bool>> majors(FeatureRequest const& request, StateSystem const& system) {
    Frame const& frame = *request.frame;
    std::vector<std::vector<bool>> major(static_cast<std::size_t>(frame.last_year() - frame.first_year() + 1),
                                         std::vector<bool>(system.size(), false));
    Imported const source = imported(*request.store, "cow-majors");
    StateJoin const join(system, StateCode::Cow, source.origin);
    Table const table = request.store->read("cow-majors", {"ccode", "styear", "endyear"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const last = std::min(static_cast<int>(table["endyear"].number(row)), frame.last_year());
        for (int year = std::max(static_cast<int>(table["styear"].number(row)), frame.first_year()); year <= last;
             ++year)
            if (auto const state = join.find(static_cast<int>(table["ccode"].number(row)), year))
                major[static_cast<std::size_t>(year - frame.first_year())][*state] = true;
    }
    return major;
}

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

FeatureColumns columns(FeatureRequest const& request) {
    Frame const& frame = *request.frame;
    StateSystem const& system = frame.system();
    FeatureColumns const capabilities = state_years(request, request.dataset("nmc"), StateCode::Cow, "ccode",
                                                    std::array{StateColumn{"cinc", "cinc", {}}});
    StateSeries const& cinc = capabilities.states.front();
    bool const all = request.word() == "all";
    auto const major = all ? std::vector<std::vector<bool>>{} : majors(request, system);
    std::vector<measure::Polarity> by_year;
    for (int year = frame.first_year(); year <= frame.last_year(); ++year) {
        std::vector<double> counted;
        for (std::size_t state = 0; state < system.size(); ++state) {
            bool const in =
                all ? system.member(state, year) : major[static_cast<std::size_t>(year - frame.first_year())][state];
            if (in) counted.push_back(value_in(cinc, state, year));
        }
        // States without capability data are left out of all, where a few small ones always are.
        if (all) std::erase_if(counted, [](double p) { return std::isnan(p); });
        by_year.push_back(measure::polarity(counted, {}));
    }
    FeatureColumns result;
    if (!all) result.also.push_back(imported(*request.store, "cow-majors").origin);
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
            .columns = columns};
}

} // namespace casus::data::features
