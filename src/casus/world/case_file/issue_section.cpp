#include "casus/world/case_file/issue_section.hpp"

#include <algorithm>

namespace casus::case_file {

namespace {

std::vector<std::string> const names_of_match_rules{"given", "goods", "trade", "regime", "protection"};
std::vector<std::string> const need_rules{"judged", "threat"};

std::vector<std::string> read_goods(TomlReader& reader, TomlValue const& list) {
    std::vector<std::string> goods;
    for (Word const& word : reader.texts(list, "goods")) {
        if (auto problem = check_code(word.text, word.place))
            reader.report(std::move(*problem));
        else if (std::ranges::find(goods, word.text) != goods.end())
            reader.report({word.place, {"good named twice", "物品重复"}, word.text, {}, {}});
        else
            goods.push_back(word.text);
    }
    return goods;
}

/// A number that may not be below zero.
double amount(TomlReader& reader, TomlValue const& value, std::string_view key) {
    double const number = reader.number(value, key, 0.0);
    if (number >= 0.0) return number;
    reader.report({value.place, {"negative amount", "数量为负"}, value.text, {"zero or more", "零或更多"}, {}});
    return 0.0;
}

Recipe read_recipe(TomlReader& reader, TomlValue const& table, std::vector<std::string> const& goods) {
    Recipe recipe;
    recipe.uses.resize(goods.size());
    if (!reader.table(table, "recipes", {"a table with name, price and uses", "含 name、price 和 uses 的表"}))
        return recipe;
    reader.only(table, {"name", "price", "uses"});
    if (TomlValue const* name = reader.require(table, "name", {"what is produced", "产品名称"}))
        recipe.name = reader.bilingual(*name, "name");
    if (TomlValue const* price = reader.require(table, "price", {"a number", "数字"}))
        recipe.price = amount(reader, *price, "price");
    TomlValue const* uses = reader.require(table, "uses", {"a table by good", "按物品列出的表"});
    if (uses == nullptr || !reader.table(*uses, "uses", {"a table by good", "按物品列出的表"})) return recipe;
    for (TomlEntry const& use : uses->entries) {
        auto const good = std::ranges::find(goods, use.key);
        if (good == goods.end())
            reader.report(unknown(use.place, {"unknown good", "未知物品"}, use.key, goods));
        else
            recipe.uses[static_cast<std::size_t>(good - goods.begin())] = amount(reader, use.value, use.key);
    }
    return recipe;
}

void read_production(TomlReader& reader, TomlEntry const& entry, Issue& issue) {
    TomlValue const* goods = entry.value.find("goods");
    TomlValue const* recipes = entry.value.find("recipes");
    if (issue.match != MatchRule::Goods) {
        for (TomlEntry const& each : entry.value.entries)
            if (each.key == "goods" || each.key == "recipes")
                reader.report({each.place,
                               {"key without effect", "不起作用的键"},
                               each.key,
                               {"match = \"goods\" on this issue", "该议题上有 match = \"goods\""},
                               {}});
        return;
    }
    goods = reader.require(entry.value, "goods",
                           {"a list of goods, since match = \"goods\"", "物品列表，因为 match = \"goods\""});
    recipes = reader.require(entry.value, "recipes",
                             {"a list of recipes, since match = \"goods\"", "配方列表，因为 match = \"goods\""});
    if (goods != nullptr) issue.goods = read_goods(reader, *goods);
    if (recipes == nullptr) return;
    if (recipes->kind != TomlValue::Kind::Array || recipes->items.empty()) {
        reader.report(
            {recipes->place,
             {"wrong value for recipes", "recipes 的值有误"},
             recipes->text,
             {"a list of { name = …, price = …, uses = { … } }", "{ name = …, price = …, uses = { … } } 的列表"},
             {}});
        return;
    }
    for (TomlValue const& recipe : recipes->items) issue.recipes.push_back(read_recipe(reader, recipe, issue.goods));
}

/// `match` of an issue is a rule when it is a word, and figures for every actor when it is a table by partner.
bool is_rule(TomlValue const& match) { return match.kind != TomlValue::Kind::Table; }

Issue read_issue(TomlReader& reader, TomlEntry const& entry) {
    Issue issue;
    issue.code = entry.key;
    issue.name = reader.name(entry);
    if (TomlValue const* match = entry.value.find("match"); match != nullptr && is_rule(*match))
        issue.match = static_cast<MatchRule>(reader.choice(*match, "match", names_of_match_rules));
    if (TomlValue const* need = entry.value.find("need"))
        issue.need = static_cast<NeedRule>(reader.choice(*need, "need", need_rules));
    read_production(reader, entry, issue);
    return issue;
}

} // namespace

void read_issues(TomlReader& reader, TomlValue const& section, WorldBuilder& builder) {
    if (!reader.table(section, "issues")) return;
    for (TomlEntry const& entry : section.entries) {
        if (auto problem = check_code(entry.key, entry.place)) reader.report(std::move(*problem));
        if (!reader.table(entry.value, entry.key)) continue;
        reader.only(entry.value, table_keys({"name", "match", "need", "goods", "recipes"},
                                            {Extent::Issue, Extent::Cell, Extent::SideCell}));
        builder.issues.push_back(read_issue(reader, entry));
    }
}

void read_issue_figures(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder) {
    for (TomlEntry const& issue : section.entries)
        for (TomlEntry const& entry : issue.value.entries) {
            auto const quantity = quantity_named(entry.key);
            if (!quantity || (quantity == Quantity::Match && is_rule(entry.value))) continue;
            Extent const extent = info(*quantity).extent;
            if (extent == Extent::Issue || extent == Extent::Cell || extent == Extent::SideCell)
                read_figure(reader, entry, *quantity, {{}, {}, {}, issue.key, {}}, codes, builder);
        }
}

void read_cells(TomlReader& reader, TomlValue const& section, Codes const& codes, WorldBuilder& builder) {
    std::vector<Extent> const extents{Extent::Cell, Extent::SideCell};
    if (!reader.table(section, "cells")) return;
    for (TomlEntry const& actor : section.entries) {
        if (auto problem = codes.actor_or_group(actor.key, actor.place)) {
            reader.report(std::move(*problem));
            continue;
        }
        if (!reader.table(actor.value, actor.key, {"a table by issue", "按议题列出的表"})) continue;
        for (TomlEntry const& issue : actor.value.entries) {
            if (auto problem = codes.issue(issue.key, issue.place)) {
                reader.report(std::move(*problem));
                continue;
            }
            if (!reader.table(issue.value, issue.key)) continue;
            reader.only(issue.value, table_keys({}, extents));
            read_figures(reader, issue.value, extents, {{}, actor.key, {}, issue.key, {}}, codes, builder);
        }
    }
}

} // namespace casus::case_file
