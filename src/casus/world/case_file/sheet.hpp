// Figures and judgements as spreadsheets: RFC 4180 with a header row, a figure a row.
#pragma once

#include "casus/world/builder.hpp"
#include "casus/world/case_file/codes.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::case_file {

enum class SheetKind {
    Figures,    ///< with a column `source`
    Judgements, ///< with columns `coder` (may be empty) and `reason`
};

/// Records every row of the sheet; `file` is named in messages. A row whose address cannot be read is reported and
/// left out, one whose number cannot be read is reported and stands with a harmless value.
void read_sheet(std::string_view content, std::string const& file, SheetKind kind, TomlReader& reader,
                Codes const& codes, WorldBuilder& builder);

/// A number as sheets may have it: decimal point, optional exponent, finite; no thousands separators, no per cent.
[[nodiscard]] std::optional<double> plain_number(std::string_view text);

} // namespace casus::case_file
