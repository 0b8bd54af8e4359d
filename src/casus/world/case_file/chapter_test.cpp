#include "casus/world/case_file/chapter.hpp"

#include "casus/world/address.hpp"
#include "casus/world/case_file/tally.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::case_file {
namespace {

class Check : public testing::Test {
protected:
    Case read(std::string const& content) { return read_case(folder.write("c.toml", content)); }
    TemporaryFolder folder;
};

std::string words(Entry const& entry) {
    if (auto const* text = std::get_if<Text>(&entry)) return text->en;
    if (auto const* number = std::get_if<Number>(&entry)) return std::to_string(static_cast<int>(number->value));
    return "";
}

std::vector<std::string> row(Table const& table, std::string const& first, std::string const& second = "") {
    for (auto const& each : table.rows)
        if (words(each[0]) == first && (second.empty() || words(each[1]) == second)) {
            std::vector<std::string> all;
            for (Entry const& entry : each) all.push_back(words(entry));
            return all;
        }
    return {};
}

TEST_F(Check, CountsActorsIssuesAndBases) {
    Case const c = read(small_case);
    Chapter const chapter = check_chapter(c);
    ASSERT_EQ(chapter.shapes.size(), 5U);
    EXPECT_EQ(chapter.lead.en, "The case is in order. 1 files read; parameter set: judgement.");
    auto const& system = std::get<Notes>(chapter.shapes[0]);
    EXPECT_EQ(system.items[0].en, "5 actors: leader USA, 1 challengers, 2 allies, 1 partners, 0 others");
    EXPECT_EQ(system.items[0].zh, "5 个行为体：霸权国 USA、崛起国 1 个、盟国 2 个、伙伴 1 个、其他 0 个");
    EXPECT_EQ(system.items[1].en, "2 issues; 3 actors assessed on each");
    EXPECT_EQ(system.items[2].en, "2 treaties, 2 of them in force in 2021; 0 groups");
    // Given: one power. Judged: 4 powers, 30 of gdp to longitude but power, 12 trades (6, each in both directions).
    auto const& basis = std::get<Notes>(chapter.shapes[1]);
    Tally const counts = tally(c.world);
    EXPECT_EQ(counts.of(Basis::Kind::Given), 1U);
    EXPECT_EQ(counts.of(Basis::Kind::Judgement), 4U + 30U + 12U);
    EXPECT_EQ(counts.total(), counts.of(Basis::Kind::Given) + counts.of(Basis::Kind::Judgement) +
                                  counts.of(Basis::Kind::Default) + counts.of(Basis::Kind::Derived));
    EXPECT_EQ(basis.items[1].en.substr(0, 23), "1 given, with a source ");
}

TEST_F(Check, ListsWhatWasFilledWithItsValueOrRule) {
    Chapter const chapter = check_chapter(read(small_case));
    auto const& filled = std::get<Table>(chapter.shapes[2]);
    EXPECT_EQ(row(filled, "credibility"), (std::vector<std::string>{"credibility", "default", "1", "1", "0.8"}));
    EXPECT_EQ(row(filled, "exclusivity"), (std::vector<std::string>{"exclusivity", "default", "12", "12", "0.5"}));
    EXPECT_EQ(row(filled, "offer"), (std::vector<std::string>{"offer", "default", "6", "6", "0"}));
    EXPECT_EQ(row(filled, "hostility"), (std::vector<std::string>{"hostility", "default", "20", "20", "0.01"}));
    EXPECT_EQ(row(filled, "distance")[1], "derived");
    EXPECT_EQ(row(filled, "match", "derived"),
              (std::vector<std::string>{"match", "derived", "12", "18",
                                        "by the rule of the issue: trade = trade, security = protection"}));
    EXPECT_EQ(row(filled, "match", "default"), (std::vector<std::string>{"match", "default", "6", "18", "0"}));
    EXPECT_TRUE(row(filled, "power").empty());
    EXPECT_TRUE(row(filled, "trade").empty());
}

TEST_F(Check, CountsSources) {
    std::string const text = with(small_case, "since = 1951", "since = 1951\nsource = \"ATOP: 3180\"");
    Chapter const chapter = check_chapter(read(with(text, "[sources]\n", "[sources]\nATOP = \"Leeds\"\n")));
    auto const& sources = std::get<Table>(chapter.shapes[3]);
    EXPECT_EQ(row(sources, "NMC"), (std::vector<std::string>{"NMC", "1", "0", "National Material Capabilities"}));
    EXPECT_EQ(row(sources, "ATOP"), (std::vector<std::string>{"ATOP", "0", "1", "Leeds"}));
}

TEST_F(Check, ListsJudgementsWithoutAReason) {
    Chapter const chapter = check_chapter(read(small_case + R"([cells.KOR.security]
offer = { CHN = 0.1 }
reward = { value = 0.1, reason = "said so" }
)"));
    auto const& notes = std::get<Notes>(chapter.shapes[4]);
    auto const has = [&](std::string const& line) {
        return std::ranges::any_of(notes.items, [&](Text const& item) { return item.en == line; });
    };
    EXPECT_TRUE(has("power: KOR, JPN, IND, CHN"));
    EXPECT_TRUE(has("offer: KOR/security/CHN"));
    EXPECT_TRUE(has("trade: USA/KOR, USA/JPN, USA/IND, KOR/USA, KOR/CHN, JPN/USA and 6 more"));
    EXPECT_FALSE(std::ranges::any_of(notes.items, [](Text const& item) { return item.en.starts_with("reward"); }));
}

TEST_F(Check, NamesAddressesOfEveryExtent) {
    World const world = read(small_case + R"([issues.technology]
match = "goods"
goods = ["design", "fabrication"]
recipes = [{ name = "chips", price = 1, uses = { design = 1 } }]
)")
                            .world;
    EXPECT_EQ(address(world, Quantity::Credibility, 0), "");
    EXPECT_EQ(address(world, Quantity::Gdp, 2), "JPN");
    EXPECT_EQ(address(world, Quantity::Gains, 1), "security");
    EXPECT_EQ(address(world, Quantity::Reward, world.cell(1, IssueId{2})), "JPN/technology");
    EXPECT_EQ(address(world, Quantity::Match, world.side_cell(2, world.cell(2, IssueId{0}))), "IND/trade/regroup");
    EXPECT_EQ(address(world, Quantity::Match, world.side_cell(0, world.cell(2, IssueId{0}))), "IND/trade/USA");
    EXPECT_EQ(address(world, Quantity::Distance, world.dyad(ActorId{4}, ActorId{1})), "CHN/KOR");
    EXPECT_EQ(address(world, Quantity::Endowment, 3), "KOR/technology/fabrication");
}

} // namespace
} // namespace casus::case_file
