// Elementary functions as straight-line polynomials. Compilers turn loops over them into vector code, and they give
// the same bits on every machine and with every C library. Series are plain Taylor series, long enough that what is
// cut off lies below half a unit in the last place of a double.
#pragma once

#include <bit>
#include <cstdint>
#include <span>

namespace casus {

/// x → e^x, within 2 units in the last place. Arguments outside [-708, 708] count as the nearer end; NaN stays NaN.
void exp_in_place(std::span<double> xs);

/// x → ln x, within 2 units in the last place, for positive normal numbers (2.2e-308 to 1.8e308); nothing is
/// promised for others.
void log_in_place(std::span<double> xs);

/// One element of a vector loop.
namespace lane {

inline constexpr double ln2_high = 0x1.62e42fee00000p-1; ///< 33 bits of ln 2, so that products with exponents are exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33; ///< ln 2 less ln2_high

[[nodiscard]] inline double exp(double x) {
    constexpr double rounder = 0x1.8p52; // x + rounder holds the nearest integer in its last bits
    x = x < -708.0 ? -708.0 : x;
    x = x > 708.0 ? 708.0 : x;
    double const shifted = x * 0x1.71547652b82fep0 + rounder; // x / ln 2
    double const k = shifted - rounder;
    double const r = (x - k * ln2_high) - k * ln2_low; // |r| <= ln 2 / 2
    double p = 1.0 / 6227020800.0;                     // 1/13!
    p = p * r + 1.0 / 479001600.0;
    p = p * r + 1.0 / 39916800.0;
    p = p * r + 1.0 / 3628800.0;
    p = p * r + 1.0 / 362880.0;
    p = p * r + 1.0 / 40320.0;
    p = p * r + 1.0 / 5040.0;
    p = p * r + 1.0 / 720.0;
    p = p * r + 1.0 / 120.0;
    p = p * r + 1.0 / 24.0;
    p = p * r + 1.0 / 6.0;
    p = p * r + 0.5;
    double const mantissa = 1.0 + (r + r * r * p);
    double const power = std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023) << 52); // 2^k
    return mantissa * power;
}

[[nodiscard]] inline double log(double x) {
    constexpr std::uint64_t root_half = 0x3fe6a09e00000000; // bits of a number just below sqrt(1/2)
    constexpr std::uint64_t one = std::uint64_t{1023} << 52;
    std::uint64_t const bits = std::bit_cast<std::uint64_t>(x);
    std::uint64_t const exponent = (bits - root_half + one) >> 52; // of x = m 2^k with m in [0.707, 1.414), k + 1023
    double const m = std::bit_cast<double>(bits - (exponent << 52) + one);
    double const k = std::bit_cast<double>(exponent | 0x4330000000000000) - (0x1p52 + 1023.0);
    // ln m = 2 artanh s = f - f²/2 + s (f²/2 + 2 s²/3 + 2 s⁴/5 + …) with f = m - 1: keeps all digits near m = 1.
    double const f = m - 1.0;
    double const s = f / (2.0 + f);
    double const z = s * s; // at most 0.0295
    double const half_square = 0.5 * f * f;
    double p = 2.0 / 21.0;
    p = p * z + 2.0 / 19.0;
    p = p * z + 2.0 / 17.0;
    p = p * z + 2.0 / 15.0;
    p = p * z + 2.0 / 13.0;
    p = p * z + 2.0 / 11.0;
    p = p * z + 2.0 / 9.0;
    p = p * z + 2.0 / 7.0;
    p = p * z + 2.0 / 5.0;
    p = p * z + 2.0 / 3.0;
    p = p * z;
    return k * ln2_high + (f - (half_square - (s * (half_square + p) + k * ln2_low)));
}

struct SineCosine {
    double sine;
    double cosine;
};

/// Sine and cosine of 2π·turns for turns in [0, 1].
[[nodiscard]] inline SineCosine sine_cosine_of_turns(double turns) {
    double const shifted = 4.0 * turns + 0x1p52;
    std::uint64_t const quadrant = std::bit_cast<std::uint64_t>(shifted);     // the last two bits
    double const x = (turns - 0.25 * (shifted - 0x1p52)) * 6.283185307179586; // |x| <= π/4
    double const z = x * x;
    double s = -1.0 / 1307674368000.0; // 1/15!
    s = s * z + 1.0 / 6227020800.0;
    s = s * z - 1.0 / 39916800.0;
    s = s * z + 1.0 / 362880.0;
    s = s * z - 1.0 / 5040.0;
    s = s * z + 1.0 / 120.0;
    s = s * z - 1.0 / 6.0;
    s = x + x * z * s;
    double c = 1.0 / 20922789888000.0; // 1/16!
    c = c * z - 1.0 / 87178291200.0;
    c = c * z + 1.0 / 479001600.0;
    c = c * z - 1.0 / 3628800.0;
    c = c * z + 1.0 / 40320.0;
    c = c * z - 1.0 / 720.0;
    c = c * z + 1.0 / 24.0;
    c = c * z - 0.5;
    c = 1.0 + z * c;
    // A quarter turn swaps the two; half turns change signs.
    std::uint64_t const swap = 0 - (quadrant & 1);
    std::uint64_t const sine_bits = std::bit_cast<std::uint64_t>(s);
    std::uint64_t const cosine_bits = std::bit_cast<std::uint64_t>(c);
    std::uint64_t const exchange = (sine_bits ^ cosine_bits) & swap;
    std::uint64_t const sine_sign = (quadrant & 2) << 62;
    std::uint64_t const cosine_sign = ((quadrant + 1) & 2) << 62;
    return {std::bit_cast<double>(sine_bits ^ exchange ^ sine_sign),
            std::bit_cast<double>(cosine_bits ^ exchange ^ cosine_sign)};
}

} // namespace lane

} // namespace casus
