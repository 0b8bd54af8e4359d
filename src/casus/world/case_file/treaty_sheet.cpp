#include "casus/world/case_file/treaty_sheet.hpp"

#include "casus/world/case_file/sheet_grid.hpp"

#include <utility>

namespace casus::case_file {

namespace {

Text const plain_figure_expected{"a finite number with a decimal point and without thousands separators, like 1234.5",
                                 "有限的数字，用小数点，不用千位分隔符，例如 1234.5"};

std::string treaty_source(Word const& source, TomlReader& reader) {
    if (source.text.empty())
        reader.report({source.place,
                       {"figure without a source", "数字没有来源"},
                       {},
                       {"a key of [sources] in the column source", "在 source 列写 [sources] 中的键"},
                       {}});
    else
        reader.check_source(source.text, source.place);
    return source.text;
}

/// A cell that must say something; a problem where it does not.
bool is_filled(Word const& word, Text what, Text expected, TomlReader& reader) {
    if (!word.text.empty()) return true;
    reader.report({word.place, std::move(what), {}, std::move(expected), {}});
    return false;
}

void read_ends(SheetGrid& grid, CsvRow const& row, TreatyFigure& figure, TomlReader& reader) {
    Word const low = grid.cell(row, "low");
    Word const high = grid.cell(row, "high");
    figure.low = figure.high = figure.value;
    if (low.text.empty() && high.text.empty()) return;
    Text const expected{"both low and high, or neither", "low 与 high 同时填写，或都不填"};
    Text const what{"a range with one end", "只有一端的范围"};
    if (!is_filled(low, what, expected, reader) || !is_filled(high, what, expected, reader)) return;
    figure.low = grid.number(low, plain_figure_expected, figure.value);
    figure.high = grid.number(high, plain_figure_expected, figure.value);
}

} // namespace

void read_treaty_sheet(std::string_view content, std::string const& file, TomlReader& reader,
                       std::vector<TreatyFigure>& figures) {
    SheetGrid grid(reader, {"treaty", "term", "value", "source", "low", "high"}, {"low", "high"});
    grid.each_row(content, file, [&](CsvRow const& row) {
        Word const treaty = grid.cell(row, "treaty");
        Word const term = grid.cell(row, "term");
        Word const value = grid.cell(row, "value");
        bool const named = is_filled(treaty, {"figure without a treaty", "数字没有条约"},
                                     {"the code of one of [treaties]", "[treaties] 中的代码"}, reader) &&
                           is_filled(term, {"figure without a term", "数字没有项"},
                                     {"a term, as regime_change (docs/endurance.md)",
                                      "项名，如 regime_change（见 docs/endurance.md）"},
                                     reader);
        TreatyFigure figure;
        figure.treaty = treaty.text;
        figure.term = term.text;
        figure.treaty_place = treaty.place;
        figure.place = value.place;
        figure.value = grid.number(value, plain_figure_expected, 0.0);
        figure.source = treaty_source(grid.cell(row, "source"), reader);
        read_ends(grid, row, figure, reader);
        if (named) figures.push_back(std::move(figure));
    });
}

} // namespace casus::case_file
