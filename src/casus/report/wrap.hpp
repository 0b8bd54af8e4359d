// Lines broken as the two scripts want it: Latin text between words, Chinese text between characters, and no
// closing punctuation at the start of a line nor opening punctuation at its end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// Lines of at most `columns` (at least 2); line ends in `text` are kept, runs of spaces become one. One empty line
/// for an empty text.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int columns);

/// Columns of the longest piece of `text` that may not be broken.
[[nodiscard]] int longest_piece(std::string_view text);

} // namespace casus::report
