// `casus replicate endurance`: claims about single alliances, held against the fitted model.
#pragma once

#include "sampled_run.hpp"

#include <filesystem>
#include <string>

namespace casus::app {

/// `folder` holds claims.csv; the alliances come from the store (empty: where it usually is).
void replicate_endurance(SampledRun const& run, std::filesystem::path const& folder, std::string const& store,
                         Call const& call);

} // namespace casus::app
