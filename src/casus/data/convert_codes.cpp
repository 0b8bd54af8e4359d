#include "casus/data/convert_codes.hpp"

#include "casus/base/csv.hpp"

#include <fmt/format.h>

#include <charconv>
#include <unordered_map>

namespace casus::data {

namespace {

constexpr std::string_view not_available = "NA";

std::size_t column_named(CsvRow const& header, std::string const& name, std::string const& file) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i].text == name) return i;
        names.push_back(header[i].text);
    }
    throw Error(Problem{.place = {.file = file, .line = header.front().line},
                        .what = {"no such column", "没有这一列"},
                        .found = name,
                        .expected = {fmt::format("one of {}", fmt::join(names, ", ")),
                                     fmt::format("下列之一：{}", fmt::join(names, "、"))},
                        .nearest = nearest(name, names)});
}

std::string added_name(CsvRow const& header, CodeConversion const& conversion) {
    std::string const word = word_of(conversion.to);
    auto const taken = [&header](std::string const& name) {
        for (CsvField const& field : header)
            if (field.text == name) return true;
        return false;
    };
    if (!taken(word)) return word;
    std::string name = conversion.column + '_' + word;
    for (int again = 2; taken(name); ++again) name = fmt::format("{}_{}_{}", conversion.column, word, again);
    return name;
}

Place place_of(std::string const& file, CsvField const& field) {
    return {.file = file, .line = field.line, .column = field.column};
}

std::optional<Year> year_in(std::string const& text) {
    int year = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return Year(year);
}

/// The code, or what is wrong.
struct Answer {
    std::string code;
    std::optional<Problem> problem;
};

Answer answer(CodeConversion const& conversion, CsvField const& code, std::optional<Year> year, std::string const& file,
              CsvField const& year_field) {
    if (!year)
        return {{},
                Problem{.place = place_of(file, year_field),
                        .what = {"not a year", "不是年份"},
                        .found = year_field.text,
                        .expected = {"a year such as 1990", "年份，如 1990"},
                        .nearest = {}}};
    try {
        StateEra const& era = state_of(conversion.from, code.text, *year, place_of(file, code));
        std::string result = code_of(era, conversion.to, conversion.language);
        if (result.empty()) throw no_code(era, conversion.to, *year, place_of(file, code));
        return {std::move(result), std::nullopt};
    } catch (Error const& error) { return {{}, error.problems().front()}; }
}

/// Every pair of code and year is looked up once.
class Answers {
public:
    Answers(CodeConversion const& conversion, std::string const& file) : conversion_(conversion), file_(file) {}

    /// The converted code, empty where there is none; then the row is counted in `unmatched`.
    std::string const& of(CsvField const& code, CsvField const& year_field, std::vector<UnmatchedCode>& unmatched) {
        std::string const year_text = conversion_.year ? std::to_string(conversion_.year->value) : year_field.text;
        auto const [place, is_new] = known_.try_emplace(code.text + '\t' + year_text);
        Known& known = place->second;
        if (is_new) {
            std::optional<Year> const year = conversion_.year ? conversion_.year : year_in(year_text);
            Answer found = answer(conversion_, code, year, file_, year_field);
            known.code = std::move(found.code);
            if (found.problem) {
                known.unmatched = unmatched.size();
                unmatched.push_back({std::move(*found.problem), code.text, year_text, 0});
            }
        }
        if (known.unmatched) ++unmatched[*known.unmatched].rows;
        return known.code;
    }

private:
    struct Known {
        std::string code;
        std::optional<std::size_t> unmatched;
    };
    CodeConversion const& conversion_;
    std::string const& file_;
    std::unordered_map<std::string, Known> known_;
};

void write_row(CsvRow const& row, std::string_view last, std::string& csv) {
    for (CsvField const& field : row) {
        csv += csv_field(field.text);
        csv += ',';
    }
    csv += csv_field(last);
    csv += '\n';
}

} // namespace

std::size_t ConvertedRows::unmatched_rows() const {
    std::size_t sum = 0;
    for (UnmatchedCode const& each : unmatched) sum += each.rows;
    return sum;
}

ConvertedRows convert_codes(std::string_view csv, std::string const& file, CodeConversion const& conversion) {
    std::vector<CsvRow> const table = read_csv(csv, file);
    if (table.empty())
        throw Error(Problem{.place = {.file = file}, .what = {"the file is empty", "文件为空"}, .found = {}});
    CsvRow const& header = table.front();
    std::size_t const code_column = column_named(header, conversion.column, file);
    std::size_t const year_column = conversion.year ? code_column : column_named(header, conversion.year_column, file);
    ConvertedRows converted;
    converted.added_column = added_name(header, conversion);
    write_row(header, converted.added_column, converted.csv);
    Answers answers(conversion, file);
    for (std::size_t i = 1; i < table.size(); ++i) {
        CsvRow const& row = table[i];
        if (row.size() != header.size())
            throw Error(
                Problem{.place = {.file = file, .line = row.front().line},
                        .what = {"a row of another length than the header", "该行的列数与表头不同"},
                        .found = std::to_string(row.size()),
                        .expected = {fmt::format("{} fields", header.size()), fmt::format(" {} 列", header.size())}});
        ++converted.rows;
        CsvField const& code = row[code_column];
        if (code.text.empty() || code.text == not_available) {
            ++converted.without_code;
            write_row(row, not_available, converted.csv);
            continue;
        }
        std::string const& result = answers.of(code, row[year_column], converted.unmatched);
        write_row(row, result.empty() ? not_available : std::string_view(result), converted.csv);
    }
    return converted;
}

} // namespace casus::data
