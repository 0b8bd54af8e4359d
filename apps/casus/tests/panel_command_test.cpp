// casus panel as its users run it, on a store with a few invented rows.
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/data/panel/written_store.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::HasSubstr;
using testing::StartsWith;

class PanelCommand : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string store = (folder.path() / "store.sqlite").string();

    void SetUp() override {
        data::Store writing(store, data::Store::Access::Write);
        data::testing_data::fill(writing);
    }

    Ran panel(std::vector<std::string> words) const {
        words.insert(words.begin(), "panel");
        words.insert(words.end(), {"--store", store});
        return casus(words);
    }
};

TEST_F(PanelCommand, WritesThePanelAndItsSidecar) {
    std::string const out = (folder.path() / "panel.csv").string();
    Ran const ran = panel({"country-year", "--years", "1902:1903", "--with", "nmc,majors", "--out", out});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(read_file(out), StartsWith("ccode,year,milex,milper,irst,pec,tpop,upop,cinc,major\n"
                                           "2,1902,11,NA,1,1,1,1,0.4,1\n"
                                           "2,1903,NA,NA,NA,NA,NA,NA,NA,1\n"));
    auto const sidecar = nlohmann::json::parse(read_file(out + ".coverage.json"));
    EXPECT_EQ(sidecar.at("rows"), 6);
    EXPECT_THAT(ran.out, HasSubstr("given before"));
}

TEST_F(PanelCommand, ShowsThePanelWhereNoFileIsNamed) {
    Ran const ran = panel({"directed-dyad-year", "--with", "alliances", "--years", "1902:"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("24 directed-dyad-year rows, 8 columns, 1902–1905"));
    EXPECT_THAT(ran.out, HasSubstr("atop-member@5.1"));
    Ran const chinese = panel({"alliance-year", "--through", "1902", "--lang", "zh"});
    EXPECT_THAT(chinese.out, HasSubstr("3 行 alliance-year"));
}

TEST_F(PanelCommand, SaysWhatIsWrong) {
    auto const error = [&](std::vector<std::string> const& words) {
        Ran const ran = panel(words);
        EXPECT_EQ(ran.status, 2);
        return ran.err;
    };
    EXPECT_THAT(error({"dyad-years"}), HasSubstr("did you mean 'dyad-year'?"));
    EXPECT_THAT(error({"dyad-year", "--with", "nmc,"}), HasSubstr("unknown feature"));
    EXPECT_THAT(error({"dyad-year", "--years", "1902-1903"}), HasSubstr("--years cannot be read '1902-1903'"));
    EXPECT_THAT(error({"dyad-year", "--years", "20166"}), HasSubstr("--years cannot be read"));
    EXPECT_THAT(error({"dyad-year", "--years", "1903:1902"}), HasSubstr("end before they begin"));
    EXPECT_THAT(error({"dyad-year", "--years", "1902:1903", "--through", "1904"}), HasSubstr("one of the two"));
    EXPECT_THAT(error({"dyad-year", "--coverage", "c.json"}), HasSubstr("--coverage without --out"));
    EXPECT_THAT(error({"dyad-year", "--out", (folder.path() / "panel.xlsx").string()}), HasSubstr(".csv.gz"));
    EXPECT_THAT(error({"dyad-year", "--system", "gw"}), HasSubstr("gw-states"));
    EXPECT_THAT(error({"dyad-year", "--with", "alliances:atop,mid", "--lang", "zh"}), HasSubstr("mid-participant"));
}

} // namespace
} // namespace casus::app
