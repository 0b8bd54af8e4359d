// One function for each feature of a panel; the file of the same name makes its columns.
#pragma once

#include "casus/data/panel/feature.hpp"

namespace casus::data::features {

[[nodiscard]] Feature hostility();
[[nodiscard]] Feature polarity();
[[nodiscard]] Feature similarity();
[[nodiscard]] Feature votes();

} // namespace casus::data::features
