#include "casus/fit/estimated_parameters.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>

namespace casus::fit {

namespace {

std::string quoted(std::string const& text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + '"';
}

/// What κ rests on; the section [fit] has all.
std::string data_sets(FitRecord const& record) {
    std::vector<std::string> names;
    for (data::Provenance const& source : record.sources)
        if (source.dataset.starts_with("un-votes") || source.dataset == "cow-trade" ||
            source.dataset == "worldbank-gdp")
            names.push_back(fmt::format("{} {}", source.dataset, source.version));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string figure_line(ParameterInfo const& about, Parameters const& set) {
    Basis const& basis = set.basis(about.parameter);
    std::string line = fmt::format("{} = {{ value = {}", about.key, set[about.parameter]);
    if (set.sd(about.parameter) > 0.0) line += fmt::format(", sd = {}", set.sd(about.parameter));
    if (!basis.source.empty()) line += fmt::format(", source = {}", quoted(basis.source));
    if (!basis.coder.empty()) line += fmt::format(", coder = {}", quoted(basis.coder));
    if (!basis.reason.empty()) line += fmt::format(", reason = {}", quoted(basis.reason));
    return line + " }\n";
}

std::string estimated_line(AlienationFit const& fit, FitRecord const& record) {
    TradeHalf const& half = fit.trade_half;
    return fmt::format("trade_half = {{ value = {:.6g}, sd = {:.6g}, model = {}, source = {}, until = {} }}\n",
                       half.value, half.value * half.log_se,
                       quoted("deviation of votes on matches by trade, within allies and agendas"),
                       quoted(data_sets(record)), record.until);
}

std::string terms_lines(char const* name, estimate::Fit const& fit, double estimate::Term::*error) {
    std::vector<std::string> names;
    std::vector<double> estimates;
    std::vector<double> errors;
    for (estimate::Term const& term : fit.terms) {
        names.push_back(quoted(term.name));
        estimates.push_back(term.estimate);
        errors.push_back(term.*error);
    }
    std::string text =
        fmt::format("\n[fit.{}]\nterms = [{}]\nestimates = [{:.6g}]\nerrors = [{:.6g}]\ncovariance = [\n", name,
                    fmt::join(names, ", "), fmt::join(estimates, ", "), fmt::join(errors, ", "));
    std::size_t const n = fit.terms.size();
    for (std::size_t row = 0; row < n; ++row)
        text += fmt::format("    [{:.6g}],\n",
                            fmt::join(fit.covariance.begin() + static_cast<std::ptrdiff_t>(row * n),
                                      fit.covariance.begin() + static_cast<std::ptrdiff_t>((row + 1) * n), ", "));
    return text + "]\n";
}

std::string fit_section(AlienationFit const& fit, FitRecord const& record) {
    std::string text =
        fmt::format("\n[fit]\nleader = {}\nallies = {}\nyears = [{}, {}]\nuntil = {}\nrows = {}\nleft_out = "
                    "{}\nclusters = {}\n",
                    quoted(record.leader.key), quoted(record.allies), fit.first_year, fit.last_year, record.until,
                    fit.rows, fit.left_out, fit.allies);
    text += "data = [\n";
    for (data::Provenance const& source : record.sources)
        text += fmt::format("    {{ dataset = {}, version = {}, file = {}, sha256 = {} }},\n", quoted(source.dataset),
                            quoted(source.version), quoted(source.file), quoted(source.sha256));
    text += "]\n";
    text += terms_lines("within", fit.within, &estimate::Term::robust_se);
    text += terms_lines("pooled", fit.pooled.fit, &estimate::Term::se);
    return text;
}

} // namespace

std::string estimated_parameters(Parameters const& judged, AlienationFit const& fit, FitRecord const& record) {
    std::string text =
        "# Made by `casus alienation fit`: what the fit identifies is estimated, the rest is judgement.\n"
        "schema = \"casus.parameters/1\"\n" +
        fmt::format("name = {}\n\n[parameters]\n", quoted(record.name));
    for (ParameterInfo const& about : all_parameters())
        text += about.parameter == Parameter::TradeHalf && fit.trade_half.identified ? estimated_line(fit, record)
                                                                                     : figure_line(about, judged);
    return text + fit_section(fit, record);
}

} // namespace casus::fit
