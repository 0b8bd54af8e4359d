#include "casus/world/case_file/sheet.hpp"

#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

class Sheets : public testing::Test {
protected:
    Case read(std::string const& figures, std::string const& judgements, std::string const& tail = "") {
        folder.write("f.csv", figures);
        folder.write("j.csv", judgements);
        std::string const head =
            with(small_case, "[sources]", "figures = [\"f.csv\"]\njudgements = [\"j.csv\"]\n[sources]");
        return read_case(folder.write("c.toml", head + "[groups.ASIA]\nmembers = [\"KOR\", \"JPN\"]\n" + tail));
    }
    std::string errors(std::string const& figures, std::string const& judgements = judgement_header,
                       Language language = Language::English) {
        return messages(
            folder, [&] { (void)read(figures, judgements); }, language);
    }
    double reward(World const& world, std::size_t assessed, std::size_t issue) {
        return world.value(Quantity::Reward, world.cell(assessed, IssueId{issue}));
    }

    static inline std::string const figure_header = "quantity,actor,partner,issue,value,source\n";
    static inline std::string const judgement_header = "quantity,actor,partner,issue,value,sd,coder,reason\n";
    TemporaryFolder folder;
};

TEST_F(Sheets, GiveFiguresAndJudgements) {
    Case const c =
        read("\xEF\xBB\xBFvalue,source,actor,partner,issue,quantity\r\n"
             "1200,\"NMC: page 3, \"\"note\"\"\",KOR,CHN,,distance\r\n"
             ",,,,,\r\n"
             "1,NMC,PRK,,,landlocked\r\n",
             judgement_header + "hostility,KOR,CHN,,0.3,0.1,team,disputes\nreward,ASIA,,trade, 0.2 ,,,\"a, b\"\n",
             "[actors.PRK]\npower=0.01\ngdp=1e10\nmilitary_spending=1e9\nregime=0\narea=1e5\nlatitude=39\n"
             "longitude=125.8\n");
    World const& world = c.world;
    std::size_t const dyad = world.dyad(ActorId{1}, ActorId{4});
    EXPECT_EQ(world.value(Quantity::Distance, dyad), 1200.0);
    EXPECT_EQ(world.basis(Quantity::Distance, dyad), (Basis{Basis::Kind::Given, "NMC: page 3, \"note\"", "", ""}));
    EXPECT_EQ(world.value(Quantity::Landlocked, 5), 1.0);
    EXPECT_EQ(world.value(Quantity::Hostility, dyad), 0.3);
    EXPECT_EQ(world.sd(Quantity::Hostility, dyad), 0.1);
    EXPECT_EQ(world.basis(Quantity::Hostility, dyad), (Basis{Basis::Kind::Judgement, "", "team", "disputes"}));
    EXPECT_EQ(reward(world, 0, 0), 0.2);
    EXPECT_EQ(reward(world, 2, 0), 0.05);
    ASSERT_EQ(c.files.size(), 3U);
    EXPECT_EQ(c.files[1].name, "f.csv");
    EXPECT_EQ(c.files[2].name, "j.csv");
}

TEST_F(Sheets, NearerAddressesWinThenTheCaseThenJudgementsThenFigures) {
    World const world = read(figure_header + "reward,KOR,,trade,0.1,NMC\nreward,IND,,,0.11,NMC\nreward,,,,0.12,NMC\n",
                             judgement_header + "reward,KOR,,trade,0.2,,,r\nreward,ASIA,,,0.21,,,r\n",
                             "[cells.IND.trade]\nreward = 0.3\n")
                            .world;
    EXPECT_EQ(reward(world, 0, 0), 0.2);  // KOR, trade: the judgement over the figure at the same address
    EXPECT_EQ(reward(world, 0, 1), 0.21); // KOR, security: the group over everybody
    EXPECT_EQ(reward(world, 1, 0), 0.21); // JPN by its group
    EXPECT_EQ(reward(world, 2, 0), 0.3);  // IND, trade: named issue over all issues
    EXPECT_EQ(reward(world, 2, 1), 0.11); // IND, security
}

TEST_F(Sheets, ANearFigureWinsOverAWideOneOfAHigherLayer) {
    World const world =
        read(figure_header + "reward,KOR,,trade,0.1,NMC\n", judgement_header + "reward,ASIA,,trade,0.2,,,r\n").world;
    EXPECT_EQ(reward(world, 0, 0), 0.1);
    EXPECT_EQ(reward(world, 1, 0), 0.2);
}

TEST_F(Sheets, DuplicatesNameBothPlaces) {
    EXPECT_EQ(errors(figure_header + "reward,KOR,,trade,0.1,NMC\nreward,KOR,,trade,0.2,NMC\n"),
              "f.csv:3:19: reward given twice for KOR, trade '0.2'; expected one entry; the other is at f.csv:2\n");
}

TEST_F(Sheets, ReportEveryMistakeWithItsField) {
    EXPECT_EQ(errors(figure_header + "powr,KOR,,,0.1,NMC\n"
                                     "power,KRO,,,0.1,NMC\n"
                                     "power,KOR,CHN,,0.1,NMC\n"
                                     "trade,KOR,,,1,NMC\n"
                                     "trade,KOR,CNH,,1,NMC\n"
                                     "governance,,,,1,NMC\n"
                                     "credibility,KOR,,,1,NMC\n"
                                     "reward,KOR,,trad,1,NMC\n"
                                     "offer,KOR,USA,trade,1,NMC\n"
                                     "reward,KOR,,trade,1,\n"
                                     "reward,JPN,,trade,1,NCM: x\n"
                                     "gdp,KOR,,,1\n"),
              "f.csv:2:1: unknown quantity 'powr'; did you mean 'power'?\n"
              "f.csv:3:7: unknown actor or group 'KRO'; did you mean 'KOR'?\n"
              "f.csv:4:11: power takes no partner 'CHN'; expected an empty field\n"
              "f.csv:5:11: trade needs the column partner\n"
              "f.csv:6:11: unknown actor 'CNH'; did you mean 'CHN'?\n"
              "f.csv:7:14: governance needs the column issue\n"
              "f.csv:8:13: credibility takes no actor 'KOR'; expected an empty field\n"
              "f.csv:9:13: unknown issue 'trad'; did you mean 'trade'?\n"
              "f.csv:10:11: offer has no partner 'USA'; expected CHN\n"
              "f.csv:11:21: figure without a source; expected a key of [sources] in the column source\n"
              "f.csv:12:21: unknown source 'NCM'; did you mean 'NMC'?\n"
              "f.csv:13: wrong number of fields '5'; expected 6, as in the header\n");
}

TEST_F(Sheets, ReportNumbersThatAreNone) {
    EXPECT_EQ(errors(figure_header, judgement_header + "reward,KOR,,trade,\"1,000\",,,r\n"
                                                       "reward,KOR,,security,inf,,,r\n"
                                                       "reward,JPN,,trade,nan,,,r\n"
                                                       "reward,JPN,,security,,,,r\n"
                                                       "reward,IND,,trade,1,12%,,r\n"
                                                       "reward,IND,,security,-1,-2,,\n"),
              "j.csv:2:19: not a number '1,000'; expected a finite number with a decimal point and without thousands "
              "separators, like 1234.5\n"
              "j.csv:3:22: not a number 'inf'; expected a finite number with a decimal point and without thousands "
              "separators, like 1234.5\n"
              "j.csv:4:19: not a number 'nan'; expected a finite number with a decimal point and without thousands "
              "separators, like 1234.5\n"
              "j.csv:5:22: missing value; expected a finite number with a decimal point and without thousands "
              "separators, like 1234.5\n"
              "j.csv:6:21: not a number '12%'; expected a finite number, or nothing\n"
              "j.csv:7:22: reward is out of range '-1'; expected a number of at least 0\n"
              "j.csv:7:22: spread of reward is out of range '-2'; expected a number of at least 0\n"
              "j.csv:7:29: judgement without a reason; expected a line in the column reason\n");
    EXPECT_EQ(errors(figure_header, judgement_header + "reward,KOR,,trade,1.5.2,,,\n", Language::Chinese),
              "j.csv:2:19: 不是数字“1.5.2”；应为有限的数字，用小数点，不用千位分隔符，例如 1234.5\n"
              "j.csv:2:27: 判断没有理由；应为在 reason 列写一句理由\n");
}

TEST_F(Sheets, ReportHeadersThatAreWrong) {
    EXPECT_EQ(errors("quantity,actor,partner,isue,value,value,source\n"),
              "f.csv:1: missing column 'issue'\n"
              "f.csv:1:24: unknown column 'isue'; did you mean 'issue'?\n"
              "f.csv:1:35: column given twice 'value'\n");
    EXPECT_EQ(errors(""), "f.csv: empty sheet; expected a header row\n");
    EXPECT_EQ(errors("quantity;actor;partner;issue;value;source\npower;KOR;;;1;NMC\n"),
              "f.csv:1:1: columns are not separated by commas 'quantity;actor;partner;issue;value;source'; expected a "
              "sheet saved as \"CSV UTF-8 (comma delimited)\"\n");
    EXPECT_EQ(errors(figure_header, figure_header),
              "j.csv:1: missing column 'reason'\n"
              "j.csv:1:36: unknown column 'source'; expected one of quantity, actor, "
              "partner, issue, good, value, sd, coder, reason\n");
}

TEST_F(Sheets, MustBeUtf8) {
    EXPECT_EQ(errors(figure_header, judgement_header + "reward,KOR,,trade,1,,,\xC0\xED\xD3\xC9\n"),
              "j.csv:2:23: text is not UTF-8; expected a sheet saved as \"CSV UTF-8 (comma delimited)\"\n");
}

TEST_F(Sheets, MissingSheetsAreNamedWithTheNearest) {
    folder.write("small.figures.csv", figure_header);
    auto const path =
        folder.write("c.toml", with(small_case, "[sources]", "figures = [\"smal.figures.csv\"]\n[sources]"));
    EXPECT_EQ(messages(folder, [&] { (void)read_case(path); }),
              "c.toml:8:12: no such sheet 'smal.figures.csv'; did you mean 'small.figures.csv'?\n");
}

TEST(PlainNumber, IsDecimalAndFinite) {
    EXPECT_EQ(plain_number("12.5"), 12.5);
    EXPECT_EQ(plain_number("-1e3"), -1000.0);
    EXPECT_EQ(plain_number("+2"), 2.0);
    for (char const* text : {"", "+", "1,5", "1 000", "0x10", "1e999", "inf", "-nan", "2.5 ", "++1", "+-1", "1e", "NA"})
        EXPECT_EQ(plain_number(text), std::nullopt) << text;
}

} // namespace
} // namespace casus::case_file
