#include "casus/report/json.hpp"

#include "casus/report/sample_report.hpp"

#include <gtest/gtest.h>

namespace casus::report {

using nlohmann::ordered_json;

TEST(Json, ManifestSaysWhatDecidesTheAnswer) {
    ordered_json const json = manifest_json(sample::report().manifest, false);
    EXPECT_EQ(json.at("program").at("version"), "0.1.0");
    EXPECT_EQ(json.at("program").at("commit"), "a39a335c0ffe");
    EXPECT_EQ(json.at("program").at("compiler"), "GNU 12.2.0");
    EXPECT_EQ(json.at("verb"), "assess");
    EXPECT_EQ(json.at("case").at(1).at("name"), "us-alliance-system-2021.csv");
    EXPECT_EQ(json.at("case").at(1).at("sha256"), std::string(64, 'b'));
    EXPECT_EQ(json.at("parameters").at("set"), "default");
    EXPECT_EQ(json.at("parameters").at("name"), "default.toml");
    EXPECT_EQ(json.at("seed"), 1);
    EXPECT_EQ(json.at("draws"), 2000);
    EXPECT_EQ(json.at("run").at("threads"), "2");
}

TEST(Json, ReproducibleManifestDoesNotDependOnTheRun) {
    Manifest one = sample::report().manifest;
    Manifest other = one;
    other.run = {{"threads", "8"}, {"seconds", "1.5"}};
    EXPECT_EQ(dump(manifest_json(one, true)), dump(manifest_json(other, true)));
    EXPECT_FALSE(manifest_json(one, true).contains("run"));
}

TEST(Json, MatrixHoldsItsCells) {
    ordered_json const json = shape_json(sample::matrix());
    EXPECT_EQ(json.at("shape"), "matrix");
    EXPECT_EQ(json.at("id"), "alienation/follow");
    EXPECT_EQ(json.at("title").at("zh"), "各议题追随份额，2021 年");
    EXPECT_EQ(json.at("scale").at("high_meaning").at("en"), "follows");
    EXPECT_EQ(json.at("groups").at(1).at("first"), 36);
    EXPECT_EQ(json.at("cells").size(), 45U * 7U);
    ordered_json const& cell = json.at("cells").at(12 * 7 + 5);
    EXPECT_EQ(cell.at("row"), "AUS");
    EXPECT_EQ(cell.at("column"), "health");
    EXPECT_EQ(cell.at("value"), sample::share(12, 5));
    EXPECT_EQ(cell.at("mark"), "◆");
    EXPECT_EQ(cell.at("ledger"), "alienation/AUS/health");
}

TEST(Json, MissingNumbersAreNull) {
    std::string const text = dump(shape_json(sample::matrix()));
    EXPECT_TRUE(ordered_json::parse(text).at("cells").at(41 * 7 + 6).at("value").is_null());
    EXPECT_EQ(text.find(": nan"), std::string::npos);
    ordered_json const table = shape_json(sample::table());
    EXPECT_TRUE(table.at("rows").at(2).at("exports").is_null());
    EXPECT_EQ(table.at("rows").at(0).at("reward").at("high"), 0.55);
    EXPECT_EQ(table.at("rows").at(0).at("exports"), 116.79);
}

TEST(Json, BarsLedgersAndNotesKeepTheirFields) {
    EXPECT_EQ(shape_json(sample::bars()).at("bars").at(0).at("key"), "CAN");
    EXPECT_EQ(shape_json(sample::notes()).at("items").size(), 2U);
    ordered_json const ledger = shape_json(sample::ledger({"AUS", {}}, {"trade", {}}, 0.5));
    EXPECT_EQ(ledger.at("lines").at(2).at("source").at("en"), "WDI 2021");
    EXPECT_EQ(ledger.at("lines").at(2).at("level"), 2);
    EXPECT_EQ(ledger.at("lines").at(2).at("value"), 9.91e9);
}

TEST(Json, CurvesHoldTheirPoints) {
    ordered_json const json = ordered_json::parse(dump(shape_json(sample::curves())));
    EXPECT_EQ(json.at("shape"), "curves");
    EXPECT_EQ(json.at("id"), "alienation/years");
    EXPECT_EQ(json.at("note").at("zh"), "阴影为 90% 区间。");
    EXPECT_EQ(json.at("x").at("low"), 1990);
    EXPECT_EQ(json.at("x").at("high"), 2020);
    EXPECT_EQ(json.at("x").at("meaning").at("en"), "Year");
    EXPECT_EQ(json.at("y").at("low"), 0);
    EXPECT_EQ(json.at("y").at("high"), 1);
    EXPECT_EQ(json.at("y").at("meaning").at("zh"), "背离");
    ordered_json const& panel = json.at("panels").at(1);
    EXPECT_EQ(panel.at("key"), "TUR");
    EXPECT_EQ(panel.at("curves").at(1).at("steps"), true);
    ordered_json const& curve = panel.at("curves").at(0);
    EXPECT_EQ(curve.at("name").at("en"), "Observed");
    EXPECT_EQ(curve.at("points").at(0).at("y"), sample::share(1, 1990));
    EXPECT_TRUE(curve.at("points").at(1).at("y").is_null());
    EXPECT_TRUE(curve.at("points").at(1).at("low").is_null());
    EXPECT_FALSE(panel.at("curves").at(1).at("points").at(0).contains("low"));
}

TEST(Json, NetworksNameNodesAndKindsByTheirKeys) {
    ordered_json const json = ordered_json::parse(dump(shape_json(sample::network())));
    EXPECT_EQ(json.at("shape"), "network");
    EXPECT_EQ(json.at("nodes").size(), 36U);
    EXPECT_EQ(json.at("nodes").at(10).at("key"), "JPN");
    EXPECT_EQ(json.at("nodes").at(10).at("group"), "pacific");
    EXPECT_EQ(json.at("nodes").at(10).at("x"), sample::network().nodes[10].x);
    EXPECT_EQ(json.at("kinds").at(1).at("name").at("zh"), "连接");
    EXPECT_EQ(json.at("scale").at("high_meaning").at("en"), "reliable");
    ordered_json const& edge = json.at("panels").at(1).at("edges").back();
    EXPECT_EQ(edge.at("from"), "AUS");
    EXPECT_EQ(edge.at("to"), "GBR");
    EXPECT_EQ(edge.at("kind"), "link");
    EXPECT_EQ(edge.at("weight"), 0.5);
    EXPECT_EQ(edge.at("added"), true);
    EXPECT_TRUE(json.at("panels").at(0).at("values").at("POL").is_null());
    EXPECT_EQ(json.at("panels").at(0).at("values").at("TUR"), sample::share(6, 3));
}

TEST(Json, ScattersHoldTheirPoints) {
    ordered_json const json = ordered_json::parse(dump(shape_json(sample::scatter())));
    EXPECT_EQ(json.at("shape"), "scatter");
    EXPECT_EQ(json.at("x").at("less_is_better"), true);
    EXPECT_EQ(json.at("y").at("meaning").at("en"), "Reliability");
    EXPECT_EQ(json.at("reference"), "hold");
    ordered_json const& link = json.at("points").at(3);
    EXPECT_EQ(link.at("key"), "link");
    EXPECT_EQ(link.at("x_low"), 0.2);
    EXPECT_EQ(link.at("y_high"), 0.9);
    EXPECT_EQ(link.at("frontier"), true);
    EXPECT_FALSE(json.at("points").at(2).contains("x_low"));
    EXPECT_TRUE(json.at("points").at(4).at("x").is_null());
}

TEST(Json, DumpIsUtf8WithALineEnd) {
    std::string const text = dump(ordered_json{{"a", "\xff"}});
    EXPECT_EQ(text, "{\n  \"a\": \"\uFFFD\"\n}\n");
}

} // namespace casus::report
