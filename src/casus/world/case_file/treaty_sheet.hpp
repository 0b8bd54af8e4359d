// Figures of treaties as a spreadsheet: columns treaty, term, value, source, and low and high where the value is unsure.
#pragma once

#include "casus/world/case_file/toml_reader.hpp"
#include "casus/world/treaty_figures.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::case_file {

/// Adds every row of the sheet; `file` is named in messages. A row with an empty treaty or term is reported and left
/// out, one whose number cannot be read is reported and stands with a harmless value. Of low and high a row gives both or
/// neither.
void read_treaty_sheet(std::string_view content, std::string const& file, TomlReader& reader,
                       std::vector<TreatyFigure>& figures);

} // namespace casus::case_file
