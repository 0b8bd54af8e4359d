#include "casus/endurance/outlook.hpp"

#include "casus/base/parallel.hpp"
#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace casus::endurance {

namespace {

/// b(age + t) for t = 0 … horizon − 1, a row of all functions each.
std::vector<double> ages_ahead(Model const& model, double age) {
    std::vector<double> values;
    for (std::size_t t = 0; t < horizon; ++t)
        for (AgeTerm const& each : model.age) values.push_back(value_at(each.function, age + static_cast<double>(t)));
    return values;
}

double weighted(std::span<double const> coefficients, double const* values) {
    double sum = 0.0;
    for (std::size_t k = 0; k < coefficients.size(); ++k) sum += coefficients[k] * values[k];
    return sum;
}

/// β (x − centre) of each term, with x as drawn (or, without a draw, as it stands).
void add_terms(Model const& model, Alliance const& alliance, std::span<double const> beta,
               std::optional<std::size_t> draw, std::uint64_t seed, std::span<double> out) {
    for (std::size_t n = 0; n < model.terms.size(); ++n) {
        out[n] = 0.0;
        auto const& given = alliance.terms[n];
        if (!given) continue;
        double const x = draw ? drawn_value(*given, seed, *draw, alliance.number, n) : given->value;
        out[n] = beta[n] * (x - model.terms[n].centre);
    }
}

double sum_of(std::span<double const> values) {
    double sum = 0.0;
    for (double const each : values) sum += each;
    return sum;
}

double sum_of_terms(Model const& model, Alliance const& alliance, std::span<double const> estimates) {
    std::vector<double> terms(model.terms.size());
    add_terms(model, alliance, estimates.subspan(model.age.size()), std::nullopt, 0, terms);
    return sum_of(terms);
}

/// Cumulated rates of one set of coefficients into column `d` of `rows` with `width` columns.
void cumulate(std::vector<double> const& ahead, std::span<double const> alpha, double terms, std::size_t width,
              std::size_t d, std::vector<double>& rows) {
    double total = 0.0;
    rows[d] = 0.0;
    for (std::size_t t = 0; t < horizon; ++t) {
        total += lane::exp(weighted(alpha, ahead.data() + t * alpha.size()) + terms);
        rows[(t + 1) * width + d] = total;
    }
}

/// The first year by whose end the cumulated rate is ln 2 or more; horizon + 1 where none is.
std::size_t median_year(std::vector<double> const& rows, std::size_t width, std::size_t d) {
    constexpr double ln2 = 0.6931471805599453;
    for (std::size_t t = 1; t <= horizon; ++t)
        if (rows[t * width + d] >= ln2) return t;
    return horizon + 1;
}

std::optional<int> within_horizon(std::size_t year) {
    return year > horizon ? std::nullopt : std::optional(static_cast<int>(year));
}

Ranged ranged(double value, std::span<double> drawn) { return {value, central_interval(drawn)}; }

/// Survival at year t with its band; exp(−·) turns the ends of the cumulated rate around.
Ranged survival_at(double cumulated, std::span<double const> drawn, std::vector<double>& scratch) {
    scratch.assign(drawn.begin(), drawn.end());
    for (double& each : scratch) each = lane::exp(-each);
    return ranged(lane::exp(-cumulated), scratch);
}

MedianLife median_of(std::vector<double> const& centre, DrawnLife const& drawn, std::size_t count) {
    std::vector<std::size_t> years(count);
    for (std::size_t d = 0; d < count; ++d) years[d] = median_year(drawn.cumulated, count, d);
    std::ranges::sort(years);
    auto const at = [&](double share) {
        return within_horizon(years[static_cast<std::size_t>(std::floor(share * static_cast<double>(count - 1)))]);
    };
    return {within_horizon(median_year(centre, 1, 0)), at(0.05), at(0.95)};
}

/// Sums of terms, at the estimates and in every draw.
struct Sums {
    std::vector<double> centre;             ///< a term each
    std::vector<std::vector<double>> drawn; ///< by term, a draw each

    [[nodiscard]] Ranged of(std::span<std::size_t const> terms, std::size_t count) const {
        double value = 0.0;
        std::vector<double> sum(count, 0.0);
        for (std::size_t const n : terms) {
            value += centre[n];
            for (std::size_t d = 0; d < count; ++d) sum[d] += drawn[n][d];
        }
        return ranged(value, sum);
    }
};

void decompose(Model const& model, Alliance const& alliance, CoefficientDraws const& draws, double baseline,
               std::vector<double> const& age, Outlook& outlook) {
    std::size_t const ages = model.age.size();
    std::vector<double> const estimates = model.estimates();
    std::uint64_t const seed = draws.drawing().seed;
    Sums sums{std::vector<double>(model.terms.size()),
              std::vector(model.terms.size(), std::vector<double>(draws.count()))};
    add_terms(model, alliance, std::span(estimates).subspan(ages), std::nullopt, seed, sums.centre);
    std::vector<double> row(model.terms.size());
    std::vector<double> baselines(draws.count());
    std::vector<double> totals(draws.count());
    for (std::size_t d = 0; d < draws.count(); ++d) {
        add_terms(model, alliance, draws.of(d).subspan(ages), d, seed, row);
        for (std::size_t n = 0; n < row.size(); ++n) sums.drawn[n][d] = row[n];
        baselines[d] = weighted(draws.of(d).first(ages), age.data());
        totals[d] = baselines[d] + sum_of(row);
    }
    outlook.baseline = ranged(baseline, baselines);
    outlook.log_hazard = ranged(baseline + sum_of(sums.centre), totals);
    std::array<std::vector<std::size_t>, nature_count> by_nature;
    for (std::size_t n = 0; n < model.terms.size(); ++n) {
        outlook.terms.push_back(sums.of(std::array{n}, draws.count()));
        by_nature[static_cast<std::size_t>(model.terms[n].nature)].push_back(n);
    }
    for (Claim const& claim : claims_of(model)) outlook.claims.push_back(sums.of(claim.terms, draws.count()));
    for (std::size_t k = 0; k < nature_count; ++k) outlook.natures[k] = sums.of(by_nature[k], draws.count());
}

} // namespace

double log_hazard(Model const& model, Alliance const& alliance) {
    std::vector<double> const estimates = model.estimates();
    double baseline = 0.0;
    for (std::size_t k = 0; k < model.age.size(); ++k)
        baseline += estimates[k] * value_at(model.age[k].function, alliance.age);
    return baseline + sum_of_terms(model, alliance, estimates);
}

double survival(Model const& model, Alliance const& alliance, std::size_t years) {
    std::vector<double> const estimates = model.estimates();
    std::vector<double> rows(horizon + 1);
    cumulate(ages_ahead(model, alliance.age), std::span(estimates).first(model.age.size()),
             sum_of_terms(model, alliance, estimates), 1, 0, rows);
    return lane::exp(-rows.at(years));
}

DrawnLife drawn_life(Model const& model, Alliance const& alliance, CoefficientDraws const& draws) {
    std::size_t const ages = model.age.size();
    std::size_t const count = draws.count();
    std::vector<double> const ahead = ages_ahead(model, alliance.age);
    DrawnLife life{std::vector<double>((horizon + 1) * count), std::vector<double>(count)};
    std::vector<double> row(model.terms.size());
    for (std::size_t d = 0; d < count; ++d) {
        std::span<double const> const coefficients = draws.of(d);
        add_terms(model, alliance, coefficients.subspan(ages), d, draws.drawing().seed, row);
        double const terms = sum_of(row);
        cumulate(ahead, coefficients.first(ages), terms, count, d, life.cumulated);
        life.log_hazard[d] = weighted(coefficients.first(ages), ahead.data()) + terms;
    }
    return life;
}

Outlook outlook_of(Model const& model, Alliance const& alliance, CoefficientDraws const& draws) {
    std::size_t const ages = model.age.size();
    std::vector<double> const estimates = model.estimates();
    std::vector<double> const ahead = ages_ahead(model, alliance.age);
    std::span<double const> const alpha = std::span(estimates).first(ages);
    Outlook outlook;
    double const baseline = weighted(alpha, ahead.data());
    decompose(model, alliance, draws, baseline, ahead, outlook);

    std::vector<double> centre(horizon + 1);
    cumulate(ahead, alpha, outlook.log_hazard.value - baseline, 1, 0, centre);
    DrawnLife const life = drawn_life(model, alliance, draws);
    std::vector<double> scratch;
    for (std::size_t t = 0; t <= horizon; ++t)
        outlook.survival.push_back(
            survival_at(centre[t], std::span(life.cumulated).subspan(t * draws.count(), draws.count()), scratch));
    Ranged const& one = outlook.survival[1];
    outlook.hazard = {1.0 - one.value, {1.0 - one.interval.high, 1.0 - one.interval.low}};
    for (std::size_t k = 0; k < spans.size(); ++k) outlook.standing[k] = outlook.survival[spans[k]];
    outlook.median = median_of(centre, life, draws.count());
    return outlook;
}

std::vector<Outlook> outlooks_of(Model const& model, std::vector<Alliance> const& alliances,
                                 CoefficientDraws const& draws) {
    std::vector<Outlook> outlooks(alliances.size());
    parallel_for(alliances.size(), 1, draws.drawing().threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t n = first; n < last; ++n) outlooks[n] = outlook_of(model, alliances[n], draws);
    });
    return outlooks;
}

} // namespace casus::endurance
