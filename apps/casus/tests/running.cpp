#include "running.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

namespace casus::app {

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

} // namespace

Ran casus(std::vector<std::string> const& words, Setting const& setting) {
    case_file::TemporaryFolder const folder;
    std::string const out = setting.out.empty() ? (folder.path() / "out").string() : setting.out.string();
    std::string const err = (folder.path() / "err").string();
    std::string const where = setting.folder.string();

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, where.c_str());
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);

    std::vector<std::string> arguments{CASUS_PROGRAM};
    arguments.insert(arguments.end(), words.begin(), words.end());
    std::vector<std::string> environment{"LC_ALL=" + setting.locale, "PATH=/usr/bin:/bin"};
    pid_t child = 0;
    int const failure =
        posix_spawn(&child, CASUS_PROGRAM, &actions, nullptr, pointers(arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        ADD_FAILURE() << "cannot run " << CASUS_PROGRAM;
        return {};
    }
    int state = 0;
    waitpid(child, &state, 0);
    return {WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state),
            setting.out.empty() ? read_file(out) : std::string{}, read_file(err)};
}

} // namespace casus::app
