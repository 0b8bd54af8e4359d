// casus world and casus assess --years as their users run them, on the published files of ../shared/data.
#include "running.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/base/file.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"
#include "casus/world/case_file/write_case.hpp"
#include "casus/world/from_panel/world_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace casus::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsSupersetOf;

fs::path published() { return fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data"; }

/// A store of the files that worlds are made from, imported once for all tests; removed at the end.
class Imported {
public:
    Imported() {
        std::string name = (fs::temp_directory_path() / "casus-worlds-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        folder_ = name;
        std::vector<std::string> words{"data", "import", "--store", store()};
        for (char const* const file :
             {"cow/states/states2016.csv", "cow/states/majors2016.csv", "cow/nmc/NMC-60-abridged.csv",
              "cow/contiguity/contdir.csv", "cow/mid/MIDB 5.0.csv", "rivalry/converted_peacesciencer_tss_rivalries.csv",
              "distance/converted_peacesciencer_cow_capitals.csv", "atop/v5.1/atop5_1m.csv",
              "cow/alliances/alliance_v4.1_by_member.csv",
              "cow/trade/converted_peacesciencer_dyadic_trade_4.0_nondirected.csv.gz",
              "cow/trade/converted_peacesciencer_national_trade_4.0.csv", "worldbank/gdp.csv",
              "economy/converted_peacesciencer_cow_sdp_gdp.csv", "sipri/sipri-milex-data.csv",
              "regime/converted_democracyData_vdem_simple.csv.gz", "regime/converted_isard_cw_democracy.csv"})
            words.push_back((published() / file).string());
        imported_ = casus(words);
    }
    ~Imported() { fs::remove_all(folder_); }
    Imported(Imported const&) = delete;
    Imported& operator=(Imported const&) = delete;

    [[nodiscard]] std::string store() const { return (folder_ / "store.sqlite").string(); }
    [[nodiscard]] fs::path const& folder() const { return folder_; }
    [[nodiscard]] Ran const& imported() const { return imported_; }

private:
    fs::path folder_;
    Ran imported_;
};

class Worlds : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(published())) GTEST_SKIP() << "../shared/data is absent";
        static Imported const all;
        ASSERT_EQ(all.imported().status, 0) << all.imported().err;
        imported_ = &all;
    }
    [[nodiscard]] std::string store() const { return imported_->store(); }
    [[nodiscard]] std::string file(std::string const& name) const { return (imported_->folder() / name).string(); }

    /// A world made by the verb, read back.
    [[nodiscard]] World made(std::vector<std::string> words, std::string const& name) const {
        words.insert(words.begin(), "world");
        words.insert(words.end(), {"--store", store(), "--out", file(name)});
        Ran const ran = casus(words);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return case_file::read_case(file(name)).world;
    }

private:
    Imported const* imported_ = nullptr;
};

std::set<std::string> codes(World const& world, Role role) {
    std::set<std::string> result;
    for (Actor const& actor : world.actors())
        if (actor.role == role) result.insert(actor.code);
    return result;
}

TEST_F(Worlds, AmericanAlliancesOf1999) {
    World const world = made({"--year", "1999", "--leader", "USA"}, "us1999.toml");
    EXPECT_THAT(codes(world, Role::Ally),
                IsSupersetOf({"CAN", "GBR", "FRA", "DEU", "ITA", "BEL", "NLD", "LUX", "DNK", "NOR", "ISL", "PRT",
                              "ESP", "GRC", "TUR", "POL", "HUN", "CZE", "JPN", "KOR", "AUS", "PHL", "THA"}));
    EXPECT_FALSE(codes(world, Role::Ally).contains("NZL"));
    EXPECT_EQ(codes(world, Role::Challenger), (std::set<std::string>{"CHN", "RUS"}));
    EXPECT_EQ(world.value(Quantity::Power, world.leader().index()), 0.14250799); // NMC 6.0
    EXPECT_EQ(world.value(Quantity::Gdp, world.leader().index()), 9.631172e12);
    EXPECT_EQ(casus({"check", file("us1999.toml")}).status, 0);
    std::string const head = read_file(file("us1999.toml")).substr(0, 4000);
    EXPECT_THAT(head, HasSubstr("#   nmc 6.0 (1816–2016), SHA-256 of NMC-60-abridged.csv"));
    EXPECT_THAT(head, HasSubstr("Russia (RUS): rivalry and dispute"));
}

TEST_F(Worlds, SovietAlliancesOf1985) {
    World const world = made({"--year", "1985", "--leader", "RUS", "--challenger", "USA"}, "su1985.toml");
    EXPECT_EQ(world.actor(world.leader()).code, "SUN");
    EXPECT_THAT(codes(world, Role::Ally), IsSupersetOf({"POL", "DDR", "CSK", "HUN", "ROU", "BGR"}));
    EXPECT_FALSE(codes(world, Role::Ally).contains("ALB"));
}

TEST_F(Worlds, WritesNothingThatIsNoWorld) {
    Ran const ran = casus({"world", "--year", "1999", "--leader", "USA", "--challenger", "GBR", "--store", store(),
                           "--out", file("none.toml")});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "error: challenger is an ally of the leader by treaty ATOP-3180 'GBR'\n");
    EXPECT_FALSE(fs::exists(file("none.toml")));
}

TEST_F(Worlds, CowAndAtopDisagreeOnThailand) {
    // COW ends the Manila Pact in 1977; of Korea's treaty it says that the United States owe defence, and no more.
    World const world = made({"--year", "1999", "--leader", "USA", "--alliances", "cow"}, "cow1999.toml");
    EXPECT_FALSE(codes(world, Role::Ally).contains("THA"));
    EXPECT_THAT(codes(world, Role::Ally), IsSupersetOf({"JPN", "KOR"}));
}

TEST_F(Worlds, WrittenAndReadBackIsTheSameWorld) {
    data::Store const store_read(store(), data::Store::Access::Read);
    from_panel::WorldMade made = from_panel::world_of(store_read, {.year = 1985, .leader = "USA", .partners = {"IND"}});
    case_file::write_case(made.builder, file("again.toml"), {});
    World const direct = made.builder.build();
    World const read = case_file::read_case(file("again.toml")).world;
    ASSERT_EQ(direct.actors().size(), read.actors().size());
    for (QuantityInfo const& q : all_quantities()) {
        auto const one = direct.values(q.quantity), other = read.values(q.quantity);
        ASSERT_EQ(one.size(), other.size()) << q.key;
        for (std::size_t n = 0; n < one.size(); ++n) {
            EXPECT_TRUE(one[n] == other[n] || (std::isnan(one[n]) && std::isnan(other[n]))) << q.key << ' ' << n;
            EXPECT_EQ(direct.sd(q.quantity, n), read.sd(q.quantity, n)) << q.key << ' ' << n;
            EXPECT_EQ(direct.basis(q.quantity, n), read.basis(q.quantity, n)) << q.key << ' ' << n;
        }
    }
    Parameters const parameters =
        case_file::read_parameters(fs::path(CASUS_SOURCE_DIR) / "params" / "judgement.toml").parameters;
    alienation::Buffers mine(direct), theirs(read);
    alienation::evaluate(direct, parameters, mine);
    alienation::evaluate(read, parameters, theirs);
    EXPECT_EQ(mine.share, theirs.share);
    EXPECT_EQ(mine.index, theirs.index);
}

TEST_F(Worlds, SeriesGivesWhatTheCaseOfAYearGives) {
    std::vector<std::string> const how{"--draws", "40", "--json", "-"};
    std::vector<std::string> words{"assess", "--years", "1998:1999", "--leader", "USA", "--store", store()};
    words.insert(words.end(), how.begin(), how.end());
    Ran const ran = casus(words);
    ASSERT_EQ(ran.status, 0) << ran.err;
    json const series = json::parse(ran.out);
    EXPECT_EQ(series.at("schema"), "casus.series/1");
    ASSERT_EQ(series.at("years").size(), 2U);
    (void)made({"--year", "1999", "--leader", "USA"}, "for-series.toml");
    words = {"assess", file("for-series.toml")};
    words.insert(words.end(), how.begin(), how.end());
    json const single = json::parse(casus(words).out).at("alienation");
    json const& allies = series["years"][1].at("allies");
    ASSERT_EQ(allies.size(), single.at("allies").size());
    for (std::size_t n = 0; n < allies.size(); ++n) {
        EXPECT_EQ(allies[n].at("actor"), single["allies"][n].at("actor"));
        for (char const* const number : {"index", "low", "high", "dispersion", "swing", "regime_shares"})
            EXPECT_EQ(allies[n].at(number), single["allies"][n].at(number)) << number;
    }
}

TEST_F(Worlds, YearsThatCannotBeBuiltAreSaid) {
    Ran const ran = casus({"assess", "--years", "2014:2016", "--leader", "USA", "--store", store(), "--draws", "20"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("2016: no data set in the store gives disputes for 2015"));
    Ran const none = casus({"assess", "--years", "2016:2017", "--leader", "USA", "--store", store()});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, HasSubstr("none of the years 2016–2017 can be built"));
    EXPECT_THAT(none.err, HasSubstr("--carry 1, which takes what there is for 2014"));
}

TEST_F(Worlds, DoesNotDependOnThreads) {
    auto const run = [&](std::string const& threads) {
        return casus({"assess", "--years", "1999", "--leader", "USA", "--store", store(), "--draws", "30", "--json",
                      "-", "--threads", threads, "--reproducible"})
            .out;
    };
    EXPECT_EQ(run("1"), run("3"));
}

std::string world_refusal(std::vector<std::string> const& words) {
    Ran const ran = casus(words);
    EXPECT_EQ(ran.status, 2);
    return ran.err;
}

TEST(WorldCommand, AsksForWhatIsMissing) {
    EXPECT_EQ(world_refusal({"world", "--leader", "USA", "--out", "x.toml"}),
              "error: --year is missing; expected the year of the world, as 1999\n");
    EXPECT_EQ(world_refusal({"world", "--year", "1999", "--out", "x.toml"}),
              "error: --leader is missing; expected the state that leads the alliances, as USA\n");
    EXPECT_EQ(world_refusal({"world", "--year", "1999", "--leader", "USA"}),
              "error: --out FILE.toml is missing; expected the case file to write\n");
    EXPECT_EQ(world_refusal({"assess", "--leader", "USA"}),
              "error: --years is missing; expected the years of the series, as 1990:2015\n");
    EXPECT_EQ(
        world_refusal({"assess", "--years", "2000:1999", "--leader", "USA", "--store", "none.sqlite"}).substr(0, 6),
        "error:");
}

TEST(WorldCommand, RefusesACaseAndAStoreTogether) {
    EXPECT_EQ(world_refusal({"assess", shipped, "--store", "x"}),
              "error: both a case and worlds from the store '" + shipped +
                  "'; expected a case alone, or --years, --leader and --store without one\n");
    EXPECT_THAT(world_refusal({"assess", shipped, "--years", "1999", "--lang", "zh"}),
                HasSubstr("同时给出案例与数据仓库的世界"));
}

} // namespace
} // namespace casus::app
