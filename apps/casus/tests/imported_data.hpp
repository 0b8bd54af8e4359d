// For tests: files of ../shared/data in a store of their own.
#pragma once

#include "running.hpp"

#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace casus::app {

/// A suite on real data, imported once; its tests are skipped where they are not there. `Suite::files()` lists them.
template <class Suite> class ImportedData : public testing::Test {
protected:
    static inline std::unique_ptr<case_file::TemporaryFolder> folder;
    static std::string at(std::string const& name) { return (folder->path() / name).string(); }
    static std::string store() { return at("store.sqlite"); }

    static void SetUpTestSuite() {
        std::filesystem::path const data = std::filesystem::path(CASUS_SOURCE_DIR) / "../shared/data";
        if (!std::filesystem::exists(data)) return;
        folder = std::make_unique<case_file::TemporaryFolder>();
        std::vector<std::string> words{"data", "import", "--store", store()};
        for (std::string const& file : Suite::files()) words.push_back((data / file).string());
        ASSERT_EQ(casus(words).status, 0);
    }
    static void TearDownTestSuite() { folder.reset(); }
    void SetUp() override {
        if (!folder) GTEST_SKIP() << "no ../shared/data";
    }
};

} // namespace casus::app
