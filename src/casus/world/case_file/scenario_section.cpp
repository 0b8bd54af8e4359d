#include "casus/world/case_file/scenario_section.hpp"

#include "casus/world/case_file/codes.hpp"
#include "casus/world/scenario_path.hpp"

#include <algorithm>
#include <utility>

namespace casus::case_file {

namespace {

/// A number stands for itself, a text may be relative.
std::string change_value(TomlReader& reader, TomlValue const& value) {
    if (value.kind == TomlValue::Kind::String) return reader.text(value, "value");
    if (value.kind == TomlValue::Kind::Number) return (value.number < 0.0 ? "=" : "") + value.text;
    reader.report(
        {value.place,
         {"wrong value for value", "value 的值有误"},
         value.text,
         {"a number, or a text as \"*0.8\", \"+0.1\" or \"-0.1\"", "数字，或 \"*0.8\"、\"+0.1\"、\"-0.1\" 之类的文字"},
         {}});
    return {};
}

void read_change(TomlReader& reader, TomlValue const& item, Scenario& scenario) {
    Text const form{"a table like { path = \"hegemon.credibility\", value = 0.5, reason = \"…\" }",
                    "形如 { path = \"hegemon.credibility\", value = 0.5, reason = \"…\" } 的表"};
    if (!reader.table(item, "changes", form)) return;
    reader.only(item, {"path", "value", "reason"});
    TomlValue const* path =
        reader.require(item, "path", {"what changes, as hegemon.credibility", "所改变的量，如 hegemon.credibility"});
    TomlValue const* value =
        reader.require(item, "value", {"a number, or a text as \"*0.8\"", "数字，或 \"*0.8\" 之类的文字"});
    if (path == nullptr || value == nullptr) return;
    Change change{reader.text(*path, "path"), change_value(reader, *value), path->place};
    if (TomlValue const* reason = item.find("reason")) change.reason = reader.text(*reason, "reason");
    if (!change.path.empty() && !change.value.empty()) scenario.changes.push_back(std::move(change));
}

Scenario read_scenario(TomlReader& reader, TomlValue const& block) {
    Scenario scenario;
    scenario.place = block.place;
    reader.only(block, {"code", "name", "reason", "changes"});
    if (TomlValue const* code = reader.require(block, "code", {"a short name to call it by", "用以称呼的代码"})) {
        scenario.code = reader.text(*code, "code");
        if (auto problem = check_code(scenario.code, code->place); problem && !scenario.code.empty())
            reader.report(std::move(*problem));
        if (scenario.code == "base" || scenario.code == "set")
            reader.report({code->place,
                           {"code that every comparison has already", "该代码在每次比较中已有"},
                           scenario.code,
                           {"another code than base and set", "base 与 set 以外的代码"},
                           {}});
    }
    scenario.name = reader.name({scenario.code, block.place, block});
    if (TomlValue const* reason = block.find("reason")) scenario.reason = reader.bilingual(*reason, "reason");
    if (TomlValue const* changes = reader.require(block, "changes", {"a list of changes", "改变的列表"})) {
        if (changes->kind != TomlValue::Kind::Array)
            reader.report({changes->place,
                           {"wrong value for changes", "changes 的值有误"},
                           changes->text,
                           {"a list of tables", "由表组成的列表"},
                           {}});
        for (TomlValue const& item : changes->items) read_change(reader, item, scenario);
    }
    return scenario;
}

} // namespace

std::vector<Scenario> read_scenarios(TomlReader& reader, TomlValue const& section) {
    std::vector<Scenario> scenarios;
    if (section.kind != TomlValue::Kind::Array) {
        reader.report({section.place,
                       {"wrong value for scenario", "scenario 的值有误"},
                       section.text,
                       {"blocks that begin with [[scenario]]", "以 [[scenario]] 开头的各节"},
                       {}});
        return scenarios;
    }
    for (TomlValue const& block : section.items) {
        if (!reader.table(block, "scenario")) continue;
        Scenario scenario = read_scenario(reader, block);
        if (!scenario.code.empty() && std::ranges::find(scenarios, scenario.code, &Scenario::code) != scenarios.end())
            reader.report({block.place, {"scenario given twice", "情景重复"}, scenario.code, {}, {}});
        scenarios.push_back(std::move(scenario));
    }
    return scenarios;
}

void check_paths(TomlReader& reader, std::vector<Scenario> const& scenarios, World const& world) {
    for (Scenario const& scenario : scenarios)
        for (Change const& change : scenario.changes) {
            try {
                (void)resolve_path(world, change.path, change.place);
            } catch (Error const& error) {
                for (Problem const& problem : error.problems()) reader.report(problem);
            }
        }
}

} // namespace casus::case_file
