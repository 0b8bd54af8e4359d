#include "casus/measure/hostility.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace casus::measure {
namespace {

std::vector<double> from_1900(std::vector<HostileEvent> const& events, std::size_t years = 40,
                              HostilityParameters const& parameters = {}) {
    std::vector<double> out(years);
    hostilities(events, 1900, parameters, out);
    return out;
}

double plain(std::vector<HostileEvent> const& events, int year, HostilityParameters const& p = {}) {
    double sum = 0.0;
    for (HostileEvent const& e : events)
        if (e.year < year) sum += e.weight * e.intensity * e.scope * std::pow(2.0, -(year - e.year) / p.half_life);
    return std::max(p.floor, 1.0 - std::exp(-sum));
}

std::vector<HostileEvent> const some{{.year = 1870, .weight = 3.0, .intensity = 1.0, .scope = 0.5},
                                     {.year = 1911, .weight = 1.0, .intensity = 0.5, .scope = 0.5},
                                     {.year = 1899, .weight = 0.4, .intensity = 0.25, .scope = 0.75},
                                     {.year = 1911, .weight = 1.0, .intensity = 0.75, .scope = 0.8},
                                     {.year = 1939, .weight = 9.0}};

TEST(Hostility, IsTheSumThatTheFormulaSays) {
    for (HostilityParameters const& p : {HostilityParameters{}, HostilityParameters{.half_life = 3.0, .floor = 0.2}}) {
        auto const g = from_1900(some, 45, p);
        for (std::size_t n = 0; n < g.size(); ++n) ASSERT_NEAR(g[n], plain(some, 1900 + static_cast<int>(n), p), 1e-13);
    }
}

TEST(Hostility, OfAWarIsHalvedInItsExponentAfterTenYears) {
    auto const g = from_1900({{.year = 1900, .weight = std::log(2.0)}});
    EXPECT_EQ(g[0], 0.01); // the year itself does not count
    EXPECT_NEAR(g[1], 1.0 - std::exp2(-std::exp2(-0.1)), 1e-15);
    EXPECT_NEAR(g[10], 1.0 - std::sqrt(0.5), 1e-15);
    EXPECT_NEAR(g[20], 1.0 - std::exp2(-0.25), 1e-15);
}

TEST(Hostility, OfWhoDidNothingIsTheFloor) {
    for (double const g : from_1900({})) EXPECT_EQ(g, 0.01);
    for (double const g : from_1900({{.year = 1950}})) EXPECT_EQ(g, 0.01);
}

TEST(Hostility, RisesWithWhatEventsAreAndStaysBelowOne) {
    auto const before = from_1900(some);
    std::vector<std::function<void(HostileEvent&)>> const more{
        [](auto& e) { e.weight *= 1.5; }, [](auto& e) { e.intensity = 1.0; }, [](auto& e) { e.scope = 0.9; }};
    for (auto const& raise : more) {
        auto worse = some;
        raise(worse[2]);
        auto const after = from_1900(worse);
        for (std::size_t n = 0; n < after.size(); ++n) {
            ASSERT_GT(after[n], before[n]);
            ASSERT_LE(after[n], 1.0);
        }
    }
    auto oftener = some;
    oftener.push_back({.year = 1920, .weight = 0.1});
    auto const after = from_1900(oftener);
    for (std::size_t n = 0; n < after.size(); ++n) {
        ASSERT_GE(after[n], before[n]);
        ASSERT_EQ(after[n] > before[n], n > 20);
    }
}

TEST(Hostility, IsMissingAfterAnEventOfWhichSomethingIsMissing) {
    auto const g = from_1900({{.year = 1910, .weight = 1.0, .intensity = std::numeric_limits<double>::quiet_NaN()}});
    EXPECT_EQ(g[10], 0.01);
    EXPECT_TRUE(std::isnan(g[11]));
    EXPECT_TRUE(std::isnan(g[39]));
}

TEST(Hostility, ReadsLevelsAndNumbersOfStates) {
    EXPECT_EQ(dispute_intensity(1), 0.0);
    EXPECT_EQ(dispute_intensity(4), 0.75);
    EXPECT_EQ(dispute_intensity(5), 1.0);
    EXPECT_TRUE(std::isnan(dispute_intensity(-9)));
    EXPECT_EQ(scope_of(2), 0.5);
    EXPECT_GT(scope_of(30), scope_of(29));
    EXPECT_TRUE(std::isnan(scope_of(1)));
}

} // namespace
} // namespace casus::measure
