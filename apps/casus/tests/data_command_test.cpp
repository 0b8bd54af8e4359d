// casus data and casus cite as their users run them: files in, a store that says what it has, refusals that help.
#include "running.hpp"

#include "casus/data/import/source.hpp"
#include "casus/data/import/strict_bibtex.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <set>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casus::app {
namespace {

using case_file::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Invented figures in the distributor's format.
std::string const nmc_head = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n";
std::string const nmc = nmc_head + "USA,2,1816,3823,17,80,254,8659,101,0.0396,2011\n"
                                   "USA,2,1817,2466,15,80,277,8899,106,0.0358,2011\n"
                                   "UKG,200,1816,-9,255,-9,12000,19520,3300,0.3,2011\n";
std::string const states = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                           "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
                           "UKG,200,United Kingdom,1816,1,1,2016,12,31,2016\n"
                           "UKG,200,United Kingdom,1816,1,1,2016,12,31,2016\n";

class DataCommand : public testing::Test {
protected:
    [[nodiscard]] Ran run(std::vector<std::string> words, std::string const& language = "en") const {
        words.insert(words.end(), {"--store", store().string(), "--lang", language});
        return casus(words, {.folder = folder_.path()});
    }
    [[nodiscard]] std::filesystem::path store() const { return folder_.path() / "kept" / "store.sqlite"; }
    [[nodiscard]] nlohmann::json list() const {
        return nlohmann::json::parse(run({"data", "list", "--json", "-"}).out);
    }

    TemporaryFolder folder_;
};

TEST_F(DataCommand, ImportsFilesAndSaysWhatBecameOfThem) {
    folder_.write("NMC.csv", nmc);
    folder_.write("states.csv", states);
    Ran const ran = run({"data", "import", "NMC.csv", "states.csv"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, testing::ContainsRegex("nmc@5\\.0 +3 +0 +NMC\\.csv +−9 ×2"));
    EXPECT_THAT(ran.out, testing::ContainsRegex("cow-states@2016 +2 +1 +states\\.csv"));
    EXPECT_THAT(ran.out, HasSubstr("states.csv: rejected 1: the same as an earlier row"));
    EXPECT_THAT(run({"data", "import", "NMC.csv"}, "zh").out,
                AllOf(HasSubstr("此前已由同一文件导入"), HasSubstr("保留行")));
}

TEST_F(DataCommand, ALongFileNameStandsOnOneLineWithBothItsEnds) {
    folder_.write("converted_national_material_capabilities_5_0.csv", nmc);
    Ran const ran = run({"data", "import", "converted_national_material_capabilities_5_0.csv"});
    EXPECT_THAT(ran.out, HasSubstr(" converted_n…ties_5_0.csv "));
    EXPECT_THAT(run({"data", "list"}).out, HasSubstr(" converted_n…ties_5_0.csv "));
    EXPECT_EQ(list()["data"][0]["file"], "converted_national_material_capabilities_5_0.csv");
}

TEST_F(DataCommand, KeepsWhatIsWorthKnowingOfTheRowsWithThem) {
    folder_.write("NMC.csv", nmc + "USA,2,1816,1,17,80,254,8659,101,0.0396,2011\n");
    EXPECT_THAT(run({"data", "import", "NMC.csv"}).out,
                HasSubstr("NMC.csv: 1 row with the same ccode and year as an earlier one"));
    EXPECT_EQ(list()["data"][0]["notes"][0]["zh"], "1 行的 ccode、year 与前面某行相同");
}

TEST_F(DataCommand, ListsAsJson) {
    folder_.write("NMC.csv", nmc);
    folder_.write("states.csv", states);
    ASSERT_EQ(run({"data", "import", "NMC.csv", "states.csv"}).status, 0);
    auto const document = list();
    EXPECT_EQ(document["schema"], "casus.data/1");
    EXPECT_EQ(document["store"], store().string());
    ASSERT_EQ(document["data"].size(), 2U);
    auto const& first = document["data"][0];
    EXPECT_EQ(first["dataset"], "cow-states");
    EXPECT_EQ(first["rows_read"], 3);
    EXPECT_EQ(first["rows_kept"], 2);
    EXPECT_EQ(first["rejected"][0]["line"], 4);
    EXPECT_EQ(first["rejected"][0]["reason"]["en"], "the same as an earlier row");
    EXPECT_EQ(first["sha256"], sha256(states));
    auto const& second = document["data"][1];
    EXPECT_EQ(second["missing"][0]["column"], "milex");
    EXPECT_EQ(second["missing"][0]["code"], -9);
    EXPECT_EQ(second["missing"][0]["cells"], 1);
    EXPECT_THAT(second["imported_at"].get<std::string>(),
                testing::MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"));
    Ran const people = run({"data", "list"});
    EXPECT_THAT(people.out, testing::ContainsRegex("nmc@5\\.0 +1816–2012 +3 +0 +NMC\\.csv"));
    EXPECT_THAT(run({"data", "list"}, "zh").out, HasSubstr("仓库中的数据"));
}

TEST_F(DataCommand, TheJsonPageNamesEveryKey) {
    folder_.write("NMC.csv", nmc);
    folder_.write("states.csv", states);
    ASSERT_EQ(run({"data", "import", "."}).status, 0);
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "data-json.md");
    auto const document = list();
    auto const example = nlohmann::json::parse(
        page.substr(page.find("```json\n") + 8, page.find("```\n\n| field") - page.find("```json\n") - 8));
    std::vector<std::string> keys;
    for (auto const& [key, value] : document["data"][0].items()) keys.push_back(key);
    std::vector<std::string> shown;
    for (auto const& [key, value] : example["data"][0].items()) shown.push_back(key);
    EXPECT_EQ(shown, keys);
    for (std::string const& key : keys) EXPECT_THAT(page, HasSubstr("`" + key + "`"));
    EXPECT_EQ(example["schema"], document["schema"]);
}

TEST_F(DataCommand, TheSameFilesAgainChangeNothing) {
    folder_.write("data/NMC.csv", nmc);
    folder_.write("data/sub/more/states.csv", states);
    ASSERT_EQ(run({"data", "import", "data"}).status, 0);
    std::string const before = read_file(store());
    Ran const again = run({"data", "import", "data"});
    EXPECT_EQ(again.status, 0);
    EXPECT_THAT(again.out, HasSubstr("There already, from the same file"));
    EXPECT_EQ(read_file(store()), before);
}

TEST_F(DataCommand, OfSeveralFilesOfOneReleaseTheFullestIsTaken) {
    std::string const cut = nmc.substr(0, nmc.find("UKG"));
    folder_.write("data/a.csv", cut);
    folder_.write("data/b.csv", nmc);
    folder_.write("data/c.csv", cut + "\n");
    for (std::string const threads : {"1", "2", "8"}) {
        Ran const ran = run({"data", "import", "data", "--threads", threads});
        EXPECT_THAT(ran.out, AllOf(HasSubstr("a.csv: left out, since b.csv is nmc@5.0 too, with 3 rows"),
                                   HasSubstr("c.csv: left out, since b.csv is nmc@5.0 too, with 3 rows")));
        ASSERT_EQ(list()["data"].size(), 1U);
        EXPECT_EQ(list()["data"][0]["file"], "b.csv");
    }
    ASSERT_EQ(run({"data", "import", "data/a.csv"}).status, 0);
    EXPECT_EQ(list()["data"][0]["file"], "a.csv") << "a file named alone replaces what was there";
}

TEST_F(DataCommand, FilesNobodyKnowsStopNoOthers) {
    folder_.write("data/NMC.csv", nmc);
    folder_.write("data/notes.csv", "who,what\nme,this\n");
    folder_.write("data/codebook.pdf", "%PDF");
    folder_.write("data/.hidden.csv", "x\n");
    Ran const ran = run({"data", "import", "data"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, AllOf(HasSubstr("data/notes.csv: "), HasSubstr("passed over: 1 "), Not(HasSubstr("hidden"))));
    Ran const named = run({"data", "import", "data/notes.csv", "data/NMC.csv"});
    EXPECT_EQ(named.status, 2);
    EXPECT_THAT(named.err, HasSubstr("data/notes.csv: "));
    EXPECT_THAT(named.out, HasSubstr("NMC.csv")) << "the other is taken all the same";
    EXPECT_EQ(run({"data", "import", "absent.csv"}).status, 2);
    EXPECT_THAT(run({"data", "import", "absent.csv"}).err,
                HasSubstr("absent.csv: cannot be read (No such file or directory)"));
    folder_.write("empty/codebook.pdf", "%PDF");
    EXPECT_THAT(run({"data", "import", "empty"}).err, HasSubstr("no file to import"));
}

TEST_F(DataCommand, BadRowsAreRefusedOrRejectedAndCounted) {
    folder_.write("NMC.csv", nmc + "XXX,9999,1816,1,1,1,1,1,1,0.1,2011\nUSA,2,20166,1,1,1,1,1,1,0.1,2011\nUSA,2\n");
    Ran const refused = run({"data", "import", "NMC.csv"});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("NMC.csv:5:"), HasSubstr("NMC.csv:6:"), HasSubstr("NMC.csv:7:")));
    EXPECT_EQ(list()["data"].size(), 0U);
    EXPECT_EQ(run({"data", "import", "NMC.csv", "--reject-bad-rows"}).status, 0);
    EXPECT_EQ(list()["data"][0]["rows_kept"], 3);
    EXPECT_EQ(list()["data"][0]["rejected"].size(), 3U);
}

TEST_F(DataCommand, InsistsOnARelease) {
    folder_.write("mine.csv", nmc);
    ASSERT_EQ(run({"data", "import", "mine.csv", "--as", "nmc@5.0"}).status, 0);
    EXPECT_EQ(list()["data"][0]["version"], "5.0");
    EXPECT_EQ(run({"data", "import", "mine.csv", "--as", "cow-states"}).status, 2);
    EXPECT_THAT(run({"data", "import", "mine.csv", "--as", "nmd"}).err,
                AllOf(HasSubstr("unknown data set 'nmd'"), HasSubstr("did you mean 'nmc'?")));
}

TEST_F(DataCommand, VerifiesAndFindsDamage) {
    folder_.write("NMC.csv", nmc);
    ASSERT_EQ(run({"data", "import", "NMC.csv"}).status, 0);
    EXPECT_THAT(run({"data", "verify"}).out, HasSubstr("sound"));
    EXPECT_THAT(run({"data", "verify"}, "zh").out, HasSubstr("完好"));
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(store().c_str(), &handle), SQLITE_OK);
    sqlite3_exec(handle, "UPDATE cells SET bytes = zeroblob(length(bytes)) WHERE id = 3", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    Ran const damaged = run({"data", "verify"});
    EXPECT_EQ(damaged.status, 2);
    EXPECT_THAT(damaged.err, HasSubstr("column year of nmc 5.0 is damaged"));
}

TEST_F(DataCommand, RemovesWhatIsNamed) {
    folder_.write("NMC.csv", nmc);
    ASSERT_EQ(run({"data", "import", "NMC.csv"}).status, 0);
    EXPECT_THAT(run({"data", "remove", "nmc@6.0"}).err, HasSubstr("did you mean 'nmc@5.0'?"));
    EXPECT_EQ(run({"data", "remove", "nmc"}).out, "removed nmc@5.0 (NMC.csv)\n");
    EXPECT_EQ(list()["data"].size(), 0U);
    EXPECT_THAT(run({"data", "list"}).out, HasSubstr("Nothing yet"));
}

TEST_F(DataCommand, RefusesStoresThatAreNone) {
    EXPECT_THAT(run({"data", "list"}).err,
                AllOf(HasSubstr("there is no store here yet"), HasSubstr("casus data import")));
    EXPECT_THAT(run({"data", "list"}, "zh").err, HasSubstr("这里还没有数据仓库"));
    folder_.write("kept/store.sqlite", nmc);
    folder_.write("NMC.csv", nmc);
    for (std::vector<std::string> const& words :
         std::vector<std::vector<std::string>>{{"data", "list"}, {"data", "verify"}, {"data", "import", "NMC.csv"}}) {
        Ran const ran = run(words);
        EXPECT_EQ(ran.status, 2);
        EXPECT_THAT(ran.err, HasSubstr("not a store of Casus"));
    }
    EXPECT_EQ(read_file(store()), nmc);
    EXPECT_THAT(casus({"data", "list", "--lang", "en"}).err, HasSubstr("neither XDG_DATA_HOME nor HOME is set"));
}

TEST_F(DataCommand, AFileThatMayGrowNoLargerIsAnErrorThatLeavesTheStoreAsItWas) {
    folder_.write("NMC.csv", nmc);
    ASSERT_EQ(run({"data", "import", "NMC.csv"}).status, 0);
    std::string const before = read_file(store());
    std::string more = nmc;
    for (int year = 1818; year < 2012; ++year) more += fmt::format("USA,2,{},1,1,1,1,1,1,0.{},2011\n", year, year);
    folder_.write("more.csv", more);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit const full{.rlim_cur = before.size() / 2, .rlim_max = old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    Ran const ran = run({"data", "import", "more.csv"});
    setrlimit(RLIMIT_FSIZE, &old);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("store.sqlite: the store cannot be read or written ("));
    EXPECT_EQ(list()["data"][0]["rows_kept"], 3);
    EXPECT_THAT(run({"data", "verify"}).out, HasSubstr("sound"));
}

TEST_F(DataCommand, RefusesAPipe) {
    ASSERT_EQ(mkfifo((folder_.path() / "pipe.csv").c_str(), 0600), 0);
    Ran const ran = run({"data", "import", "pipe.csv"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("pipe.csv: a pipe or a device, and no file; expected a file on a disk"));
}

TEST_F(DataCommand, SaysThatAFolderCannotBeWritten) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    folder_.write("NMC.csv", nmc);
    folder_.write("kept/other", "");
    chmod((folder_.path() / "kept").c_str(), 0555);
    Ran const ran = run({"data", "import", "NMC.csv"});
    chmod((folder_.path() / "kept").c_str(), 0755);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("no store can be made in this folder (Permission denied)"));
}

TEST_F(DataCommand, RefusesWithTheNearestWord) {
    EXPECT_THAT(casus({"data", "--lang", "en"}).err, HasSubstr("a verb is missing after data"));
    EXPECT_THAT(casus({"data", "improt", "--lang", "en"}).err, HasSubstr("did you mean 'import'?"));
    EXPECT_THAT(run({"data", "import"}).err, HasSubstr("FILE is missing"));
    EXPECT_THAT(run({"data", "list", "--jsno", "-"}).err, HasSubstr("did you mean '--json'?"));
    EXPECT_THAT(casus({"data", "formats", "ncm", "--lang", "en"}).err, HasSubstr("did you mean 'nmc'?"));
    EXPECT_THAT(casus({"cite", "ncm", "--lang", "en"}).err, HasSubstr("did you mean 'nmc'?"));
}

TEST_F(DataCommand, SaysWhatItReads) {
    EXPECT_THAT(casus({"data", "formats", "--lang", "en"}).out, AllOf(HasSubstr("nmc"), HasSubstr("cow-states")));
    Ran const one = casus({"data", "formats", "nmc", "--lang", "en"});
    EXPECT_THAT(one.out, AllOf(HasSubstr("one state in one year"), HasSubstr("1816–2012"),
                               HasSubstr("state, COW number"), HasSubstr("casus cite nmc")));
    EXPECT_THAT(one.out, testing::ContainsRegex("milex +yes +-9"));
    EXPECT_THAT(casus({"data", "formats", "nmc", "--lang", "zh"}).out, HasSubstr("缺失代码"));
}

TEST_F(DataCommand, CitesAllThatItReadsInBibtex) {
    std::vector<std::string> words{"cite"};
    for (data::Source const& source : data::all_sources()) words.push_back(source.dataset);
    for (std::string const language : {"en", "zh"}) {
        Ran const ran = run(words, language);
        std::vector<data::BibtexEntry> entries;
        ASSERT_NO_THROW(entries = data::StrictBibtex(ran.out).entries());
        std::set<std::string> keys;
        for (data::BibtexEntry const& entry : entries) EXPECT_TRUE(keys.insert(entry.key).second) << entry.key;
        for (data::Source const& source : data::all_sources())
            for (data::BibtexEntry const& entry : data::StrictBibtex(source.citation).entries())
                EXPECT_TRUE(keys.contains(entry.key)) << entry.key;
    }
}

TEST_F(DataCommand, CitesEveryEntryOnce) {
    Ran const named = casus({"cite", "nmc", "nmc@5.0", "--lang", "en"});
    EXPECT_EQ(named.status, 0) << named.err;
    EXPECT_THAT(named.out, AllOf(testing::StartsWith("% nmc, "), HasSubstr("\n% nmc 5.0, ")));
    auto const at = named.out.find("@incollection{singer1972");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(named.out.find("@incollection{singer1972", at + 1), std::string::npos);
    folder_.write("NMC.csv", nmc);
    EXPECT_THAT(run({"cite"}).err, HasSubstr("there is no store here yet"));
    ASSERT_EQ(run({"data", "import", "NMC.csv"}).status, 0);
    EXPECT_THAT(run({"cite"}).out, testing::StartsWith("% nmc 5.0, "));
}

TEST_F(DataCommand, CitesWhatAPanelWasMadeFrom) {
    folder_.write("panel.json", R"({"schema": "casus.panel/1", "sources": [{"dataset": "nmc", "version": "5.0"},
        {"dataset": "their-own", "version": "1"}]})");
    Ran const ran = run({"cite", "--panel", "panel.json"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, AllOf(testing::StartsWith("% nmc 5.0, "),
                               HasSubstr("% their-own 1, their-own: no citation known"), HasSubstr("@article{")));
    EXPECT_EQ(run({"cite", "--result", "panel.json"}).out, ran.out);
    folder_.write("no.json", R"({"schema": "casus.game/1", "sources": [1, {}]})");
    EXPECT_THAT(run({"cite", "--result", "no.json"}).err, HasSubstr("no.json: names no data set"));
    folder_.write("bad.json", "{");
    EXPECT_THAT(run({"cite", "--panel", "bad.json"}).err, HasSubstr("bad.json: not JSON"));
}

} // namespace
} // namespace casus::app
