#include "casus/world/case_file/country_name.hpp"

#include <gtest/gtest.h>

namespace casus::case_file {
namespace {

TEST(CountryName, ComesInBothLanguages) {
    EXPECT_EQ(country_name("USA").en, "United States");
    EXPECT_EQ(country_name("USA").zh, "美国");
    EXPECT_EQ(country_name("KOR").en, "South Korea");
    EXPECT_EQ(country_name("KOR").zh, "韩国");
    EXPECT_EQ(country_name("DEU").zh, "德国");
    EXPECT_EQ(country_name("VNM").en, "Vietnam");
}

TEST(CountryName, IsEmptyForAnyOtherWord) {
    EXPECT_TRUE(country_name("US").empty());
    EXPECT_TRUE(country_name("usa").empty());
    EXPECT_TRUE(country_name("NATO").empty());
    EXPECT_TRUE(country_name("").empty());
}

} // namespace
} // namespace casus::case_file
