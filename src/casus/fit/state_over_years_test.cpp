#include "casus/fit/state_over_years.hpp"

#include "casus/base/error.hpp"

#include <gtest/gtest.h>

namespace casus::fit {
namespace {

TEST(StateOverYears, TakesCodesInTheOrderOfWorldsFromTheStore) {
    EXPECT_EQ(state_over_years("AUS", 1990, 2020), 900); // Australia; AUS is COW's Austria
    EXPECT_EQ(state_over_years("305", 1990, 2020), 305);
    EXPECT_EQ(state_over_years("GMY", 1995, 2020), 255); // COW letters where ISO has none
    EXPECT_EQ(state_over_years("GB", 1990, 2020), 200);
    EXPECT_EQ(state_over_years("Soviet Union", 1975, 1991), 365);
}

TEST(StateOverYears, RefusesOneCodeForSeveralStates) {
    EXPECT_THROW((void)state_over_years("DEU", 1985, 1995), Error);
    EXPECT_THROW((void)state_over_years("Atlantis", 1985, 1995), Error);
}

} // namespace
} // namespace casus::fit
