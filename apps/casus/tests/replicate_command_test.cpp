// The paper's cases as users run them, and docs/replication-json.md against the document.
#include "running.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace casus::app {
namespace {

using nlohmann::json;

Ran replicate(std::vector<std::string> const& more) {
    std::vector<std::string> words{"replicate", "alienation", "--draws", "20", "--reproducible", "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    return casus(words);
}

TEST(ReplicateCommand, CountsEveryCaseAndHidesNoMiss) {
    json const document = json::parse(replicate({"--json", "-"}).out);
    EXPECT_EQ(document.at("schema"), "casus.replication/1");
    std::size_t agree = 0;
    std::set<std::string> codes;
    for (json const& each : document.at("cases")) {
        codes.insert(each.at("case"));
        EXPECT_EQ(each.at("agrees"), each.at("expected") == each.at("computed")) << each.at("case");
        agree += each.at("agrees").get<bool>() ? 1 : 0;
    }
    EXPECT_EQ(codes.size(), 18U);
    EXPECT_EQ(document.at("total"), 18U);
    EXPECT_EQ(document.at("agree"), agree);
    std::string const screen = replicate({}).out;
    for (json const& each : document.at("cases"))
        EXPECT_THAT(screen, testing::HasSubstr(each.at("case").get<std::string>()));
    std::size_t misses = 0;
    for (std::size_t at = screen.find("  NO "); at != std::string::npos; at = screen.find("  NO ", at + 1)) ++misses;
    EXPECT_EQ(misses, codes.size() - agree);
}

TEST(ReplicateCommand, DoesNotDependOnThreads) {
    EXPECT_EQ(replicate({"--json", "-", "--threads", "1"}).out, replicate({"--json", "-", "--threads", "3"}).out);
}

TEST(ReplicateCommand, WritesTablesAndAPage) {
    std::filesystem::path const folder = std::filesystem::path(testing::TempDir()) / "casus-replicate-tables";
    std::filesystem::remove_all(folder);
    Ran const ran = replicate({"--csv", folder.string(), "--html", "-"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, testing::HasSubstr("Expected against computed"));
    std::size_t files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) files += entry.path().extension() == ".csv";
    EXPECT_EQ(files, 6U);
    std::filesystem::remove_all(folder);
}

TEST(ReplicateCommand, RefusesAPaperWithoutCases) {
    Ran const ran = casus({"replicate", "alienatoin", "--lang", "en"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "error: no cases of this paper 'alienatoin'; expected alienation, dilemma or endurance; did you "
                       "mean 'alienation'?\n");
}

void collect_member_keys(json const& value, std::set<std::string>& keys) {
    for (auto const& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured()) collect_member_keys(inner, keys);
    }
}

TEST(ReplicateCommand, HasAPageThatNamesEveryKey) {
    std::string const page = read_file(std::filesystem::path(CASUS_SOURCE_DIR) / "docs" / "replication-json.md");
    json document = json::parse(replicate({"--json", "-"}).out);
    document.erase("manifest");
    std::set<std::string> keys;
    collect_member_keys(document, keys);
    for (char const* const language : {"en", "zh"}) keys.erase(language);
    for (std::string const& key : keys) EXPECT_THAT(page, testing::HasSubstr(fmt::format("`{}`", key)));
}

} // namespace
} // namespace casus::app
