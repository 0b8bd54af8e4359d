#include "casus/world/threat_ledger.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace casus {
namespace {

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

double any_of(std::vector<double> const& xs) {
    double none = 1.0;
    for (double const x : xs) none *= 1.0 - std::clamp(x, 0.0, 1.0);
    return 1.0 - none;
}

struct Single {
    std::string sender;
    double threat = 0.0;
    double score = 0.0; ///< sum of the terms below it
    std::size_t terms = 0;
};

/// The single threats of a ledger, each with the sum of its terms of level 1.
std::vector<Single> singles(Ledger const& ledger) {
    std::vector<Single> found;
    for (LedgerLine const& line : ledger.lines) {
        if (line.level == 0 && line.key.starts_with("A")) found.push_back({line.key, *line.value, 0.0, 0});
        if (line.level != 1) continue;
        found.back().score += *line.value;
        ++found.back().terms;
    }
    return found;
}

double total(Ledger const& ledger, std::string const& key) {
    auto const line = std::ranges::find(ledger.lines, key, &LedgerLine::key);
    return line == ledger.lines.end() ? std::nan("") : line->value.value();
}

TEST(ThreatLedger, TheTermsAddUpAndTheTotalsAreTheMeasures) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        World const world = random_world({.seed = seed});
        Parameters const parameters = random_parameters(seed);
        Threats threats(world);
        assess_threats(world, parameters, ThreatJoin::Either, threats);
        for (std::size_t i = 0; i < world.size().actors; ++i) {
            ActorId const actor{i};
            Ledger const ledger = threat_ledger(world, parameters, threats, actor);
            EXPECT_EQ(ledger.id, "threat/" + world.actor(actor).code);
            EXPECT_EQ(total(ledger, "threat"), threats.total[i]);
            EXPECT_EQ(total(ledger, "shortfall"), threats.shortfall[i]);
            EXPECT_EQ(total(ledger, "need"), threats.need(actor));

            auto const found = singles(ledger);
            auto const environment = world.environment(actor);
            ASSERT_EQ(found.size(), environment.size());
            std::vector<double> joined;
            for (Single const& single : found) {
                EXPECT_EQ(single.terms, 6u);
                auto const sender = std::ranges::find(
                    environment, single.sender, [&](ActorId id) -> std::string const& { return world.actor(id).code; });
                ASSERT_NE(sender, environment.end());
                EXPECT_EQ(single.threat, threats.from(world, actor, *sender));
                double const above = single.score - parameters[Parameter::ThreatReference];
                EXPECT_NEAR(single.threat, std::min(1.0, 2.0 * logistic(above)), 1e-12);
                joined.push_back(single.threat);
            }
            EXPECT_NEAR(any_of(joined), threats.total[i], 1e-12);
            EXPECT_TRUE(std::ranges::is_sorted(joined, std::ranges::greater{}));
            auto const strongest = std::ranges::find(world.actors(), found.front().sender, &Actor::code);
            ASSERT_NE(strongest, world.actors().end());
            EXPECT_NE(ledger.summary.en.find(strongest->name.en), std::string::npos);
            EXPECT_NE(ledger.summary.zh.find(strongest->name.zh), std::string::npos);
        }
    }
}

TEST(ThreatLedger, ShowsEveryFigureThatMovesAThreat) {
    World const world = random_world({.seed = 2});
    Parameters const parameters = random_parameters(2);
    Threats threats(world);
    assess_threats(world, parameters, ThreatJoin::Either, threats);
    Ledger const ledger = threat_ledger(world, parameters, threats, world.assessed()[0]);
    for (Quantity const q :
         {Quantity::Power, Quantity::Depth, Quantity::Distance, Quantity::Contiguity, Quantity::Barrier, Quantity::Land,
          Quantity::SeaAir, Quantity::Landlocked, Quantity::Offence, Quantity::Hostility}) {
        bool const shown = std::ranges::any_of(ledger.lines, [&](LedgerLine const& line) {
            return line.level == 2 && line.term.en == info(q).label.en && !line.source.en.empty();
        });
        EXPECT_TRUE(shown) << info(q).key;
    }
    auto const& reference = all_parameters()[static_cast<std::size_t>(Parameter::ThreatReference)].meaning.en;
    EXPECT_TRUE(std::ranges::any_of(ledger.lines, [&](LedgerLine const& line) { return line.term.en == reference; }));
}

} // namespace
} // namespace casus
