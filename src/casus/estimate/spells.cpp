#include "casus/estimate/spells.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace casus::estimate {
namespace {

constexpr std::size_t most_problems = 20;

void check_times(Spells const& spells, std::size_t row, std::vector<Problem>& problems) {
    double const start = spells.begin(row);
    double const stop = spells.stop[row];
    auto const add = [&](Text what, double found, Text expected) {
        problems.push_back({spells.place(row), std::move(what), fmt::format("{}", found), std::move(expected)});
    };
    if (!std::isfinite(stop)) {
        add({"the time at which the spell ends is missing", "时段的结束时间缺失"}, stop, {"a number", "一个数"});
    } else if (!std::isfinite(start)) {
        add({"the time at which the spell begins is missing", "时段的开始时间缺失"}, start, {"a number", "一个数"});
    } else if (stop < start) {
        add({"the spell ends before it begins", "时段在开始之前结束"}, stop,
            {fmt::format("a time after {}", start), fmt::format("{} 之后的时间", start)});
    } else if (stop == start) {
        add({"the spell has no length", "时段长度为零"}, stop,
            {fmt::format("a time after {}", start), fmt::format("{} 之后的时间", start)});
    }
}

void check_options(Spells const& spells, Options const& options, std::size_t row, std::vector<Problem>& problems) {
    if (!options.weights.empty() && !(std::isfinite(options.weights[row]) && options.weights[row] >= 0.0))
        problems.push_back({spells.place(row),
                            {"not a weight", "不是有效的权重"},
                            fmt::format("{}", options.weights[row]),
                            {"a number from 0", "不小于 0 的数"}});
    if (!options.offset.empty() && !std::isfinite(options.offset[row]))
        problems.push_back({spells.place(row),
                            {"the offset is missing", "偏移量缺失"},
                            fmt::format("{}", options.offset[row]),
                            {"a number", "一个数"}});
}

void check_cells(Spells const& spells, Design const& design, std::size_t row, std::vector<Problem>& problems) {
    for (std::size_t c = 0; c < design.columns(); ++c)
        if (double const cell = design.column(c)[row]; !std::isfinite(cell))
            problems.push_back(
                {spells.place(row),
                 {fmt::format("{} is missing", design.names[c]), fmt::format("{} 缺失", design.names[c])},
                 fmt::format("{}", cell),
                 {"a number", "一个数"}});
}

void check_events(Spells const& spells, Options const& options) {
    for (std::size_t row = 0; row < spells.rows(); ++row)
        if (spells.event[row] != 0 && (options.weights.empty() || options.weights[row] > 0.0)) return;
    throw Error(Problem{
        .place = {.file = spells.place(0).file},
        .what = {fmt::format("no event in {} rows", spells.rows()), fmt::format("{} 行中没有事件", spells.rows())},
        .expected = {"at least one spell that ends with an event", "至少有一个以事件结束的时段"}});
}

template <class Check> void check_rows(Spells const& spells, Check const& check_row) {
    std::vector<Problem> problems;
    for (std::size_t row = 0; row < spells.rows() && problems.size() < most_problems; ++row) check_row(row, problems);
    if (!problems.empty()) throw Error(std::move(problems));
}

} // namespace

std::size_t Spells::stratum_count() const {
    return strata.empty() ? 1 : std::size_t{*std::max_element(strata.begin(), strata.end())} + 1;
}

Place Spells::place(std::size_t row) const {
    return {file.empty() ? "data" : file, lines.empty() ? static_cast<int>(row) + 1 : lines[row], 0};
}

void check(Spells const& spells, Options const& options) {
    assert(spells.event.size() == spells.rows() && (spells.start.empty() || spells.start.size() == spells.rows()));
    assert(spells.strata.empty() || spells.strata.size() == spells.rows());
    assert(options.weights.empty() || options.weights.size() == spells.rows());
    check_rows(spells, [&](std::size_t row, std::vector<Problem>& problems) {
        check_times(spells, row, problems);
        check_options(spells, options, row, problems);
    });
    check_events(spells, options);
}

void check(Spells const& spells, Design const& design, Options const& options) {
    assert(design.rows == spells.rows());
    check(spells, options);
    if (std::all_of(design.values.begin(), design.values.end(), [](double cell) { return std::isfinite(cell); }))
        return;
    check_rows(spells,
               [&](std::size_t row, std::vector<Problem>& problems) { check_cells(spells, design, row, problems); });
}

} // namespace casus::estimate
