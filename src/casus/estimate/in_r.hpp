// For tests: what R says of the same rows.
#pragma once

#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace casus::estimate {

/// Numbers by the name under which a script said them.
using Said = std::map<std::string, std::vector<double>>;

/// Whether R is here with this package.
inline bool has_r(std::string const& package) {
    std::string const ask = "Rscript --vanilla -e 'if (!requireNamespace(\"" + package +
                            "\", quietly = TRUE)) quit(status = 1)' >/dev/null 2>&1";
    return std::system(ask.c_str()) == 0;
}

/// Runs `script` where `d` is the table `csv`; in it, say("name", numbers) says numbers.
inline Said in_r(std::string const& csv, std::string const& script) {
    std::string folder = (std::filesystem::temp_directory_path() / "casus-r-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) {
        ADD_FAILURE() << "no temporary folder";
        return {};
    }
    write_file(folder + "/rows.csv", csv);
    write_file(folder + "/script.R",
               "d <- read.csv('" + folder + "/rows.csv')\n" + "said <- file('" + folder + "/said', 'w')\n" +
                   "say <- function(name, x) cat(name, sprintf('%.17g', x), '\\n', file = said)\n" + script +
                   "\nclose(said)\n");
    int const status = std::system(("Rscript --vanilla " + folder + "/script.R >" + folder + "/log 2>&1").c_str());
    EXPECT_EQ(status, 0) << read_file(folder + "/log");
    Said said;
    std::istringstream lines(status == 0 ? read_file(folder + "/said") : std::string{});
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        for (std::string word; words >> word;) said[name].push_back(std::strtod(word.c_str(), nullptr));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return said;
}

} // namespace casus::estimate
