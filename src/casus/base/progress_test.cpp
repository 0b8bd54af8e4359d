#include "casus/base/progress.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

namespace casus {
namespace {

/// Sends standard error to another descriptor for as long as it lives.
class StandardErrorTo {
public:
    explicit StandardErrorTo(int descriptor) : kept_(dup(STDERR_FILENO)) { dup2(descriptor, STDERR_FILENO); }
    ~StandardErrorTo() {
        dup2(kept_, STDERR_FILENO);
        close(kept_);
    }
    StandardErrorTo(StandardErrorTo const&) = delete;
    StandardErrorTo& operator=(StandardErrorTo const&) = delete;

private:
    int kept_;
};

void work_for_a_while() {
    Progress progress("sampling", 200);
    progress.advance(50);
    std::this_thread::sleep_for(std::chrono::milliseconds(550));
    progress.advance(50);
}

/// Reads until nothing has come for a while: a pseudo-terminal hands its bytes over late and in pieces.
std::string read_what_comes(int descriptor) {
    std::string all;
    std::array<char, 4096> buffer{};
    pollfd waiting{descriptor, POLLIN, 0};
    while (poll(&waiting, 1, 300) > 0) {
        auto const count = read(descriptor, buffer.data(), buffer.size());
        if (count <= 0) break;
        all.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return all;
}

TEST(Progress, PaintsAShareOnATerminalAndWipesIt) {
    int const master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) GTEST_SKIP() << "no pseudo-terminal to be had";
    std::array<char, 128> name{};
    ASSERT_EQ(ptsname_r(master, name.data(), name.size()), 0);
    int const terminal = open(name.data(), O_RDWR | O_NOCTTY);
    ASSERT_GE(terminal, 0);
    {
        StandardErrorTo const redirected(terminal);
        work_for_a_while();
    }
    EXPECT_EQ(read_what_comes(master), "\rsampling [===============               ]  50 %\x1b[K\r\x1b[K");
    close(terminal);
    close(master);
}

TEST(Progress, IsSilentWhereStandardErrorIsNoTerminal) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe2(ends.data(), O_NONBLOCK), 0);
    {
        StandardErrorTo const redirected(ends[1]);
        work_for_a_while();
    }
    EXPECT_EQ(read_what_comes(ends[0]), "");
    close(ends[0]);
    close(ends[1]);
}

} // namespace
} // namespace casus
