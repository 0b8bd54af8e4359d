#include "casus/fit/dyad_threat.hpp"

#include "casus/estimate/logit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace casus::fit {

namespace {

constexpr double unknown_depth = 0.5;
constexpr std::size_t fewest_a_year = 20;

using Coefficient = double measure::ThreatCoefficients::*;

struct ThreatKey {
    char const* key;
    Coefficient weight;
};

/// In the order of ThreatTerms, depth left out.
constexpr std::array<ThreatKey, 4> threat_keys{{{"threat_power", &measure::ThreatCoefficients::power},
                                                {"threat_proximity", &measure::ThreatCoefficients::proximity},
                                                {"threat_offence", &measure::ThreatCoefficients::offence},
                                                {"threat_hostility", &measure::ThreatCoefficients::hostility}}};

std::vector<DyadColumn> threat_columns(DyadYears const& rows, measure::ThreatCoefficients const& reaches) {
    measure::ThreatColumns dyads;
    dyads.target_power = rows.target_power;
    dyads.sender_power = rows.sender_power;
    dyads.distance = rows.distance;
    dyads.contiguity = rows.contiguity;
    dyads.barrier = rows.barrier;
    dyads.sender_land.assign(rows.size(), 1.0);
    dyads.sender_sea.assign(rows.size(), 1.0);
    dyads.landlocked.assign(rows.size(), 0.0);
    dyads.hostility = rows.hostility;
    dyads.target_depth.assign(rows.size(), unknown_depth);
    for (double const offence : rows.sender_offence)
        dyads.sender_offence.push_back(std::isnan(offence) ? 0.0 : offence);
    measure::ThreatTerms terms;
    terms.resize(rows.size());
    std::vector<double> threat(rows.size());
    measure::threats(dyads, reaches, terms, threat);
    std::vector<DyadColumn> columns;
    for (std::size_t t = 0; t < threat_keys.size(); ++t)
        columns.push_back({threat_keys[t].key, std::move(terms.logs[t])});
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (std::isnan(rows.sender_offence[row])) columns[2].values[row] = rows.sender_offence[row];
    return columns;
}

std::span<double const> column_named(estimate::Design const& design, std::string const& name) {
    return design.column(static_cast<std::size_t>(std::ranges::find(design.names, name) - design.names.begin()));
}

/// The terms called `held` stay at their weights before, as an offset.
estimate::Fit fit_holding(ThreatFit const& fit, std::vector<std::string> const& held, std::size_t threads) {
    estimate::Design design{.rows = fit.sample.design.rows, .names = {}, .values = {}};
    std::vector<double> offset(design.rows);
    for (std::size_t c = 0; c < fit.sample.design.columns(); ++c) {
        std::string const& name = fit.sample.design.names[c];
        std::span<double const> const column = fit.sample.design.column(c);
        auto const key = std::ranges::find(threat_keys, name, &ThreatKey::key);
        if (std::ranges::find(held, name) == held.end())
            design.add(name, column);
        else
            for (std::size_t n = 0; n < offset.size(); ++n) offset[n] += fit.before.*(key->weight) * column[n];
    }
    return estimate::logit(design, fit.sample.y, {.offset = offset, .clusters = fit.sample.dyad, .threads = threads});
}

std::vector<std::string> below_zero(estimate::Fit const& fit) {
    std::vector<std::string> names;
    for (ThreatKey const& key : threat_keys)
        for (estimate::Term const& term : fit.terms)
            if (term.name == key.key && term.estimate < 0.0) names.push_back(term.name);
    return names;
}

/// Linear between the two nearest ranks; `values` is sorted in place.
double percentile_95(std::vector<double>& values) {
    std::ranges::sort(values);
    double const at = 0.95 * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    std::size_t const above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

struct Scored {
    std::size_t n; ///< row of the design
    double score;
};

std::vector<Scored> hostile_scores(DyadYears const& rows, ThreatFit const& fit) {
    std::array<std::span<double const>, threat_keys.size()> columns;
    for (std::size_t t = 0; t < threat_keys.size(); ++t)
        columns[t] = column_named(fit.sample.design, threat_keys[t].key);
    std::vector<Scored> scores;
    for (std::size_t n = 0; n < fit.sample.row.size(); ++n) {
        if (!(rows.hostility[fit.sample.row[n]] > measure::HostilityParameters{}.floor)) continue;
        double score = fit.after.constant - fit.after.depth * std::log(unknown_depth);
        for (std::size_t t = 0; t < threat_keys.size(); ++t)
            score += fit.after.*(threat_keys[t].weight) * columns[t][n];
        scores.push_back({n, score});
    }
    return scores;
}

double spread_over_years(DyadYears const& rows, ThreatFit const& fit, std::vector<Scored> const& scores) {
    std::map<int, std::vector<double>> by_year;
    for (Scored const& each : scores) by_year[rows.year[fit.sample.row[each.n]]].push_back(each.score);
    std::vector<double> percentiles;
    for (auto& [year, values] : by_year)
        if (values.size() >= fewest_a_year) percentiles.push_back(percentile_95(values));
    if (percentiles.size() < 2) return 0.0;
    double mean = 0.0;
    for (double const each : percentiles) mean += each / static_cast<double>(percentiles.size());
    double squares = 0.0;
    for (double const each : percentiles) squares += (each - mean) * (each - mean);
    return std::sqrt(squares / static_cast<double>(percentiles.size() - 1));
}

/// How the percentile moves with each estimate: the mean of its column where the score is near the percentile.
std::vector<double> reference_gradient(ThreatFit const& fit, std::vector<Scored> const& scores) {
    constexpr double near = 0.05;
    std::vector<double> gradient(fit.kept.terms.size());
    double counted = 0.0;
    for (Scored const& each : scores) {
        if (std::abs(each.score - fit.after.reference) > near) continue;
        counted += 1.0;
        for (std::size_t t = 0; t < gradient.size(); ++t)
            if (!fit.kept.terms[t].name.starts_with("peace"))
                gradient[t] += column_named(fit.sample.design, fit.kept.terms[t].name)[each.n];
    }
    for (double& each : gradient) each /= std::max(counted, 1.0);
    return gradient;
}

/// Constant, weights and reference, which moves with them: covariance C of the estimates, extended by C g and g′C g + s².
void fill_block(ThreatFit& fit, std::vector<double> const& gradient) {
    std::size_t const all = fit.kept.terms.size();
    std::vector<std::size_t> terms;
    for (std::size_t t = 0; t < all; ++t)
        if (!fit.kept.terms[t].name.starts_with("peace")) terms.push_back(t);
    auto const c = [&](std::size_t i, std::size_t j) { return fit.kept.covariance[i * all + j]; };
    std::size_t const k = terms.size();
    std::vector<double>& matrix = fit.block.covariance;
    matrix.assign((k + 1) * (k + 1), 0.0);
    double whole = fit.reference_spread * fit.reference_spread;
    for (std::size_t i = 0; i < k; ++i) {
        double with_reference = 0.0;
        for (std::size_t j = 0; j < k; ++j) {
            matrix[i * (k + 1) + j] = c(terms[i], terms[j]);
            with_reference += c(terms[i], terms[j]) * gradient[terms[j]];
        }
        matrix[i * (k + 1) + k] = matrix[k * (k + 1) + i] = with_reference;
        whole += gradient[terms[i]] * with_reference;
        estimate::Term const& term = fit.kept.terms[terms[i]];
        fit.block.keys.push_back(
            {term.name == "(Intercept)" ? "threat_constant" : term.name, term.estimate, term.robust_se});
    }
    matrix.back() = whole;
    fit.block.keys.push_back({"threat_reference", fit.after.reference, std::sqrt(whole)});
}

std::string threat_record(DyadYears const& rows, ThreatFit const& fit) {
    return fmt::format("years = [{}, {}]\nuntil = {}\nrows = {}\nevents = {}\nclusters = {}\nleft_out = {}\n"
                       "log_likelihood = {:.2f}\nlog_likelihood_free = {:.2f}\nlog_likelihood_null = {:.2f}\n",
                       rows.first_year, rows.last_year, rows.last_year, fit.kept.rows, fit.kept.events,
                       fit.kept.clusters, rows.going_on + rows.lacking + fit.sample.left_out, fit.kept.log_likelihood,
                       fit.free.log_likelihood, fit.free.log_likelihood_null);
}

} // namespace

ThreatFit fit_threat(DyadYears const& rows, measure::ThreatCoefficients const& before, std::size_t threads) {
    ThreatFit fit;
    fit.before = fit.after = before;
    fit.sample = fit_dyads(rows, threat_columns(rows, before), true, threads);
    fit.free = fit.kept = std::move(fit.sample.fit);
    fit.held = below_zero(fit.free);
    for (std::vector<std::string> more = fit.held; !more.empty();) {
        fit.kept = fit_holding(fit, fit.held, threads);
        more = below_zero(fit.kept);
        fit.held.insert(fit.held.end(), more.begin(), more.end());
    }
    fit.after.constant = dyad_term(fit.kept, "(Intercept)").estimate;
    for (ThreatKey const& key : threat_keys)
        if (std::ranges::find(fit.held, key.key) == fit.held.end())
            fit.after.*(key.weight) = dyad_term(fit.kept, key.key).estimate;
    std::vector<Scored> scores = hostile_scores(rows, fit);
    fit.hostile = scores.size();
    std::vector<double> values;
    for (Scored const& each : scores) values.push_back(each.score);
    if (!values.empty()) fit.after.reference = percentile_95(values);
    fit.reference_spread = spread_over_years(rows, fit, scores);
    fill_block(fit, reference_gradient(fit, scores));
    fit.block.section = "threat";
    fit.block.model = "logit of beginning a dispute, directed dyad-years, peace cubic, clustered by dyad";
    if (!fit.held.empty()) fit.block.model += fmt::format("; {} held", fmt::join(fit.held, ", "));
    for (std::string const& name : fit.held) {
        estimate::Term const& term = dyad_term(fit.free, name);
        fit.block.refused.push_back({name, term.estimate, term.robust_se});
    }
    fit.block.record = threat_record(rows, fit);
    fit.block.sources = sources_without(rows, {"atop-member", "vdem"});
    fit.block.until = rows.last_year;
    return fit;
}

} // namespace casus::fit
