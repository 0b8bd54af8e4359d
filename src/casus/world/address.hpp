// Where a figure stands in a world, by codes.
#pragma once

#include "casus/world/world.hpp"

#include <cstddef>
#include <string>

namespace casus {

/// A number's address by codes, "KOR/trade/CHN"; empty for a quantity of the whole system.
[[nodiscard]] std::string address(World const& world, Quantity quantity, std::size_t position);

} // namespace casus
