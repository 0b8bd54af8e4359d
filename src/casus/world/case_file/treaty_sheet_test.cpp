// Sheets of treaties' figures, as part of a case.
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

class TreatySheet : public testing::Test {
protected:
    Case read(std::string const& sheet) {
        folder.write("t.csv", sheet);
        return read_case(
            folder.write("c.toml", with(small_case, "[sources]", "treaty_figures = [\"t.csv\"]\n[sources]")));
    }
    std::string errors(std::string const& sheet) {
        return messages(folder, [&] { (void)read(sheet); });
    }
    TemporaryFolder folder;
};

TEST_F(TreatySheet, GivesFiguresWithRangesAndSources) {
    Case const c = read("term,treaty,value,source,low,high\ninstitution,US-JPN,0.6,\"NMC: x\",0.5,0.9\n"
                        ",,,,,\nregime_change,US-KOR,1,NMC,,\n");
    ASSERT_EQ(c.treaty_figures.size(), 2U);
    EXPECT_EQ(c.treaty_figures[0].treaty, "US-JPN");
    EXPECT_EQ(c.treaty_figures[0].term, "institution");
    EXPECT_EQ(c.treaty_figures[0].value, 0.6);
    EXPECT_EQ(c.treaty_figures[0].low, 0.5);
    EXPECT_EQ(c.treaty_figures[0].high, 0.9);
    EXPECT_EQ(c.treaty_figures[0].source, "NMC: x");
    EXPECT_EQ(c.treaty_figures[1].low, 1.0);
    EXPECT_EQ(c.treaty_figures[1].high, 1.0);
    EXPECT_EQ(c.files.size(), 2U);
    EXPECT_TRUE(read("treaty,term,value,source\n").treaty_figures.empty());
}

TEST_F(TreatySheet, ReportsEverythingInOneGo) {
    EXPECT_EQ(errors("treaty,term,value,source,low,high\n"
                     "US-JNP,a,1,NMC,,\n"
                     "US-JPN,a,1,NMC,,\n"
                     "US-JPN,a,2,NMC,,\n"
                     "US-JPN,b,2,NMC,0,1\n"
                     "US-JPN,c,\"1,000\",NMC,,\n"
                     "US-JPN,d,1,NCM,,\n"
                     "US-JPN,e,1,,,\n"
                     "US-JPN,f,1,NMC,0,\n"
                     ",g,1,NMC,,\n"
                     "US-JPN,,1,NMC,,\n"
                     "US-JPN,h,1,NMC\n"),
              "t.csv:2:1: unknown treaty 'US-JNP'; expected the code of one of [treaties]; did you mean 'US-JPN'?\n"
              "t.csv:4:1: a of treaty US-JPN given twice\n"
              "t.csv:5:10: b of treaty US-JPN is outside its own range '2'; expected a number from 0 to 1\n"
              "t.csv:6:10: not a number '1,000'; expected a finite number with a decimal point and without thousands "
              "separators, like 1234.5\n"
              "t.csv:7:12: unknown source 'NCM'; did you mean 'NMC'?\n"
              "t.csv:8:12: figure without a source; expected a key of [sources] in the column source\n"
              "t.csv:9:18: a range with one end; expected both low and high, or neither\n"
              "t.csv:10:1: figure without a treaty; expected the code of one of [treaties]\n"
              "t.csv:11:8: figure without a term; expected a term, as regime_change (docs/endurance.md)\n"
              "t.csv:12: wrong number of fields '4'; expected 6, as in the header\n");
    EXPECT_EQ(errors("treaty,trem,value,source\n"), "t.csv:1: missing column 'term'\n"
                                                    "t.csv:1:8: unknown column 'trem'; did you mean 'term'?\n");
}

} // namespace
} // namespace casus::case_file
