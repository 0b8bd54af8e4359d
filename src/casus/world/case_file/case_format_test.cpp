// docs/case-format.md and docs/case.schema.json say what the program does: their example runs, their messages are
// those that users see, and their quantities are those of the table in world/quantity.cpp.
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::case_file {
namespace {

std::filesystem::path const docs = std::filesystem::path(CASUS_SOURCE_DIR) / "docs";

std::string page() { return read_file(docs / "case-format.md"); }

/// Fenced blocks by what follows the fence: "toml small.toml".
std::multimap<std::string, std::string> blocks() {
    std::multimap<std::string, std::string> found;
    std::string const text = page();
    for (auto at = text.find("```"); at != std::string::npos;) {
        auto const line_end = text.find('\n', at);
        auto const close = text.find("```", line_end);
        found.emplace(text.substr(at + 3, line_end - at - 3), text.substr(line_end + 1, close - line_end - 1));
        at = text.find("```", close + 3);
    }
    return found;
}

struct Shown {
    std::string file;
    std::string from;
    std::string to;
};

std::vector<Shown> const shown{
    Shown{"small.toml", "leader = \"USA\"", "leader = USA"},
    Shown{"small.toml", "trade = { USA = 1.1e11,", "trade = { USA = 1.1e11，"},
    Shown{"small.toml", "partners = [\"IND\"] ", "parnters = [\"IND\"] "},
    Shown{"small.toml", "members = [\"USA\", \"JPN\"]", "members = [\"USA\", \"JNP\"]"},
    Shown{"small.toml", "regime = 0.4", "regime = 40"},
    Shown{"small.toml", "trade = { USA = 1.1e11,", "trade = { USA = -1.1e11,"},
    Shown{"small.toml", "gdp = 3.2e12", "gdp = \"3.2e12\""},
    Shown{"small.toml", "value = 0.08, source = \"INVENTED\"", "value = 0.08, source = \"INVENTD\""},
    Shown{"small.toml", "military_spending = 7.7e10\n", ""},
    Shown{"small.toml", "exclusivity = { CHN = 0.2 }", "exclusivity = { USA = 0.2 }"},
    Shown{"small.toml", "[treaties.US-JPN]",
          "[actors.NATO]\nkind = \"organisation\"\npower = 0\ngdp = 0\nmilitary_spending = 0\nregime = 0\ndepth = "
          "1\nlatitude = 50.9\nlongitude = 4.4\n\n[treaties.US-JPN]"},
    Shown{"small.toml", "since = 1951", "since = 1951\nuntil = 1915"},
    Shown{"small.toml", "members = [\"USA\", \"JPN\"]", "members = [\"USA\", \"JPN\", \"CHN\"]"},
    Shown{"small.judgements.csv", "offer,IND", "reward,,,security,0.1,,the author,once more\noffer,IND"},
    Shown{"small.judgements.csv", "trade,0.2,0.1", "trade,\"1,000\",0.1"},
    Shown{"small.judgements.csv", "sd,coder", "sd,codr"},
    Shown{"small.judgements.csv", "credit for infrastructure", ""},
};

/// Writes the page's example with one change, and reads it.
std::string messages_after(Shown const& change, Language language) {
    TemporaryFolder const folder;
    for (auto const& [fence, content] : blocks())
        if (auto const space = fence.find(' '); space != std::string::npos) {
            std::string const name = fence.substr(space + 1);
            folder.write(name, name == change.file ? with(content, change.from, change.to) : content);
        }
    return messages(
        folder, [&] { (void)read_case(folder.path() / "small.toml"); }, language);
}

TEST(CaseFormatPage, ShowsACaseThatRuns) {
    TemporaryFolder const folder;
    auto const all = blocks();
    folder.write("small.judgements.csv", all.find("csv small.judgements.csv")->second);
    Case const c = read_case(folder.write("small.toml", all.find("toml small.toml")->second));
    World const& world = c.world;
    EXPECT_EQ(world.size().allies, 1U);
    EXPECT_EQ(world.size().assessed, 2U);
    EXPECT_EQ(world.value(Quantity::Reward, world.cell(1, IssueId{0})), 0.08);
    EXPECT_EQ(world.sd(Quantity::Sensitivity, world.cell(0, IssueId{1})), 0.1);
    EXPECT_EQ(world.value(Quantity::Hostility, world.dyad(ActorId{2}, ActorId{1})), 0.3);
}

TEST(CaseFormatPage, ShowsMessagesAsUsersSeeThem) {
    auto const all = blocks();
    auto const [first, last] = all.equal_range("text");
    std::multiset<std::string> on_page;
    for (auto block = first; block != last; ++block) on_page.insert(block->second);
    std::multiset<std::string> real;
    for (Shown const& change : shown) real.insert(messages_after(change, Language::English));
    real.insert(messages_after({"small.toml", "regime = 0.4", "regime = 40"}, Language::Chinese));
    EXPECT_EQ(on_page, real);
}

std::string range(QuantityInfo const& q) {
    if (std::isfinite(q.low) && std::isfinite(q.high)) return fmt::format("{} to {}", q.low, q.high);
    return std::isfinite(q.low) ? fmt::format("at least {}", q.low) : std::string("any");
}

std::string row(QuantityInfo const& q) {
    std::map<Extent, char const*> const by{{Extent::System, "–"},
                                           {Extent::Actor, "actor"},
                                           {Extent::Issue, "issue"},
                                           {Extent::Cell, "actor, issue"},
                                           {Extent::SideCell, "actor, issue, partner"},
                                           {Extent::Dyad, "actor, partner"},
                                           {Extent::Endowment, "actor, issue, good"}};
    std::string const absent = q.absent == Absent::Error     ? "required"
                               : q.absent == Absent::Derived ? "derived"
                                                             : fmt::format("{}", q.fallback);
    return fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", q.key, by.at(q.extent), range(q), q.unit, absent,
                       q.meaning.en, q.label.zh);
}

TEST(CaseFormatPage, ListsEveryQuantityInOrder) {
    std::string table = "| key | by | range | unit | when absent | meaning | 中文 |\n|---|---|---|---|---|---|---|\n";
    for (QuantityInfo const& q : all_quantities()) table += row(q);
    EXPECT_NE(page().find(table + "\n"), std::string::npos) << "docs/case-format.md should have this table:\n" << table;
}

class CaseSchema : public testing::Test {
protected:
    static std::set<std::string> keys(nlohmann::json const& properties) {
        std::set<std::string> all;
        for (auto const& [key, value] : properties.items()) all.insert(key);
        return all;
    }
    static std::set<std::string> quantities(std::set<std::string> plain, std::vector<Extent> const& extents) {
        for (QuantityInfo const& q : all_quantities())
            if (std::ranges::find(extents, q.extent) != extents.end()) plain.emplace(q.key);
        return plain;
    }
    /// The properties of what a section holds by code.
    nlohmann::json const& each(char const* section) { return schema["properties"][section]["additionalProperties"]; }

    nlohmann::json schema = nlohmann::json::parse(read_file(docs / "case.schema.json"));
};

TEST_F(CaseSchema, HasTheKeysOfEverySection) {
    EXPECT_EQ(keys(schema["properties"]["system"]["properties"]), quantities({}, {Extent::System}));
    EXPECT_EQ(keys(each("actors")["properties"]),
              quantities({"kind", "name", "endowments"}, {Extent::Actor, Extent::Dyad}));
    EXPECT_EQ(keys(each("issues")["properties"]), quantities({"name", "match", "need", "goods", "recipes"},
                                                             {Extent::Issue, Extent::Cell, Extent::SideCell}));
    EXPECT_EQ(keys(each("cells")["additionalProperties"]["properties"]),
              quantities({}, {Extent::Cell, Extent::SideCell}));
    nlohmann::json const& scenario = schema["properties"]["scenario"]["items"]["properties"];
    EXPECT_EQ(keys(scenario), (std::set<std::string>{"code", "name", "reason", "changes"}));
    EXPECT_EQ(keys(scenario["changes"]["items"]["properties"]), (std::set<std::string>{"path", "value", "reason"}));
}

TEST_F(CaseSchema, HasTheRangeAndMeaningOfEveryQuantity) {
    for (QuantityInfo const& q : all_quantities()) {
        nlohmann::json const& definition = schema["$defs"][std::string(q.key)];
        EXPECT_TRUE(definition.value("description", "").starts_with(q.meaning.en)) << q.key;
        bool const by_partner = q.extent == Extent::SideCell || q.extent == Extent::Dyad;
        nlohmann::json const& figure = by_partner ? definition["additionalProperties"] : definition;
        nlohmann::json bounds{{"type", "number"}};
        if (std::isfinite(q.low)) bounds["minimum"] = q.low;
        if (std::isfinite(q.high)) bounds["maximum"] = q.high;
        EXPECT_EQ(figure["anyOf"][0], bounds) << q.key;
        EXPECT_EQ(figure["anyOf"][1]["properties"]["value"], bounds) << q.key;
    }
}

/// Every key and word of the schema is one that the reader takes: it complains of no key and of no choice.
TEST_F(CaseSchema, HasOnlyKeysAndWordsThatTheReaderTakes) {
    std::string text = small_case;
    for (auto const& [key, value] : schema["properties"].items())
        if (text.find(key + " =") == std::string::npos && text.find("[" + key) == std::string::npos)
            text.insert(0, key + " = 0\n");
    auto const add = [&](char const* section, char const* key, nlohmann::json const& words, char const* rest) {
        int n = 0;
        for (auto const& word : words)
            text += fmt::format("[{}.{}{}]\n{} = \"{}\"\n{}\n", section, key, ++n, key, word.get<std::string>(), rest);
    };
    add("actors", "kind", each("actors")["properties"]["kind"]["enum"], "");
    add("issues", "match", each("issues")["properties"]["match"]["anyOf"][0]["enum"], "");
    add("issues", "need", each("issues")["properties"]["need"]["enum"], "");
    add("treaties", "type", each("treaties")["properties"]["type"]["enum"], "since = 1\nmembers = [\"USA\", \"JPN\"]");
    TemporaryFolder const folder;
    std::string const lines = messages(folder, [&] { (void)read_case(folder.write("c.toml", text)); });
    EXPECT_NE(lines, "");
    EXPECT_EQ(lines.find("unknown"), std::string::npos) << lines;
}

TEST_F(CaseSchema, RequiresWhatTheReaderRequires) {
    for (auto const& key : schema["required"]) {
        TemporaryFolder const folder;
        std::string const name = key.get<std::string>();
        std::string const lines = messages(folder, [&] { (void)read_case(folder.write("c.toml", "")); });
        EXPECT_NE(lines.find("missing '" + name + "'"), std::string::npos) << lines;
    }
}

} // namespace
} // namespace casus::case_file
