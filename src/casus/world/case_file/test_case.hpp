// What the tests of this room share: a folder that goes away, a small case, and messages as users see them.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace casus::case_file {

/// A folder under the system's temporary one; removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "casus-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    std::filesystem::path write(std::string const& name, std::string_view content) const {
        std::filesystem::path path = path_ / name;
        std::filesystem::create_directories(path.parent_path());
        write_file(path, content);
        return path;
    }

private:
    std::filesystem::path path_;
};

/// `text` with its only `from` replaced.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    auto const at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        ADD_FAILURE() << "not exactly once: " << from;
    else
        text.replace(at, from.size(), to);
    return text;
}

/// All problems that `act` reports, a line each, without the folder; empty where there are none.
template <class Act>
std::string messages(TemporaryFolder const& folder, Act&& act, Language language = Language::English) {
    std::string lines;
    try {
        act();
    } catch (Error const& error) {
        for (Problem const& problem : error.problems()) lines += render(problem, language) + "\n";
    }
    std::string const prefix = folder.path().string() + "/";
    for (auto at = lines.find(prefix); at != std::string::npos; at = lines.find(prefix)) lines.erase(at, prefix.size());
    return lines;
}

/// A leader, a challenger, two allies and a partner on two issues; figures invented.
inline std::string const small_case = R"(schema = "casus.case/1"
title = { en = "A small system", zh = "小体系" }
year = 2021
leader = "USA"
challengers = ["CHN"]
partners = ["IND"]

[sources]
NMC = "National Material Capabilities"

[actors.USA]
power = { value = 0.14, source = "NMC: cinc, 2021" }
gdp = 2.3e13
military_spending = 8.0e11
regime = 0.8
area = 9.5e6
latitude = 38.9
longitude = -77.0
[actors.KOR]
power = 0.02
gdp = 1.8e12
military_spending = 5.0e10
regime = 0.8
area = 1.0e5
latitude = 37.6
longitude = 127.0
[actors.KOR.trade]
USA = 1.7e11
CHN = 3.0e11
[actors.JPN]
power = 0.03
gdp = 5.0e12
military_spending = 5.4e10
regime = 0.8
area = 3.8e5
latitude = 35.7
longitude = 139.7
trade = { USA = 2.1e11, CHN = 3.7e11 }
[actors.IND]
power = 0.08
gdp = 3.2e12
military_spending = 7.7e10
regime = 0.4
area = 3.3e6
latitude = 28.6
longitude = 77.2
trade = { USA = 1.1e11, CHN = 1.1e11 }
[actors.CHN]
power = 0.23
gdp = 1.8e13
military_spending = 2.9e11
regime = 0.1
area = 9.6e6
latitude = 39.9
longitude = 116.4

[treaties.US-JPN]
since = 1951
members = ["USA", "JPN"]
[treaties.US-KOR]
since = 1953
members = ["USA", "KOR"]

[issues.trade]
match = "trade"
[issues.security]
match = "protection"
need = "threat"
)";

} // namespace casus::case_file
