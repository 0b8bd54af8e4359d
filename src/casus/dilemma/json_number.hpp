// Numbers of documents: JSON has no infinities, so what is not finite is null.
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::dilemma {

[[nodiscard]] inline nlohmann::ordered_json finite_or_null(double x) {
    return std::isfinite(x) ? nlohmann::ordered_json(x) : nlohmann::ordered_json(nullptr);
}

} // namespace casus::dilemma
