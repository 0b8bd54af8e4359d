#include "casus/fit/forecast.hpp"

#include "casus/data/column.hpp"

#include <algorithm>
#include <cassert>

namespace casus::fit {

namespace {

constexpr int looks_back = 40;      ///< years that any setting may look back on
constexpr int years_of_errors = 10; ///< that a spread is taken from
constexpr double narrowest = 0.01;  ///< a spread that few errors made smaller is not believed

std::size_t at(DeviationYears const& d, int year) { return static_cast<std::size_t>(year - d.first_year); }

/// What the end of `year − 1` knows.
class Eve {
public:
    Eve(DeviationYears const& d, Surroundings const& around, int year)
        : d_(d), around_(around), year_(year), first_(std::max(d.first_year, year - looks_back)) {
        assert(year > d.first_year);
        for (std::size_t issue = 0; issue < d.issues; ++issue)
            shifts_.push_back(shift_of(d, issue, year - 1, first_, year - 1));
    }

    [[nodiscard]] std::vector<double> common(ShiftSettings const& settings) const {
        std::size_t const from = at(d_, first_);
        std::span<double const> const past = std::span(around_.administration).subspan(from, at(d_, year_) - from);
        std::vector<double> ahead;
        for (std::vector<double> const& means : shifts_)
            ahead.push_back(forecast_shift(means, past, around_.ahead[at(d_, year_)], settings));
        return ahead;
    }
    [[nodiscard]] std::vector<double> positions(PositionSettings const& settings) const {
        return forecast_positions(d_, shifts_, first_, year_ - 1, settings);
    }
    /// The latest common deviation on an issue.
    [[nodiscard]] double latest(std::size_t issue) const {
        auto const found =
            std::find_if(shifts_[issue].rbegin(), shifts_[issue].rend(), [](double mean) { return !std::isnan(mean); });
        return found == shifts_[issue].rend() ? data::missing<double> : *found;
    }
    /// Mean over the known ones of `back` years before.
    [[nodiscard]] double mean_of(std::size_t state, std::size_t issue, int back) const {
        double sum = 0.0;
        double n = 0.0;
        for (int y = year_ - back; y < year_; ++y)
            if (d_.known(state, issue, y)) sum += d_.at(state, issue, y), n += 1.0;
        return n > 0.0 ? sum / n : data::missing<double>;
    }
    [[nodiscard]] std::vector<double> by_ideal_point(std::size_t issue) const;

private:
    [[nodiscard]] double distance(std::size_t state, int year) const {
        return d_.has(year) ? around_.ideal_distance[state * d_.years() + at(d_, year)] : data::missing<double>;
    }

    DeviationYears const& d_;
    Surroundings const& around_;
    int year_;
    int first_;
    std::vector<std::vector<double>> shifts_; ///< [issue][year from first_]
};

/// Least squares of deviation on the distance of the year before, over allies of the last twenty years.
std::vector<double> Eve::by_ideal_point(std::size_t issue) const {
    double n = 0.0;
    double x = 0.0;
    double y = 0.0;
    double xx = 0.0;
    double xy = 0.0;
    for (std::size_t state = 0; state < d_.states; ++state)
        for (int past = std::max(first_, year_ - 20); past < year_ && d_.is_ally(state, year_ - 1); ++past) {
            double const far = distance(state, past - 1);
            if (std::isnan(far) || !d_.known(state, issue, past)) continue;
            double const deviation = d_.at(state, issue, past);
            n += 1.0, x += far, y += deviation, xx += far * far, xy += far * deviation;
        }
    double const spread = n * xx - x * x;
    double const slope = spread > 0.0 ? (n * xy - x * y) / spread : 0.0;
    std::vector<double> ahead(d_.states, data::missing<double>);
    for (std::size_t state = 0; state < d_.states && n > 0.0; ++state)
        ahead[state] = y / n + slope * (distance(state, year_ - 1) - x / n);
    return ahead;
}

double within(double value) { return std::isnan(value) ? value : std::clamp(value, 0.0, 1.0); }

double first_known(double a, double b) { return std::isnan(a) ? b : a; }

/// The common deviation as it came, over the allies of the year before.
std::vector<double> common_as_it_came(DeviationYears const& d, int year) {
    std::vector<double> came;
    for (std::size_t issue = 0; issue < d.issues; ++issue)
        came.push_back(shift_of(d, issue, year - 1, year, year).front());
    return came;
}

void judge_year(DeviationYears const& d, YearForecast const& ahead, std::vector<double> const& positions, int year,
                std::vector<Judged>& judged) {
    std::vector<double> const came = common_as_it_came(d, year);
    for (std::size_t state = 0; state < d.states; ++state)
        for (std::size_t issue = 0; issue < d.issues; ++issue) {
            auto const& values = ahead[state * d.issues + issue];
            if (!d.is_ally(state, year) || !d.known(state, issue, year)) continue;
            if (std::ranges::any_of(values, [](double value) { return std::isnan(value); })) continue;
            judged.push_back(
                {.state = static_cast<std::uint16_t>(state),
                 .issue = static_cast<std::uint8_t>(issue),
                 .year = static_cast<std::int16_t>(year),
                 .outcome = d.at(state, issue, year),
                 .value = values,
                 .spread = {},
                 .informed = within(first_known(came[issue], values[0]) + positions[state * d.issues + issue])});
        }
}

/// Squared errors of one issue and year, kept until they are old.
struct Errors {
    std::array<double, forecaster_count> squares{};
    double n = 0.0;
};

/// Spreads for each row from the errors of rows of earlier years; `judged` is ordered by year.
void add_spreads(std::vector<Judged>& judged, std::size_t issues, int first, int last) {
    std::size_t const years = static_cast<std::size_t>(last - first) + 1;
    std::vector<Errors> errors(issues * years);
    for (Judged const& row : judged) {
        Errors& mine = errors[row.issue * years + static_cast<std::size_t>(row.year - first)];
        mine.n += 1.0;
        for (std::size_t f = 0; f < forecaster_count; ++f)
            mine.squares[f] += (row.value[f] - row.outcome) * (row.value[f] - row.outcome);
    }
    for (Judged& row : judged) {
        Errors sum;
        for (int year = std::max(first, row.year - years_of_errors); year < row.year; ++year) {
            Errors const& one = errors[row.issue * years + static_cast<std::size_t>(year - first)];
            sum.n += one.n;
            for (std::size_t f = 0; f < forecaster_count; ++f) sum.squares[f] += one.squares[f];
        }
        for (std::size_t f = 0; f < forecaster_count; ++f)
            row.spread[f] =
                sum.n > 0.0 ? std::max(narrowest, std::sqrt(sum.squares[f] / sum.n)) : data::missing<double>;
    }
}

} // namespace

YearForecast forecast_year(DeviationYears const& d, Surroundings const& around, ModelSettings const& settings,
                           int year) {
    Eve const eve(d, around, year);
    std::vector<double> const common = eve.common(settings.shift);
    std::vector<double> const positions = eve.positions(settings.position);
    YearForecast ahead(d.states * d.issues);
    for (std::size_t issue = 0; issue < d.issues; ++issue) {
        std::vector<double> const ideal = eve.by_ideal_point(issue);
        for (std::size_t state = 0; state < d.states; ++state) {
            double const five = first_known(eve.mean_of(state, issue, 5), eve.latest(issue));
            ahead[state * d.issues + issue] = {within(common[issue] + positions[state * d.issues + issue]),
                                               first_known(eve.mean_of(state, issue, 1), five), five,
                                               within(first_known(ideal[state], eve.latest(issue)))};
        }
    }
    return ahead;
}

std::vector<Judged> forecasts(DeviationYears const& d, Surroundings const& around, ModelSettings const& settings,
                              int first, int last) {
    int const begin = std::max(d.first_year + 1, first - years_of_errors);
    std::vector<Judged> judged;
    for (int year = begin; year <= last; ++year)
        judge_year(d, forecast_year(d, around, settings, year), Eve(d, around, year).positions(settings.position), year,
                   judged);
    add_spreads(judged, d.issues, begin, last);
    std::erase_if(judged, [&](Judged const& row) { return row.year < first || std::isnan(row.spread[0]); });
    return judged;
}

namespace {

double squares_of_shift(DeviationYears const& d, std::vector<Eve> const& eves, int first,
                        ShiftSettings const& settings) {
    double sum = 0.0;
    for (std::size_t y = 0; y < eves.size(); ++y) {
        std::vector<double> const came = common_as_it_came(d, first + static_cast<int>(y));
        std::vector<double> const ahead = eves[y].common(settings);
        for (std::size_t issue = 0; issue < d.issues; ++issue)
            if (!std::isnan(came[issue]) && !std::isnan(ahead[issue]))
                sum += (came[issue] - ahead[issue]) * (came[issue] - ahead[issue]);
    }
    return sum;
}

double squares_of_positions(DeviationYears const& d, std::vector<Eve> const& eves, int first,
                            PositionSettings const& settings) {
    double sum = 0.0;
    for (std::size_t y = 0; y < eves.size(); ++y) {
        int const year = first + static_cast<int>(y);
        std::vector<double> const came = common_as_it_came(d, year);
        std::vector<double> const positions = eves[y].positions(settings);
        for (std::size_t state = 0; state < d.states; ++state)
            for (std::size_t issue = 0; issue < d.issues; ++issue)
                if (d.is_ally(state, year - 1) && d.known(state, issue, year)) {
                    double const ahead = within(came[issue] + positions[state * d.issues + issue]);
                    sum += (d.at(state, issue, year) - ahead) * (d.at(state, issue, year) - ahead);
                }
    }
    return sum;
}

} // namespace

ModelSettings choose_settings(DeviationYears const& d, Surroundings const& around, int first, int last) {
    std::vector<Eve> eves;
    for (int year = std::max(first, d.first_year + 1); year <= last; ++year) eves.emplace_back(d, around, year);
    int const begin = std::max(first, d.first_year + 1);
    ModelSettings best;
    double least = std::numeric_limits<double>::infinity();
    for (int const window : {12, 16, 20, 25})
        for (double const kept : {0.25, 0.5, 0.75, 1.0})
            for (double const persistence : {0.4, 0.55, 0.7, 0.85, 1.0})
                for (double const fading : {0.0, 0.3, 0.6, 0.8}) {
                    ShiftSettings const tried{window, kept, persistence, fading};
                    if (double const squares = squares_of_shift(d, eves, begin, tried); squares < least)
                        least = squares, best.shift = tried;
                }
    least = std::numeric_limits<double>::infinity();
    for (double const memory : {0.3, 0.4, 0.5, 0.6, 0.7, 0.8})
        for (double const pooling : {1.0, 2.0, 5.0, 10.0, 20.0}) {
            PositionSettings const tried{memory, pooling};
            if (double const squares = squares_of_positions(d, eves, begin, tried); squares < least)
                least = squares, best.position = tried;
        }
    return best;
}

} // namespace casus::fit
