// Where parameter sets lie.
#pragma once

#include <filesystem>
#include <vector>

namespace casus::app {

/// Where the shipped parameter sets are: beside an installed program, or in the checkout that it was built from.
[[nodiscard]] std::vector<std::filesystem::path> parameter_folders();

} // namespace casus::app
