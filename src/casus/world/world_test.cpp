#include "casus/world/world.hpp"

#include "casus/world/random_world.hpp"
#include "casus/world/test_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus {
namespace {

using namespace small;

/// To the bit; figures that are not given (NaN) are the same as each other.
bool same_values(World const& a, World const& b) {
    for (QuantityInfo const& q : all_quantities())
        if (!std::ranges::equal(a.values(q.quantity), b.values(q.quantity),
                                [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); }))
            return false;
    return true;
}

World drawn(World const& world, std::uint64_t seed, std::uint32_t run) {
    World into = world;
    world.draw(seed, run, into);
    return into;
}

TEST(World, LaysFiguresOutAsTheirExtentSays) {
    World const world = small_builder().build();
    for (QuantityInfo const& q : all_quantities()) {
        std::size_t const n = world.values(q.quantity).size();
        switch (q.extent) {
        case Extent::System:
            EXPECT_EQ(n, 1u);
            break;
        case Extent::Actor:
            EXPECT_EQ(n, 7u);
            break;
        case Extent::Issue:
            EXPECT_EQ(n, 2u);
            break;
        case Extent::Cell:
            EXPECT_EQ(n, 3u * 2u);
            break;
        case Extent::SideCell:
            EXPECT_EQ(n, 4u * 3u * 2u);
            break;
        case Extent::Dyad:
            EXPECT_EQ(n, 49u);
            break;
        case Extent::Endowment:
            EXPECT_EQ(n, 0u);
            break;
        }
    }
    EXPECT_EQ(world.title().zh, "小");
    EXPECT_EQ(world.year(), Year{2021});
    EXPECT_EQ(world.actor(gbr).code, "GBR");
    EXPECT_EQ(world.issue(values).code, "values");
}

TEST(Draw, IsAFunctionOfSeedAndRunOnly) {
    World const world = random_world({.seed = 3});
    World const first = drawn(world, 7, 5);
    World scratch = world;
    world.draw(7, 6, scratch);
    EXPECT_FALSE(same_values(first, scratch));
    world.draw(8, 5, scratch);
    EXPECT_FALSE(same_values(first, scratch));
    EXPECT_FALSE(same_values(first, world));
    world.draw(7, 5, scratch); // after others, into what they left behind
    EXPECT_TRUE(same_values(first, scratch));
    EXPECT_TRUE(same_values(first, drawn(world, 7, 5)));
}

TEST(Draw, MovesOnlyWhatHasASpread) {
    World const world = random_world({.seed = 4});
    World const moved = drawn(world, 1, 1);
    std::size_t uncertain = 0;
    std::size_t changed = 0;
    for (QuantityInfo const& q : all_quantities()) {
        for (std::size_t n = 0; n < world.values(q.quantity).size(); ++n) {
            double const before = world.value(q.quantity, n);
            double const after = moved.value(q.quantity, n);
            bool const same = before == after || (std::isnan(before) && std::isnan(after));
            if (world.sd(q.quantity, n) == 0.0) {
                ASSERT_TRUE(same) << q.key << ' ' << n;
                continue;
            }
            ++uncertain;
            changed += same ? 0 : 1;
        }
    }
    EXPECT_GT(uncertain, 500u);
    EXPECT_GT(changed, uncertain * 9 / 10); // a figure at the end of its range may be clipped back to where it was
}

TEST(Draw, StaysInRange) {
    WorldBuilder builder = small_builder();
    builder.set({.quantity = Quantity::Land, .actor = "FRA"}, figure(0.9, 5.0));
    builder.set({.quantity = Quantity::Depth, .actor = "FRA"}, figure(0.1, 5.0));
    builder.set({.quantity = Quantity::Match, .actor = "FRA", .partner = "CHN", .issue = "values"}, figure(0.0, 5.0));
    World const world = builder.build();
    World into = world;
    bool below = false;
    std::size_t at_low = 0;
    std::size_t at_high = 0;
    for (std::uint32_t run = 0; run < 200; ++run) {
        world.draw(1, run, into);
        double const land = into.value(Quantity::Land, fra.index());
        ASSERT_TRUE(0.0 <= land && land <= 1.0);
        ASSERT_GE(into.value(Quantity::Depth, fra.index()), 0.001);
        at_low += land == 0.0 ? 1 : 0;
        at_high += land == 1.0 ? 1 : 0;
        below = below || into.value(Quantity::Match, into.side_cell(1, into.cell(1, values))) < -1.0;
    }
    EXPECT_GT(at_low, 50u);
    EXPECT_GT(at_high, 50u);
    EXPECT_TRUE(below); // a match knows no bounds
}

struct Moments {
    double sum = 0.0;
    double squares = 0.0;
    void add(double x) {
        sum += x;
        squares += x * x;
    }
};

TEST(Draw, HasTheMeanAndSpreadGivenAndFiguresMoveApart) {
    constexpr std::uint32_t draws = 20000;
    WorldBuilder builder = small_builder();
    // Four neighbours in the array, so that they share a block of random numbers, and one far away.
    for (char const* actor : {"CHN", "RUS", "GBR", "FRA"})
        builder.set({.quantity = Quantity::Gdp, .actor = actor}, figure(10.0, 0.5), 1);
    builder.set({.quantity = Quantity::ExitCost, .actor = "FRA"}, figure(10.0, 0.5));
    World const world = builder.build();
    World into = world;
    std::vector<Moments> own(5);
    Moments product[5][5];
    for (std::uint32_t run = 0; run < draws; ++run) {
        world.draw(9, run, into);
        std::vector<double> z;
        for (ActorId const a : {chn, rus, gbr, fra}) z.push_back((into.value(Quantity::Gdp, a.index()) - 10.0) / 0.5);
        z.push_back((into.value(Quantity::ExitCost, fra.index()) - 10.0) / 0.5);
        for (std::size_t a = 0; a < z.size(); ++a) {
            own[a].add(z[a]);
            for (std::size_t b = 0; b < a; ++b) product[a][b].add(z[a] * z[b]);
        }
    }
    double const n = draws;
    double const four_errors = 4.0 / std::sqrt(n);
    for (std::size_t a = 0; a < own.size(); ++a) {
        EXPECT_NEAR(own[a].sum / n, 0.0, four_errors);
        EXPECT_NEAR(own[a].squares / n, 1.0, four_errors * std::sqrt(2.0));
        for (std::size_t b = 0; b < a; ++b) EXPECT_NEAR(product[a][b].sum / n, 0.0, four_errors);
    }
}

TEST(Draw, ASpreadMoreLeavesTheOthersAsTheyWere) {
    WorldBuilder builder = random_builder({.seed = 5});
    World const before = drawn(builder.build(), 1, 1);
    builder.set({.quantity = Quantity::ExitCost, .actor = "A004"}, {0.2, 0.05, {}, {}}, 1);
    World const with = builder.build();
    World const after = drawn(with, 1, 1);
    std::size_t differing = 0;
    for (QuantityInfo const& q : all_quantities())
        for (std::size_t n = 0; n < after.values(q.quantity).size(); ++n) {
            double const x = before.value(q.quantity, n);
            double const y = after.value(q.quantity, n);
            if (x == y || (std::isnan(x) && std::isnan(y))) continue;
            ++differing;
            EXPECT_EQ(q.quantity, Quantity::ExitCost);
            EXPECT_EQ(n, 4u);
        }
    EXPECT_EQ(differing, 1u);
}

TEST(Draw, AFigureThatHoldsBothWaysIsOneFigure) {
    WorldBuilder builder = small_builder();
    builder.set({.quantity = Quantity::Barrier, .actor = "RUS", .partner = "GBR"}, figure(0.5, 0.1));
    builder.set({.quantity = Quantity::Barrier, .actor = "GBR", .partner = "FRA"}, figure(0.5, 0.1));
    builder.set({.quantity = Quantity::Barrier, .actor = "FRA", .partner = "GBR"}, figure(0.5, 0.1));
    builder.set({.quantity = Quantity::Barrier, .actor = "BRA", .partner = "USA"}, figure(0.5, 0.1)); // last, first
    builder.set({.quantity = Quantity::Hostility, .actor = "FRA", .partner = "GBR"}, figure(0.5, 0.1));
    builder.set({.quantity = Quantity::Hostility, .actor = "GBR", .partner = "FRA"}, figure(0.5, 0.1));
    builder.set({.quantity = Quantity::Trade, .actor = "USA", .partner = "BRA"}, figure(5e9, 1e9));
    builder.set({.quantity = Quantity::Trade, .actor = "FRA", .partner = "BRA"}, figure(5e9, 1e9));
    builder.set({.quantity = Quantity::Trade, .actor = "BRA", .partner = "FRA"}, figure(5e9, 1e9));
    World const world = builder.build();
    World into = world;
    for (std::uint32_t run = 0; run < 20; ++run) {
        world.draw(1, run, into);
        auto const value = [&](Quantity q, ActorId a, ActorId b) { return into.value(q, into.dyad(a, b)); };
        for (auto const& [a, b] : {std::pair(rus, gbr), std::pair(gbr, fra), std::pair(usa, bra)}) {
            EXPECT_EQ(value(Quantity::Barrier, a, b), value(Quantity::Barrier, b, a));
            EXPECT_NE(value(Quantity::Barrier, a, b), 0.5);
        }
        EXPECT_EQ(value(Quantity::Trade, usa, bra), value(Quantity::Trade, bra, usa));
        EXPECT_NE(value(Quantity::Trade, fra, bra), value(Quantity::Trade, bra, fra)); // two reports
        EXPECT_NE(value(Quantity::Hostility, gbr, fra), value(Quantity::Hostility, fra, gbr));
        EXPECT_NE(value(Quantity::Barrier, rus, gbr), value(Quantity::Barrier, gbr, fra));
    }
}

} // namespace
} // namespace casus
