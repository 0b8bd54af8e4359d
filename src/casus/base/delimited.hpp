// The one tokenizer of the house: delimited text (RFC 4180 and what the world makes of it) row by row, cells as views
// into the text.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/special_bytes.hpp"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

struct DelimitedFormat {
    char separator = ',';
    bool trimmed = false;      ///< spaces and tabs around a cell are no part of it (inside quotes they are)
    bool windows_1252 = false; ///< cells are decoded from Windows-1252; else bytes stay as they are
};

/// Accepts LF, CRLF and lone CR, a UTF-8 byte order mark, and no line end after the last row. A quote inside a cell
/// that does not begin with one is a character.
class Delimited {
public:
    static constexpr std::size_t longest_line = std::size_t{64} << 20; ///< bytes
    static constexpr std::size_t most_cells = std::size_t{1} << 20;    ///< in one row

    /// `content` must outlive this; its first line has the number `first_line` in the file.
    Delimited(std::string_view content, std::string file, DelimitedFormat format, std::size_t first_line = 1);

    /// Moves to the next row that is not blank; false after the last. An Error with place: a quote that is not closed,
    /// text after a closing quote, a NUL byte, another control character in the first line (later ones are the slips of
    /// a keyboard, which published texts have; in the first line they show that this is no text), a line or a row too long.
    bool next();

    /// Of this row, quotes undone; valid until the next call of next().
    [[nodiscard]] std::span<std::string_view const> cells() const { return {cells_.data(), count_}; }

    /// Where a cell of this row begins, counted in characters; the end of the row for a column that it lacks.
    [[nodiscard]] Place place(std::size_t column) const;

    /// What follows this row.
    [[nodiscard]] std::string_view rest() const { return content_.substr(next_row_); }

private:
    struct Spot {
        std::size_t offset = 0;
        std::size_t line = 1;
        std::size_t column = 1;
    };

    [[nodiscard]] char byte(std::size_t offset) const { return offset < content_.size() ? content_[offset] : '\n'; }
    [[nodiscard]] bool is_blank(char c) const { return c == ' ' || (c == '\t' && format_.separator != '\t'); }
    [[nodiscard]] bool ends_cell(char c) const { return c == format_.separator || c == '\n' || c == '\r'; }
    [[nodiscard]] bool opens_cell(std::size_t cell, std::size_t quote) const;
    void read_row();
    void end_row(std::size_t end);
    void add(std::size_t begin, std::size_t end);
    void add_plain(std::size_t begin, std::size_t end);
    std::size_t take_quoted(std::size_t quote);
    void end_line_in_quotes(std::size_t end);
    void add_quoted(std::size_t quote, std::size_t end, bool doubled);
    std::string& scratch();

    [[nodiscard]] Place place_of(std::size_t offset) const;
    void check_control(std::size_t offset) const;
    [[noreturn]] void fail(std::size_t offset, Text what, std::string found, Text expected) const;
    [[noreturn]] void fail_after_quote(std::size_t offset) const;
    [[noreturn]] void fail_too_long(std::size_t offset) const;
    [[noreturn]] void fail_too_many(std::size_t offset) const;

    std::string_view content_;
    std::string file_;
    DelimitedFormat format_;
    SpecialBytes special_;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> begins_; ///< offsets of the cells
    std::size_t count_ = 0;
    bool quoted_ = false; ///< whether this row has a quoted cell
    std::size_t row_ = 0; ///< offset of this row
    std::size_t row_line_;
    std::size_t row_end_ = 0;
    std::size_t next_row_ = 0;
    std::size_t line_; ///< number and offset of the line that is being read
    std::size_t line_begin_ = 0;
    std::deque<std::string> scratches_; ///< texts of cells that differ from what the file has
    std::size_t scratches_used_ = 0;
    mutable Spot last_spot_; ///< where place_of() was asked last: places are mostly asked for in order
};

} // namespace casus
