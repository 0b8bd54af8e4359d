#include "casus/estimate/cumulative_incidence.hpp"

#include "casus/estimate/chi_square.hpp"
#include "casus/estimate/risk_sets.hpp"

#include <algorithm>
#include <cmath>

namespace casus::estimate {
namespace {

/// How F_k(t) moves with the shares λ_j(s) of those at risk that end by cause j at s: c_j = S(s−)[j = k] − (F_k(t) − F_k(s)) / (1 − λ(s)).
/// Its variance Σ_s cᵀ (diag λ − λ λᵀ) c / n is quadratic in F_k(t): the sums over s of its coefficients are kept.
struct Moving {
    double constant = 0.0;
    double linear = 0.0;
    double square = 0.0;

    /// `own`: λ_k; `all`: λ; `after`: F_k just after s.
    void add(double n, double before, double own, double all, double after) {
        bool const ended = !(1.0 - all > 1e-12);
        double const u = ended ? 0.0 : 1.0 / (1.0 - all); // c_j = own part + u F(s) − u F(t)
        // cᵀ diag(λ) c − (λᵀ c)² with c_j = a_j − u F(t), a_k = S + u F(s), a_j = u F(s) else
        double const rest = u * after;
        double const mine = before + rest;
        double const first = own * mine + (all - own) * rest;                // λᵀ a
        double const second = own * mine * mine + (all - own) * rest * rest; // aᵀ diag(λ) a
        constant += (second - first * first) / n;
        linear += -2.0 * u * first * (1.0 - all) / n;
        square += u * u * all * (1.0 - all) / n;
    }
    [[nodiscard]] double variance(double now) const { return std::max(0.0, constant + now * (linear + now * square)); }
};

Interval incidence_band(double incidence, double se, double z) {
    if (!(incidence > 0.0)) return {0.0, 0.0};
    double const factor = std::exp(z * se / incidence);
    return {incidence / factor, std::min(1.0, incidence * factor)};
}

/// One stratum's curve, fed with its times from the earliest on.
class Adding {
public:
    Adding(std::size_t causes, double z) : z_(z), moving_(causes), now_(causes) {
        curve.incidence.resize(causes);
        curve.se.resize(causes);
        curve.band.resize(causes);
    }

    void add(double time, double at_risk, std::vector<double> const& events) {
        double all = 0.0;
        for (double const d : events) all += d;
        curve.times.push_back(time);
        curve.at_risk.push_back(at_risk);
        for (std::size_t k = 0; k < events.size(); ++k) {
            now_[k] += survival_ * events[k] / at_risk;
            moving_[k].add(at_risk, survival_, events[k] / at_risk, all / at_risk, now_[k]);
            double const se = std::sqrt(moving_[k].variance(now_[k]));
            curve.incidence[k].push_back(now_[k]);
            curve.se[k].push_back(se);
            curve.band[k].push_back(incidence_band(now_[k], se, z_));
        }
        survival_ *= (at_risk - all) / at_risk;
        curve.survival.push_back(survival_);
    }

    CumulativeIncidence curve{};

private:
    double z_;
    double survival_ = 1.0;
    std::vector<Moving> moving_;
    std::vector<double> now_;
};

} // namespace

std::vector<CumulativeIncidence> cumulative_incidence(Spells const& spells, double level) {
    check(spells);
    RiskSets const sets(spells);
    std::size_t const causes = *std::max_element(spells.event.begin(), spells.event.end());
    std::vector<Adding> strata(spells.stratum_count(), Adding(causes, normal_band(level)));
    std::vector<double> events(causes);
    for (std::size_t k = sets.times.size(); k-- > 0;) {
        auto const& time = sets.times[k];
        std::fill(events.begin(), events.end(), 0.0);
        for (std::size_t i = time.first_event; i < time.last_event; ++i)
            events[spells.event[sets.row[i]] - std::size_t{1}] += 1.0;
        strata[time.stratum].add(time.time, time.at_risk(), events);
    }
    std::vector<CumulativeIncidence> out;
    for (std::size_t s = 0; s < strata.size(); ++s) {
        out.push_back(std::move(strata[s].curve));
        out.back().end = sets.end[s];
    }
    return out;
}

std::vector<std::uint8_t> events_of_cause(Spells const& spells, std::uint8_t cause) {
    std::vector<std::uint8_t> events(spells.rows());
    for (std::size_t i = 0; i < events.size(); ++i) events[i] = spells.event[i] == cause;
    return events;
}

} // namespace casus::estimate
