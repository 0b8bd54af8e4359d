// Spellings that mean the same have the same key, and others do not.
#include "casus/data/codes/place_name.hpp"

#include <gtest/gtest.h>

namespace casus::data {
namespace {

TEST(PlaceName, ForgetsOrderCaseAccentsAndShortenings) {
    EXPECT_EQ(name_key("Korea, South"), "korea south");
    EXPECT_EQ(name_key("South Korea"), "korea south");
    EXPECT_EQ(name_key("Côte d’Ivoire"), name_key("COTE D'IVOIRE"));
    EXPECT_EQ(name_key("St. Kitts & Nevis"), name_key("Saint Kitts and Nevis"));
    EXPECT_EQ(name_key("Congo, Dem. Rep."), name_key("Democratic Republic of the Congo"));
    EXPECT_EQ(name_key("U.S.A."), "usa");
    EXPECT_EQ(name_key("  Bosnia-Herzegovina "), "bosnia herzegovina");
    EXPECT_EQ(name_key("刚果（金）"), name_key("刚果(金)"));
    EXPECT_EQ(name_key(" , "), "");
}

TEST(PlaceName, KeepsWhatTellsStatesApart) {
    EXPECT_NE(name_key("Guinea"), name_key("Guinea-Bissau"));
    EXPECT_NE(name_key("Dominica"), name_key("Dominican Republic"));
    EXPECT_NE(name_key("Niger"), name_key("Nigeria"));
    EXPECT_NE(name_key("C\xf4te d'Ivoire"), name_key("Côte d'Ivoire")) << "not UTF-8";
}

TEST(PlaceName, LeavesOutFormsOfGovernment) {
    EXPECT_EQ(key_without_government(name_key("Kingdom of Norway")), "norway");
    EXPECT_EQ(key_without_government(name_key("阿富汗伊斯兰共和国")), "阿富汗");
    EXPECT_EQ(key_without_government(name_key("Republic")), "");
}

} // namespace
} // namespace casus::data
