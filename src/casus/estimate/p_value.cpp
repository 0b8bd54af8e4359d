#include "casus/estimate/p_value.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <numbers>

namespace casus::estimate {

double normal_p(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double student_p(double t, double freedom) {
    if (std::isinf(t)) return 0.0;
    return 2.0 * boost::math::cdf(boost::math::students_t(freedom), -std::abs(t));
}

} // namespace casus::estimate
