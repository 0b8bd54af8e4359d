// Opens every published file of ../shared/data and counts what its README counts.

#include "casus/data/files/rows.hpp"

#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <utility>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

using Size = std::pair<std::size_t, std::size_t>; ///< rows and columns

fs::path folder() { return fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data"; }

/// Path from `folder` → what the table of the README there says: "| `path` | … | 1,234 x 5 | …".
std::map<std::string, Size> counted(fs::path const& folder) {
    static std::regex const row(R"(^\| `([^`]+)` \|.*?\| ([0-9,]+) x ([0-9]+) \|)");
    std::map<std::string, Size> sizes;
    std::istringstream readme(read_file(folder / "README.md"));
    for (std::string line; std::getline(readme, line);) {
        std::smatch found;
        if (!std::regex_search(line, found, row)) continue;
        std::string rows = found[2];
        std::erase(rows, ',');
        sizes[found[1]] = {std::stoul(rows), std::stoul(found[3])};
    }
    return sizes;
}

Size size_of(fs::path const& path, std::size_t& odd_rows) {
    Content const content = read_content(path);
    auto const rows = open_rows(content);
    std::size_t count = 0;
    for (; rows->next(); ++count) odd_rows += rows->cells().size() != rows->header().size();
    return {count, rows->header().size()};
}

TEST(PublishedFiles, OpenWithTheRowsAndColumnsThatTheirReadmeCounts) {
    if (!fs::exists(folder())) GTEST_SKIP() << "no published files in " << folder();
    for (char const* const part : {"", "recent"}) {
        auto const sizes = counted(folder() / part);
        EXPECT_GT(sizes.size(), 20u);
        for (auto const& [path, expected] : sizes) {
            std::size_t odd_rows = 0;
            Size const found = size_of(folder() / part / path, odd_rows);
            EXPECT_EQ(found, expected) << path;
            EXPECT_EQ(odd_rows, 0u) << path << " has rows of another length than its header";
        }
    }
}

TEST(PublishedFiles, OpenWithoutException) {
    if (!fs::exists(folder())) GTEST_SKIP() << "no published files in " << folder();
    std::size_t files = 0;
    for (auto const& entry :
         fs::recursive_directory_iterator(folder(), fs::directory_options::follow_directory_symlink)) {
        std::string const name = entry.path().filename().string();
        if (!name.ends_with(".csv") && !name.ends_with(".csv.gz")) continue;
        std::size_t odd_rows = 0;
        EXPECT_NO_THROW((void)size_of(entry.path(), odd_rows)) << entry.path();
        ++files;
    }
    EXPECT_GE(files, 100u);
}

} // namespace
} // namespace casus::data
