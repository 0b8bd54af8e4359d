#include "casus/base/csv.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace casus {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

class Reader {
public:
    Reader(std::string_view content, std::string const& file) : rest_(content), file_(file) {
        if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
    }

    /// The next row that is not blank.
    std::optional<CsvRow> row() {
        while (!rest_.empty()) {
            bool const quoted = rest_.front() == '"';
            CsvRow fields{field()};
            while (!rest_.empty() && rest_.front() == ',') {
                step();
                fields.push_back(field());
            }
            if (!rest_.empty()) end_line();
            if (fields.size() > 1 || quoted || !blank(fields[0].text)) return fields;
        }
        return std::nullopt;
    }

private:
    static bool blank(std::string const& text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
    }

    [[noreturn]] void fail(int line, int column, Text what, std::string found, Text expected) const {
        throw Error(Problem{.place = {file_, line, column},
                            .what = std::move(what),
                            .found = std::move(found),
                            .expected = std::move(expected)});
    }

    bool at_line_end() const { return rest_.front() == '\n' || rest_.front() == '\r'; }

    /// Takes one byte that is no line end. Columns count characters: the later bytes of a UTF-8 character are none.
    char step() {
        char const c = rest_.front();
        if (c == '\0')
            fail(line_, column_, {"NUL byte", "含有空字节（NUL）"}, {}, {"text in UTF-8", "UTF-8 编码的文本"});
        rest_.remove_prefix(1);
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++column_;
        return c;
    }

    /// Takes LF, CRLF or CR, and says which.
    std::string_view end_line() {
        std::string_view const end = rest_.substr(0, rest_.starts_with("\r\n") ? 2 : 1);
        rest_.remove_prefix(end.size());
        ++line_;
        column_ = 1;
        return end;
    }

    CsvField field() {
        CsvField read{.text = {}, .line = line_, .column = column_};
        if (!rest_.empty() && rest_.front() == '"') {
            read.text = quoted();
            if (!rest_.empty() && rest_.front() != ',' && !at_line_end()) fail_after_quote();
        } else {
            while (!rest_.empty() && rest_.front() != ',' && !at_line_end()) read.text += step();
        }
        return read;
    }

    /// What stands between quotes; a doubled quote stands for one.
    std::string quoted() {
        int const line = line_;
        int const column = column_;
        std::string text;
        step();
        while (!rest_.empty()) {
            if (at_line_end()) {
                text += end_line();
            } else if (rest_.front() != '"') {
                text += step();
            } else {
                step();
                if (rest_.empty() || rest_.front() != '"') return text;
                text += step();
            }
        }
        fail(line, column, {"a quote that is not closed", "引号没有闭合"}, {},
             {"a second \" before the end of the file", "文件结束前的另一个英文引号"});
    }

    [[noreturn]] void fail_after_quote() {
        int const line = line_;
        int const column = column_;
        std::string found;
        while (!rest_.empty() && rest_.front() != ',' && !at_line_end()) found += step();
        fail(line, column, {"text after a closing quote", "右引号之后还有文字"}, std::move(found),
             {"a comma or the end of the line (a quote inside quotes is written twice)",
              "逗号或行末（引号内的引号须写两次）"});
    }

    std::string_view rest_;
    std::string const& file_;
    int line_ = 1;
    int column_ = 1;
};

} // namespace

std::vector<CsvRow> read_csv(std::string_view content, std::string const& file) {
    Reader reader(content, file);
    std::vector<CsvRow> rows;
    while (auto row = reader.row()) rows.push_back(std::move(*row));
    return rows;
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace casus
