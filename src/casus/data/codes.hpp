// States and their codes: Correlates of War numbers and letters, Gleditsch–Ward, ISO 3166, names in English and
// Chinese. A code means a state only in years in which it stood for it, so every conversion takes a year.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/identifier.hpp"
#include "casus/data/source.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace casus::data {

/// A state (or territory with an ISO code) between two years in which all its codes stay the same.
struct StateEra {
    int cow = 0;             ///< 0: never a member of the COW system
    std::string cow_letters; ///< "USA"; empty with cow = 0
    int gleditsch_ward = 0;  ///< 0: none
    std::string iso2, iso3;  ///< empty: none then (states that ended before 1974 have none)
    Text name;               ///< as called then: "Soviet Union", "苏联"
    int first_year = 0;      ///< first and last year of the era, inclusive
    int last_year = 9999;    ///< 9999: still so
};

/// All eras, ordered by COW number, then by first year.
[[nodiscard]] std::span<StateEra const> all_state_eras();

/// The era that `code` of `system` names in `year`. An Error where nobody has that code (with the nearest), where it
/// names nobody in that year (with the years in which it does and who succeeded or preceded), and where it names
/// several (with the candidates).
[[nodiscard]] StateEra const& state_of(StateCode system, std::string_view code, Year year, Place const& place = {});

/// The same without an error, for loops: nothing where the answer is not exactly one.
[[nodiscard]] StateEra const* find_state(StateCode system, std::string_view code, Year year);
[[nodiscard]] StateEra const* find_state(StateCode system, int number, Year year);

/// The code that the era has in `system`; empty where it has none. Names are in the language asked for.
[[nodiscard]] std::string code_of(StateEra const& era, StateCode system, Language language = Language::English);

/// True for a number that stands for a state of the system in any year.
[[nodiscard]] bool known_number(StateCode system, int number);

/// "cow", "cow-letters", "gw", "iso2", "iso3", "name"; nothing for any other word.
[[nodiscard]] std::optional<StateCode> state_code_named(std::string_view word);

} // namespace casus::data
