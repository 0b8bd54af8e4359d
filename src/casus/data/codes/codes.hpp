// States and their codes: Correlates of War numbers and letters, Gleditsch–Ward, ISO 3166, names in English and
// Chinese. A code means a state only in years in which it stood for it, so every conversion takes a year.
//
// A COW or Gleditsch–Ward code holds in the calendar years with at least one day of membership: COW 220 is nobody in
// 1943. In the year in which a code passes from one state to the next it means the one that has it at the year's end:
// DEU in 1990 is Germany (COW 255), YEM in 1990 is Yemen (COW 679); the state that ended keeps its codes for that year
// (COW 260 in 1990 is DEU).
//
// An ISO 3166 code is taken for all years in which either list of states has the state it stands for today, also
// before ISO existed: FRA in 1900 is COW 220, DEU in 1850 is Prussia. A state with a withdrawn code of its own has
// that one only: SUN, YUG, SCG, CSK, DDR, YMD, VDR. So RUS in 1960 is an error that names SUN. XK and XKX stand for
// Kosovo. Other withdrawn codes (BUR, ZAR, TMP, ROM …) are understood and never given back.
//
// Letter case, accents, punctuation, the order of words ("Korea, South") and words for forms of government ("Kingdom
// of Norway") do not count in names. Names that a state bore at one time are understood in all its years, and so is
// "Russia" for the Soviet Union; "Germany" in 1960, "Korea", "Vietnam", "Yemen" and "Congo" are ambiguous.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/identifier.hpp"
#include "casus/data/codes/state_code.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

/// A state (or territory with an ISO code) between two years in which all its codes and its name stay the same.
struct StateEra {
    int cow = 0;             ///< 0: never a member of the COW system
    std::string cow_letters; ///< "USA"; empty with cow = 0
    int gleditsch_ward = 0;  ///< 0: none
    std::string iso2, iso3;  ///< empty: none (states that ended before 1974 have none)
    Text name;               ///< as called then: "Soviet Union", "苏联"
    int first_year = 0;      ///< first and last year of the era, inclusive
    int last_year = 9999;    ///< 9999: still so
};

/// All eras, ordered by COW number, then by first year; those without a COW number first.
[[nodiscard]] std::span<StateEra const> all_state_eras();

/// One state came after another, wholly or in part.
struct Succession {
    int year = 0;
    std::string_view from, to; ///< English names of eras
};

/// All successions in which a code or a name changes hands, by year.
[[nodiscard]] std::span<Succession const> all_successions();

/// The era that `code` of `system` names in `year`. An Error where nobody has that code (with the nearest), where it
/// names nobody in that year (with the years in which it does and who succeeded or preceded), and where it names
/// several (with the candidates).
[[nodiscard]] StateEra const& state_of(StateCode system, std::string_view code, Year year, Place const& place = {});

/// The same without an error, for loops: nothing where the answer is not exactly one. Numbers and letters take constant
/// time without allocation; so do names in a spelling of the table; other spellings are
/// brought to one form first (about a microsecond).
[[nodiscard]] StateEra const* find_state(StateCode system, std::string_view code, Year year);
[[nodiscard]] StateEra const* find_state(StateCode system, int number, Year year);

/// All eras that `code` ever stands for in `system`, in order of years; empty where nobody has that code.
[[nodiscard]] std::vector<StateEra const*> eras_of(StateCode system, std::string_view code);

/// "Soviet Union (COW 365, SUN)", "Tibet (GW 711)", "苏联（COW 365，SUN）".
[[nodiscard]] Text label_of(StateEra const& era);

/// The code that the era has in `system`; empty where it has none. Names are in the language asked for.
[[nodiscard]] std::string code_of(StateEra const& era, StateCode system, Language language = Language::English);

/// The error for an era without a code in `system`: Hanover has no ISO code.
[[nodiscard]] Error no_code(StateEra const& era, StateCode system, Year year, Place const& place = {});

/// True for a number that stands for a state of the system in any year.
[[nodiscard]] bool known_number(StateCode system, int number);

/// "cow", "cow-letters", "gw", "iso2", "iso3", "name"; nothing for any other word.
[[nodiscard]] std::optional<StateCode> state_code_named(std::string_view word);

/// The reverse, and what people call the system: "ISO 3166 alpha-3 code", "ISO 3166 三字母代码".
[[nodiscard]] std::string word_of(StateCode system);
[[nodiscard]] Text title_of(StateCode system);

} // namespace casus::data
