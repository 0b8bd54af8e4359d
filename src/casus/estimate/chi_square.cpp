#include "casus/estimate/chi_square.hpp"

#include <algorithm>
#include <cassert>
#include <numbers>

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace casus::estimate {

ChiSquare chi_square(double statistic, std::size_t degrees) {
    if (degrees == 0) return {statistic, degrees, 1.0};
    double const x = std::max(statistic, 0.0);
    return {statistic, degrees, boost::math::gamma_q(0.5 * static_cast<double>(degrees), 0.5 * x)};
}

double normal_band(double level) {
    assert(level > 0.0 && level < 1.0);
    return std::numbers::sqrt2 * boost::math::erf_inv(level);
}

} // namespace casus::estimate
