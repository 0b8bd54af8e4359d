#include "casus/estimate/kaplan_meier.hpp"

#include "casus/estimate/chi_square.hpp"
#include "casus/estimate/risk_sets.hpp"

#include <cmath>

namespace casus::estimate {
namespace {

struct Count {
    double at_risk = 0.0;
    double events = 0.0;
};

/// At each time of events.
std::vector<Count> counts(RiskSets const& sets, std::vector<double> const& weights) {
    std::vector<Count> out(sets.times.size());
    std::uint32_t stratum = UINT32_MAX;
    std::size_t entered = 0;
    std::size_t left = 0;
    std::size_t present = 0;
    double at_risk = 0.0;
    for (std::size_t k = 0; k < out.size(); ++k) {
        auto const& time = sets.times[k];
        if (time.stratum != stratum) {
            stratum = time.stratum;
            entered = left = sets.stratum_begin[stratum];
            present = 0;
            at_risk = 0.0;
        }
        auto const counted = [&](std::size_t i) { return sets.from[i] < sets.to[i]; };
        for (; left < time.left; ++left)
            if (std::size_t const i = sets.leaving[left]; counted(i)) {
                at_risk -= weights[i];
                if (--present == 0) at_risk = 0.0;
            }
        for (; entered < time.entered; ++entered)
            if (counted(entered)) {
                at_risk += weights[entered];
                ++present;
            }
        out[k].at_risk = at_risk;
        for (std::size_t i = time.first_event; i < time.last_event; ++i) out[k].events += weights[i];
    }
    return out;
}

void add(SurvivalCurve& curve, double time, Count const& now, double& greenwood, double& variance, double z,
         Band band) {
    bool const first = curve.times.empty();
    double const survival = (first ? 1.0 : curve.survival.back()) * ((now.at_risk - now.events) / now.at_risk);
    double const hazard = (first ? 0.0 : curve.hazard.back()) + now.events / now.at_risk;
    bool const ended = !(now.at_risk - now.events > 1e-12 * now.at_risk);
    if (!ended) greenwood += now.events / (now.at_risk * (now.at_risk - now.events));
    variance += now.events / (now.at_risk * now.at_risk);
    Interval const before = first ? Interval{1.0, 1.0} : curve.survival_band.back();
    curve.times.push_back(time);
    curve.at_risk.push_back(now.at_risk);
    curve.events.push_back(now.events);
    curve.survival.push_back(ended ? 0.0 : survival);
    curve.survival_se.push_back(survival > 0.0 && !ended ? survival * std::sqrt(greenwood) : none);
    curve.survival_band.push_back(survival_band(ended ? 0.0 : survival, std::sqrt(greenwood), z, band, before));
    curve.hazard.push_back(hazard);
    curve.hazard_se.push_back(std::sqrt(variance));
    curve.hazard_band.push_back(hazard_band(hazard, std::sqrt(variance), z, band));
}

} // namespace

std::vector<SurvivalCurve> kaplan_meier(Spells const& spells, Options const& options, double level, Band band) {
    check(spells, options);
    RiskSets const sets(spells);
    std::vector<double> weights(sets.rows(), 1.0);
    if (!options.weights.empty())
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = options.weights[sets.row[i]];
    auto const now = counts(sets, weights);
    double const z = normal_band(level);
    std::vector<SurvivalCurve> curves(spells.stratum_count());
    for (std::size_t c = 0; c < curves.size(); ++c) curves[c].end = sets.end[c];
    std::vector<double> greenwood(curves.size());
    std::vector<double> variance(curves.size());
    for (std::size_t k = sets.times.size(); k-- > 0;) {
        std::uint32_t const s = sets.times[k].stratum;
        if (now[k].events > 0.0) add(curves[s], sets.times[k].time, now[k], greenwood[s], variance[s], z, band);
    }
    return curves;
}

} // namespace casus::estimate
