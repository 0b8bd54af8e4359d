// casus balance on networks of the years 1900 to 1945: alliances of the Correlates of War against disputes (GML 2.1).
#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/data/files/rows.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace casus::app {
namespace {

std::filesystem::path const shared = std::filesystem::path(CASUS_SOURCE_DIR) / "../shared/data";
std::filesystem::path const allied = shared / "cow/alliances/converted_peacesciencer_cow_alliance_ddyr.csv.gz";
std::filesystem::path const disputes = shared / "gml/gml-ndy-disputes-2.1.csv";

using YearlyTies = std::map<int, std::map<std::pair<int, int>, char>>;

/// Ties of each year with this sign; a pair that has one already gets this one.
void add_ties(std::filesystem::path const& path, char sign, YearlyTies& ties) {
    data::Content const content = data::read_content(path);
    auto const rows = data::open_rows(content);
    auto const column = [&](std::string const& name) {
        auto const at = std::ranges::find(rows->header(), name);
        return static_cast<std::size_t>(at - rows->header().begin());
    };
    std::size_t const first = column("ccode1");
    std::size_t const second = column("ccode2");
    std::size_t const year = column("year");
    auto const whole = [&](std::size_t c) { return std::stoi(std::string(rows->cells()[c])); };
    while (rows->next())
        if (whole(first) != whole(second)) ties[whole(year)][std::minmax(whole(first), whole(second))] = sign;
}

TEST(BalancePublished, YearlyNetworksAreProven) {
    if (!std::filesystem::exists(allied) || !std::filesystem::exists(disputes)) GTEST_SKIP() << "no " << shared;
    YearlyTies ties;
    add_ties(allied, '+', ties);
    add_ties(disputes, '-', ties);
    case_file::TemporaryFolder const folder;
    for (int const year : {1900, 1914, 1938, 1945}) {
        std::string content = "from,to,sign\n";
        for (auto const& [pair, sign] : ties[year])
            content += std::to_string(pair.first) + "," + std::to_string(pair.second) + "," + sign + "\n";
        std::string const path = (folder.path() / "ties.csv").string();
        write_file(path, content);
        Ran const ran = casus({"balance", path, "--json", "-"});
        ASSERT_EQ(ran.status, 0) << ran.err;
        auto const json = nlohmann::json::parse(ran.out);
        EXPECT_TRUE(json["frustration"]["proven"]) << year;
        EXPECT_EQ(json["frustration"]["index"], json["frustrated"].size()) << year;
        if (year == 1938) { // as docs/configuration.md has it: the Axis and those tied to it
            EXPECT_EQ(json["frustration"]["index"], 11);
            EXPECT_EQ(json["blocks"][1].size(), 6u);
        }
    }
}

} // namespace
} // namespace casus::app
