// A manifest in words.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/text.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::report {

using Provenance = std::vector<std::pair<Text, std::string>>;

/// What decides the answer: program, files with the first digits of their hashes, seed and draws (where any).
[[nodiscard]] Provenance decisive_entries(Manifest const& manifest);

/// What describes the run; empty where the manifest keeps quiet about it.
[[nodiscard]] Provenance run_entries(Manifest const& manifest);

} // namespace casus::report
