// Names of countries in English and Chinese by their ISO 3166 code, as ICU has them.
#pragma once

#include "casus/base/text.hpp"

#include <string_view>

namespace casus::case_file {

/// Name of an ISO 3166 alpha-3 code in capitals; empty for any other word.
[[nodiscard]] Text country_name(std::string_view alpha3);

} // namespace casus::case_file
