// The reverse of case_file.hpp: what a builder holds as a case file with two sheets beside it, to be read and edited.
#pragma once

#include "casus/world/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace casus::case_file {

/// Writes `path` (NAME.toml), NAME.figures.csv (what has a source) and NAME.judgements.csv (what somebody judged; a sheet
/// without rows is not written), each by rename, the case file last. Reading them back gives the same world as build().
/// The scenarios stand at its end. `remark` heads the case file as a comment, line by line.
/// The builder must hold each figure once, given with a source or judged with a reason.
void write_case(WorldBuilder const& builder, std::filesystem::path const& path, std::string const& remark,
                std::vector<Scenario> const& scenarios = {});

} // namespace casus::case_file
