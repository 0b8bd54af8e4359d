// A case file with its side sheets, read into a World. The format is documented in docs/case-format.md.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/scenario.hpp"
#include "casus/world/treaty_figures.hpp"
#include "casus/world/world.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace casus::case_file {

/// What a case says, and the files that it was read from.
struct Case {
    World world;
    WorldBuilder base;                        ///< what made it
    std::vector<Scenario> scenarios;          ///< in the order of the file
    std::vector<TreatyFigure> treaty_figures; ///< of its treaties, in the order of the sheets
    std::string parameters;        ///< name of a parameter set, or a path ending in .toml relative to the case file
    Place parameters_place;        ///< where the case names it; without a line where it does not ("judgement")
    std::vector<HashedFile> files; ///< the case file, then its sheets in the order they are named
    std::vector<std::filesystem::path> paths; ///< of the same files, as opened
};

/// Reads `path` and every sheet that it names. Everything wrong with them is one Error; only what is not TOML, and a
/// file without a leader and a year to speak of, is reported without looking further.
[[nodiscard]] Case read_case(std::filesystem::path const& path);

} // namespace casus::case_file
