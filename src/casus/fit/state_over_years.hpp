// Whom a user means by a code over a stretch of years.
#pragma once

#include "casus/base/text.hpp"

#include <string>

namespace casus::fit {

/// The COW number of the state that `code` (COW number or letters, ISO 3166, name) names in years from `first` to
/// `last`. Errors: nobody has it (with the nearest), nobody in these years, or several states one after another.
[[nodiscard]] int state_over_years(std::string const& code, int first, int last);

/// Its name in the last of these years in which it had one: "Soviet Union" up to 1991, "Russia" beyond.
[[nodiscard]] Text name_over_years(int state, int first, int last);

} // namespace casus::fit
