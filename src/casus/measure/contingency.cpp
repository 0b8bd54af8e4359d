#include "casus/measure/contingency.hpp"

namespace casus::measure {

double Contingency::total() const {
    double sum = 0.0;
    for (double const cell : cells) sum += cell;
    return sum;
}

std::array<double, most_categories> Contingency::first_margin() const {
    std::array<double, most_categories> sums{};
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b) sums[a] += at(a, b);
    return sums;
}

std::array<double, most_categories> Contingency::second_margin() const {
    std::array<double, most_categories> sums{};
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b) sums[b] += at(a, b);
    return sums;
}

} // namespace casus::measure
