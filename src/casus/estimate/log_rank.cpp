#include "casus/estimate/log_rank.hpp"

#include "casus/estimate/cholesky.hpp"
#include "casus/estimate/risk_sets.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::estimate {
namespace {

/// Of one time: how many of each group are at risk, and how many have an event; times × groups.
struct Counts {
    std::vector<double> at_risk;
    std::vector<double> events;
};

Counts count(RiskSets const& sets, std::span<std::uint32_t const> group, std::size_t groups) {
    Counts out{std::vector<double>(sets.times.size() * groups), std::vector<double>(sets.times.size() * groups)};
    std::vector<double> present(groups);
    std::uint32_t stratum = UINT32_MAX;
    std::size_t entered = 0;
    std::size_t left = 0;
    for (std::size_t k = 0; k < sets.times.size(); ++k) {
        auto const& time = sets.times[k];
        if (time.stratum != stratum) {
            stratum = time.stratum;
            entered = left = sets.stratum_begin[stratum];
            std::fill(present.begin(), present.end(), 0.0);
        }
        auto const counted = [&](std::size_t i) { return sets.from[i] < sets.to[i]; };
        for (; left < time.left; ++left)
            if (std::size_t const i = sets.leaving[left]; counted(i)) present[group[sets.row[i]]] -= 1.0;
        for (; entered < time.entered; ++entered)
            if (counted(entered)) present[group[sets.row[entered]]] += 1.0;
        std::copy(present.begin(), present.end(), out.at_risk.begin() + static_cast<std::ptrdiff_t>(k * groups));
        for (std::size_t i = time.first_event; i < time.last_event; ++i)
            out.events[k * groups + group[sets.row[i]]] += 1.0;
    }
    return out;
}

/// Adds one time, weighted: events as seen, as expected by the share at risk, and their hypergeometric covariance.
void add(LogRank& out, double const* at_risk, double const* events, double n, double d, double weight) {
    std::size_t const groups = out.observed.size();
    for (std::size_t g = 0; g < groups; ++g) {
        out.observed[g] += weight * events[g];
        out.expected[g] += weight * d * at_risk[g] / n;
        if (n <= 1.0) continue;
        double const f = weight * weight * d * (n - d) / (n - 1.0) * at_risk[g] / n;
        for (std::size_t h = 0; h < groups; ++h)
            out.covariance[g * groups + h] += f * ((g == h ? 1.0 : 0.0) - at_risk[h] / n);
    }
}

/// (O − E)ᵀ V⁻ (O − E) over groups that were at risk, the first left out.
ChiSquare test_of(LogRank const& out) {
    std::vector<std::size_t> at_risk;
    for (std::size_t g = 0; g < out.expected.size(); ++g)
        if (out.expected[g] > 0.0) at_risk.push_back(g);
    if (at_risk.size() < 2) return chi_square(0.0, 0);
    std::size_t const size = at_risk.size() - 1;
    std::vector<double> covariance(size * size);
    std::vector<double> difference(size);
    for (std::size_t a = 0; a < size; ++a) {
        std::size_t const g = at_risk[a + 1];
        difference[a] = out.observed[g] - out.expected[g];
        for (std::size_t b = 0; b < size; ++b)
            covariance[a * size + b] = out.covariance[g * out.expected.size() + at_risk[b + 1]];
    }
    Cholesky factor(size);
    factor.factor(covariance);
    return chi_square(quadratic_form(factor, difference), size);
}

} // namespace

LogRank log_rank(Spells const& spells, std::span<std::uint32_t const> group, double rho) {
    assert(group.size() == spells.rows());
    check(spells);
    RiskSets const sets(spells);
    std::size_t const groups = std::size_t{*std::max_element(group.begin(), group.end())} + 1;
    LogRank out{std::vector<std::size_t>(groups),
                std::vector<double>(groups),
                std::vector<double>(groups),
                std::vector<double>(groups * groups),
                {}};
    for (std::uint32_t const g : group) ++out.rows[g];
    Counts const counts = count(sets, group, groups);
    double survival = 1.0;
    std::uint32_t stratum = UINT32_MAX;
    for (std::size_t k = sets.times.size(); k-- > 0;) {
        auto const& time = sets.times[k];
        if (time.stratum != stratum) {
            stratum = time.stratum;
            survival = 1.0;
        }
        double const* const at_risk = counts.at_risk.data() + k * groups;
        double n = 0.0;
        for (std::size_t g = 0; g < groups; ++g) n += at_risk[g];
        double const d = time.events();
        add(out, at_risk, counts.events.data() + k * groups, n, d, rho == 0.0 ? 1.0 : std::pow(survival, rho));
        survival *= 1.0 - d / n;
    }
    out.test = test_of(out);
    return out;
}

} // namespace casus::estimate
