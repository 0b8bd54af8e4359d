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

/// Years of --train and of --test; an Error where the first do not end before the second begin.
struct TrialYears {
    YearRange train;
    YearRange test;
};
[[nodiscard]] TrialYears trial_years_of(std::string const& train, std::string const& test);

} // namespace casus::app
