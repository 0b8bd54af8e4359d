// Parameter sets in TOML, params/NAME.toml. The format is documented in docs/case-format.md.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/world/parameters.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace casus::case_file {

struct ParameterSet {
    Parameters parameters;
    HashedFile file;
    std::filesystem::path path; ///< as opened
};

/// Reads a parameter file. Every parameter must be given; everything wrong with the file is one Error.
[[nodiscard]] ParameterSet read_parameters(std::filesystem::path const& path);

/// The file of a parameter set. A name ending in .toml is a path relative to the folder of `case_path`; any other is
/// NAME.toml in ../params beside that folder, then in each of `folders`. An unknown name is an Error at `place` that
/// lists the sets there are.
[[nodiscard]] std::filesystem::path find_parameters(std::string const& name, std::filesystem::path const& case_path,
                                                    std::vector<std::filesystem::path> const& folders,
                                                    Place const& place = {});

} // namespace casus::case_file
