// One cell of a published file: missing, a whole number, a real one, or a word.
#pragma once

#include <cstdint>
#include <string_view>

namespace casus::data {

struct Cell {
    enum class Kind : std::uint8_t { Missing, Coded, Whole, Real, Word }; ///< Coded: a number that stands for missing

    Kind kind = Kind::Missing;
    bool plain = false; ///< a whole number in its usual spelling, so that it prints as it was written
    std::int64_t whole = 0;
    double real = 0.0;
    std::string_view text{}; ///< as written, without surrounding space
};

/// Reads a cell into `cell`, where it will be used. Missing: nothing, NA, NaN, and dots alone. Numbers may lack a
/// leading zero (".0396975"), begin with a plus, or have an exponent; one without a fraction is whole, whatever its
/// spelling ("1816.0", "1e5").
void read_cell(std::string_view text, Cell& cell);

} // namespace casus::data
