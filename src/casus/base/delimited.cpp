#include "casus/base/delimited.hpp"

#include "casus/base/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace casus {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view without_mark(std::string_view content) {
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    return content;
}

int as_int(std::size_t number) {
    return static_cast<int>(std::min(number, static_cast<std::size_t>(std::numeric_limits<int>::max())));
}

Text separator_in_words(char separator) {
    switch (separator) {
    case ';':
        return {"a semicolon", "分号"};
    case '\t':
        return {"a tab", "制表符"};
    default:
        return {"a comma", "逗号"};
    }
}

} // namespace

Delimited::Delimited(std::string_view content, std::string file, DelimitedFormat format, std::size_t first_line)
    : content_(without_mark(content)), file_(std::move(file)), format_(format), special_(content_, format.separator),
      cells_(64), begins_(64), row_line_(first_line), line_(first_line) {
    last_spot_.line = first_line;
}

bool Delimited::next() {
    while (next_row_ < content_.size()) {
        read_row();
        auto const blank = [](char c) { return c == ' ' || c == '\t'; };
        if (count_ > 1 || quoted_ || !std::all_of(cells_[0].begin(), cells_[0].end(), blank)) return true;
    }
    count_ = 0;
    return false;
}

Place Delimited::place(std::size_t column) const { return place_of(column < count_ ? begins_[column] : row_end_); }

/// In trimmed text a quote may follow spaces.
bool Delimited::opens_cell(std::size_t cell, std::size_t quote) const {
    if (!format_.trimmed) return cell == quote;
    while (cell < quote && is_blank(content_[cell])) ++cell;
    return cell == quote;
}

void Delimited::read_row() {
    row_ = next_row_;
    row_line_ = line_;
    line_begin_ = row_;
    count_ = 0;
    quoted_ = false;
    scratches_used_ = 0;
    for (std::size_t begin = row_;;) {
        std::size_t at = special_.next();
        if (ends_cell(byte(at))) {
            add_plain(begin, at);
        } else if (byte(at) == '"' && opens_cell(begin, at)) {
            at = take_quoted(at);
        } else {
            check_control(at);
            continue;
        }
        if (byte(at) != format_.separator) return end_row(at);
        begin = at + 1;
    }
}

/// `end` is the offset of the line's end, or the size of the content.
void Delimited::end_row(std::size_t end) {
    row_end_ = end;
    next_row_ = std::min(end + 1, content_.size());
    ++line_;
    if (byte(end) == '\r' && end + 1 < content_.size() && content_[end + 1] == '\n') {
        special_.next();
        ++next_row_;
    }
}

void Delimited::add_plain(std::size_t begin, std::size_t end) {
    if (format_.trimmed) {
        while (begin < end && is_blank(content_[begin])) ++begin;
        while (begin < end && is_blank(content_[end - 1])) --end;
    }
    add(begin, end);
    begins_[count_ - 1] = begin;
}

void Delimited::add(std::size_t begin, std::size_t end) {
    if (end - line_begin_ > longest_line) fail_too_long(line_begin_);
    if (count_ == cells_.size()) {
        if (count_ == most_cells) fail_too_many(begin);
        cells_.resize(2 * count_);
        begins_.resize(2 * count_);
    }
    std::string_view text = content_.substr(begin, end - begin);
    if (format_.windows_1252 && !is_ascii(text)) text = scratch() = from_windows_1252(text);
    cells_[count_++] = text;
}

/// Reads the cell that opens at `quote`; returns the offset of the separator or line end after it.
std::size_t Delimited::take_quoted(std::size_t quote) {
    bool doubled = false;
    std::size_t at = special_.next();
    for (;; at = special_.next()) {
        if (at == content_.size())
            fail(quote, {"a quote that is not closed", "引号没有闭合"}, {},
                 {"a second \" before the end of the file", "文件结束前的另一个英文引号"});
        char const c = content_[at];
        if (c == '"' && byte(at + 1) == '"') {
            special_.next();
            doubled = true;
        } else if (c == '"') {
            break;
        } else if (c == '\n' || c == '\r') {
            end_line_in_quotes(at);
        } else if (c != format_.separator) {
            check_control(at);
        }
    }
    add_quoted(quote, at, doubled);
    std::size_t after = at + 1;
    while (format_.trimmed && after < content_.size() && is_blank(content_[after])) ++after;
    if (!ends_cell(byte(after))) fail_after_quote(after);
    do at = special_.next();
    while (at < after);
    return at;
}

void Delimited::end_line_in_quotes(std::size_t end) {
    if (content_[end] == '\r' && byte(end + 1) == '\n' && end + 1 < content_.size()) return; // the LF will end it
    if (end - line_begin_ > longest_line) fail_too_long(line_begin_);
    ++line_;
    line_begin_ = end + 1;
}

/// `end` is the offset of the closing quote.
void Delimited::add_quoted(std::size_t quote, std::size_t end, bool doubled) {
    add(quote + 1, end);
    begins_[count_ - 1] = quote;
    quoted_ = true;
    if (!doubled) return;
    std::string_view const text = cells_[count_ - 1];
    std::string& single = scratch();
    single.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        single += text[i];
        if (text[i] == '"') ++i;
    }
    cells_[count_ - 1] = single;
}

std::string& Delimited::scratch() {
    if (scratches_used_ == scratches_.size()) scratches_.emplace_back();
    return scratches_[scratches_used_++];
}

/// Columns count characters: the later bytes of a UTF-8 character are none.
Place Delimited::place_of(std::size_t offset) const {
    Spot& spot = last_spot_;
    if (spot.offset > offset || spot.offset < row_) spot = {.offset = row_, .line = row_line_, .column = 1};
    for (; spot.offset < offset; ++spot.offset) {
        char const c = content_[spot.offset];
        if (c == '\n' || (c == '\r' && byte(spot.offset + 1) != '\n')) {
            ++spot.line;
            spot.column = 1;
        } else if (format_.windows_1252 || (static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++spot.column;
        }
    }
    return {.file = file_, .line = as_int(spot.line), .column = as_int(spot.column)};
}

/// A control character that is no line end and no tab.
void Delimited::check_control(std::size_t offset) const {
    auto const c = static_cast<unsigned char>(content_[offset]);
    Text const expected{"text in UTF-8", "UTF-8 编码的文本"};
    if (c == 0) fail(offset, {"NUL byte", "含有空字节（NUL）"}, {}, expected);
    if (row_ == 0 && c < 0x20 && c != '\t')
        fail(offset,
             {fmt::format("control character (byte 0x{:02x})", c), fmt::format("含有控制字符（字节 0x{:02x}）", c)}, {},
             expected);
}

void Delimited::fail(std::size_t offset, Text what, std::string found, Text expected) const {
    throw Error(Problem{.place = place_of(offset),
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected)});
}

void Delimited::fail_after_quote(std::size_t offset) const {
    constexpr std::size_t enough = 60;
    std::size_t end = offset;
    while (!ends_cell(byte(end)) && end - offset < enough) ++end;
    while (end < content_.size() && !format_.windows_1252 && (static_cast<unsigned char>(content_[end]) & 0xc0) == 0x80)
        ++end;
    std::string_view const found = content_.substr(offset, end - offset);
    Text const separator = separator_in_words(format_.separator);
    fail(offset, {"text after a closing quote", "右引号之后还有文字"},
         format_.windows_1252 ? from_windows_1252(found) : std::string(found),
         {separator.en + " or the end of the line (a quote inside quotes is written twice)",
          separator.zh + "或行末（引号内的引号须写两次）"});
}

void Delimited::fail_too_long(std::size_t offset) const {
    fail(offset, {"a line longer than 64 MiB", "一行超过 64 MiB"}, {}, {"rows, each on a line", "每行一条记录的文本"});
}

void Delimited::fail_too_many(std::size_t offset) const {
    fail(offset,
         {fmt::format("a row of more than {} cells", most_cells), fmt::format("一行超过 {} 个单元格", most_cells)}, {},
         {"rows, each on a line", "每行一条记录的文本"});
}

} // namespace casus
