#include "casus/measure/threat.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace casus::measure {

namespace {

constexpr double least_factor = 1e-6;

} // namespace

void ThreatColumns::resize(std::size_t rows) {
    for (auto* column : {&target_power, &sender_power, &distance, &contiguity, &barrier, &sender_land, &sender_sea,
                         &landlocked, &sender_offence, &hostility, &target_depth})
        column->resize(rows);
}

void ThreatTerms::resize(std::size_t rows) {
    for (auto& column : logs) column.resize(rows);
    proximity.resize(rows);
}

void threats(ThreatColumns const& dyads, ThreatCoefficients const& c, ThreatTerms& terms, std::span<double> out) {
    std::size_t const rows = dyads.size();
    auto& [power, near, offence, hostility, depth] = terms.logs;
    // The exponentials of proximity first, in two of the columns that the logarithms take afterwards.
    for (std::size_t n = 0; n < rows; ++n) {
        power[n] = -dyads.distance[n] / c.land_reach;
        near[n] = -dyads.distance[n] / c.sea_reach;
    }
    exp_in_place({power.data(), rows});
    exp_in_place({near.data(), rows});
    for (std::size_t n = 0; n < rows; ++n) {
        double const contiguous = dyads.contiguity[n];
        double const by_land = dyads.sender_land[n] * dyads.barrier[n] * (contiguous + (1.0 - contiguous) * power[n]);
        double const by_sea = dyads.sender_sea[n] * near[n] * (1.0 - 0.5 * dyads.landlocked[n]);
        near[n] = terms.proximity[n] = std::max(std::max(by_land, by_sea), least_factor);
        double const p = std::max(dyads.sender_power[n], least_factor);
        power[n] = std::max(p / (dyads.target_power[n] + p), least_factor);
        offence[n] = std::max(dyads.sender_offence[n], least_factor);
        hostility[n] = std::max(dyads.hostility[n], least_factor);
        depth[n] = 1.0 / std::max(dyads.target_depth[n], least_factor);
    }
    for (auto& column : terms.logs) log_in_place({column.data(), rows});
    for (std::size_t n = 0; n < rows; ++n) out[n] = c.reference - threat_score(terms, n, c);
    exp_in_place(out.first(rows));
    for (std::size_t n = 0; n < rows; ++n) out[n] = std::min(1.0, 2.0 / (1.0 + out[n]));
}

double threat_score(ThreatTerms const& terms, std::size_t row, ThreatCoefficients const& c) {
    auto const& [power, near, offence, hostility, depth] = terms.logs;
    return c.constant + c.power * power[row] + c.proximity * near[row] + c.offence * offence[row] +
           c.hostility * hostility[row] + c.depth * depth[row];
}

} // namespace casus::measure
