// For tests: a folder of invented sheets, and what an Error says of them.
#pragma once

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace casus::replicate {

class TestFolder {
public:
    TestFolder() {
        testing::TestInfo const& test = *testing::UnitTest::GetInstance()->current_test_info();
        path_ = std::filesystem::path(testing::TempDir()) /
                (std::string("casus-replicate-") + test.test_suite_name() + test.name());
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;

    std::filesystem::path write(std::string const& name, std::string_view content) const {
        write_file(path_ / name, content);
        return path_ / name;
    }
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    /// The Error in English, the folder's name left out.
    [[nodiscard]] std::string complaint(std::function<void()> const& act) const {
        try {
            act();
        } catch (Error const& error) {
            std::string text = error.what();
            std::string const folder = path_.string() + "/";
            for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
                text.erase(at, folder.size());
            return text;
        }
        return "no Error";
    }

private:
    std::filesystem::path path_;
};

/// The shipped cases of the paper.
inline std::filesystem::path shipped_cases() {
    return std::filesystem::path(CASUS_SOURCE_DIR) / "cases" / "alienation";
}

} // namespace casus::replicate
