#include "casus/data/files/rows.hpp"

#include "casus/data/files/stata_rows.hpp"

#include "casus/base/delimited.hpp"
#include "casus/base/encoding.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace casus::data {

namespace {

[[noreturn]] void fail(Place place, Text what, std::string found = {}, Text expected = {}) {
    throw Error(Problem{.place = std::move(place),
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected)});
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_white(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_white(c); });
}

/// Takes one line with its end off the front.
std::string_view take_line(std::string_view& text) {
    std::size_t const length = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view const line = text.substr(0, length);
    text.remove_prefix(length);
    if (!text.empty()) text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    return line;
}

/// The separator that the header has most of outside quotes; a comma where it has none.
char separator_of(std::string_view text) {
    std::string_view header;
    while (is_white(header) && !text.empty()) header = take_line(text);
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (char const c : header) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        commas += c == ',';
        semicolons += c == ';';
        tabs += c == '\t';
    }
    if (tabs > commas && tabs > semicolons) return '\t';
    return semicolons > commas ? ';' : ',';
}

/// Files that people have beside those that are read here, by their first bytes.
struct OtherKind {
    std::string_view begin;
    Text what;
};

OtherKind const* other_kind(std::string_view bytes) {
    using namespace std::string_view_literals;
    static std::array<OtherKind, 7> const kinds{{
        {"PK\x03\x04"sv, {"an Excel workbook or another zip archive", "这是 Excel 工作簿或其他 zip 压缩包"}},
        {"\xd0\xcf\x11\xe0"sv, {"an Excel workbook of the old kind (.xls)", "这是旧式 Excel 工作簿（.xls）"}},
        {"$FL2"sv, {"a file of SPSS (.sav)", "这是 SPSS 文件（.sav）"}},
        {"RDX3\n"sv, {"a file of R (.RData)", "这是 R 数据文件（.RData）"}},
        {"X\n\0"sv, {"a file of R (.rds)", "这是 R 数据文件（.rds）"}},
        {"\xff\xfe"sv, {"text in UTF-16", "这是 UTF-16 文本"}},
        {"\xfe\xff"sv, {"text in UTF-16", "这是 UTF-16 文本"}},
    }};
    auto const found =
        std::ranges::find_if(kinds, [bytes](OtherKind const& kind) { return bytes.starts_with(kind.begin); });
    return found == kinds.end() ? nullptr : &*found;
}

class DelimitedRows : public Rows {
public:
    DelimitedRows(std::string_view text, std::string const& file, std::size_t first_line)
        : text_(text, file, {.separator = separator_of(text), .trimmed = true, .windows_1252 = !is_utf8(text)},
                first_line) {
        if (!text_.next()) fail({.file = file}, {"the file is empty", "文件是空的"});
        header_.assign(text_.cells().begin(), text_.cells().end());
        if (is_white(text_.rest()))
            fail({.file = file}, {"a header and no rows", "只有表头，没有数据行"}, {},
                 {"a row after the header", "表头之后有数据行"});
    }

    bool next() override {
        bool const there = text_.next();
        cells_ = text_.cells();
        return there;
    }

    [[nodiscard]] Place place(std::size_t column) const override { return text_.place(column); }

private:
    Delimited text_;
};

std::unique_ptr<Rows> open_delimited_rows(Content const& content, int skip) {
    std::string_view text = content.bytes;
    std::size_t line = 1;
    for (int i = 0; i < skip && !text.empty(); ++i, ++line) take_line(text);
    if (is_white(text)) fail({.file = content.name}, {"the file is empty", "文件是空的"});
    return std::make_unique<DelimitedRows>(text, content.name, line);
}

/// To be asked before the first row, when places are those of the header.
void check_names(Rows const& rows) {
    std::set<std::string_view> seen;
    for (std::size_t column = 0; column < rows.header().size(); ++column) {
        std::string const& name = rows.header()[column];
        if (name.empty() || seen.insert(name).second) continue;
        fail(rows.place(column), {"a column twice", "同一列名出现两次"}, name,
             {"each column once", "每个列名只出现一次"});
    }
}

} // namespace

std::unique_ptr<Rows> open_rows(Content const& content, int skip) {
    if (OtherKind const* const other = other_kind(content.bytes))
        fail({.file = content.name}, other->what, {},
             {"CSV in UTF-8 or Windows-1252, or a .dta file: export it as one of these",
              "UTF-8 或 Windows-1252 的 CSV，或 .dta 文件：请先另存为其中之一"});
    auto rows = is_stata(content.bytes) ? open_stata_rows(content) : open_delimited_rows(content, skip);
    check_names(*rows);
    return rows;
}

} // namespace casus::data
