#include "casus/data/files/write_table.hpp"

#include "casus/data/files/content.hpp"
#include "casus/data/files/rows.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

using Texts = std::vector<std::vector<std::string>>;

class WriteTable : public testing::Test {
protected:
    void SetUp() override {
        auto const* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / ("casus-table-" + std::to_string(getpid()) + '-' + info->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}));
    }

    [[nodiscard]] std::string csv_of(Table const& table) const {
        write_table(folder_ / "t.csv", table, {}, 1);
        return read_file(folder_ / "t.csv");
    }

    /// What stands in the file, read back by the house's own reader.
    [[nodiscard]] Texts read_back(Table const& table, char const* name) const {
        write_table(folder_ / name, table, {}, 1);
        Content const content = read_content(folder_ / name);
        auto const rows = open_rows(content);
        Texts all{rows->header()};
        while (rows->next()) all.emplace_back(rows->cells().begin(), rows->cells().end());
        return all;
    }

    fs::path folder_;
};

template <class Value> Column column(std::string name, std::vector<Value> const& values) {
    Column made{.name = std::move(name), .cells = Values<Value>(values.begin(), values.end())};
    return made;
}

Column words(std::string name, std::vector<std::int32_t> const& numbers, std::vector<std::string> dictionary) {
    return {.name = std::move(name),
            .cells = Words{.numbers = Values<std::int32_t>(numbers.begin(), numbers.end()),
                           .dictionary = std::move(dictionary)}};
}

constexpr auto no8 = missing<std::int8_t>;
constexpr auto no16 = missing<std::int16_t>;
constexpr auto no32 = missing<std::int32_t>;
constexpr auto nan = missing<double>;

std::string message(auto const& action, Language language = Language::English) {
    try {
        action();
    } catch (Error const& error) { return render(error.problems().at(0), language); }
    return "no error";
}

/// Some hundred thousand cells, so that there are many pieces.
Table large_table() {
    ColumnBuilder year("year");
    ColumnBuilder share("share");
    ColumnBuilder name("name");
    for (int row = 0; row < 200000; ++row) {
        year.add(std::int64_t{1816 + row % 200});
        if (row % 7 == 0)
            share.add_missing();
        else
            share.add(row / 9.0);
        name.add(row % 5 == 0 ? "Yemen, \"South\"" : "USA");
    }
    Table table;
    table.columns.push_back(year.finish());
    table.columns.push_back(share.finish());
    table.columns.push_back(name.finish());
    return table;
}

TEST_F(WriteTable, WritesCsvThatRReads) {
    Table const table{{column<std::int8_t>("a", {1, -127, no8, 127}),
                       column<std::int16_t>("b", {1816, no16, -9, 32767}),
                       column<std::int32_t>("c", {no32, 2147483647, 128, -2147483647}),
                       column<double>("d", {0.1, nan, 100000, -1e-300}),
                       words("e", {1, 0, Words::none, 2}, {"x,y", "Côte", "say \"no\""})}};
    EXPECT_EQ(csv_of(table), "a,b,c,d,e\n"
                             "1,1816,NA,0.1,Côte\n"
                             "-127,NA,2147483647,NA,\"x,y\"\n"
                             "NA,-9,128,100000,NA\n"
                             "127,32767,-2147483647,-1e-300,\"say \"\"no\"\"\"\n");
}

TEST_F(WriteTable, TellsTheWordNaAndTheEmptyWordFromMissing) {
    Table const table{{words("iso2", {0, 1, Words::none}, {"NA", ""})}};
    EXPECT_EQ(csv_of(table), "iso2\n\"NA\"\n\"\"\nNA\n");
}

TEST_F(WriteTable, QuotesColumnNames) {
    EXPECT_EQ(csv_of(Table{{column<std::int8_t>("", {1}), column<std::int8_t>("a,b", {2})}}), ",\"a,b\"\n1,2\n");
}

TEST_F(WriteTable, WritesRealsThatReadBackAsTheSameNumber) {
    std::vector<double> const numbers{0.1 + 0.2,          1.0 / 3, 5e-324,       1.7976931348623157e308,
                                      9007199254740993.0, -2.5,    123456789.125};
    Texts const rows = read_back(Table{{column<double>("x", numbers)}}, "t.csv");
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(std::strtod(rows[i + 1][0].c_str(), nullptr), numbers[i]) << rows[i + 1][0];
}

TEST_F(WriteTable, WritesWordsOfAnyLength) {
    std::string const novel(100000, 'x');
    EXPECT_EQ(read_back(Table{{words("w", {0, 1, 0}, {novel, "y"})}}, "t.csv"),
              (Texts{{"w"}, {novel}, {"y"}, {novel}}));
}

TEST_F(WriteTable, WritesTheSameBytesWhateverTheThreads) {
    Table const table = large_table();
    for (char const* const name : {"t.csv", "t.csv.gz", "t.dta"}) {
        write_table(folder_ / name, table, {}, 1);
        std::string const alone = read_file(folder_ / name);
        for (std::size_t const threads : {2u, 3u}) {
            write_table(folder_ / name, table, {}, threads);
            EXPECT_TRUE(read_file(folder_ / name) == alone) << name;
        }
    }
}

TEST_F(WriteTable, ZipsWhatItWouldWritePlain) {
    Table const table = large_table();
    write_table(folder_ / "t.csv.gz", table, {}, 2);
    EXPECT_TRUE(read_content(folder_ / "t.csv.gz").bytes == csv_of(table));
    EXPECT_LT(fs::file_size(folder_ / "t.csv.gz"), fs::file_size(folder_ / "t.csv") / 2);
    Table const empty{{column<std::int8_t>("a", {})}};
    write_table(folder_ / "t.csv.gz", empty, {}, 2);
    EXPECT_EQ(read_content(folder_ / "t.csv.gz").bytes, "a\n");
}

TEST_F(WriteTable, WritesStataThatReadsBack) {
    Table const table{
        {column<std::int8_t>("a", {1, -127, no8, 100}), column<std::int8_t>("a2", {1, -127, no8, 101}),
         column<std::int16_t>("b", {1816, no16, -9, 32740}), column<std::int16_t>("b2", {1816, no16, -32767, 32741}),
         column<std::int32_t>("c", {no32, 2147483620, 128, -2147483647}),
         column<std::int32_t>("c2", {no32, 2147483621, 128, 0}), column<double>("d", {0.1, nan, 100000, -1e-300}),
         words("e", {1, 0, Words::none, 2}, {"x,y", "Côte", "say \"no\""})}};
    EXPECT_EQ(read_back(table, "t.dta"),
              (Texts{{"a", "a2", "b", "b2", "c", "c2", "d", "e"},
                     {"1", "1", "1816", "1816", "", "", "0.1", "Côte"},
                     {"-127", "-127", "", "", "2147483620", "2147483621", "", "x,y"},
                     {"", "", "-9", "-32767", "128", "128", "100000", ""},
                     {"100", "101", "32740", "32741", "-2147483647", "0", "-1e-300", "say \"no\""}}));
}

TEST_F(WriteTable, WritesLongTextsIntoStata) {
    std::string const just(2045, 'x');
    std::string const beyond(2046, 'y');
    EXPECT_EQ(read_back(Table{{words("w", {0, Words::none, 1, 0}, {just, "z"})}}, "t.dta"),
              (Texts{{"w"}, {just}, {""}, {"z"}, {just}}));
    EXPECT_EQ(read_back(Table{{words("w", {0, Words::none, 1, 0}, {beyond, "z"}),
                               words("v", {Words::none, Words::none, Words::none, Words::none}, {})}},
                        "t.dta"),
              (Texts{{"w", "v"}, {beyond, ""}, {"", ""}, {"z", ""}, {beyond, ""}}));
}

TEST_F(WriteTable, PutsLabelsIntoStata) {
    std::string const label = "capability of state 1 " + std::string(57, '.') + "联盟";
    write_table(folder_ / "t.dta", Table{{column<std::int8_t>("a", {1})}}, {label}, 1);
    std::string const bytes = read_file(folder_ / "t.dta");
    EXPECT_NE(bytes.find(label.substr(0, label.size() - 3) + '\0'), std::string::npos); // 80 characters
    EXPECT_EQ(bytes.find(label), std::string::npos);
}

TEST_F(WriteTable, RefusesWhatStataCannotHold) {
    EXPECT_EQ(message([&] { write_table(folder_ / "t.dta", Table{{column<double>("x", {HUGE_VAL})}}, {}, 1); }),
              (folder_ / "t.dta").string() +
                  ": a number too large for .dta in x 'inf'; expected a number within ±8.9e307");
    EXPECT_NE(message([&] {
                  write_table(folder_ / "t.dta", Table{{column<double>("2x", {1.0})}}, {}, 1);
              }).find("cannot be written as .dta"),
              std::string::npos);
    EXPECT_EQ(entries(), 0u);
}

TEST_F(WriteTable, RefusesAnEndingThatSaysNoFormat) {
    Table const table{{column<std::int8_t>("a", {1})}};
    EXPECT_EQ(message([&] { write_table("panel.xlsx", table, {}, 1); }),
              "panel.xlsx: a name whose ending says no format '.xlsx'; expected .csv, .csv.gz or .dta");
    EXPECT_EQ(message([&] { write_table("panel.gz", table, {}, 1); }, Language::Chinese),
              "panel.gz: 文件名的结尾不对应任何格式“.gz”；应为.csv、.csv.gz 或 .dta");
}

TEST_F(WriteTable, LeavesTheOldFileWhenTheDiskIsFull) {
    Table const table = large_table();
    for (char const* const name : {"t.csv", "t.csv.gz", "t.dta"}) {
        write_file(folder_ / name, "old");
        pid_t const child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            (void)std::signal(SIGXFSZ, SIG_IGN);
            rlimit const limit{100000, 100000};
            setrlimit(RLIMIT_FSIZE, &limit);
            bool const said = message([&] {
                                  write_table(folder_ / name, table, {}, 1);
                              }).find("cannot be written (File too large)") != std::string::npos;
            _exit(said ? 0 : 1);
        }
        int status = -1;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0) << name;
        EXPECT_EQ(read_file(folder_ / name), "old");
    }
    EXPECT_EQ(entries(), 3u);
}

} // namespace
} // namespace casus::data
