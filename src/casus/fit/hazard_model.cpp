#include "casus/fit/hazard_model.hpp"

#include "casus/base/error.hpp"
#include "casus/estimate/logit.hpp"
#include "casus/estimate/ridge.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::fit {

namespace {

struct ColumnMoments {
    double mean = 0.0;
    double sd = 0.0;
};

ColumnMoments moments_of(std::vector<double> const& values, std::vector<std::size_t> const& rows) {
    double const n = static_cast<double>(rows.size());
    ColumnMoments moments;
    for (std::size_t const row : rows) moments.mean += values[row] / n;
    for (std::size_t const row : rows) {
        double const departure = values[row] - moments.mean;
        moments.sd += departure * departure / std::max(n - 1.0, 1.0);
    }
    moments.sd = std::sqrt(moments.sd);
    return moments;
}

/// A flag on one side of which nothing ended, or everything did: its coefficient would be infinite.
bool tells_exactly(std::vector<double> const& values, std::vector<std::size_t> const& rows,
                   std::span<std::uint8_t const> ends) {
    std::map<double, std::array<bool, 2>> seen;
    for (std::size_t const row : rows) {
        seen[values[row]][ends[row] != 0 ? 1 : 0] = true;
        if (seen.size() > 2) return false;
    }
    return std::ranges::any_of(seen, [](auto const& side) { return !side.second[0] || !side.second[1]; });
}

void choose_columns(Covariates const& covariates, std::span<std::uint8_t const> ends, HazardModel& model,
                    std::vector<Text>& notes) {
    for (std::size_t c = 0; c < covariates.names.size(); ++c) {
        ColumnMoments const moments = moments_of(covariates.values[c], model.rows);
        std::string const& name = covariates.names[c];
        if (!(moments.sd > 1e-12 * std::max(1.0, std::abs(moments.mean)))) {
            notes.push_back({name + " left out: it does not vary", name + " 未采用：无变化"});
        } else if (tells_exactly(covariates.values[c], model.rows, ends)) {
            notes.push_back({name + " left out: it tells an outcome exactly", name + " 未采用：完全决定结果"});
        } else {
            model.column.push_back(c);
            model.centre.push_back(moments.mean);
            model.sd.push_back(moments.sd);
        }
    }
}

/// Keeps of the columns those that the fit kept, and takes over its coefficients.
void take_coefficients(Covariates const& covariates, HazardModel& model) {
    auto const coefficient = [&](std::string_view name) -> estimate::Term const* {
        auto const found = std::ranges::find(model.fit.terms, name, &estimate::Term::name);
        return found == model.fit.terms.end() ? nullptr : &*found;
    };
    std::vector<std::size_t> column;
    std::vector<double> centre;
    std::vector<double> sd;
    for (std::size_t k = 0; k < model.column.size(); ++k) {
        estimate::Term const* const term = coefficient(covariates.names[model.column[k]]);
        if (term == nullptr) continue;
        column.push_back(model.column[k]);
        centre.push_back(model.centre[k]);
        sd.push_back(model.sd[k]);
        model.coefficients.push_back(term->estimate);
    }
    model.column = std::move(column);
    model.centre = std::move(centre);
    model.sd = std::move(sd);
    for (std::size_t a = 0; a < age_columns; ++a)
        if (estimate::Term const* const term = coefficient(endurance::word_of(static_cast<endurance::AgeFunction>(a))))
            model.of_age.push_back(term->estimate);
}

/// A model whose columns are chosen, and what its coefficients are to be estimated from: columns of age first.
struct ToFit {
    HazardModel model;
    estimate::Design design;
    std::vector<std::uint8_t> outcome;
    std::vector<Text> notes;
};

ToFit to_fit_of(EnduranceRows const& rows, Covariates const& covariates, std::vector<std::size_t> const& chosen,
                std::span<std::uint8_t const> ends, std::size_t ages) {
    ToFit made;
    made.model.rows = known_rows(covariates, chosen);
    if (made.model.rows.empty())
        throw Error(Problem{.place = {},
                            .what = {"no alliance-year of which every term is known", "没有各项均已知的联盟-年"},
                            .found = std::to_string(chosen.size()),
                            .expected = {"years that the data sets cover", "数据集所覆盖的年份"}});
    choose_columns(covariates, ends, made.model, made.notes);
    made.design.rows = made.model.rows.size();
    for (std::size_t a = 0; a < ages; ++a) {
        std::vector<double> column;
        for (std::size_t const row : made.model.rows) column.push_back(age_functions(rows.age[row])[a]);
        made.design.add(std::string(endurance::word_of(static_cast<endurance::AgeFunction>(a))), column);
    }
    estimate::Design const standard = standard_design(made.model, covariates);
    for (std::size_t c = 0; c < standard.columns(); ++c) made.design.add(standard.names[c], standard.column(c));
    for (std::size_t const row : made.model.rows) made.outcome.push_back(ends[row]);
    return made;
}

} // namespace

std::array<double, age_columns> age_functions(double age) {
    std::array<double, age_columns> values{};
    for (std::size_t a = 0; a < age_columns; ++a)
        values[a] = endurance::value_at(static_cast<endurance::AgeFunction>(a), age);
    return values;
}

double HazardModel::chance(Covariates const& covariates, std::size_t row, double age) const {
    std::array<double, age_columns> const basis = age_functions(age);
    double eta = 0.0;
    for (std::size_t a = 0; a < of_age.size(); ++a) eta += of_age[a] * basis[a];
    for (std::size_t k = 0; k < column.size(); ++k) {
        double const value = covariates.values[column[k]][row];
        if (!std::isnan(value)) eta += coefficients[k] * (value - centre[k]) / sd[k];
    }
    return -std::expm1(-std::exp(eta));
}

std::vector<std::size_t> known_rows(Covariates const& covariates, std::vector<std::size_t> const& chosen) {
    std::vector<std::size_t> known;
    for (std::size_t const row : chosen)
        if (std::ranges::none_of(covariates.values, [row](auto const& values) { return std::isnan(values[row]); }))
            known.push_back(row);
    return known;
}

std::vector<std::uint32_t> clusters_of(EnduranceRows const& rows, std::vector<std::size_t> const& chosen) {
    std::vector<std::uint32_t> clusters;
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::size_t const row : chosen)
        clusters.push_back(
            numbers.emplace(rows.alliance[row], static_cast<std::uint32_t>(numbers.size())).first->second);
    return clusters;
}

estimate::Design standard_design(HazardModel const& model, Covariates const& covariates) {
    estimate::Design design;
    design.rows = model.rows.size();
    std::vector<double> column(design.rows);
    for (std::size_t k = 0; k < model.column.size(); ++k) {
        for (std::size_t n = 0; n < design.rows; ++n)
            column[n] = (covariates.values[model.column[k]][model.rows[n]] - model.centre[k]) / model.sd[k];
        design.add(covariates.names[model.column[k]], column);
    }
    return design;
}

HazardModel fit_hazard(EnduranceRows const& rows, Covariates const& covariates, std::vector<std::size_t> const& chosen,
                       std::span<std::uint8_t const> ends, Ageing ageing) {
    ToFit to_fit = to_fit_of(rows, covariates, chosen, ends, ageing == Ageing::Curved ? age_columns : 1);
    HazardModel& model = to_fit.model;
    std::vector<std::uint32_t> const clusters = clusters_of(rows, model.rows);
    estimate::Options options;
    options.clusters = clusters;
    model.fit = estimate::cloglog(to_fit.design, to_fit.outcome, options);
    model.fit.notes.insert(model.fit.notes.begin(), to_fit.notes.begin(), to_fit.notes.end());
    take_coefficients(covariates, model);
    return std::move(to_fit.model);
}

HazardModel fit_shrunk_hazard(EnduranceRows const& rows, Covariates const& covariates,
                              std::vector<std::size_t> const& chosen, std::span<std::uint8_t const> ends,
                              double penalty) {
    ToFit to_fit = to_fit_of(rows, covariates, chosen, ends, age_columns);
    std::vector<double> const beta = estimate::ridge_cloglog(to_fit.design, to_fit.outcome, age_columns, penalty);
    HazardModel& model = to_fit.model;
    model.of_age.assign(beta.begin(), beta.begin() + age_columns);
    model.coefficients.assign(beta.begin() + age_columns, beta.end());
    model.fit.notes = to_fit.notes;
    return std::move(to_fit.model);
}

std::vector<std::size_t> covered_terms(EnduranceRows const& rows, std::vector<std::size_t> const& chosen) {
    int first = rows.last_year;
    for (std::size_t const row : chosen) first = std::min(first, rows.year[row]);
    std::vector<std::size_t> covered;
    for (std::size_t t = 0; t < rows.terms.size(); ++t) {
        if (rows.since[t] > first + reach) continue;
        auto const known =
            std::ranges::count_if(chosen, [&](std::size_t row) { return !std::isnan(rows.values[t][row]); });
        if (5 * static_cast<std::size_t>(known) >= 4 * chosen.size()) covered.push_back(t);
    }
    return covered;
}

Covariates covariates_of(EnduranceRows const& rows, std::vector<std::size_t> const& terms) {
    Covariates covariates;
    for (std::size_t const t : terms) {
        covariates.names.push_back(rows.terms[t].name);
        covariates.values.push_back(rows.values[t]);
    }
    return covariates;
}

std::vector<std::size_t> rows_between(EnduranceRows const& rows, int first, int last) {
    std::vector<std::size_t> chosen;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.year[row] >= first && rows.year[row] <= last) chosen.push_back(row);
    return chosen;
}

} // namespace casus::fit
