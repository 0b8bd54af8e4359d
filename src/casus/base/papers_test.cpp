// The papers of the house name files; a recipe that points nowhere is worse than none.

#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

namespace casus {
namespace {

namespace fs = std::filesystem;

/// Paths between backticks: what has a slash and an ending and none of the signs of a pattern.
std::vector<std::string> paths_named_in(std::string const& page) {
    static std::regex const path("`([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+\\.[a-z]+)`");
    std::vector<std::string> paths;
    for (std::sregex_iterator hit(page.begin(), page.end(), path), end; hit != end; ++hit)
        paths.push_back((*hit)[1].str());
    return paths;
}

bool exists(std::string const& path) {
    fs::path const root = CASUS_SOURCE_DIR;
    return fs::exists(root / path) || fs::exists(root / "src/casus" / path) || path.starts_with("build/");
}

TEST(Papers, FindsThePathsOfAPage) {
    EXPECT_EQ(paths_named_in("see `base/text.hpp` and `a/b-c/d.toml`, not `World`, `src/casus/`, `x.hpp` or a/b.cpp"),
              (std::vector<std::string>{"base/text.hpp", "a/b-c/d.toml"}));
}

TEST(Papers, EveryFileThatAPageNamesExists) {
    for (char const* const page : {"README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/dependencies.md"})
        for (std::string const& path : paths_named_in(read_file(fs::path(CASUS_SOURCE_DIR) / page)))
            EXPECT_TRUE(exists(path)) << page << " names " << path;
}

} // namespace
} // namespace casus
