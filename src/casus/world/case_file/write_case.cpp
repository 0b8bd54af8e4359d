#include "casus/world/case_file/write_case.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"
#include "casus/world/case_file/country_name.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <sstream>
#include <utility>

namespace casus::case_file {

namespace {

constexpr char const* match_words[] = {"given", "goods", "trade", "regime", "protection"};
constexpr char const* need_words[] = {"judged", "threat"};
constexpr char const* tie_words[] = {"alliance", "quasi-alliance", "entente", "alignment", "coalition", "neutrality"};
constexpr char const* kind_words[] = {"state", "region", "organisation", "firm", "movement"};

template <class Enum> std::size_t position(Enum value) { return static_cast<std::size_t>(value); }

/// A TOML basic string.
std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            result += c;
    }
    return result + '"';
}

std::string in_quotes(Text const& text) {
    if (text.zh.empty() || text.zh == text.en) return in_quotes(text.en);
    return fmt::format("{{ en = {}, zh = {} }}", in_quotes(text.en), in_quotes(text.zh));
}

/// A TOML key: bare where it may be.
std::string key(std::string const& code) {
    auto const bare = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    };
    return !code.empty() && std::ranges::all_of(code, bare) ? code : in_quotes(code);
}

std::string list(std::vector<std::string> const& words) {
    std::vector<std::string> each;
    for (std::string const& word : words) each.push_back(in_quotes(word));
    return fmt::format("[{}]", fmt::join(each, ", "));
}

std::string actors_section(std::vector<Actor> const& actors) {
    std::string text = "[actors]\n";
    for (Actor const& actor : actors) {
        std::vector<std::string> keys;
        if (actor.kind != ActorKind::State)
            keys.push_back(fmt::format("kind = \"{}\"", kind_words[position(actor.kind)]));
        if (actor.name != country_name(actor.code)) keys.push_back("name = " + in_quotes(actor.name));
        text += keys.empty() ? fmt::format("{} = {{}}\n", key(actor.code))
                             : fmt::format("{} = {{ {} }}\n", key(actor.code), fmt::join(keys, ", "));
    }
    return text;
}

std::string members_section(char const* section, WorldBuilder::Members const& members, std::string const& more) {
    return fmt::format("\n[{}.{}]\nname = {}\n{}members = {}\n", section, key(members.code), in_quotes(members.name),
                       more, list(members.members));
}

std::string treaty_section(WorldBuilder::Members const& treaty) {
    std::string more = fmt::format("type = \"{}\"\nsince = {}\n", tie_words[position(treaty.type)], treaty.since.value);
    if (treaty.until.value != 9999) more += fmt::format("until = {}\n", treaty.until.value);
    if (!treaty.source.empty()) more += fmt::format("source = {}\n", in_quotes(treaty.source));
    return members_section("treaties", treaty, more);
}

std::string recipe_text(Recipe const& recipe, std::vector<std::string> const& goods) {
    std::vector<std::string> uses;
    for (std::size_t g = 0; g < goods.size(); ++g)
        if (recipe.uses[g] != 0.0) uses.push_back(fmt::format("{} = {}", key(goods[g]), recipe.uses[g]));
    return fmt::format("    {{ name = {}, price = {}, uses = {{ {} }} }},\n", in_quotes(recipe.name), recipe.price,
                       fmt::join(uses, ", "));
}

std::string issue_section(Issue const& issue) {
    std::string text =
        fmt::format("\n[issues.{}]\nname = {}\nmatch = \"{}\"\nneed = \"{}\"\n", key(issue.code), in_quotes(issue.name),
                    match_words[position(issue.match)], need_words[position(issue.need)]);
    if (issue.match != MatchRule::Goods) return text;
    text += fmt::format("goods = {}\nrecipes = [\n", list(issue.goods));
    for (Recipe const& recipe : issue.recipes) text += recipe_text(recipe, issue.goods);
    return text + "]\n";
}

/// The rows of one sheet; empty where the builder has no figure for it.
std::string sheet(WorldBuilder const& builder, Basis::Kind kind) {
    bool const judged = kind == Basis::Kind::Judgement;
    std::string rows;
    for (WorldBuilder::Entry const& entry : builder.entries()) {
        auto const& [address, figure, layer] = entry;
        assert(figure.basis.kind == Basis::Kind::Given || figure.basis.kind == Basis::Kind::Judgement);
        if (figure.basis.kind != kind) continue;
        rows += fmt::format("{},{},{},{},{},{},{},", info(address.quantity).key, address.actor, address.partner,
                            address.issue, address.good, figure.value, figure.sd);
        rows += judged ? csv_field(figure.basis.coder) + ',' + csv_field(figure.basis.reason)
                       : csv_field(figure.basis.source);
        rows += '\n';
    }
    if (rows.empty()) return rows;
    return "quantity,actor,partner,issue,good,value,sd," + std::string(judged ? "coder,reason\n" : "source\n") + rows;
}

std::string head(WorldBuilder const& builder) {
    std::string text =
        fmt::format("schema = \"casus.case/1\"\ntitle = {}\nyear = {}\nleader = {}\nchallengers = {}\n",
                    in_quotes(builder.title), builder.year.value, in_quotes(builder.leader), list(builder.challengers));
    if (!builder.partners.empty()) text += fmt::format("partners = {}\n", list(builder.partners));
    if (!builder.rivals.empty()) text += fmt::format("rivals = {}\n", list(builder.rivals));
    return text;
}

std::string change_text(Change const& change) {
    std::string const reason = change.reason.empty() ? "" : ", reason = " + in_quotes(change.reason);
    return fmt::format("    {{ path = {}, value = {}{} }},\n", in_quotes(change.path), in_quotes(change.value), reason);
}

std::string scenario_section(Scenario const& scenario) {
    std::string text =
        fmt::format("\n[[scenario]]\ncode = {}\nname = {}\n", in_quotes(scenario.code), in_quotes(scenario.name));
    if (!scenario.reason.empty()) text += fmt::format("reason = {}\n", in_quotes(scenario.reason));
    text += "changes = [\n";
    for (Change const& change : scenario.changes) text += change_text(change);
    return text + "]\n";
}

std::string remark_lines(std::string const& remark) {
    std::string text;
    std::istringstream lines(remark);
    for (std::string line; std::getline(lines, line);) text += line.empty() ? "#\n" : "# " + line + '\n';
    return text.empty() ? text : text + '\n';
}

} // namespace

void write_case(WorldBuilder const& builder, std::filesystem::path const& path, std::string const& remark,
                std::vector<Scenario> const& scenarios) {
    std::string text = remark_lines(remark) + head(builder);
    for (auto const& [kind, name] :
         {std::pair(Basis::Kind::Given, "figures"), std::pair(Basis::Kind::Judgement, "judgements")}) {
        std::string const rows = sheet(builder, kind);
        if (rows.empty()) continue;
        std::filesystem::path beside = path;
        beside.replace_extension(std::string(name) + ".csv");
        write_file(beside, rows);
        text += fmt::format("{} = {}\n", name, list({beside.filename().string()}));
    }
    text += "\n[sources]\n";
    for (SourceNote const& source : builder.sources)
        text += fmt::format("{} = {}\n", key(source.key), in_quotes(source.citation));
    text += '\n' + actors_section(builder.actors);
    for (WorldBuilder::Members const& treaty : builder.treaties) text += treaty_section(treaty);
    for (WorldBuilder::Members const& group : builder.groups)
        text += members_section("groups", group, group.regroups ? "regroups = true\n" : "");
    for (Issue const& issue : builder.issues) text += issue_section(issue);
    for (Scenario const& scenario : scenarios) text += scenario_section(scenario);
    write_file(path, text);
}

} // namespace casus::case_file
