// RFC 4180 comma-separated values with the place of every field, and the reverse.
#pragma once

#include "casus/base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus {

struct CsvField {
    std::string text;
    int line = 0; ///< where the field begins, from 1
    int column = 0;
};

using CsvRow = std::vector<CsvField>;

/// Rows of `content`, blank lines left out. Accepts LF, CRLF and lone CR, a UTF-8 byte order mark, and no line end
/// after the last row. An unclosed quote, text after a closing quote, or a NUL byte is an Error naming `file`.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view content, std::string const& file);

/// One field, quoted where RFC 4180 demands it.
[[nodiscard]] std::string csv_field(std::string_view text);

} // namespace casus
