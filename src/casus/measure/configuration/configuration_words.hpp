// Blocs in words.
#pragma once

#include "casus/base/text.hpp"
#include "casus/measure/configuration/landscape.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace casus::configuration {

/// Members of a bloc, "A, B"; in Chinese "A、B".
[[nodiscard]] Text members(std::vector<std::string> const& actors, Blocs const& blocs, std::size_t bloc);

/// "A, B | C, D".
[[nodiscard]] Text in_words(std::vector<std::string> const& actors, Blocs const& blocs);

[[nodiscard]] std::size_t bloc_count(Blocs const& blocs);

/// [["A", "B"], ["C", "D"]].
[[nodiscard]] nlohmann::ordered_json blocks_json(std::vector<std::string> const& actors, Blocs const& blocs);

/// Decimals with which energies of about this magnitude are shown.
[[nodiscard]] int decimals_for(double energy);

} // namespace casus::configuration
