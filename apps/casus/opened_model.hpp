// A fitted model of endurance as a user names it.
#pragma once

#include "casus/endurance/model_file/model_file.hpp"

#include <string>

namespace casus::app {

/// By its path (ending in .toml) or by its name among the shipped sets; the usual one for nothing. An Error for neither.
[[nodiscard]] endurance::ModelFile open_model(std::string const& given);

} // namespace casus::app
