#include "estimate_cox_files.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/error.hpp"
#include "casus/estimate/cox_curves.hpp"
#include "casus/estimate/cox_residuals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace casus::app {

namespace {

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "NA"; }

void set_value(estimate::CoxFit const& fit, std::string const& given, std::vector<double>& x) {
    auto const& terms = fit.model.names();
    std::size_t const equals = given.rfind('=');
    std::string const term = given.substr(0, equals);
    auto const found = std::ranges::find(terms, term);
    if (found == terms.end())
        throw Error(Problem{.place = {},
                            .what = {"--at names no term of the model", "--at 中没有该模型的项"},
                            .found = term,
                            .expected = {"TERM=VALUE", "项=值"},
                            .nearest = nearest(term, terms)});
    std::string const value = equals == std::string::npos ? "" : given.substr(equals + 1);
    double number = 0.0;
    auto const [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
        throw Error(Problem{.place = {},
                            .what = {"--at needs a number for " + term, "--at 中 " + term + " 需要一个数"},
                            .found = value,
                            .expected = {"TERM=VALUE", "项=值"}});
    x[static_cast<std::size_t>(found - terms.begin())] = number;
}

} // namespace

std::string residuals_csv(estimate::CoxFit const& fit, SampleSpells const& spells) {
    auto const& terms = fit.model.names();
    std::size_t const p = terms.size();
    auto const martingale = martingale_residuals(fit);
    auto const deviance = deviance_residuals(fit);
    auto const score = score_residuals(fit);
    auto const moves = dfbeta(fit);
    auto const events = schoenfeld_residuals(fit);
    std::vector<double> schoenfeld(score.size(), estimate::none);
    std::vector<double> scaled(score.size(), estimate::none);
    for (std::size_t e = 0; e < events.rows.size(); ++e)
        for (std::size_t c = 0; c < p; ++c) {
            schoenfeld[events.rows[e] * p + c] = events.residuals[e * p + c];
            scaled[events.rows[e] * p + c] = events.scaled[e * p + c];
        }
    std::string text = "line,martingale,deviance";
    for (char const* const kind : {"score", "dfbeta", "schoenfeld", "scaled"})
        for (std::string const& term : terms) text += "," + csv_field(fmt::format("{}.{}", kind, term));
    text += '\n';
    for (std::size_t i = 0; i < martingale.size(); ++i) {
        text += fmt::format("{},{},{}", spells.view().place(i).line, cell(martingale[i]), cell(deviance[i]));
        for (std::vector<double> const* const kind :
             {&score, &moves, &std::as_const(schoenfeld), &std::as_const(scaled)})
            for (std::size_t c = 0; c < p; ++c) text += "," + cell((*kind)[i * p + c]);
        text += '\n';
    }
    return text;
}

std::string curves_csv(estimate::CoxFit const& fit, SampleSpells const& spells,
                       std::vector<std::string> const& values) {
    std::vector<double> x(fit.model.columns());
    for (std::size_t c = 0; c < x.size(); ++c) x[c] = fit.model.mean(c);
    for (std::string const& value : values) set_value(fit, value, x);
    auto const curves = predicted_curves(fit, x);
    auto const& labels = spells.stratum_labels();
    std::string text = "stratum,time,survival,se,low,high,hazard,hazard_se\n";
    for (std::size_t s = 0; s < curves.size(); ++s)
        for (std::size_t k = 0; k < curves[s].times.size(); ++k)
            text += fmt::format("{},{},{},{},{},{},{},{}\n", labels.empty() ? "all" : csv_field(labels[s]),
                                cell(curves[s].times[k]), cell(curves[s].survival[k]), cell(curves[s].survival_se[k]),
                                cell(curves[s].survival_band[k].low), cell(curves[s].survival_band[k].high),
                                cell(curves[s].hazard[k]), cell(curves[s].hazard_se[k]));
    return text;
}

} // namespace casus::app
