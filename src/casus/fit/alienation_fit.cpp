#include "casus/fit/alienation_fit.hpp"

#include "casus/base/error.hpp"
#include "casus/fit/two_way.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::fit {

namespace {

/// Numbers things in the order in which they are first met.
class Numbering {
public:
    std::uint32_t operator()(std::size_t thing) {
        return numbers_.emplace(thing, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

private:
    std::map<std::size_t, std::uint32_t> numbers_;
};

bool is_trade(std::string const& name) { return name.starts_with("trade_"); }

constexpr double quantile_95 = 1.6448536269514722; ///< of a standard normal

double sum_of_squares(std::span<double const> values) {
    double sum = 0.0;
    for (double const value : values) sum += value * value;
    return sum;
}

std::vector<double> residuals(estimate::Design const& design, std::vector<double> const& y, estimate::Fit const& fit) {
    std::vector<double> rest = y;
    for (estimate::Term const& term : fit.terms) {
        auto const found = std::ranges::find(design.names, term.name);
        std::span<double const> const column = design.column(static_cast<std::size_t>(found - design.names.begin()));
        for (std::size_t row = 0; row < rest.size(); ++row) rest[row] -= term.estimate * column[row];
    }
    return rest;
}

estimate::Fit fit_within(FitRows const& rows, double kappa) {
    estimate::Options options;
    options.clusters = rows.ally;
    return estimate::linear(within_design(rows, kappa), within(rows.deviation, rows.ally, rows.issue_year), options);
}

double left_with(FitRows const& rows, std::vector<double> const& y, double kappa) {
    estimate::Design const design = within_design(rows, kappa);
    return sum_of_squares(residuals(design, y, estimate::linear(design, y)));
}

double coefficient(estimate::Fit const& fit, std::string_view name) {
    auto const found = std::ranges::find(fit.terms, name, &estimate::Term::name);
    return found == fit.terms.end() ? 0.0 : found->estimate;
}

/// Without an effect of trade κ means nothing: some match must move deviation as expected, beyond chance.
bool moved_by_trade(FitRows const& rows, estimate::Fit const& within) {
    return std::ranges::any_of(rows.terms, [&](LedgerTerm const& term) {
        auto const found = std::ranges::find(within.terms, term.name, &estimate::Term::name);
        return is_trade(term.name) && found != within.terms.end() &&
               found->estimate * term.expected > quantile_95 * found->robust_se;
    });
}

/// The clustered error of log κ: that of the fit's slope along ∂/∂log κ, added to the regression as a column.
double error_of_log(FitRows const& rows, std::vector<double> const& y, double kappa) {
    estimate::Design design = within_design(rows, kappa);
    estimate::Fit const fit = estimate::linear(design, y);
    std::vector<double> slope(rows.size(), 0.0);
    for (std::size_t t = 0; t < rows.terms.size(); ++t) {
        if (!is_trade(rows.terms[t].name)) continue;
        double const b = coefficient(fit, rows.terms[t].name);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            double const x = rows.values[t][row];
            slope[row] -= b * x * kappa / ((x + kappa) * (x + kappa));
        }
    }
    design.add("log_kappa", within(slope, rows.ally, rows.issue_year));
    estimate::Options options;
    options.clusters = rows.ally;
    estimate::Fit const step = estimate::linear(design, y, options);
    auto const found = std::ranges::find(step.terms, "log_kappa", &estimate::Term::name);
    return found == step.terms.end() ? std::numeric_limits<double>::infinity() : found->robust_se;
}

/// The minimum of a function of log κ on a grid, then between the neighbours of the best point.
template <class F> double least_kappa(F const& left, std::vector<std::pair<double, double>>& profile) {
    constexpr int steps = 30;
    double const span = std::log(greatest_trade_half / least_trade_half);
    for (int n = 0; n <= steps; ++n) {
        double const kappa = least_trade_half * std::exp(span * n / steps);
        profile.emplace_back(kappa, left(kappa));
    }
    auto const best = std::ranges::min_element(profile, {}, &std::pair<double, double>::second);
    if (best == profile.begin() || std::next(best) == profile.end()) return best->first;
    double low = std::log(std::prev(best)->first);
    double high = std::log(std::next(best)->first);
    double const golden = (std::sqrt(5.0) - 1.0) / 2.0;
    for (int n = 0; n < 40; ++n) {
        double const a = high - golden * (high - low);
        double const b = low + golden * (high - low);
        if (left(std::exp(a)) < left(std::exp(b)))
            high = b;
        else
            low = a;
    }
    return std::exp(0.5 * (low + high));
}

estimate::MixedFit fit_pooled(FitRows const& rows, double kappa) {
    estimate::Design design = design_of(rows, kappa);
    design.add("(intercept)", std::vector<double>(rows.size(), 1.0));
    std::vector<estimate::Grouping> const groupings{
        {"ally", rows.ally}, {"issue-year", rows.issue_year}, {"ally-issue", rows.ally_issue}};
    return estimate::mixed(design, rows.deviation, groupings);
}

} // namespace

FitRows fit_rows(AlienationData const& data, LedgerTerms const& terms, std::vector<double> const& administration,
                 int first_year, int last_year) {
    DeviationYears const& d = data.deviations;
    FitRows rows;
    rows.terms = terms.terms;
    rows.terms.push_back({"administration", {"the leader's administration is of the right", "主导国右翼执政"}, 0, 0});
    rows.values.resize(rows.terms.size());
    rows.first_year = first_year;
    rows.last_year = last_year;
    Numbering ally;
    Numbering issue_year;
    Numbering ally_issue;
    for (std::size_t state = 0; state < d.states; ++state)
        for (std::size_t issue = 0; issue < d.issues; ++issue)
            for (int year = first_year; year <= last_year; ++year) {
                if (!d.is_ally(state, year) || !d.known(state, issue, year)) continue;
                std::vector<double> values;
                for (std::size_t t = 0; t < terms.terms.size(); ++t) values.push_back(terms.at(t, state, year));
                values.push_back(administration[static_cast<std::size_t>(year - d.first_year)]);
                if (std::ranges::any_of(values, [](double value) { return std::isnan(value); })) {
                    ++rows.left_out;
                    continue;
                }
                for (std::size_t t = 0; t < values.size(); ++t) rows.values[t].push_back(values[t]);
                rows.deviation.push_back(d.at(state, issue, year));
                rows.ally.push_back(ally(state));
                rows.issue_year.push_back(
                    issue_year(issue * d.years() + static_cast<std::size_t>(year - d.first_year)));
                rows.ally_issue.push_back(ally_issue(state * d.issues + issue));
            }
    return rows;
}

estimate::Design design_of(FitRows const& rows, double kappa) {
    estimate::Design design;
    design.rows = rows.size();
    for (std::size_t t = 0; t < rows.terms.size(); ++t) {
        std::vector<double> column = rows.values[t];
        if (is_trade(rows.terms[t].name))
            for (double& x : column) x = x / (x + kappa);
        design.add(rows.terms[t].name, column);
    }
    return design;
}

estimate::Design within_design(FitRows const& rows, double kappa) {
    estimate::Design const whole = design_of(rows, kappa);
    estimate::Design design;
    design.rows = whole.rows;
    for (std::size_t c = 0; c < whole.columns(); ++c) {
        std::vector<double> const rest = within(whole.column(c), rows.ally, rows.issue_year);
        if (sum_of_squares(rest) > 1e-10 * sum_of_squares(whole.column(c))) design.add(whole.names[c], rest);
    }
    return design;
}

TradeHalf fit_trade_half(FitRows const& rows) {
    std::vector<double> const y = within(rows.deviation, rows.ally, rows.issue_year);
    TradeHalf half;
    auto const left = [&](double kappa) { return left_with(rows, y, kappa); };
    half.value = least_kappa(left, half.profile);
    double const least = left(half.value);
    for (auto& [kappa, rest] : half.profile) rest /= least;
    half.log_se = error_of_log(rows, y, half.value);
    double const reach = quantile_95 * half.log_se;
    half.interval = {half.value * std::exp(-reach), half.value * std::exp(reach)};
    half.identified = half.interval.low > least_trade_half && half.interval.high < greatest_trade_half &&
                      moved_by_trade(rows, fit_within(rows, half.value));
    return half;
}

AlienationFit fit_alienation(FitRows const& rows) {
    std::size_t const allies = rows.ally.empty() ? 0 : 1U + *std::ranges::max_element(rows.ally);
    if (allies < 2)
        throw Error(Problem{.place = {},
                            .what = {"too few allies to fit", "可用于拟合的盟国太少"},
                            .found = std::to_string(allies),
                            .expected = {"two or more with known terms and votes", "至少两个各项与投票均已知的盟国"}});
    AlienationFit fit;
    fit.terms = rows.terms;
    fit.trade_half = fit_trade_half(rows);
    fit.within = fit_within(rows, fit.trade_half.value);
    fit.pooled = fit_pooled(rows, fit.trade_half.value);
    fit.rows = rows.size();
    fit.left_out = rows.left_out;
    fit.allies = allies;
    fit.first_year = rows.first_year;
    fit.last_year = rows.last_year;
    return fit;
}

} // namespace casus::fit
