// For tests: directed dyad-years that never were.
#pragma once

#include "casus/fit/dyad_years.hpp"

#include "casus/base/random.hpp"

#include <cmath>
#include <functional>

namespace casus::fit {

/// `rows` rows of 100 dyads over fifty years; `eta(rows, n)` is the log-odds of beginning a dispute.
inline DyadYears made_up_dyads(std::size_t rows, std::function<double(DyadYears const&, std::size_t)> const& eta) {
    DyadYears made;
    made.first_year = 1901;
    made.last_year = 1950;
    data::Provenance source;
    source.dataset = "made-up";
    source.version = "1";
    made.sources.push_back(source);
    for (std::size_t n = 0; n < rows; ++n) {
        RandomKey const key{.seed = 7, .run = static_cast<std::uint32_t>(n), .purpose = Purpose::Test};
        auto const u = uniforms(key, 0), v = uniforms(key, 1), w = uniforms(key, 2);
        made.sender.push_back(static_cast<std::int16_t>(1 + n % 20));
        made.target.push_back(static_cast<std::int16_t>(100 + n % 5));
        made.year.push_back(static_cast<std::int16_t>(1901 + n / 100 % 50));
        made.dyad.push_back(static_cast<std::uint32_t>(n % 100));
        made.sender_power.push_back(0.001 + 0.2 * u[0]);
        made.target_power.push_back(0.001 + 0.2 * u[1]);
        made.distance.push_back(100.0 + 9000.0 * u[2]);
        made.contiguity.push_back(0.0);
        made.barrier.push_back(u[3] < 0.5 ? 1.0 : 0.0);
        made.closeness.push_back(std::exp(-made.distance.back() / 6000.0));
        made.hostility.push_back(v[0] < 0.5 ? 0.01 : 0.01 + 0.6 * v[1]);
        made.peace.push_back(std::floor(60.0 * v[2]));
        made.sender_offence.push_back(n % 50 == 0 ? std::nan("") : 0.01 + 0.8 * v[3]);
        made.sender_support.push_back(0.3 * w[0]);
        made.target_support.push_back(0.3 * w[1]);
        made.joint_democracy.push_back(n % 40 == 0 ? std::nan("") : w[2]);
        made.initiates.push_back(w[3] < 1.0 / (1.0 + std::exp(-eta(made, n))) ? 1 : 0);
    }
    return made;
}

} // namespace casus::fit
