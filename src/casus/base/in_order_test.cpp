#include "casus/base/in_order.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>

namespace casus {
namespace {

TEST(InOrder, TakesEverythingInOrderWhateverTheThreads) {
    std::vector<std::size_t> expected(200);
    std::iota(expected.begin(), expected.end(), 0U);
    for (std::size_t const threads : {1U, 2U, 7U}) {
        std::vector<std::size_t> taken;
        make_in_parallel_take_in_order(
            200, threads, [](std::size_t i) { return std::to_string(i); },
            [&](std::size_t i, std::string const& made) {
                EXPECT_EQ(made, std::to_string(i));
                taken.push_back(i);
            });
        EXPECT_EQ(taken, expected);
    }
    make_in_parallel_take_in_order(
        0, 2, [](std::size_t i) { return i; }, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(InOrder, MakesOnlyAFewThingsAhead) {
    std::atomic<std::size_t> made = 0;
    make_in_parallel_take_in_order(
        100, 2, [&](std::size_t i) { return ++made, i; },
        [&](std::size_t i, std::size_t) { EXPECT_LE(made.load(), i + 4); });
}

TEST(InOrder, RethrowsTheLowestFailureAndTakesNothingAfterIt) {
    for (bool const in_make : {true, false}) {
        std::size_t last = 0;
        auto const fail_at = [](std::size_t i) {
            if (i == 5 || i == 6) throw std::runtime_error(std::to_string(i));
        };
        try {
            make_in_parallel_take_in_order(
                50, 4,
                [&](std::size_t i) {
                    if (in_make) fail_at(i);
                    return i;
                },
                [&](std::size_t i, std::size_t) {
                    if (!in_make) fail_at(i);
                    last = i;
                });
            FAIL() << "no exception";
        } catch (std::runtime_error const& error) { EXPECT_STREQ(error.what(), "5"); }
        EXPECT_EQ(last, 4U);
    }
}

} // namespace
} // namespace casus
