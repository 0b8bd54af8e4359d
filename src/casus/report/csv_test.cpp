#include "casus/report/csv.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/report/sample_report.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <set>

namespace casus::report {

namespace {

class CsvFolder : public testing::Test {
protected:
    void SetUp() override {
        folder = std::filesystem::path(testing::TempDir()) /
                 ("casus-csv-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::remove_all(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
};

std::vector<std::vector<std::string>> read(std::filesystem::path const& path) {
    std::vector<std::vector<std::string>> rows;
    for (CsvRow const& row : read_csv(read_file(path), path.string())) {
        rows.emplace_back();
        for (CsvField const& field : row) rows.back().push_back(field.text);
    }
    return rows;
}

} // namespace

TEST_F(CsvFolder, HoldsAFileForEachShapeOfNumbersAndTheManifest) {
    write_csv(sample::report(), folder / "made" / "on demand");
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(folder / "made" / "on demand"))
        names.insert(entry.path().filename().string());
    EXPECT_EQ(names,
              (std::set<std::string>{"alienation-follow.csv", "alienation-index.csv", "alienation-reward-margin.csv",
                                     "alienation-flips.csv", "alienation-years.csv", "alienation-strategies.csv",
                                     "alienation-ties.csv", "alienation-ties-nodes.csv", "manifest.json"}));
}

TEST_F(CsvFolder, MatrixComesBackToTheBit) {
    write_csv(sample::report(), folder);
    Matrix const matrix = sample::matrix();
    auto const rows = read(folder / "alienation-follow.csv");
    ASSERT_EQ(rows.size(), matrix.values.size() + 1);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"row", "column", "value", "low", "high", "mark"}));
    for (std::size_t at = 0; at < matrix.values.size(); ++at) {
        auto const& row = rows[at + 1];
        EXPECT_EQ(row[0], matrix.rows[at / 7].key);
        EXPECT_EQ(row[1], matrix.columns[at % 7].key);
        EXPECT_EQ(row[5], matrix.marks[at]);
        if (std::isnan(matrix.values[at])) {
            EXPECT_EQ(row[2], "NA");
        } else {
            EXPECT_EQ(std::strtod(row[2].c_str(), nullptr), matrix.values[at]);
            EXPECT_EQ(std::strtod(row[3].c_str(), nullptr), matrix.intervals[at].low);
        }
    }
}

TEST(Csv, TableGivesIntervalsColumnsOfTheirOwn) {
    Table table;
    table.columns = {{"name", {}}, {"x", {}}, {"note", {}}};
    table.rows = {{Text{"a \"quoted\", name", "译"}, Number{0.1, 0, Interval{-1, 2.5}}, Text{"two\nlines", ""}},
                  {Text{"b", ""}, std::monostate{}, Text{"", ""}},
                  {Text{"c", ""}, Number{1e-300, 2}, std::monostate{}}};
    EXPECT_EQ(csv(table), "name,x,x_low,x_high,note\n"
                          "\"a \"\"quoted\"\", name\",0.1,-1,2.5,\"two\nlines\"\n"
                          "b,NA,NA,NA,\n"
                          "c,1e-300,NA,NA,NA\n");
}

TEST(Csv, BarsWithoutIntervalsHaveNoColumnsForThem) {
    Bars bars;
    bars.labels = {{"AUS", {}}};
    bars.values = {0.5};
    EXPECT_EQ(csv(bars), "key,value\nAUS,0.5\n");
}

TEST(Csv, CurvesHaveALinePerPoint) {
    Curves curves;
    double const none = std::numeric_limits<double>::quiet_NaN();
    curves.panels = {{{"me", {}}, {{{"AUS", {}}, {1990, 1991}, {0.25, none}, {{0.1, 0.5}, {none, none}}}}},
                     {{"hr", {}}, {{{"a,b", {}}, {1990}, {1}, {}}}}};
    EXPECT_EQ(csv(curves), "panel,curve,x,value,low,high\n"
                           "me,AUS,1990,0.25,0.1,0.5\n"
                           "me,AUS,1991,NA,NA,NA\n"
                           "hr,\"a,b\",1990,1,NA,NA\n");
    curves.panels.erase(curves.panels.begin());
    EXPECT_EQ(csv(curves), "panel,curve,x,value\nhr,\"a,b\",1990,1\n");
}

namespace {

Network two_nodes() {
    Network network;
    network.nodes = {{{"JPN", {"Japan", ""}}, 0.5, 0.25, 2, 0}, {{"a,b", {"A, B", ""}}, 1, 0, 0, 1}};
    network.groups = {{"branch", {}}, {"rival", {}}};
    network.kinds = {{"treaty", {}}, {"link", {}}};
    network.panels = {{{"before", {}}, {{0, 1, 0.5, 0}}}, {{"after", {}}, {{1, 0, 0.25, 1, true}}}};
    return network;
}

} // namespace

TEST(Csv, NetworksHaveALinePerEdgeAndALinePerNode) {
    Network network = two_nodes();
    EXPECT_EQ(csv(network), "from,to,kind,weight,panel,added\n"
                            "JPN,\"a,b\",treaty,0.5,before,0\n"
                            "\"a,b\",JPN,link,0.25,after,1\n");
    EXPECT_EQ(nodes_csv(network), "node,name,group,x,y,size\n"
                                  "JPN,Japan,branch,0.5,0.25,2\n"
                                  "\"a,b\",\"A, B\",rival,1,0,0\n");
    network.panels[1].values = {0.75, std::numeric_limits<double>::quiet_NaN()};
    EXPECT_EQ(nodes_csv(network), "node,name,group,x,y,size,value_after\n"
                                  "JPN,Japan,branch,0.5,0.25,2,0.75\n"
                                  "\"a,b\",\"A, B\",rival,1,0,0,NA\n");
}

TEST(Csv, ScattersHaveALinePerPoint) {
    EXPECT_EQ(csv(sample::scatter()), "key,x,x_low,x_high,y,y_low,y_high,frontier,reference\n"
                                      "hold,0.1,0.05,0.2,0.3,0.2,0.45,1,1\n"
                                      "all,0.9,NA,NA,0.55,0.4,0.6,0,0\n"
                                      "one,0.5,NA,NA,0.5,NA,NA,0,0\n"
                                      "link,0.35,0.2,0.6,0.8,0.7,0.9,1,0\n"
                                      "none,NA,NA,NA,0.2,NA,NA,0,0\n");
    Scatter bare;
    bare.points = {{{"a", {}}, 1, 2}};
    EXPECT_EQ(csv(bare), "key,x,y,frontier,reference\na,1,2,0,0\n");
}

TEST(Csv, NotesAndLedgersHaveNone) {
    EXPECT_EQ(csv(Notes{}), std::nullopt);
    EXPECT_EQ(csv(Ledger{}), std::nullopt);
}

TEST_F(CsvFolder, ManifestKeepsQuietAboutARunThatIsNotTold) {
    Report report = sample::report();
    write_csv(report, folder);
    EXPECT_TRUE(nlohmann::json::parse(read_file(folder / "manifest.json")).contains("run"));
    report.manifest.run.clear();
    write_csv(report, folder);
    EXPECT_FALSE(nlohmann::json::parse(read_file(folder / "manifest.json")).contains("run"));
}

TEST_F(CsvFolder, ThatCannotBeMadeIsAnError) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "file") << "x";
    EXPECT_THROW(write_csv(sample::report(), folder / "file" / "below"), Error);
}

} // namespace casus::report
