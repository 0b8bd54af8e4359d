// For tests: the program as its users run it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace casus::app {

/// What came of a run. `status` is the exit status, or minus the signal that ended it.
struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};

/// How to run it: where, what standard output is (an empty path: it is captured), and the locale.
struct Setting {
    std::filesystem::path folder = CASUS_SOURCE_DIR;
    std::filesystem::path out{};
    std::string locale = "C.UTF-8";
};

/// Runs the program that was built with the tests.
[[nodiscard]] Ran casus(std::vector<std::string> const& words, Setting const& setting = {});

/// The shipped case, relative to the checkout.
inline std::string const shipped = "cases/us-alliance-system-2021.toml";

} // namespace casus::app
