// Numbers as the fewest digits that read back as the same number.
#pragma once

#include <charconv>
#include <cmath>
#include <concepts>

namespace casus::data {

/// Room that any number needs.
inline constexpr std::size_t most_digits = 32;

/// Writes `number` to `out`, which has room for most_digits; returns where it ended. A whole number that a double holds
/// exactly has neither point nor exponent.
template <std::floating_point Number> char* write_number(char* out, Number number) {
    constexpr double exact = 9007199254740992.0; // 2^53
    auto const wide = static_cast<double>(number);
    if (std::abs(wide) < exact && wide == std::trunc(wide))
        return std::to_chars(out, out + most_digits, static_cast<long long>(wide)).ptr;
    return std::to_chars(out, out + most_digits, number).ptr;
}

template <std::integral Number> char* write_number(char* out, Number number) {
    return std::to_chars(out, out + most_digits, number).ptr;
}

} // namespace casus::data
