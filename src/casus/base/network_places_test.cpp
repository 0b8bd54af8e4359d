#include "casus/base/network_places.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace casus {
namespace {

NetworkSite site(double latitude, double longitude) { return {Coordinates{Degrees{latitude}, Degrees{longitude}}, 0}; }

/// The capitals of the shipped case by the code of their state.
std::map<std::string, Coordinates> capitals() {
    std::string const file = CASUS_SOURCE_DIR "/cases/us-alliance-system-2021.figures.csv";
    std::map<std::string, Coordinates> found;
    for (CsvRow const& row : read_csv(read_file(file), file)) {
        if (row.size() < 5) continue;
        if (row[0].text == "latitude") found[row[1].text].latitude = Degrees{std::stod(row[4].text)};
        if (row[0].text == "longitude") found[row[1].text].longitude = Degrees{std::stod(row[4].text)};
    }
    return found;
}

/// The least distance of two places, vertical ones weighted as a box one and a half times as wide as high has it.
double closest(std::vector<NetworkPlace> const& places) {
    double least = 10;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j)
            least = std::min(least,
                             std::max(std::abs(places[i].x - places[j].x), 1.5 * std::abs(places[i].y - places[j].y)));
    return least;
}

void expect_within(std::vector<NetworkPlace> const& places) {
    for (NetworkPlace const& place : places) {
        EXPECT_GE(place.x, 0.0);
        EXPECT_LE(place.x, 1.0);
        EXPECT_GE(place.y, 0.0);
        EXPECT_LE(place.y, 0.75);
    }
}

} // namespace

TEST(NetworkPlaces, CapitalsOfTheShippedCaseDoNotTouch) {
    std::vector<NetworkSite> sites;
    for (auto const& [code, where] : capitals()) sites.push_back({where, 0});
    ASSERT_GT(sites.size(), 40U);
    std::vector<NetworkPlace> const places = network_places(sites);
    expect_within(places);
    EXPECT_GT(closest(places), 0.08);
}

TEST(NetworkPlaces, WestStaysWestAndNorthStaysNorthOfThoseAfar) {
    auto const where = capitals();
    std::vector<std::string> const codes{"USA", "GBR", "DEU", "TUR", "CHN", "JPN", "AUS", "NOR"};
    std::vector<NetworkSite> sites;
    for (std::string const& code : codes) sites.push_back({where.at(code), 0});
    std::vector<NetworkPlace> const places = network_places(sites);
    for (std::size_t i = 1; i < 6; ++i) EXPECT_LT(places[i - 1].x, places[i].x) << codes[i];
    EXPECT_GT(places[7].y, places[3].y);
    for (std::size_t i = 0; i < 8; ++i) EXPECT_TRUE(i == 6 || places[6].y < places[i].y) << codes[i];
}

TEST(NetworkPlaces, TheMapIsCutWhereTheWidestGapIs) {
    std::vector<NetworkSite> const pacific{site(35, 140), site(0, 175), site(0, -175), site(40, -120)};
    std::vector<NetworkPlace> const places = network_places(pacific);
    for (std::size_t i = 1; i < places.size(); ++i) EXPECT_LT(places[i - 1].x, places[i].x);
}

TEST(NetworkPlaces, OneTownIsNoOnePlace) {
    std::vector<NetworkSite> const sites(5, site(50, 4));
    std::vector<NetworkPlace> const places = network_places(sites);
    expect_within(places);
    EXPECT_GT(closest(places), 0.1);
}

TEST(NetworkPlaces, WithoutCoordinatesGroupsLieTogetherOnAnEllipse) {
    std::vector<NetworkSite> const sites{{{}, 1}, {{}, 0}, {{}, 1}, {{}, 0}};
    std::vector<NetworkPlace> const places = network_places(sites);
    auto const expect_at = [&](std::size_t i, double x, double y) {
        EXPECT_NEAR(places[i].x, x, 1e-12);
        EXPECT_NEAR(places[i].y, y, 1e-12);
    };
    expect_at(1, 0.5, 0.75); // the first of the first group on top, then clockwise
    expect_at(3, 1.0, 0.375);
    expect_at(0, 0.5, 0.0);
    expect_at(2, 0.0, 0.375);
}

TEST(NetworkPlaces, ThoseWithoutCoordinatesLieAroundTheMap) {
    std::vector<NetworkSite> sites{site(50, 0), site(40, 20), site(60, 10), {{}, 0}, {{}, 0}};
    std::vector<NetworkPlace> const places = network_places(sites);
    expect_within(places);
    auto const radius = [&](std::size_t i) {
        return std::hypot((places[i].x - 0.5) / 0.5, (places[i].y - 0.375) / 0.375);
    };
    for (std::size_t i = 0; i < 3; ++i) EXPECT_LT(radius(i), 0.9);
    for (std::size_t i = 3; i < 5; ++i) EXPECT_NEAR(radius(i), 1.0, 1e-12);
}

TEST(NetworkPlaces, NoSitesHaveNoPlacesAndALoneOneLiesInTheMiddle) {
    EXPECT_TRUE(network_places({}).empty());
    std::vector<NetworkSite> const lone{site(50, 4)};
    EXPECT_EQ(network_places(lone)[0].x, 0.5);
    EXPECT_EQ(network_places(lone)[0].y, 0.375);
}

} // namespace casus
