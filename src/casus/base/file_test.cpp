#include "casus/base/file.hpp"

#include "casus/base/error.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iterator>
#include <string>

namespace casus {
namespace {

namespace fs = std::filesystem;

class File : public testing::Test {
protected:
    void SetUp() override {
        auto const* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / ("casus-file-" + std::to_string(getpid()) + '-' + info->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}));
    }

    fs::path folder_;
};

Problem problem_of(auto const& action) {
    try {
        action();
    } catch (Error const& error) {
        EXPECT_EQ(error.problems().size(), 1u);
        return error.problems().front();
    }
    ADD_FAILURE() << "no error";
    return {};
}

TEST_F(File, ReadsWhatWasWritten) {
    std::string content(300000, 'x');
    content[5] = '\0';
    content[6] = '\n';
    write_file(folder_ / "a", content);
    EXPECT_EQ(read_file(folder_ / "a"), content);
    write_file(folder_ / "a", "");
    EXPECT_EQ(read_file(folder_ / "a"), "");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(File, NamesTheMissingFileInBothLanguages) {
    fs::path const path = folder_ / "none.toml";
    Problem const problem = problem_of([&] { (void)read_file(path); });
    EXPECT_EQ(render(problem, Language::English), path.string() + ": cannot be read (No such file or directory)");
    EXPECT_EQ(render(problem, Language::Chinese), path.string() + ": 无法读取（没有这个文件或文件夹）");
}

TEST_F(File, RefusesAFolderAndAMissingFolder) {
    EXPECT_EQ(problem_of([&] { (void)read_file(folder_); }).what.en, "cannot be read (Is a directory)");
    EXPECT_EQ(problem_of([&] { write_file(folder_, "x"); }).what.en, "cannot be written (Is a directory)");
    Problem const problem = problem_of([&] { write_file(folder_ / "none" / "a", "x"); });
    EXPECT_EQ(problem.what.en, "cannot be written (No such file or directory)");
    EXPECT_EQ(problem.what.zh, "无法写入（没有这个文件或文件夹）");
    EXPECT_EQ(problem.place.file, (folder_ / "none" / "a").string());
}

TEST_F(File, KeepsThePermissionsOfTheFileItReplaces) {
    write_file(folder_ / "a", "old");
    fs::permissions(folder_ / "a", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    write_file(folder_ / "a", "new");
    EXPECT_EQ(fs::status(folder_ / "a").permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    EXPECT_EQ(read_file(folder_ / "a"), "new");
}

TEST_F(File, GivesANewFileTheUsersUsualPermissions) {
    mode_t const mask = umask(0027);
    write_file(folder_ / "a", "x");
    umask(mask);
    EXPECT_EQ(static_cast<unsigned>(fs::status(folder_ / "a").permissions()), 0640u);
}

TEST_F(File, WritesThroughASymbolicLink) {
    write_file(folder_ / "real", "old");
    fs::create_symlink("real", folder_ / "link");
    write_file(folder_ / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(read_file(folder_ / "real"), "new");
}

TEST_F(File, WritesIntoADeviceAndReportsItsFullness) {
    write_file("/dev/null", "x");
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_EQ(problem_of([&] { write_file("/dev/full", "x"); }).what.en, "cannot be written (No space left on device)");
}

// A limit on the size of files stands in for a full disk; it is set in a child process, which reports by exit code.
TEST_F(File, LeavesTheOldFileAndNoTraceWhenTheDiskIsFull) {
    write_file(folder_ / "a", "old");
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        (void)std::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{1000, 1000};
        setrlimit(RLIMIT_FSIZE, &limit);
        int outcome = 1;
        try {
            write_file(folder_ / "a", std::string(5000, 'x'));
        } catch (Error const& error) {
            outcome = error.problems()[0].what.en == "cannot be written (File too large)" ? 0 : 2;
        }
        _exit(outcome);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(read_file(folder_ / "a"), "old");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(File, LeavesTheOldFileInAFolderThatCannotBeWritten) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    write_file(folder_ / "a", "old");
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    Problem const problem = problem_of([&] { write_file(folder_ / "a", "new"); });
    fs::permissions(folder_, fs::perms::owner_all);
    EXPECT_EQ(problem.what.en, "cannot be written (Permission denied)");
    EXPECT_EQ(read_file(folder_ / "a"), "old");
}

TEST(Sha256, GivesThePublishedDigests) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(File, GrowsPieceByPieceAndAppearsWhenFinished) {
    FileWriter writer(folder_ / "a");
    writer.write("one ");
    writer.write("");
    EXPECT_FALSE(fs::exists(folder_ / "a"));
    writer.write("two");
    writer.finish();
    EXPECT_EQ(read_file(folder_ / "a"), "one two");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(File, LeavesNothingWhenNotFinished) {
    write_file(folder_ / "a", "old");
    {
        FileWriter writer(folder_ / "a");
        writer.write("new");
    }
    EXPECT_EQ(read_file(folder_ / "a"), "old");
    EXPECT_EQ(entries(), 1u);
}

} // namespace
} // namespace casus
