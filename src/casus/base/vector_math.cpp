#include "casus/base/vector_math.hpp"

namespace casus {

void exp_in_place(std::span<double> xs) {
    for (double& x : xs) x = lane::exp(x);
}

void log_in_place(std::span<double> xs) {
    for (double& x : xs) x = lane::log(x);
}

} // namespace casus
