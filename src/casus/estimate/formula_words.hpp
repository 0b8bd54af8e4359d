// The words of a formula.
#pragma once

#include "casus/estimate/formula.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::estimate {

struct Word {
    enum class Kind { Name, Number, Sign, End };
    Kind kind = Kind::End;
    std::string text{};
    double number = 0.0;
    int column = 0; ///< in letters, from 1
    std::size_t first = 0;
    std::size_t last = 0; ///< bytes [first, last) of the formula
};

/// Where the byte `at` lies, counted in letters from 1 (UTF-8).
[[nodiscard]] int column_of(std::string_view formula, std::size_t at);

/// Error at a letter that no word begins with, and at a backtick that is not closed. The last word is End.
[[nodiscard]] std::vector<Word> words_of(std::string_view formula);

} // namespace casus::estimate
