#include "casus/data/import/seen.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace casus::data {
namespace {

Fingerprint print_of(std::vector<std::string> const& cells) {
    Fingerprint print;
    for (std::string const& cell : cells) print.add(cell);
    return print;
}

TEST(Seen, KnowsARowByWhereItsCellsEnd) {
    std::vector<std::vector<std::string>> const rows = {
        {"ab", "c"},  {"a", "bc"},  {"abc", ""}, {"", "abc"},           {"abcdefgh", ""},           {"", "abcdefgh"},
        {"1", "2"},   {"2", "1"},   {"12", ""},  {"abcdefghi", "jklm"}, {std::string(1, '\0'), ""}, {"", ""},
        {"", "", ""}, {"-9", "-9"}, {"-9-9"},    {"-9", "-9", ""}};
    Seen seen;
    for (auto const& row : rows) EXPECT_FALSE(seen.insert(print_of(row))) << testing::PrintToString(row);
    for (auto const& row : rows) EXPECT_TRUE(seen.insert(print_of(row))) << testing::PrintToString(row);
}

TEST(Seen, KeepsWhatItHasSeenAsItGrows) {
    Seen seen;
    auto const print = [](std::uint64_t i) {
        Fingerprint result;
        result.add(i % 1000); // as dyad-years: a few states, a few years, all combinations
        result.add(i / 1000);
        return result;
    };
    std::size_t repeated = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i) repeated += seen.insert(print(i));
    EXPECT_EQ(repeated, 0u);
    for (std::uint64_t i = 0; i < 200'000; ++i) repeated += seen.insert(print(i));
    EXPECT_EQ(repeated, 200'000u);
}

} // namespace
} // namespace casus::data
