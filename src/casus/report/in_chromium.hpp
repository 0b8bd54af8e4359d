// For tests: a page as a browser sees it. Skipped, and said so, where Debian's chromium is not installed.
#pragma once

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>

namespace casus::report {

class InChromium : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists("/usr/bin/chromium")) GTEST_SKIP() << "/usr/bin/chromium is not installed";
        std::string name = (std::filesystem::path(testing::TempDir()) / "casus-page-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override {
        if (!folder.empty()) std::filesystem::remove_all(folder);
    }

    /// Opens the page; fills `dom` and `log`.
    void open(std::string const& page) {
        write_file(folder / "page.html", page);
        std::string const command = fmt::format(
            "timeout 120 /usr/bin/chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
            "--disable-background-networking --disable-component-update --disable-sync --user-data-dir={0}/profile "
            "--enable-logging=stderr --virtual-time-budget=2000 --dump-dom file://{0}/page.html >{0}/dom 2>{0}/log",
            folder.string());
        ASSERT_EQ(std::system(command.c_str()), 0) << read_file(folder / "log");
        dom = read_file(folder / "dom");
        log = read_file(folder / "log");
    }

    /// The first line in which the page, not the browser, reports an error.
    [[nodiscard]] std::string complaints() const {
        static std::regex const complaint("[^\n]*CONSOLE[^\n]*(rror|Uncaught|Refused|violat)[^\n]*");
        std::smatch match;
        return std::regex_search(log, match, complaint) ? match.str() : "";
    }

    static std::size_t count(std::string const& text, std::string const& piece) {
        std::size_t found = 0;
        for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
        return found;
    }

    static std::string with_script(std::string page, std::string const& script) {
        return page.insert(page.find("</body>"), "<script>" + script + "</script>\n");
    }

    std::filesystem::path folder;
    std::string dom;
    std::string log;
};

} // namespace casus::report
