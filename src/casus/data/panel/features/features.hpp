// One function for each feature of a panel; the file of the same name makes its columns.
#pragma once

#include "casus/data/panel/feature.hpp"

namespace casus::data::features {

[[nodiscard]] Feature alliances();
[[nodiscard]] Feature nmc();
[[nodiscard]] Feature majors();
[[nodiscard]] Feature contiguity();
[[nodiscard]] Feature regime();
[[nodiscard]] Feature mid();
[[nodiscard]] Feature trade();
[[nodiscard]] Feature igo();
[[nodiscard]] Feature distance();
[[nodiscard]] Feature idealpoints();
[[nodiscard]] Feature rivalry();
[[nodiscard]] Feature dca();
[[nodiscard]] Feature hostility();
[[nodiscard]] Feature polarity();
[[nodiscard]] Feature similarity();
[[nodiscard]] Feature votes();
[[nodiscard]] Feature walt(); ///< panel/walt/all_terms.cpp

} // namespace casus::data::features
