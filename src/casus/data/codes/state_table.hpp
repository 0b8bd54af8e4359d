// The table behind codes.hpp, as it is written down: a line for each state or for each stretch of a state under a
// code of its own, by region.
//
//     255 GMY 1990-              | 260 1990-               | DEU           | Germany=德国
//         Federal Republic of Germany; German Federal Republic
//
// Correlates of War number, letters and years of membership | Gleditsch–Ward number and years | ISO 3166 | names.
// ISO is alpha-3 where ICU knows its alpha-2, both otherwise ("SU SUN"), and holds in all years of the two lists
// before it unless years follow. Names are "English=Chinese", the older ones with their last year
// ("Ceylon=锡兰 -1971; Sri Lanka=斯里兰卡"); none: ICU's for the ISO code. An indented line has more names, in either
// language, under which files list the state. Years are calendar years that hold at least one day of membership.
#pragma once

#include "casus/base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

extern std::string_view const states_of_the_americas;
extern std::string_view const states_of_europe;
extern std::string_view const states_of_africa;
extern std::string_view const states_of_asia_and_oceania;

inline constexpr int still_so = 9999; ///< last year of what goes on

struct YearSpan {
    int first = 0;
    int last = 0; ///< inclusive; still_so: goes on
};

/// A code in one system and the years in which it stands for the state.
struct CodeYears {
    int number = 0; ///< 0: none, or a system of letters
    std::string letters;
    std::vector<YearSpan> years;
};

/// A line of the table.
struct StateLine {
    struct FormerName {
        Text name;
        int last_year = still_so;
    };

    CodeYears cow;            ///< number and letters
    CodeYears gleditsch_ward; ///< number
    CodeYears iso;            ///< letters: alpha-3
    std::string iso2;
    std::vector<FormerName> names; ///< by last year; the last one goes on
    std::vector<std::string> also;
};

/// All lines: states by region, then territories that have only an ISO code. Read anew at each call.
[[nodiscard]] std::vector<StateLine> read_state_table();

} // namespace casus::data
