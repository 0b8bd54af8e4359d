// `casus replicate dilemma`: claims about the two risks, held against the lens.
#pragma once

#include "sampled_run.hpp"

#include <filesystem>

namespace casus::app {

/// `folder` holds claims, codings and years; the case is the shipped one beside it.
void replicate_dilemma(SampledRun const& run, std::filesystem::path const& folder, Call const& call);

} // namespace casus::app
