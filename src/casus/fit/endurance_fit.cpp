#include "casus/fit/endurance_fit.hpp"

#include "casus/base/error.hpp"
#include "casus/estimate/concordance.hpp"
#include "casus/estimate/cox.hpp"
#include "casus/estimate/proportionality.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::fit {

namespace {

constexpr std::size_t fewest_ends_of_a_cause = 20;
constexpr double proportional_at = 0.01;

/// Spells of one year each, in years of age.
struct AgeSpells {
    std::vector<double> start;
    std::vector<double> stop;
    std::vector<std::uint8_t> event;

    AgeSpells(EnduranceRows const& rows, std::vector<std::size_t> const& chosen, std::span<std::uint8_t const> ends) {
        for (std::size_t const row : chosen) {
            start.push_back(rows.age[row]);
            stop.push_back(rows.age[row] + 1.0);
            event.push_back(ends[row]);
        }
    }
    [[nodiscard]] estimate::Spells spells() const { return {.start = start, .stop = stop, .event = event}; }
};

void add_cox(EnduranceRows const& rows, std::span<std::uint8_t const> ends, EnduranceFit& fit) {
    AgeSpells const of_age(rows, fit.hazard.rows, ends);
    estimate::Spells const spells = of_age.spells();
    estimate::Design const design = standard_design(fit.hazard, fit.covariates);
    std::vector<std::uint32_t> const clusters = clusters_of(rows, fit.hazard.rows);
    estimate::Options options;
    options.clusters = clusters;
    estimate::CoxFit const cox = estimate::cox(spells, design, estimate::Ties::Efron, options);
    fit.cox = cox.fit;
    std::vector<double> score(design.rows, 0.0);
    for (std::size_t k = 0; k < cox.kept.size(); ++k) {
        std::span<double const> const column = design.column(cox.kept[k]);
        for (std::size_t row = 0; row < design.rows; ++row) score[row] += cox.fit.terms[k].estimate * column[row];
    }
    fit.cox_concordance = estimate::concordance(spells, score, options).value;
    estimate::Proportionality const test = estimate::proportionality_test(cox, spells);
    for (std::size_t k = 0; k < test.terms.size(); ++k)
        if (test.tests[k].p < proportional_at) fit.cox_unproportional.push_back(test.terms[k]);
}

struct Cause {
    char const* key;
    Text label;
    std::vector<Ending> endings;
};

std::vector<Cause> causes() {
    return {{"violated", {"violated", "违约"}, {Ending::Violated}},
            {"in_order", {"fulfilled or renegotiated", "履行或重新谈判"}, {Ending::Fulfilled, Ending::Renegotiated}},
            {"state_death", {"death of a state", "国家消亡"}, {Ending::StateDeath}}};
}

} // namespace

bool EndsAsked::counts(Ending ending) const {
    if (ending == Ending::None) return false;
    return counted.empty() || std::ranges::find(counted, ending) != counted.end();
}

std::vector<std::uint8_t> ends_of(EnduranceRows const& rows, EndsAsked const& asked) {
    std::vector<std::uint8_t> ends;
    for (Ending const ending : rows.ending) ends.push_back(asked.counts(ending) ? 1 : 0);
    return ends;
}

EnduranceFit fit_endurance(EnduranceRows const& rows, int first_year, int last_year, EndsAsked const& asked) {
    std::vector<std::size_t> const chosen = rows_between(rows, first_year, last_year);
    std::vector<std::uint8_t> const ends = ends_of(rows, asked);
    EnduranceFit fit;
    fit.covariates = covariates_of(rows, covered_terms(rows, chosen));
    fit.hazard = fit_hazard(rows, fit.covariates, chosen, ends);
    auto const [first, last] =
        std::ranges::minmax(fit.hazard.rows, {}, [&](std::size_t row) { return rows.year[row]; });
    fit.first_year = rows.year[first];
    fit.last_year = rows.year[last];
    fit.left_out = chosen.size() - fit.hazard.rows.size();
    auto const count = [&](std::vector<std::size_t> const& some) {
        return static_cast<std::size_t>(std::ranges::count_if(some, [&](std::size_t row) { return ends[row] != 0; }));
    };
    fit.ends_left_out = count(chosen) - count(fit.hazard.rows);
    add_cox(rows, ends, fit);
    return fit;
}

std::vector<CauseFit> fit_by_cause(EnduranceRows const& rows, EnduranceFit const& whole) {
    std::vector<CauseFit> fits;
    estimate::Design const design = standard_design(whole.hazard, whole.covariates);
    std::vector<std::uint32_t> const clusters = clusters_of(rows, whole.hazard.rows);
    estimate::Options options;
    options.clusters = clusters;
    for (Cause const& cause : causes()) {
        AgeSpells const of_age(rows, whole.hazard.rows, ends_of(rows, {cause.endings}));
        auto const events = static_cast<std::size_t>(std::ranges::count(of_age.event, std::uint8_t{1}));
        if (events < fewest_ends_of_a_cause) continue;
        fits.push_back(
            {cause.label, cause.key, estimate::cox(of_age.spells(), design, estimate::Ties::Efron, options).fit});
    }
    return fits;
}

endurance::Model model_of(EnduranceRows const& rows, EnduranceFit const& fit, std::string name) {
    HazardModel const& hazard = fit.hazard;
    std::size_t const ages = hazard.of_age.size();
    endurance::Model model;
    model.name = std::move(name);
    std::vector<double> unit(ages, 1.0); // of each coefficient: what it is divided by
    for (std::size_t a = 0; a < ages; ++a)
        model.age.push_back({static_cast<endurance::AgeFunction>(a), hazard.of_age[a], hazard.fit.terms[a].robust_se});
    for (std::size_t k = 0; k < hazard.column.size(); ++k) {
        std::string const& column = fit.covariates.names[hazard.column[k]];
        EnduranceTerm const& term = *std::ranges::find(rows.terms, column, &EnduranceTerm::name);
        double const sd = hazard.sd[k];
        unit.push_back(sd);
        model.terms.push_back({term.name, term.label, term.claim, term.nature, term.expected, hazard.centre[k], sd,
                               hazard.coefficients[k] / sd, hazard.fit.terms[ages + k].robust_se / sd});
    }
    std::size_t const n = unit.size();
    model.covariance.resize(n * n);
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < n; ++b)
            model.covariance[a * n + b] = hazard.fit.covariance[a * n + b] / (unit[a] * unit[b]);
    model.fitted_on = {.data = {},
                       .first_year = fit.first_year,
                       .last_year = fit.last_year,
                       .alliances = hazard.fit.clusters,
                       .rows = hazard.fit.rows,
                       .events = hazard.fit.events};
    for (data::Provenance const& source : rows.sources)
        model.fitted_on.data.push_back({source.dataset, source.version, source.file, source.sha256});
    return model;
}

} // namespace casus::fit
