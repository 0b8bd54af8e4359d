#include "casus/report/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::report {

namespace {

void set_thousands_apart(std::string& digits) {
    std::size_t const whole = std::min(digits.find('.'), digits.size());
    for (std::size_t at = whole; at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
}

bool only_zeros(std::string const& digits) { return digits.find_first_not_of("0.") == std::string::npos; }

} // namespace

std::string plain_figure(double value, int decimals) {
    if (!std::isfinite(value)) return missing;
    std::string const digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    return value < 0 && !only_zeros(digits) ? "−" + digits : digits;
}

std::string figure(double value, int decimals) {
    if (!std::isfinite(value)) return missing;
    std::string digits = plain_figure(std::abs(value), decimals);
    bool const negative = value < 0 && !only_zeros(digits);
    set_thousands_apart(digits);
    return negative ? "−" + digits : digits;
}

std::string figure(Interval const& interval, int decimals) {
    return "[" + figure(interval.low, decimals) + ", " + figure(interval.high, decimals) + "]";
}

std::string short_figure(double value) {
    if (!std::isfinite(value)) return missing;
    return (value < 0 ? "−" : "") + fmt::format("{:.4g}", std::abs(value));
}

int decimals_for(double low, double high) {
    double const span = std::abs(high - low);
    return span <= 2 ? 2 : span <= 20 ? 1 : 0;
}

std::string cell_figure(double value, double low, double high) {
    std::string text = figure(value, decimals_for(low, high));
    if (low < -1 || high > 1) return text;
    if (std::size_t const zero = text.find("0."); zero == 0 || text.starts_with("−0.")) text.erase(zero, 1);
    return text;
}

std::string ledger_figure(double value) {
    double const size = std::abs(value);
    if (size > 0 && size < 0.001) return (value < 0 ? "−" : "") + fmt::format("{:.2g}", size);
    return figure(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

} // namespace casus::report
