#include "casus/replicate/coding.hpp"

#include "casus/replicate/sheet_rows.hpp"
#include "casus/world/case_file/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

namespace casus::replicate {

namespace {

/// Above the case file and its sheets, whose pooled coding a coder's own takes the place of.
constexpr int coding_layer = 7;

std::vector<std::string> quantity_keys() {
    std::vector<std::string> keys;
    for (QuantityInfo const& each : all_quantities()) keys.emplace_back(each.key);
    return keys;
}

Quantity quantity_in(SheetCell const& cell) {
    if (auto const quantity = quantity_named(cell.text)) return *quantity;
    throw Error(
        Problem{cell.place, {"unknown quantity", "未知的量"}, cell.text, {}, nearest(cell.text, quantity_keys())});
}

double value_in(SheetCell const& cell, Quantity quantity) {
    double const value = number_in(cell);
    QuantityInfo const& q = info(quantity);
    if (value < q.low || value > q.high)
        throw Error(Problem{
            cell.place,
            {fmt::format("{} is out of range", q.key), fmt::format("{} 超出范围", q.key)},
            cell.text,
            {fmt::format("a number from {} to {}", q.low, q.high), fmt::format("{} 到 {} 之间的数", q.low, q.high)},
            {}});
    return value;
}

Side side_in(SheetCell const& cell) {
    if (cell.text.empty()) return Side::None;
    if (cell.text == "leader") return Side::Leader;
    if (cell.text == "challenger") return Side::Challenger;
    throw Error(Problem{cell.place,
                        {"unknown side", "未知的一方"},
                        cell.text,
                        {"leader, challenger or nothing", "leader、challenger 或留空"},
                        nearest(cell.text, {"leader", "challenger"})});
}

using CellKey = std::tuple<std::string, std::string, Quantity, Side>;

CellKey key_of(CodedCell const& cell) { return {cell.case_code, cell.issue, cell.quantity, cell.side}; }

CodedCell cell_in(SheetRow const& row) {
    return {.case_code = row.at("case").text,
            .issue = row.at("issue").text,
            .quantity = quantity_in(row.at("quantity")),
            .side = side_in(row.at("side")),
            .level = row.at("level").text,
            .reason = row.at("reason").text};
}

std::string words(CodedCell const& cell) {
    std::string const of = cell.side == Side::None ? "" : cell.side == Side::Leader ? " leader" : " challenger";
    return fmt::format("{} {} {}{}", cell.case_code, cell.issue, info(cell.quantity).key, of);
}

void take_level(CodedCell& cell, Scale const& scale, Place const& place) {
    std::vector<std::string> known;
    if (auto const levels = scale.find(cell.quantity); levels != scale.end()) {
        for (Level const& level : levels->second) {
            known.push_back(level.word);
            if (level.word != cell.level) continue;
            cell.value = level.value;
            cell.sd = level.sd;
            return;
        }
    }
    throw Error(
        Problem{place,
                {"not a level of this quantity", "不是该量的等级"},
                cell.level,
                {fmt::format("one of {}", fmt::join(known, ", ")), fmt::format("下列之一：{}", fmt::join(known, "、"))},
                nearest(cell.level, known)});
}

} // namespace

Scale read_scale(std::filesystem::path const& path) {
    Scale scale;
    for (SheetRow const& row : read_rows(path, {"quantity", "level", "value", "sd"})) {
        Quantity const quantity = quantity_in(row.at("quantity"));
        SheetCell const& word = row.at("level");
        std::vector<Level>& levels = scale[quantity];
        if (std::ranges::count(levels, word.text, &Level::word) > 0)
            throw Error(Problem{word.place, {"level given twice", "等级重复"}, word.text, {}, {}});
        levels.push_back({word.text, value_in(row.at("value"), quantity), number_in(row.at("sd"))});
    }
    for (auto const& [quantity, levels] : scale)
        if (std::ranges::count(levels, not_stated, &Level::word) == 0)
            throw Error(Problem{{path.string(), 0, 0},
                                {fmt::format("{} has no level '{}'", info(quantity).key, not_stated),
                                 fmt::format("{} 没有等级“{}”", info(quantity).key, not_stated)},
                                {},
                                {},
                                {}});
    return scale;
}

Coding read_coding(std::filesystem::path const& path, std::string coder, std::filesystem::path const& blank,
                   Scale const& scale) {
    std::vector<std::string> const columns{"case", "issue", "quantity", "side", "level", "reason"};
    std::map<CellKey, CodedCell> found;
    std::vector<Problem> problems;
    for (SheetRow const& row : read_rows(path, columns)) {
        CodedCell cell = cell_in(row);
        take_level(cell, scale, row.at("level").place);
        if (cell.reason.empty())
            problems.push_back(
                {row.at("reason").place, {"coding without a reason", "编码没有理由"}, words(cell), {}, {}});
        if (!found.emplace(key_of(cell), cell).second)
            problems.push_back({row.at("case").place, {"cell coded twice", "单元格重复编码"}, words(cell), {}, {}});
    }
    Coding coding{std::move(coder), {}};
    for (SheetRow const& row : read_rows(blank, columns)) {
        CodedCell const asked = cell_in(row);
        auto const cell = found.find(key_of(asked));
        if (cell == found.end()) {
            problems.push_back({{path.string(), 0, 0}, {"cell is not coded", "单元格未编码"}, words(asked), {}, {}});
            continue;
        }
        coding.cells.push_back(std::move(cell->second));
        found.erase(cell);
    }
    for (auto const& [key, cell] : found)
        problems.push_back({{path.string(), 0, 0},
                            {"no such cell on the blank sheet", "空白编码表中没有这个单元格"},
                            words(cell),
                            {},
                            {}});
    if (!problems.empty()) throw Error(std::move(problems));
    return coding;
}

Coding pool(Coding const& first, Coding const& second) {
    assert(first.cells.size() == second.cells.size());
    Coding pooled{"pooled", first.cells};
    for (std::size_t n = 0; n < pooled.cells.size(); ++n) {
        CodedCell const& a = first.cells[n];
        CodedCell const& b = second.cells[n];
        CodedCell& cell = pooled.cells[n];
        double const half = 0.5 * (a.value - b.value);
        cell.value = 0.5 * (a.value + b.value);
        cell.sd = std::sqrt(0.5 * (a.sd * a.sd + b.sd * b.sd) + half * half);
        cell.level = a.level == b.level ? a.level : fmt::format("{} / {}", a.level, b.level);
        cell.reason = a.reason == b.reason ? a.reason : fmt::format("{} / {}", a.reason, b.reason);
    }
    return pooled;
}

Coding unstated(Coding const& coding, Scale const& scale) {
    Coding silent{std::string(not_stated), coding.cells};
    for (CodedCell& cell : silent.cells) {
        cell.level = not_stated;
        take_level(cell, scale, {});
    }
    return silent;
}

std::vector<CodedCell> cells_of(Coding const& coding, std::string const& case_code, std::string const& as) {
    std::vector<CodedCell> own;
    for (CodedCell const& cell : coding.cells)
        if (cell.case_code == case_code) own.push_back(cell);
    if (as.empty()) return own;
    std::vector<CodedCell> cells = cells_of(coding, as);
    for (CodedCell const& cell : own) {
        auto const same = std::ranges::find_if(cells, [&](CodedCell const& other) {
            return other.issue == cell.issue && other.quantity == cell.quantity && other.side == cell.side;
        });
        if (same == cells.end())
            cells.push_back(cell);
        else
            *same = cell;
    }
    return cells;
}

void set_cells(std::vector<CodedCell> const& cells, std::string const& coder, WorldBuilder& builder) {
    for (CodedCell const& cell : cells) {
        FigureAddress at{.quantity = cell.quantity, .issue = cell.issue};
        if (info(cell.quantity).extent == Extent::SideCell)
            at.partner = cell.side == Side::Leader ? builder.leader : builder.challengers.front();
        Basis const basis{.kind = Basis::Kind::Judgement,
                          .source = {},
                          .coder = coder,
                          .reason = fmt::format("{}: {}", cell.level, cell.reason)};
        builder.set(std::move(at), {.value = cell.value, .sd = cell.sd, .basis = basis, .place = {}}, coding_layer);
    }
}

} // namespace casus::replicate
