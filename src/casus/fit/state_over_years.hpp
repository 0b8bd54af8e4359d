// Whom a user means by a code over a stretch of years.
#pragma once

#include "casus/base/text.hpp"

#include <string>

namespace casus::fit {

/// Whether any state ever has this code or name.
[[nodiscard]] bool names_state(std::string const& code);

/// The COW number of the state that `code` (COW number, ISO 3166 alpha-3, COW letters, alpha-2 or name; the first of
/// these that knows it) names in years from `first` to `last`. Errors: nobody has it (with the nearest), nobody in these years, or several states one after another.
[[nodiscard]] int state_over_years(std::string const& code, int first, int last);

/// Its name in most of these years, of two equally long the later: "Soviet Union" for 365 from 1975 to 1991, "Russia"
/// from 1985 to 2000. Its number where it had none in any.
[[nodiscard]] Text name_over_years(int state, int first, int last);

/// "1990–1999"; "1990" where both are one.
[[nodiscard]] std::string span_of_years(int first, int last);

} // namespace casus::fit
