#include "casus/dilemma/explain.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/offence.hpp"
#include "casus/dilemma/remedy.hpp"
#include "casus/dilemma/tie.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace casus::dilemma {
namespace {

struct TotalAndSum {
    double total = 0.0;
    double sum = 0.0;
    std::size_t terms = 0;
};

/// Totals by key with the sum of the terms under each.
std::map<std::string, TotalAndSum> totals_of(Ledger const& ledger) {
    std::map<std::string, TotalAndSum> all;
    std::string key;
    for (LedgerLine const& line : ledger.lines) {
        if (line.level == 0) {
            key = line.key;
            EXPECT_TRUE(all.try_emplace(key, TotalAndSum{*line.value, 0.0, 0}).second) << ledger.id << ' ' << key;
        } else if (line.level == 1) {
            all.at(key).sum += *line.value;
            ++all.at(key).terms;
        }
    }
    return all;
}

/// A world with links, every other allegiance given, so that no rule is left out.
WorldBuilder linked_builder(std::uint64_t seed) {
    return random_builder({.seed = seed, .actors = 10, .challengers = 1 + seed % 3, .partners = 0, .branches = 2});
}

TEST(ExplainDilemma, TermsAddUpToEveryTotal) {
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        World const plain = linked_builder(seed).build();
        std::vector<double> links(plain.values(Quantity::Linkage).begin(), plain.values(Quantity::Linkage).end());
        for (std::size_t n = 0; n < links.size(); ++n) links[n] = static_cast<double>(n % 7) / 10.0;
        World const linked = plain.with(Quantity::Linkage, links);
        std::vector<double> allegiance(linked.values(Quantity::Allegiance).begin(),
                                       linked.values(Quantity::Allegiance).end());
        for (std::size_t n = 0; n < allegiance.size(); n += 2) allegiance[n] = 0.6;
        World const world = linked.with(Quantity::Allegiance, allegiance);
        Parameters const parameters = random_parameters(seed);
        std::size_t totals = 0;
        for (std::string const& path : explainable(world)) {
            Ledger const ledger = explain(world, parameters, path);
            EXPECT_EQ(ledger.id, path);
            for (auto const& [key, each] : totals_of(ledger)) {
                if (key == "alignment" && world.rivals().size() < 2) continue; // no pair
                EXPECT_GT(each.terms, 0u) << path << ' ' << key;
                EXPECT_NEAR(each.total, each.sum, 1e-12) << path << ' ' << key;
                ++totals;
            }
        }
        EXPECT_GT(totals, 100u);
    }
}

TEST(ExplainDilemma, TotalsAreTheNumbersOfTheLens) {
    World const world = linked_builder(2).build();
    Parameters const parameters = random_parameters(2);
    Evaluation const e(world, parameters);
    for (std::size_t i = 0; i < e.in().members; ++i) {
        auto const own = totals_of(explain_member(e, i));
        EXPECT_EQ(own.at("abandonment").total, e.central[e.plan.at(OfMember::Abandonment, i)]);
        EXPECT_EQ(own.at("entrapment").total, e.central[e.plan.at(OfMember::Entrapment, i)]);
        auto const leaders = totals_of(explain_leader_tie(e, i));
        EXPECT_EQ(leaders.at("abandonment").total, e.central[e.plan.at(OfMember::LeaderAbandonment, i)]);
        EXPECT_EQ(leaders.at("entrapment").total, e.central[e.plan.at(OfMember::LeaderEntrapment, i)]);
        for (std::size_t m = 0; m < e.in().rivals; ++m) {
            auto const pair = totals_of(explain_pair(e, i, m));
            EXPECT_EQ(pair.at("conflict").total, e.central[e.plan.at(OfPair::Conflict, i, m)]);
            double const begins = 1.0 / (1.0 + std::exp(-pair.at("initiation").sum));
            EXPECT_NEAR(begins, e.central[e.plan.at(OfPair::Initiation, i, m)], 1e-14);
        }
    }
}

TEST(ExplainDilemma, NamesTheNearestOfPathsThatAreNone) {
    World const world = linked_builder(3).build();
    try {
        (void)explain(world, random_parameters(3), "dilemma/sytem");
        FAIL();
    } catch (Error const& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'dilemma/system'?"), std::string::npos) << error.what();
    }
}

TEST(PartsOfJoined, AddUpAndKeepTheirOrder) {
    for (std::vector<double> const& chances :
         {std::vector<double>{0.2, 0.5, 0.0}, {1.0, 0.3}, {0.0, 0.0}, {}, {1e-17, 1e-9}}) {
        double spared = 1.0;
        for (double const a : chances) spared *= 1.0 - a;
        auto const parts = parts_of_joined(chances);
        double sum = 0.0;
        for (double const part : parts) sum += part;
        EXPECT_NEAR(sum, 1.0 - spared, 1e-12);
    }
    auto const parts = parts_of_joined({0.2, 0.5, 0.0});
    EXPECT_GT(parts[1], parts[0]);
    EXPECT_EQ(parts[2], 0.0);
}

TEST(Dominant, IsTheRiskWhoseIntervalLiesAbove) {
    auto const risk = [](double value, double low, double high) { return Number{value, 2, Interval{low, high}}; };
    EXPECT_EQ(dominant_of(risk(0.5, 0.4, 0.6), risk(0.2, 0.1, 0.3)), Dominant::Abandonment);
    EXPECT_EQ(dominant_of(risk(0.2, 0.1, 0.3), risk(0.5, 0.4, 0.6)), Dominant::Entrapment);
    EXPECT_EQ(dominant_of(risk(0.5, 0.2, 0.6), risk(0.2, 0.1, 0.3)), Dominant::Both);
    EXPECT_EQ(dominant_of(risk(0.05, 0.0, 0.6), risk(0.2, 0.1, 0.3)), Dominant::Neither);
    EXPECT_EQ(dominant_of(risk(0.3, 0.3, 0.3), risk(0.3, 0.3, 0.3)), Dominant::Both); // touching is not above
}

/// Central outputs under a remedy less those of the base, all members or one.
std::vector<double> moves(WorldBuilder const& builder, Parameters const& parameters, std::string const& named) {
    World const base = WorldBuilder(builder).build();
    Altered const altered = apply(remedy(base, named), builder, parameters);
    Evaluation const before(base, parameters);
    Evaluation const after(altered.world, altered.parameters);
    std::vector<double> difference(before.central.size());
    for (std::size_t n = 0; n < difference.size(); ++n) difference[n] = after.central[n] - before.central[n];
    return difference;
}

/// Budget to spare, so that a change of one tie reaches the others through conflict alone.
WorldBuilder slack_builder(std::uint64_t seed) {
    WorldBuilder builder = linked_builder(seed);
    builder.set({.quantity = Quantity::PromiseBudget}, {.value = 100.0, .sd = 0.0, .basis = {}, .place = {}});
    return builder;
}

TEST(Remedy, MovesTheRisksAsThePaperSays) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        WorldBuilder const builder = slack_builder(seed);
        Parameters const parameters = random_parameters(seed);
        World const world = WorldBuilder(builder).build();
        Evaluation const e(world, parameters);
        auto const at = [&](OfMember which) { return e.plan.at(which, 0); };
        std::string const only = ":" + e.member(0).code;

        auto const loopholes = moves(builder, parameters, "loopholes" + only);
        EXPECT_GE(loopholes[at(OfMember::Abandonment)], 0.0) << seed;
        EXPECT_LE(loopholes[at(OfMember::LeaderEntrapment)], 0.0) << seed;
        auto const reassured = moves(builder, parameters, "reassure" + only);
        EXPECT_LE(reassured[at(OfMember::Abandonment)], 0.0) << seed;
        auto const conditional = moves(builder, parameters, "conditional" + only);
        EXPECT_LE(conditional[at(OfMember::LeaderEntrapment)], 0.0) << seed;
        EXPECT_NEAR(conditional[at(OfMember::Promise)], 0.0, 1e-15) << seed;
        auto const autonomy = moves(builder, parameters, "autonomy" + only);
        EXPECT_LE(autonomy[at(OfMember::Entrapment)], 0.0) << seed;
        EXPECT_GE(autonomy[at(OfMember::LeaderAbandonment)], 0.0) << seed;
        auto const abroad = moves(builder, parameters, "out-of-area" + only);
        EXPECT_GE(abroad[at(OfMember::Entrapment)], 0.0) << seed;
        auto const more = moves(builder, parameters, "contribute" + only);
        EXPECT_LE(more[e.plan.at(OfSystem::Load)], 1e-12) << seed;
    }
}

TEST(Remedy, RefusesWhatIsNoneAndWhoIsNoMember) {
    World const world = linked_builder(1).build();
    std::string const member = world.actor(world.assessed()[0]).code;
    std::string const rival = world.actor(world.rivals()[0]).code;
    for (std::string const& name : remedy_names()) {
        EXPECT_FALSE(remedy(world, name).changes.empty());
        EXPECT_FALSE(remedy(world, name + ":" + member).changes.empty());
        EXPECT_THROW((void)remedy(world, name + ":" + rival), Error);
    }
    try {
        (void)remedy(world, "loopholse");
        FAIL();
    } catch (Error const& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'loopholes'?"), std::string::npos) << error.what();
    }
}

TEST(Offence, ChainsWhereAttackPaysAndPassesTheBuckWhereDefenceDoes) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        World const world = slack_builder(seed).build();
        Parameters const parameters = random_parameters(seed);
        auto const rows = offence_rows(world, parameters);
        ASSERT_EQ(rows.size(), 4u);
        EXPECT_EQ(rows[0].advantage, world.value(Quantity::OffenceAdvantage));
        for (std::size_t n = 2; n < rows.size(); ++n) {
            EXPECT_GE(rows[n].conflict, rows[n - 1].conflict) << seed;
            EXPECT_GE(rows[n].dragged, rows[n - 1].dragged) << seed;
            EXPECT_GE(rows[n].allegiance, rows[n - 1].allegiance) << seed;
            EXPECT_LE(rows[n].abandonment, rows[n - 1].abandonment) << seed;
        }
    }
}

} // namespace
} // namespace casus::dilemma
