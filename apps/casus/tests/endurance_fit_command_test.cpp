// casus endurance fit and forecast as their users run them.
#include "imported_data.hpp"
#include "running.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"
#include "casus/endurance/model_file/model_file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace casus::app {
namespace {

namespace fs = std::filesystem;
using case_file::TemporaryFolder;
using testing::HasSubstr;

TEST(EnduranceFitCommand, RefusesYearsThatWouldPeek) {
    Ran const ran = casus({"endurance", "forecast", "--train", "1816:1985", "--test", "1981:2018", "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--train does not end before --test begins"));
    EXPECT_THAT(casus({"endurance", "fit", "--ending", "violatd", "--lang", "en"}).err,
                HasSubstr("did you mean 'violated'?"));
}

class EnduranceOfRealData : public ImportedData<EnduranceOfRealData> {
public:
    static std::vector<std::string> files() {
        return {"atop/v5.1/atop5_1m.csv",
                "cow/contiguity/contdir.csv",
                "cow/mid/MIDA 5.0.csv",
                "cow/mid/MIDB 5.0.csv",
                "cow/nmc/converted_peacesciencer_NMC-70.csv",
                "cow/states/majors2016.csv",
                "cow/states/states2016.csv",
                "cow/wars/directed_dyadic_war.csv",
                "distance/converted_peacesciencer_cow_capitals.csv",
                "recent/leaders/REIGN_leaderlist_3_21.csv",
                "recent/leaders/converted_Archigos_4.1.csv",
                "recent/leaders/global_leader_ideologies.csv",
                "recent/unga/converted_IdealpointsJuly2025.csv",
                "regime/converted_democracyData_polity5.csv",
                "regime/converted_democracyData_vdem_simple.csv.gz",
                "rivalry/converted_peacesciencer_tss_rivalries.csv"};
    }
};

TEST_F(EnduranceOfRealData, TheShippedModelIsWhatTheFitGives) {
    Ran const ran = casus({"endurance", "fit", "--store", at("store.sqlite"), "--out", at("endurance-atop.toml"),
                           "--json", at("fit.json")});
    ASSERT_EQ(ran.status, 0) << ran.err;
    endurance::Model const fitted = endurance::read_model(at("endurance-atop.toml")).model;
    endurance::Model const shipped_model =
        endurance::read_model(fs::path(CASUS_SOURCE_DIR) / "params" / "endurance-atop.toml").model;
    ASSERT_EQ(fitted.size(), shipped_model.size());
    for (std::size_t t = 0; t < fitted.terms.size(); ++t) {
        EXPECT_EQ(fitted.terms[t].name, shipped_model.terms[t].name);
        EXPECT_NEAR(fitted.terms[t].estimate, shipped_model.terms[t].estimate, 1e-4 * shipped_model.terms[t].se);
        EXPECT_NEAR(fitted.terms[t].se, shipped_model.terms[t].se, 1e-6 * shipped_model.terms[t].se);
    }
    auto const said = nlohmann::json::parse(read_file(at("fit.json")));
    EXPECT_EQ(said["schema"], "casus.endurance-fit/1");
    // stats::glm and survival::coxph on the same rows, docs/endurance.md
    EXPECT_NEAR(said["fit"]["loglik"].get<double>(), -612.03290194852, 1e-6);
}

/// The columns of a row of CSV by their names.
std::map<std::string, std::string> cells_of(CsvRow const& head, CsvRow const& row) {
    std::map<std::string, std::string> cells;
    for (std::size_t n = 0; n < row.size(); ++n) cells[head[n].text] = row[n].text;
    return cells;
}

TEST_F(EnduranceOfRealData, TheShippedCaseHasTheFiguresOfThePanel) {
    ASSERT_EQ(casus({"panel", "alliance-year", "--with", "walt", "--years", "2010:2018", "--store", at("store.sqlite"),
                     "--out", at("walt.csv")})
                  .status,
              0);
    std::map<std::string, std::map<std::string, std::string>> panel; // by "number year"
    std::vector<CsvRow> const rows = read_csv(read_file(at("walt.csv")), "walt.csv");
    for (std::size_t n = 1; n < rows.size(); ++n) {
        auto cells = cells_of(rows.front(), rows[n]);
        std::string key = cells["atopid"] + " " + cells["year"];
        panel[std::move(key)] = std::move(cells);
    }
    fs::path const sheet = fs::path(CASUS_SOURCE_DIR) / "cases" / "us-alliance-system-2021.treaties.csv";
    std::vector<CsvRow> const figures = read_csv(read_file(sheet), sheet.string());
    for (std::size_t n = 1; n < figures.size(); ++n) {
        auto cells = cells_of(figures.front(), figures[n]);
        std::string const& source = cells["source"]; // "ATOP: 3180, as alliance-years have it for 2015"
        std::string const key = source.substr(6, source.find(',') - 6) + " " + source.substr(source.size() - 4);
        ASSERT_TRUE(panel.contains(key)) << source;
        double const known = std::stod(panel[key][cells["term"]]);
        EXPECT_NEAR(std::stod(cells["value"]), known, 1e-5 * std::abs(known))
            << cells["treaty"] << ' ' << cells["term"];
    }
    EXPECT_EQ(figures.size(), 211U);
}

TEST_F(EnduranceOfRealData, JudgesTheClaimsOfThePaper) {
    Ran const ran = casus({"replicate", "endurance", "--store", at("store.sqlite"), "--draws", "200", "--json", "-"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    auto const said = nlohmann::json::parse(ran.out);
    EXPECT_EQ(said["schema"], "casus.replication-endurance/1");
    EXPECT_EQ(said["judged"], 26);
    EXPECT_EQ(said["claims"].size(), 28U);
    std::string const page = read_file(fs::path(CASUS_SOURCE_DIR) / "docs" / "replication-json.md");
    for (auto const& [key, value] : said["claims"][0].items()) EXPECT_THAT(page, HasSubstr("`" + key + "`"));
    for (auto const& claim : said["claims"])
        if (!claim["value"].is_null()) {
            EXPECT_LE(claim["low"].get<double>(), claim["value"].get<double>()) << claim["id"];
            EXPECT_GE(claim["high"].get<double>(), claim["value"].get<double>()) << claim["id"];
        }
}

TEST_F(EnduranceOfRealData, ForecastsDoNotDependOnLaterYears) {
    auto const forecasts = [](std::string const& test, std::string const& file) {
        Ran const ran = casus({"endurance", "forecast", "--store", at("store.sqlite"), "--train", "1816:1980", "--test",
                               test, "--json", at(file)});
        EXPECT_EQ(ran.status, 0) << ran.err;
        return nlohmann::json::parse(read_file(at(file)))["forecasts"];
    };
    auto const shorter = forecasts("1981:1990", "a.json");
    auto const longer = forecasts("1981:2018", "b.json");
    std::size_t found = 0;
    for (auto const& each : longer)
        if (each["year"] <= 1990) found += std::ranges::count(shorter, each) == 1 ? 1U : 0U;
    EXPECT_EQ(found, shorter.size());
    EXPECT_GT(found, 400U);
}

} // namespace
} // namespace casus::app
