// Years as users type them.
#pragma once

#include <string>

namespace casus::app {

/// A year from 1816 to 2100; an Error that names `option` for any other word.
[[nodiscard]] int year_of(std::string const& option, std::string const& word);

/// "1990:2015", or one year; ends inclusive.
struct YearRange {
    int first = 0;
    int last = 0;
};
[[nodiscard]] YearRange years_of(std::string const& option, std::string const& words);

} // namespace casus::app
