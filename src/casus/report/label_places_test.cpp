#include "casus/report/label_places.hpp"

#include <gtest/gtest.h>

namespace casus::report {

TEST(LabelPlaces, ALoneNameStandsToTheRight) {
    auto const places = label_places({{50, 50, 4, 30}}, {200, 100, 10, {}});
    EXPECT_EQ(places[0].side, 1);
    EXPECT_EQ(places[0].x, 56);
    EXPECT_NEAR(places[0].y, 53.2, 1e-9);
    EXPECT_TRUE(places[0].clear);
    EXPECT_STREQ(text_anchor(places[0]), "start");
}

TEST(LabelPlaces, NamesStayWithinThePicture) {
    auto const places = label_places({{195, 50, 4, 30}}, {200, 100, 10, {}});
    EXPECT_EQ(places[0].side, -1);
    EXPECT_EQ(places[0].x, 189);
    EXPECT_STREQ(text_anchor(places[0]), "end");
    EXPECT_FALSE(label_places({{50, 50, 4, 300}}, {200, 100, 10, {}})[0].clear);
}

TEST(LabelPlaces, NamesEvadeMarksAndEachOther) {
    auto const places = label_places({{50, 50, 4, 30}, {62, 50, 4, 30}}, {200, 100, 10, {}});
    EXPECT_EQ(places[0].side, -1);
    EXPECT_EQ(places[1].side, 1);
    for (LabelPlace const& place : places) EXPECT_TRUE(place.clear);
}

TEST(LabelPlaces, NamesEvadeLines) {
    auto const places = label_places({{50, 50, 4, 30}}, {200, 100, 10, {{50, 50, 150, 50}}});
    EXPECT_EQ(places[0].side, -1);
    auto const up = label_places({{50, 50, 4, 30}}, {200, 100, 10, {{0, 50, 150, 50}}});
    EXPECT_EQ(up[0].side, 0);
    EXPECT_LT(up[0].y, 50);
    EXPECT_STREQ(text_anchor(up[0]), "middle");
}

TEST(LabelPlaces, WhereThereIsNoRoomTheEarlierMarkIsNamed) {
    auto const places = label_places(std::vector<NamedMark>(12, {100, 50, 4, 90}), {200, 100, 10, {}});
    EXPECT_TRUE(places[0].clear);
    EXPECT_FALSE(places[11].clear);
}

} // namespace casus::report
