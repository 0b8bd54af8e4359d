#include "casus/world/case_file/chapter.hpp"

#include "casus/world/address.hpp"
#include "casus/world/case_file/tally.hpp"
#include "casus/world/case_file/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::case_file {

namespace {

std::size_t constexpr examples = 6; ///< addresses shown of a quantity's judgements without a reason

Number counted(std::size_t n) { return {.value = static_cast<double>(n), .decimals = 0, .interval = {}}; }

Text same(std::string const& word) { return {word, word}; }

std::size_t actors_of(World const& world, Role role) {
    return static_cast<std::size_t>(std::ranges::count(world.actors(), role, &Actor::role));
}

Notes system_notes(World const& world) {
    auto const in_force =
        std::ranges::count_if(world.treaties(), [&](Treaty const& t) { return t.in_force(world.year()); });
    std::size_t const allies = actors_of(world, Role::Ally);
    std::size_t const partners = actors_of(world, Role::Partner);
    std::size_t const challengers = actors_of(world, Role::Challenger);
    std::size_t const others = actors_of(world, Role::Other);
    std::string const& leader = world.actor(world.leader()).code;
    return {
        .id = "check/system",
        .title = {"The system", "体系"},
        .items = {{fmt::format("{} actors: leader {}, {} challengers, {} allies, {} partners, {} others",
                               world.actors().size(), leader, challengers, allies, partners, others),
                   fmt::format("{} 个行为体：霸权国 {}、崛起国 {} 个、盟国 {} 个、伙伴 {} 个、其他 {} 个",
                               world.actors().size(), leader, challengers, allies, partners, others)},
                  {fmt::format("{} issues; {} actors assessed on each", world.issues().size(), world.size().assessed),
                   fmt::format("{} 项议题，每项评估 {} 个行为体", world.issues().size(), world.size().assessed)},
                  {fmt::format("{} treaties, {} of them in force in {}; {} groups", world.treaties().size(), in_force,
                               world.year().value, world.groups().size()),
                   fmt::format("{} 个条约，其中 {} 个在 {} 年有效；{} 个集团", world.treaties().size(), in_force,
                               world.year().value, world.groups().size())}}};
}

/// A count with its share of the total.
Text part(std::size_t n, std::size_t total, Text const& what) {
    double const percent = total == 0 ? 0.0 : 100.0 * static_cast<double>(n) / static_cast<double>(total);
    return {fmt::format("{} {} ({:.1f} %)", n, what.en, percent),
            fmt::format("{}：{} 个（{:.1f} %）", what.zh, n, percent)};
}

Notes basis_notes(Tally const& counts) {
    std::size_t const total = counts.total();
    using enum Basis::Kind;
    return {.id = "check/basis",
            .title = {"What the numbers rest on", "数字的依据"},
            .items = {{fmt::format("{} numbers, {} of them with a spread", total, counts.with_spread),
                       fmt::format("共 {} 个数字，其中 {} 个带有标准差", total, counts.with_spread)},
                      part(counts.of(Given), total, {"given, with a source", "有来源"}),
                      part(counts.of(Judgement), total, {"judged", "判断"}),
                      part(counts.of(Default), total, {"defaulted", "取默认值"}),
                      part(counts.of(Derived), total, {"derived from others", "由其他数字推得"})}};
}

/// The rules that matches follow where no figure gives them, issue by issue.
Text match_rules(World const& world) {
    std::vector<std::string> rules;
    for (Issue const& issue : world.issues()) {
        if (issue.match == MatchRule::Given) continue;
        constexpr std::array names{"given", "goods", "trade", "regime", "protection"};
        rules.push_back(fmt::format("{} = {}", issue.code, names[static_cast<std::size_t>(issue.match)]));
    }
    std::string const list = joined(rules);
    return {"by the rule of the issue: " + list, "按议题规则：" + list};
}

Text how(World const& world, QuantityInfo const& about, Basis::Kind kind) {
    if (kind == Basis::Kind::Derived) return about.quantity == Quantity::Match ? match_rules(world) : about.meaning;
    std::string const value = fmt::format("{}", about.fallback);
    return same(value);
}

Table filled_table(World const& world, Tally const& counts) {
    Table table{.id = "check/filled",
                .title = {"Defaulted and derived", "默认与推得"},
                .note = {"Numbers that the case does not give.", "案例未给出的数字。"},
                .columns = {{"quantity", {"quantity", "量"}},
                            {"basis", {"basis", "依据"}},
                            {"count", {"count", "个数"}},
                            {"of", {"of", "总数"}},
                            {"how", {"value or rule", "取值或规则"}}},
                .rows = {}};
    for (QuantityInfo const& about : all_quantities()) {
        QuantityTally const& mine = counts.quantities[static_cast<std::size_t>(about.quantity)];
        for (Basis::Kind const kind : {Basis::Kind::Default, Basis::Kind::Derived}) {
            if (mine.of(kind) == 0) continue;
            table.rows.push_back({same(std::string(about.key)),
                                  kind == Basis::Kind::Default ? Text{"default", "默认"} : Text{"derived", "推得"},
                                  counted(mine.of(kind)), counted(mine.total()), how(world, about, kind)});
        }
    }
    return table;
}

Table source_table(World const& world, Tally const& counts) {
    Table table{.id = "check/sources",
                .title = {"Sources", "来源"},
                .note = {"Numbers and treaties that rest on each.", "以各来源为依据的数字和条约。"},
                .columns = {{"source", {"source", "来源"}},
                            {"numbers", {"numbers", "数字"}},
                            {"treaties", {"treaties", "条约"}},
                            {"citation", {"citation", "引用"}}},
                .rows = {}};
    for (SourceNote const& source : world.sources()) {
        auto const found = counts.by_source.find(source.key);
        auto const treaties = std::ranges::count_if(
            world.treaties(), [&](Treaty const& treaty) { return source_key(treaty.source) == source.key; });
        table.rows.push_back({same(source.key), counted(found == counts.by_source.end() ? 0 : found->second),
                              counted(static_cast<std::size_t>(treaties)), same(source.citation)});
    }
    return table;
}

Text unreasoned(World const& world, QuantityInfo const& about, std::vector<std::size_t> const& positions) {
    std::vector<std::string> shown;
    for (std::size_t const position : positions)
        if (shown.size() < examples) shown.push_back(address(world, about.quantity, position));
    Text line = same(std::string(about.key));
    if (about.extent == Extent::System) return line;
    std::string const list = joined(shown);
    line.en += ": " + list;
    line.zh += "：" + list;
    if (positions.size() > shown.size()) {
        line.en += fmt::format(" and {} more", positions.size() - shown.size());
        line.zh += fmt::format(" 等 {} 处", positions.size());
    }
    return line;
}

Notes unreasoned_notes(World const& world, Tally const& counts) {
    Notes notes{.id = "check/unreasoned", .title = {"Judgements without a reason", "没有理由的判断"}, .items = {}};
    for (QuantityInfo const& about : all_quantities()) {
        auto const& positions = counts.quantities[static_cast<std::size_t>(about.quantity)].unreasoned;
        if (!positions.empty()) notes.items.push_back(unreasoned(world, about, positions));
    }
    if (notes.items.empty()) notes.items.push_back({"none", "无"});
    return notes;
}

Table scenario_table(std::vector<Scenario> const& scenarios) {
    Table table{
        .id = "check/scenarios",
        .title = {"Scenarios", "情景"},
        .note = {"What-if questions that the case asks; casus compare answers them.",
                 "案例提出的假设问题；用 casus compare 作答。"},
        .columns = {{"scenario", {"scenario", "情景"}}, {"name", {"name", "名称"}}, {"changes", {"changes", "改变"}}},
        .rows = {}};
    for (Scenario const& scenario : scenarios) {
        std::vector<std::string> changes;
        for (Change const& change : scenario.changes) changes.push_back(change.path + "=" + change.value);
        table.rows.push_back({same(scenario.code), scenario.name, same(joined(changes))});
    }
    return table;
}

} // namespace

Chapter check_chapter(Case const& a_case) {
    World const& world = a_case.world;
    Tally const counts = tally(world);
    std::string const files = fmt::format("{}", a_case.files.size());
    Chapter chapter{
        .id = "check",
        .title = world.title(),
        .lead = {fmt::format("The case is in order. {} files read; parameter set: {}.", files, a_case.parameters),
                 fmt::format("案例无误。共读取 {} 个文件；参数集：{}。", files, a_case.parameters)},
        .shapes = {system_notes(world), basis_notes(counts), filled_table(world, counts), source_table(world, counts),
                   unreasoned_notes(world, counts)}};
    if (!a_case.scenarios.empty()) chapter.shapes.emplace_back(scenario_table(a_case.scenarios));
    return chapter;
}

} // namespace casus::case_file
