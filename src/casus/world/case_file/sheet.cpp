#include "casus/world/case_file/sheet.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/encoding.hpp"
#include "casus/world/case_file/figure_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

namespace casus::case_file {

namespace {

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

class Sheet {
public:
    Sheet(SheetKind kind, TomlReader& reader, Codes const& codes, WorldBuilder& builder)
        : kind_(kind), reader_(reader), codes_(codes), builder_(builder) {}

    void read(std::vector<CsvRow> const& rows, std::string const& file);

private:
    [[nodiscard]] bool read_header(CsvRow const& header);
    [[nodiscard]] std::vector<std::string> columns() const;
    [[nodiscard]] bool is_whole(CsvRow const& row);
    void read_row(CsvRow const& row);
    [[nodiscard]] Word cell(CsvRow const& row, std::string const& column) const;

    [[nodiscard]] std::optional<FigureAddress> address(CsvRow const& row);
    [[nodiscard]] bool fits(Quantity quantity, Word const& word, char const* column, bool allowed, bool required);
    [[nodiscard]] bool known(std::optional<Problem> problem);
    [[nodiscard]] double number(Word const& word, Text const& expected, double fallback);
    [[nodiscard]] Basis basis(CsvRow const& row);

    SheetKind kind_;
    TomlReader& reader_;
    Codes const& codes_;
    WorldBuilder& builder_;
    std::string file_;
    std::map<std::string, std::size_t> column_;
};

std::vector<std::string> Sheet::columns() const {
    std::vector<std::string> names{"quantity", "actor", "partner", "issue", "good", "value", "sd"};
    if (kind_ == SheetKind::Figures)
        names.emplace_back("source");
    else
        names.insert(names.end(), {"coder", "reason"});
    return names;
}

bool Sheet::read_header(CsvRow const& header) {
    std::vector<std::string> const valid = columns();
    bool fine = true;
    if (header.size() == 1 && header[0].text.find_first_of(";\t") != std::string::npos) {
        reader_.report({{file_, header[0].line, header[0].column},
                        {"columns are not separated by commas", "各列不是用逗号分隔"},
                        header[0].text,
                        {"a sheet saved as \"CSV UTF-8 (comma delimited)\"", "另存为“CSV UTF-8（逗号分隔）”的表格"},
                        {}});
        return false;
    }
    for (std::size_t n = 0; n < header.size(); ++n) {
        std::string const name = trimmed(header[n].text);
        Place const place{file_, header[n].line, header[n].column};
        if (std::ranges::find(valid, name) == valid.end()) {
            reader_.report(unknown(place, {"unknown column", "未知的列"}, name, valid));
            fine = false;
        } else if (!column_.emplace(name, n).second) {
            reader_.report({place, {"column given twice", "列重复"}, name, {}, {}});
            fine = false;
        }
    }
    for (std::string const& name : valid) {
        bool const optional = name == "good" || name == "sd" || name == "coder";
        if (optional || column_.contains(name)) continue;
        reader_.report({{file_, header[0].line, 0},
                        {fmt::format("missing column '{}'", name), fmt::format("缺少列“{}”", name)},
                        {},
                        {},
                        {}});
        fine = false;
    }
    return fine;
}

Word Sheet::cell(CsvRow const& row, std::string const& column) const {
    auto const at = column_.find(column);
    if (at == column_.end()) return {{}, {file_, row[0].line, row[0].column}};
    CsvField const& field = row[at->second];
    return {trimmed(field.text), {file_, field.line, field.column}};
}

bool Sheet::is_whole(CsvRow const& row) {
    if (row.size() != column_.size()) {
        reader_.report(
            {{file_, row[0].line, 0},
             {"wrong number of fields", "字段数目不对"},
             std::to_string(row.size()),
             {fmt::format("{}, as in the header", column_.size()), fmt::format("{} 个，与标题行一致", column_.size())},
             {}});
        return false;
    }
    for (CsvField const& field : row) {
        if (is_utf8(field.text)) continue;
        reader_.report({{file_, field.line, field.column},
                        {"text is not UTF-8", "文字不是 UTF-8 编码"},
                        {},
                        {"a sheet saved as \"CSV UTF-8 (comma delimited)\"", "另存为“CSV UTF-8（逗号分隔）”的表格"},
                        {}});
        return false;
    }
    return true;
}

/// Whether the cell of an index is filled as the quantity's extent wants it.
bool Sheet::fits(Quantity quantity, Word const& word, char const* column, bool allowed, bool required) {
    std::string const key(info(quantity).key);
    if (!word.text.empty() && !allowed) {
        reader_.report({word.place,
                        {fmt::format("{} takes no {}", key, column), fmt::format("{} 不涉及 {}", key, column)},
                        word.text,
                        {"an empty field", "空字段"},
                        {}});
        return false;
    }
    if (word.text.empty() && required) {
        reader_.report(
            {word.place,
             {fmt::format("{} needs the column {}", key, column), fmt::format("{} 需要填写 {} 列", key, column)},
             {},
             {},
             {}});
        return false;
    }
    return true;
}

bool Sheet::known(std::optional<Problem> problem) {
    if (problem) reader_.report(std::move(*problem));
    return !problem;
}

std::optional<FigureAddress> Sheet::address(CsvRow const& row) {
    Word const key = cell(row, "quantity");
    auto const quantity = quantity_named(key.text);
    if (!quantity) {
        std::vector<std::string> keys;
        for (QuantityInfo const& each : all_quantities()) keys.emplace_back(each.key);
        Problem problem{key.place, {"unknown quantity", "未知的量"}, key.text, {}, nearest(key.text, keys)};
        if (problem.nearest.empty())
            problem.expected = {"a key of the table of quantities in docs/case-format.md",
                                "docs/case-format.md 量表中的键"};
        reader_.report(std::move(problem));
        return std::nullopt;
    }
    Extent const extent = info(*quantity).extent;
    bool const by_actor = extent != Extent::System && extent != Extent::Issue;
    bool const by_partner = extent == Extent::SideCell || extent == Extent::Dyad;
    bool const by_good = extent == Extent::Endowment;
    bool const one_issue = extent == Extent::Issue || by_good;
    bool const by_issue = one_issue || extent == Extent::Cell || extent == Extent::SideCell;
    Word const actor = cell(row, "actor");
    Word const partner = cell(row, "partner");
    Word const issue = cell(row, "issue");
    Word const good = cell(row, "good");

    bool fine = fits(*quantity, actor, "actor", by_actor, false);
    fine = fits(*quantity, partner, "partner", by_partner, by_partner) && fine;
    fine = fits(*quantity, issue, "issue", by_issue, one_issue) && fine;
    fine = fits(*quantity, good, "good", by_good, by_good) && fine;
    if (!fine) return std::nullopt;

    if (!actor.text.empty()) fine = known(codes_.actor_or_group(actor.text, actor.place));
    if (extent == Extent::Dyad) fine = known(codes_.actor(partner.text, partner.place)) && fine;
    if (extent == Extent::SideCell) fine = known(codes_.side(*quantity, partner.text, partner.place)) && fine;
    if (!issue.text.empty()) fine = known(codes_.issue(issue.text, issue.place)) && fine;
    if (by_good) fine = known(codes_.good(issue.text, good.text, good.place)) && fine;
    if (!fine) return std::nullopt;
    return FigureAddress{*quantity, actor.text, partner.text, issue.text, good.text};
}

double Sheet::number(Word const& word, Text const& expected, double fallback) {
    if (auto const value = plain_number(word.text)) return *value;
    if (word.text.empty())
        reader_.report({word.place, {"missing value", "缺少数值"}, {}, expected, {}});
    else
        reader_.report({word.place, {"not a number", "不是数字"}, word.text, expected, {}});
    return fallback;
}

Basis Sheet::basis(CsvRow const& row) {
    if (kind_ == SheetKind::Judgements) {
        Word const reason = cell(row, "reason");
        if (reason.text.empty())
            reader_.report({reason.place,
                            {"judgement without a reason", "判断没有理由"},
                            {},
                            {"a line in the column reason", "在 reason 列写一句理由"},
                            {}});
        return {Basis::Kind::Judgement, {}, cell(row, "coder").text, reason.text};
    }
    Word const source = cell(row, "source");
    if (source.text.empty())
        reader_.report({source.place,
                        {"figure without a source", "数字没有来源"},
                        {},
                        {"a key of [sources] in the column source", "在 source 列写 [sources] 中的键"},
                        {}});
    else
        reader_.check_source(source.text, source.place);
    return {Basis::Kind::Given, source.text, {}, {}};
}

void Sheet::read_row(CsvRow const& row) {
    auto at = address(row);
    Quantity const quantity = at ? at->quantity : Quantity::Power;
    Word const value = cell(row, "value");
    Word const sd = cell(row, "sd");
    Figure figure;
    figure.place = value.place;
    figure.value = number(value,
                          {"a finite number with a decimal point and without thousands separators, like 1234.5",
                           "有限的数字，用小数点，不用千位分隔符，例如 1234.5"},
                          harmless(quantity));
    if (!sd.text.empty()) figure.sd = number(sd, {"a finite number, or nothing", "有限的数字，或留空"}, 0.0);
    figure.basis = basis(row);
    if (at)
        builder_.set(std::move(*at), std::move(figure), kind_ == SheetKind::Figures ? figures_layer : judgements_layer);
}

void Sheet::read(std::vector<CsvRow> const& rows, std::string const& file) {
    file_ = file;
    if (rows.empty()) {
        reader_.report({{file_, 0, 0}, {"empty sheet", "空表格"}, {}, {"a header row", "标题行"}, {}});
        return;
    }
    if (!read_header(rows.front())) return;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        // Spreadsheets write rows of nothing but commas below the last one in use.
        bool const blank = std::ranges::all_of(*row, [](CsvField const& f) { return trimmed(f.text).empty(); });
        if (!blank && is_whole(*row)) read_row(*row);
    }
}

} // namespace

std::optional<double> plain_number(std::string_view text) {
    bool const plus = text.starts_with('+');
    if (plus) text.remove_prefix(1);
    if (text.empty() || (plus && text.front() == '-') || text.front() == '+' ||
        text.find_first_not_of("0123456789.eE+-") != std::string_view::npos)
        return std::nullopt;
    double value = 0.0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

void read_sheet(std::string_view content, std::string const& file, SheetKind kind, TomlReader& reader,
                Codes const& codes, WorldBuilder& builder) {
    try {
        Sheet(kind, reader, codes, builder).read(read_csv(content, file), file);
    } catch (Error const& error) {
        for (Problem const& problem : error.problems()) reader.report(problem);
    }
}

} // namespace casus::case_file
