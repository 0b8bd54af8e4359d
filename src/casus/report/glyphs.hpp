// Text as a terminal sees it: glyphs that take no, one or two columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

/// A character with the combining marks that sit on it.
struct Glyph {
    std::string_view bytes; ///< into the text it was cut from
    char32_t code = 0;      ///< of the base character
    int columns = 1;
};

/// Columns that a code point takes: 2 for East Asian wide and full-width forms, 0 for combining marks and other
/// characters without width, 1 for the rest (ambiguous ones too, as terminals outside East Asian locales have it).
[[nodiscard]] int columns_of(char32_t code);

/// Control characters are left out, so that no text from a file can steer the terminal; a malformed byte becomes
/// U+FFFD.
[[nodiscard]] std::vector<Glyph> glyphs(std::string_view text);

/// Columns that `text` takes, control characters not counted.
[[nodiscard]] int display_width(std::string_view text);
/// Columns before the decimal point; all where there is none.
[[nodiscard]] int whole_columns(std::string_view digits);

/// `text` cut to at most `columns` (at least 1), with … in the place of what was cut.
[[nodiscard]] std::string shorten(std::string_view text, int columns);

/// The same with … in the middle, so that of a long name of a file both ends stay.
[[nodiscard]] std::string shorten_middle(std::string_view text, int columns);

/// `text`, shortened where needed, with spaces after (pad_right) or before it (pad_left) to exactly `columns`.
[[nodiscard]] std::string pad_right(std::string_view text, int columns);
[[nodiscard]] std::string pad_left(std::string_view text, int columns);

} // namespace casus::report
