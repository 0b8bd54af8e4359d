#include "casus/data/codes/convert_codes.hpp"

#include "casus/data/files/rows.hpp"

#include "casus/base/csv.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <unordered_map>
#include <utility>

namespace casus::data {

namespace {

constexpr std::string_view code_not_available = "NA";

std::size_t column_named(Rows const& rows, std::string const& name) {
    std::vector<std::string> const& header = rows.header();
    auto const found = std::ranges::find(header, name);
    if (found != header.end()) return static_cast<std::size_t>(found - header.begin());
    throw Error(Problem{.place = {.file = rows.place(0).file, .line = rows.place(0).line},
                        .what = {"no such column", "没有这一列"},
                        .found = name,
                        .expected = {fmt::format("one of {}", fmt::join(header, ", ")),
                                     fmt::format("下列之一：{}", fmt::join(header, "、"))},
                        .nearest = nearest(name, header)});
}

std::string added_name(std::vector<std::string> const& header, CodeConversion const& conversion) {
    std::string word = word_of(conversion.to);
    auto const taken = [&header](std::string const& name) { return std::ranges::find(header, name) != header.end(); };
    if (!taken(word)) return word;
    std::string name = conversion.column + '_' + word;
    for (int again = 2; taken(name); ++again) name = fmt::format("{}_{}_{}", conversion.column, word, again);
    return name;
}

std::optional<Year> year_in(std::string_view text) {
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

/// A row's code and year with their places.
struct Question {
    std::string_view code;
    std::string_view year;
    Place code_place;
    Place year_place;
};

Answer answer(CodeConversion const& conversion, Question const& question) {
    std::optional<Year> const year = conversion.year ? conversion.year : year_in(question.year);
    if (!year)
        return {{},
                Problem{.place = question.year_place,
                        .what = {"not a year", "不是年份"},
                        .found = std::string(question.year),
                        .expected = {"a year such as 1990", "年份，如 1990"},
                        .nearest = {}}};
    try {
        StateEra const& era = state_of(conversion.from, question.code, *year, question.code_place);
        std::string result = code_of(era, conversion.to, conversion.language);
        if (result.empty()) throw no_code(era, conversion.to, *year, question.code_place);
        return {std::move(result), std::nullopt};
    } catch (Error const& error) { return {{}, error.problems().front()}; }
}

/// Every pair of code and year is looked up once.
class Answers {
public:
    explicit Answers(CodeConversion const& conversion) : conversion_(conversion) {}

    /// The converted code of the row, empty where there is none; then the row is counted in `unmatched`.
    std::string const& of(Rows const& rows, std::size_t code_column, std::size_t year_column,
                          std::vector<UnmatchedCode>& unmatched) {
        std::string_view const code = rows.cells()[code_column];
        std::string const year =
            conversion_.year ? std::to_string(conversion_.year->value) : std::string(rows.cells()[year_column]);
        auto const [place, is_new] = known_.try_emplace(std::string(code) + '\t' + year);
        Known& known = place->second;
        if (is_new) {
            Answer found = answer(conversion_, {code, year, rows.place(code_column), rows.place(year_column)});
            known.code = std::move(found.code);
            if (found.problem) {
                known.unmatched = unmatched.size();
                unmatched.push_back({std::move(*found.problem), std::string(code), year, 0});
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
    std::unordered_map<std::string, Known> known_;
};

template <class Row> void write_row(Row const& row, std::string_view last, std::string& csv) {
    for (auto const& cell : row) {
        csv += csv_field(cell);
        csv += ',';
    }
    csv += csv_field(last);
    csv += '\n';
}

void check_length(Rows const& rows) {
    std::size_t const wanted = rows.header().size();
    if (rows.cells().size() == wanted) return;
    throw Error(Problem{.place = {.file = rows.place(0).file, .line = rows.place(0).line},
                        .what = {"a row of another length than the header", "该行的列数与表头不同"},
                        .found = std::to_string(rows.cells().size()),
                        .expected = {fmt::format("{} fields", wanted), fmt::format(" {} 列", wanted)}});
}

} // namespace

std::size_t ConvertedRows::unmatched_rows() const {
    std::size_t sum = 0;
    for (UnmatchedCode const& each : unmatched) sum += each.rows;
    return sum;
}

ConvertedRows convert_codes(Content const& content, CodeConversion const& conversion) {
    std::unique_ptr<Rows> const rows = open_rows(content);
    std::size_t const code_column = column_named(*rows, conversion.column);
    std::size_t const year_column = conversion.year ? code_column : column_named(*rows, conversion.year_column);
    ConvertedRows converted;
    converted.added_column = added_name(rows->header(), conversion);
    write_row(rows->header(), converted.added_column, converted.csv);
    Answers answers(conversion);
    bool const namibia = conversion.from == StateCode::Iso2; // whose code NA is
    while (rows->next()) {
        check_length(*rows);
        ++converted.rows;
        std::string_view const code = rows->cells()[code_column];
        if (code.empty() || (code == code_not_available && !namibia)) {
            ++converted.without_code;
            write_row(rows->cells(), code_not_available, converted.csv);
            continue;
        }
        std::string const& result = answers.of(*rows, code_column, year_column, converted.unmatched);
        write_row(rows->cells(), result.empty() ? code_not_available : std::string_view(result), converted.csv);
    }
    return converted;
}

} // namespace casus::data
