#include "casus/world/case_file/sheet.hpp"

#include "casus/world/case_file/figure_tables.hpp"
#include "casus/world/case_file/sheet_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace casus::case_file {

namespace {

std::vector<std::string> columns_of(SheetKind kind) {
    std::vector<std::string> names{"quantity", "actor", "partner", "issue", "good", "value", "sd"};
    if (kind == SheetKind::Figures)
        names.emplace_back("source");
    else
        names.insert(names.end(), {"coder", "reason"});
    return names;
}

class Sheet {
public:
    Sheet(SheetKind kind, TomlReader& reader, Codes const& codes, WorldBuilder& builder)
        : kind_(kind), reader_(reader), codes_(codes), builder_(builder),
          grid_(reader, columns_of(kind), {"good", "sd", "coder"}) {}

    void read(std::string_view content, std::string const& file) {
        grid_.each_row(content, file, [this](CsvRow const& row) { read_row(row); });
    }

private:
    void read_row(CsvRow const& row);

    [[nodiscard]] std::optional<FigureAddress> address(CsvRow const& row);
    [[nodiscard]] bool fits(Quantity quantity, Word const& word, char const* column, bool allowed, bool required);
    [[nodiscard]] bool known(std::optional<Problem> problem);
    [[nodiscard]] Basis basis(CsvRow const& row);

    SheetKind kind_;
    TomlReader& reader_;
    Codes const& codes_;
    WorldBuilder& builder_;
    SheetGrid grid_;
};

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
    Word const key = grid_.cell(row, "quantity");
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
    Word const actor = grid_.cell(row, "actor");
    Word const partner = grid_.cell(row, "partner");
    Word const issue = grid_.cell(row, "issue");
    Word const good = grid_.cell(row, "good");

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

Basis Sheet::basis(CsvRow const& row) {
    if (kind_ == SheetKind::Judgements) {
        Word const reason = grid_.cell(row, "reason");
        if (reason.text.empty())
            reader_.report({reason.place,
                            {"judgement without a reason", "判断没有理由"},
                            {},
                            {"a line in the column reason", "在 reason 列写一句理由"},
                            {}});
        return {Basis::Kind::Judgement, {}, grid_.cell(row, "coder").text, reason.text};
    }
    Word const source = grid_.cell(row, "source");
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
    Word const value = grid_.cell(row, "value");
    Word const sd = grid_.cell(row, "sd");
    Figure figure;
    figure.place = value.place;
    figure.value = grid_.number(value,
                                {"a finite number with a decimal point and without thousands separators, like 1234.5",
                                 "有限的数字，用小数点，不用千位分隔符，例如 1234.5"},
                                harmless(quantity));
    if (!sd.text.empty()) figure.sd = grid_.number(sd, {"a finite number, or nothing", "有限的数字，或留空"}, 0.0);
    figure.basis = basis(row);
    if (at)
        builder_.set(std::move(*at), std::move(figure), kind_ == SheetKind::Figures ? figures_layer : judgements_layer);
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
    Sheet(kind, reader, codes, builder).read(content, file);
}

} // namespace casus::case_file
