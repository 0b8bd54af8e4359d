#include "casus/fit/dyad_conflict.hpp"

#include "casus/fit/dyad_influence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::fit {

namespace {

constexpr double least_power = 1e-6; // as measure/threat.hpp
constexpr std::array<double, 6> band_limits{0.01, 0.05, 0.15, 0.3, 0.5, 1.0};
constexpr double just_above = 1e-9;

template <class Formula> DyadColumn column_of(DyadYears const& rows, std::string name, Formula const& formula) {
    DyadColumn column{std::move(name), std::vector<double>(rows.size())};
    for (std::size_t row = 0; row < rows.size(); ++row) column.values[row] = formula(row);
    return column;
}

/// Terms of the two equations, by rows. a is the sender, b the target.
struct ConflictTerms {
    DyadYears const& rows;

    [[nodiscard]] double power_a(std::size_t n) const { return std::max(rows.sender_power[n], least_power); }
    [[nodiscard]] double power_b(std::size_t n) const { return std::max(rows.target_power[n], least_power); }
    [[nodiscard]] DyadColumn proximity(std::string name) const {
        return column_of(rows, std::move(name), [&](std::size_t n) { return std::log(rows.closeness[n]); });
    }
    [[nodiscard]] DyadColumn hostility(std::string name, bool logs) const {
        return column_of(rows, std::move(name),
                         [&](std::size_t n) { return logs ? std::log(rows.hostility[n]) : rows.hostility[n]; });
    }
    [[nodiscard]] DyadColumn sender_support(std::string name) const {
        return column_of(rows, std::move(name),
                         [&](std::size_t n) { return std::log1p(rows.sender_support[n] / power_a(n)); });
    }
    [[nodiscard]] DyadColumn target_support(std::string name) const {
        return column_of(rows, std::move(name),
                         [&](std::size_t n) { return std::log1p(rows.target_support[n] / power_b(n)); });
    }
    [[nodiscard]] DyadColumn deterrence(std::string name) const {
        return column_of(rows, std::move(name), [&](std::size_t n) {
            return -std::log((power_b(n) + rows.target_support[n]) / (power_a(n) * rows.closeness[n]));
        });
    }
    [[nodiscard]] std::vector<DyadColumn> initiation(bool logs) const {
        return {hostility("initiation_hostility", logs), sender_support("emboldenment"),
                proximity("initiation_proximity")};
    }
    [[nodiscard]] std::vector<DyadColumn> attack(bool logs) const {
        return {hostility("attack_hostility", logs), deterrence("deterrence"), proximity("attack_proximity")};
    }
    [[nodiscard]] std::vector<DyadColumn> joint(bool sized) const {
        std::vector<DyadColumn> columns{
            hostility("hostility", false),
            sender_support("sender_support"),
            target_support("target_support"),
            column_of(rows, "capability_ratio", [&](std::size_t n) { return std::log(power_a(n) / power_b(n)); }),
            proximity("proximity"),
            {"joint_democracy", rows.joint_democracy}};
        if (sized)
            columns.push_back(
                column_of(rows, "size", [&](std::size_t n) { return std::log(power_a(n) * power_b(n)); }));
        return columns;
    }
};

std::size_t band_of(double hostility) {
    std::size_t band = 0;
    while (hostility > band_limits[band] + just_above) ++band;
    return band;
}

std::vector<HostilityBand> observed_bands(DyadYears const& rows) {
    std::vector<HostilityBand> bands(band_limits.size());
    for (std::size_t b = 0; b < bands.size(); ++b) bands[b].to = band_limits[b];
    for (std::size_t row = 0; row < rows.size(); ++row) {
        HostilityBand& band = bands[band_of(rows.hostility[row])];
        ++band.rows;
        band.observed += rows.initiates[row];
    }
    for (HostilityBand& band : bands) band.observed /= static_cast<double>(std::max<std::size_t>(band.rows, 1));
    return bands;
}

void say_of_bands(DyadYears const& rows, DyadFit const& fit, double HostilityBand::*what,
                  std::vector<HostilityBand>& bands) {
    for (std::size_t n = 0; n < fit.row.size(); ++n) {
        HostilityBand& band = bands[band_of(rows.hostility[fit.row[n]])];
        band.*what += 1.0 / (1.0 + std::exp(-fit.at_mean_peace(n))) / static_cast<double>(band.rows);
    }
}

/// An equation in its three variants, and the influence of clusters on that of the file.
struct EquationMade {
    ConflictEquation equation;
    Influence influence;
};

EquationMade make_equation(DyadYears const& rows, std::vector<DyadColumn> const& columns,
                           std::vector<DyadColumn> const& in_logs, PeaceInFile peace, std::size_t threads,
                           DyadFit& sample) {
    EquationMade made;
    ConflictEquation& equation = made.equation;
    equation.bands = observed_bands(rows);
    for (bool const with_peace : {false, true}) {
        DyadFit fit = fit_dyads(rows, columns, with_peace, threads);
        say_of_bands(rows, fit, with_peace ? &HostilityBand::mean_peace : &HostilityBand::plain, equation.bands);
        if (with_peace == (peace == PeaceInFile::AtMean)) made.influence = influence_of(fit, threads);
        (with_peace ? equation.peace : equation.plain) = std::move(fit.fit);
    }
    sample = fit_dyads(rows, in_logs, false, threads);
    say_of_bands(rows, sample, &HostilityBand::logs, equation.bands);
    equation.logs = sample.fit;
    sample.design = {};
    return made;
}

bool in_file(estimate::Term const& term) { return !term.name.starts_with("peace"); }

/// Keys of one equation: its terms but those of peace.
void add_keys(estimate::Fit const& fit, std::string const& constant, std::vector<EstimatedKey>& keys) {
    for (estimate::Term const& term : fit.terms)
        if (in_file(term))
            keys.push_back({term.name == "(Intercept)" ? constant : term.name, term.estimate, term.robust_se});
}

std::vector<double> joint_covariance(std::array<estimate::Fit const*, 2> const& fits,
                                     std::array<Influence const*, 2> const& influences, std::size_t keys) {
    std::vector<double> matrix;
    matrix.reserve(keys * keys);
    for (std::size_t row_fit = 0; row_fit < 2; ++row_fit) {
        std::array<std::vector<double>, 2> const blocks{covariance_between(*influences[row_fit], *influences[0]),
                                                        covariance_between(*influences[row_fit], *influences[1])};
        for (std::size_t i = 0; i < fits[row_fit]->terms.size(); ++i) {
            if (!in_file(fits[row_fit]->terms[i])) continue;
            for (std::size_t column_fit = 0; column_fit < 2; ++column_fit)
                for (std::size_t j = 0; j < fits[column_fit]->terms.size(); ++j)
                    if (in_file(fits[column_fit]->terms[j]))
                        matrix.push_back(blocks[column_fit][i * fits[column_fit]->terms.size() + j]);
        }
    }
    return matrix;
}

std::string conflict_record(DyadYears const& rows, ConflictFit const& fit, PeaceInFile peace) {
    return fmt::format("years = [{}, {}]\nuntil = {}\nrows = {}\nevents = {}\nclusters = {}\nleft_out = {}\n"
                       "peace = \"{}\"\nlog_likelihood = [{:.2f}, {:.2f}]\n",
                       rows.first_year, rows.last_year, rows.last_year, fit.initiation.plain.rows,
                       fit.initiation.plain.events, fit.initiation.plain.clusters, rows.going_on + rows.lacking,
                       peace == PeaceInFile::AtMean ? "at its mean" : "not in the equations",
                       fit.initiation.plain.log_likelihood, fit.attack.plain.log_likelihood);
}

/// Weights that theory and parameter files want at 0 or above stay as they were where they are below.
void refuse_below_zero(EstimatedBlock& block) {
    std::size_t const all = block.keys.size();
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < all; ++k) {
        EstimatedKey const& each = block.keys[k];
        bool const bounded = each.key.ends_with("_hostility") || each.key.ends_with("_proximity");
        if (bounded && each.value < 0.0)
            block.refused.push_back({each.key, each.value, each.sd});
        else
            kept.push_back(k);
    }
    std::vector<EstimatedKey> keys;
    std::vector<double> covariance;
    for (std::size_t const i : kept) {
        keys.push_back(block.keys[i]);
        for (std::size_t const j : kept) covariance.push_back(block.covariance[i * all + j]);
    }
    block.keys = std::move(keys);
    block.covariance = std::move(covariance);
}

} // namespace

ConflictFit fit_conflict(DyadYears const& rows, PeaceInFile peace, std::size_t threads) {
    ConflictTerms const terms{rows};
    ConflictFit fit;
    EquationMade initiation =
        make_equation(rows, terms.initiation(false), terms.initiation(true), peace, threads, fit.sample);
    EquationMade attack = make_equation(rows, terms.attack(false), terms.attack(true), peace, threads, fit.sample);
    fit.initiation = std::move(initiation.equation);
    fit.attack = std::move(attack.equation);
    DyadFit joint = fit_dyads(rows, terms.joint(false), true, threads);
    fit.joint = std::move(joint.fit);
    fit.joint_left_out = joint.left_out;
    joint = {};
    fit.sized = fit_dyads(rows, terms.joint(true), true, threads).fit;

    bool const mean = peace == PeaceInFile::AtMean;
    std::array<estimate::Fit const*, 2> const of_file{mean ? &fit.initiation.peace : &fit.initiation.plain,
                                                      mean ? &fit.attack.peace : &fit.attack.plain};
    fit.block.section = "conflict";
    fit.block.model = fmt::format("logit of beginning a dispute, directed dyad-years{}, clustered by dyad",
                                  mean ? ", peace cubic at its mean" : "");
    add_keys(*of_file[0], "initiation_constant", fit.block.keys);
    add_keys(*of_file[1], "attack_constant", fit.block.keys);
    fit.block.covariance = joint_covariance(of_file, {&initiation.influence, &attack.influence}, fit.block.keys.size());
    refuse_below_zero(fit.block);
    fit.block.record = conflict_record(rows, fit, peace);
    fit.block.sources = sources_without(rows, {"vdem"});
    fit.block.until = rows.last_year;
    return fit;
}

} // namespace casus::fit
