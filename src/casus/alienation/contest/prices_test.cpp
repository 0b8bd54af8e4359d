#include "casus/alienation/contest/prices.hpp"

#include "casus/alienation/contest/sampled.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::contest {
namespace {

struct Played {
    World world = random_world({.seed = 21, .actors = 14});
    Parameters parameters = random_parameters(21);
    Play game{world};
    std::size_t options = alienation::option_count(world);

    Played() { play(world, parameters, {}, game.at, game, {.tolerance = 1e-12}); }
};

TEST(Prices, MarginalShareIsTheSlopeOfTheShare) {
    Played const p;
    Contest const& contest = p.game.ground.contest;
    for (std::size_t s = 0; s < contest.sides; ++s)
        for (std::size_t c = 0; c < contest.cells; ++c) {
            Equilibrium more = p.game.at;
            more.pull[contest.at(s, c)] += 1e-6 * contest.gain[contest.at(s, c)];
            add_up(contest, more);
            double const slope = (more.share(contest, s, c) - p.game.at.share(contest, s, c)) / 1e-6;
            EXPECT_NEAR(marginal_share(contest, p.game.at, s, c), slope, 1e-4 * (1.0 + slope));
        }
}

TEST(Prices, PriceOfLeadTiesTheLead) {
    Played const p;
    Contest const& contest = p.game.ground.contest;
    std::size_t priced = 0;
    for (std::size_t s = 0; s < contest.sides; ++s)
        for (std::size_t c = 0; c < contest.cells; ++c) {
            auto const price = price_of_lead(p.game.ground, p.game.at, p.options, s, c);
            ASSERT_EQ(price.has_value(),
                      contest.gain[contest.at(s, c)] > 0.0 || leading(p.game.ground, p.game.at, p.options, c) == s);
            if (!price || *price == 0.0) continue;
            ++priced;
            Equilibrium more = p.game.at;
            more.pull[contest.at(s, c)] += *price * contest.gain[contest.at(s, c)];
            add_up(contest, more);
            double best = 0.0;
            for (std::size_t o = 0; o < p.options; ++o)
                if (o != s) best = std::max(best, share_of(p.game.ground, more, o, c));
            EXPECT_NEAR(share_of(p.game.ground, more, s, c), best, 1e-12);
        }
    EXPECT_GT(priced, contest.cells / 2);
}

TEST(Prices, WhoIsPaidReturnsThePriceOfMoneyAndWhoIsNotReturnsLess) {
    Played const p;
    std::size_t const issues = p.world.size().issues;
    for (std::size_t s = 0; s < p.game.ground.contest.sides; ++s)
        for (std::size_t n = 0; n < p.world.size().assessed; ++n) {
            Courted const courted = court(p.game.ground, p.game.at, p.game.evaluated, s, n, issues);
            if (courted.spent > 1e-9)
                EXPECT_NEAR(courted.worthwhile, 1.0, 1e-4);
            else
                EXPECT_LE(courted.worthwhile, 1.0 + 1e-4);
        }
}

TEST(Prices, BoughtAreThoseWhoseLeadChangedAndTheBuyerPaid) {
    Played const p;
    auto const all = bought(p.game.ground, p.game.at, p.options);
    ASSERT_FALSE(all.empty());
    for (Bought const& b : all) {
        EXPECT_NE(b.before, b.after);
        EXPECT_LT(b.after, p.game.ground.contest.sides) << "spending brings no passive option to the lead";
        EXPECT_GT(b.paid, 0.0);
    }
}

TEST(Prices, BeingCourtedIsAGainAndBeingPressedIsNone) {
    Played const p;
    double const temperature = p.parameters[Parameter::Temperature];
    std::size_t const issues = p.world.size().issues;
    Contest const& contest = p.game.ground.contest;
    double pressed = 0.0;
    for (std::size_t n = 0; n < p.world.size().assessed; ++n) {
        auto const gain = [&](Equilibrium const& at) {
            return gained_by(p.game.ground, at, p.game.evaluated, temperature, n, issues);
        };
        Equilibrium unpressed = p.game.at;
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c)
            if (p.game.ground.by_pressure[c]) {
                pressed += unpressed.spending(contest, 0, c);
                unpressed.pull[c] = 0.0;
            }
        add_up(contest, unpressed);
        double value = 0.0; // without pressure the value of a stance, τ ln Σ e^{U/τ}, grows with the sum of all weights
        for (std::size_t c = n * issues; c < (n + 1) * issues; ++c)
            value += temperature * p.game.evaluated.weight[c] * std::log(unpressed.total[c]);
        EXPECT_NEAR(gain(p.game.at), value, 1e-12);
        EXPECT_EQ(gain(p.game.at), gain(unpressed));
    }
    EXPECT_GT(pressed, 0.0);
}

} // namespace
} // namespace casus::contest
