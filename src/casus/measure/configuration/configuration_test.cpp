// Minima, basins and best partitions against every partition looked at one by one.
#include "casus/base/error.hpp"
#include "casus/measure/configuration/best_blocs.hpp"
#include "casus/measure/configuration/descent.hpp"
#include "casus/measure/configuration/minima.hpp"
#include "casus/measure/configuration/pivots.hpp"
#include "casus/measure/configuration/random_landscape.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace casus::configuration {
namespace {

double energy_by_definition(Landscape const& landscape, Blocs const& blocs) {
    double sum = 0.0;
    for (std::size_t i = 0; i < landscape.count(); ++i)
        for (std::size_t j = 0; j < landscape.count(); ++j)
            if (i != j && blocs[i] != blocs[j])
                sum += landscape.sizes[i] * landscape.sizes[j] * landscape.propensity(i, j);
    return sum;
}

/// Partition `number`: actor i > 0 apart from actor 0 where bit i − 1 is set.
Blocs partition_of(std::size_t actors, std::size_t number) {
    Blocs blocs(actors, 0);
    for (std::size_t i = 1; i < actors; ++i) blocs[i] = static_cast<std::uint8_t>(number >> (i - 1) & 1);
    return blocs;
}

struct PlainMinimum {
    bool strict = true;
    std::uint64_t basin = 0;
};

/// Minima and basins from the definition: all energies, and a walk down from every partition.
std::map<Blocs, PlainMinimum> plain_minima(WholeWeights const& weights) {
    std::size_t const n = weights.actors;
    std::size_t const count = std::size_t{1} << (n - 1);
    std::vector<std::int64_t> sums(count);
    for (std::size_t x = 0; x < count; ++x) sums[x] = apart(weights, partition_of(n, x));
    auto const moved = [&](std::size_t x, std::size_t actor) {
        return actor == 0 ? x ^ (count - 1) : x ^ (std::size_t{1} << (actor - 1));
    };
    std::map<Blocs, PlainMinimum> minima;
    for (std::size_t x = 0; x < count; ++x) {
        std::size_t at = x;
        for (;;) {
            std::size_t down = at;
            for (std::size_t actor = 0; actor < n; ++actor)
                if (sums[moved(at, actor)] < sums[down]) down = moved(at, actor);
            if (down == at) break;
            at = down;
        }
        PlainMinimum& minimum = minima[partition_of(n, at)];
        ++minimum.basin;
        for (std::size_t actor = 0; actor < n; ++actor)
            if (sums[moved(at, actor)] == sums[at]) minimum.strict = false;
    }
    return minima;
}

void expect_the_same(Minima const& found, std::map<Blocs, PlainMinimum> const& plain, std::size_t actors) {
    ASSERT_EQ(found.found.size(), plain.size()) << actors;
    for (Minimum const& minimum : found.found) {
        auto const at = plain.find(minimum.blocs);
        ASSERT_NE(at, plain.end()) << actors;
        EXPECT_EQ(minimum.basin, at->second.basin) << actors;
        EXPECT_EQ(minimum.strict, at->second.strict) << actors;
    }
}

TEST(Configuration, MinimaAndBasinsAreThoseOfEveryPartition) {
    for (std::size_t actors = 2; actors <= 16; ++actors)
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            WholeWeights const weights = whole_weights(random_landscape(actors, seed));
            ASSERT_TRUE(weights.exact);
            expect_the_same(local_minima(weights, {.threads = 2}), plain_minima(weights), actors);
        }
}

TEST(Configuration, TiesGoToTheLowestActor) {
    for (std::size_t actors = 3; actors <= 11; ++actors) { // equal sizes, all enemies: hardly anything but ties
        Landscape landscape = random_landscape(actors, 1);
        std::fill(landscape.sizes.begin(), landscape.sizes.end(), 1.0);
        std::fill(landscape.propensities.begin(), landscape.propensities.end(), -1.0);
        WholeWeights const weights = whole_weights(landscape);
        expect_the_same(local_minima(weights, {}), plain_minima(weights), actors);
    }
}

TEST(Configuration, ManyMinimaNeedWiderCells) {
    std::size_t const actors = 13; // four pairs of enemies that ignore all others: 2^8 minima
    Landscape landscape = random_landscape(actors, 1);
    std::fill(landscape.propensities.begin(), landscape.propensities.end(), 0.0);
    for (std::size_t i = 0; i + 1 < actors - 4; i += 2) landscape.set_propensity(i, i + 1, -1.0);
    WholeWeights const weights = whole_weights(landscape);
    Minima const found = local_minima(weights, {});
    EXPECT_GT(found.found.size(), 224u);
    EXPECT_EQ(found.memory, 3 * found.partitions);
    expect_the_same(found, plain_minima(weights), actors);
}

TEST(Configuration, EnergiesAreThoseOfTheDefinition) {
    Landscape const landscape = random_landscape(9, 5);
    WholeWeights const weights = whole_weights(landscape);
    for (std::size_t x = 0; x < 256; ++x) {
        Blocs const blocs = partition_of(9, x);
        double const expected = energy_by_definition(landscape, blocs);
        EXPECT_NEAR(weights.energy_of(apart(weights, blocs)), expected, 1e-9 * (1.0 + std::fabs(expected)));
        double sum = 0.0;
        for (std::size_t i = 0; i < 9; ++i) sum += frustration_of(weights, blocs, i);
        EXPECT_NEAR(sum, expected, 1e-9 * (1.0 + std::fabs(expected)));
    }
}

TEST(Configuration, WeightsThatAreNoDecimalsAreRounded) {
    Landscape landscape = random_landscape(8, 3);
    for (double& size : landscape.sizes) size = std::sqrt(size);
    WholeWeights const weights = whole_weights(landscape);
    EXPECT_FALSE(weights.exact);
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NEAR(static_cast<double>(weights.at(i, j)) / weights.scale,
                        landscape.sizes[i] * landscape.sizes[j] * landscape.propensity(i, j), 1e-6);
}

TEST(Configuration, BasinsBeyondTheMemoryAreLeftOutAndMinimaAreNot) {
    WholeWeights const weights = whole_weights(random_landscape(12, 2));
    Minima const all = local_minima(weights, {});
    Minima const capped = local_minima(weights, {.memory = 100});
    ASSERT_EQ(capped.found.size(), all.found.size());
    EXPECT_EQ(capped.memory, 2048u);
    for (std::size_t m = 0; m < all.found.size(); ++m) {
        EXPECT_TRUE(all.found[m].basin);
        EXPECT_FALSE(capped.found[m].basin);
        EXPECT_EQ(capped.found[m].blocs, all.found[m].blocs);
    }
}

TEST(Configuration, ThreadsDoNotMatter) {
    WholeWeights const weights = whole_weights(random_landscape(17, 6));
    Minima const one = local_minima(weights, {.threads = 1});
    Minima const three = local_minima(weights, {.threads = 3});
    ASSERT_EQ(one.found.size(), three.found.size());
    std::uint64_t sum = 0;
    for (std::size_t m = 0; m < one.found.size(); ++m) {
        EXPECT_EQ(one.found[m].blocs, three.found[m].blocs);
        EXPECT_EQ(one.found[m].basin, three.found[m].basin);
        sum += *one.found[m].basin;
    }
    EXPECT_EQ(sum, one.partitions);
}

TEST(Configuration, TooManyMinimaAreRefused) {
    Landscape landscape = random_landscape(22, 1);
    std::fill(landscape.propensities.begin(), landscape.propensities.end(), 0.0);
    EXPECT_THROW((void)local_minima(whole_weights(landscape), {}), Error);
}

/// Calls visit(blocs) for every partition into at most `most_blocs` blocs.
template <class Visit>
void every_partition(Blocs& blocs, std::size_t at, std::size_t used, std::size_t most, Visit const& visit) {
    if (at == blocs.size()) {
        visit(blocs);
        return;
    }
    for (std::size_t b = 0; b < std::min(used + 1, most); ++b) {
        blocs[at] = static_cast<std::uint8_t>(b);
        every_partition(blocs, at + 1, std::max(used, b + 1), most, visit);
    }
}

TEST(Configuration, BestPartitionsAreTheBestOfAll) {
    for (std::size_t actors = 1; actors <= 9; ++actors)
        for (std::size_t most : {std::size_t{1}, std::size_t{2}, std::size_t{3}, actors})
            for (std::uint64_t seed = 1; seed <= 3; ++seed) {
                WholeWeights const weights = whole_weights(random_landscape(actors, seed));
                std::int64_t least = std::numeric_limits<std::int64_t>::max();
                Blocs blocs(actors, 0);
                every_partition(blocs, 0, 0, std::min(most, actors),
                                [&](Blocs const& each) { least = std::min(least, apart(weights, each)); });
                BestBlocs const best = best_blocs(weights, {.most_blocs = most});
                EXPECT_TRUE(best.proven());
                EXPECT_EQ(best.apart, least) << actors << " actors, " << most << " blocs, seed " << seed;
                EXPECT_EQ(apart(weights, best.blocs), least);
            }
}

TEST(Configuration, TwoBlocsSearchedAndEnumeratedAgree) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        WholeWeights const weights = whole_weights(random_landscape(16, seed));
        EXPECT_EQ(best_blocs(weights, {.most_blocs = 2}).apart, local_minima(weights, {}).found.front().apart);
    }
}

TEST(Configuration, ASearchThatGivesUpKeepsABoundBelowTheBest) {
    for (std::uint64_t nodes : {1u, 20u, 400u, 8000u}) {
        WholeWeights const weights = whole_weights(random_landscape(14, 7));
        BestBlocs const given_up = best_blocs(weights, {.most_blocs = 3, .most_nodes = nodes});
        BestBlocs const best = best_blocs(weights, {.most_blocs = 3});
        ASSERT_TRUE(best.proven());
        EXPECT_LE(given_up.bound, best.apart);
        EXPECT_GE(given_up.apart, best.apart);
        EXPECT_EQ(apart(weights, given_up.blocs), given_up.apart);
    }
}

TEST(Configuration, ThePivotIsWhereAnotherPartitionBecomesBest) {
    for (std::size_t most : {2u, 3u}) {
        Landscape const landscape = random_landscape(8, 4);
        WholeWeights const weights = whole_weights(landscape);
        BestBlocs const best = best_blocs(weights, {.most_blocs = most});
        auto const found = pivots(landscape, weights, best, {.most_blocs = most}, 1);
        ASSERT_EQ(found.size(), 28u);
        for (Pivot const& pivot : found) {
            ASSERT_TRUE(pivot.proven);
            auto const after = [&](double share) {
                Landscape changed = landscape;
                changed.set_propensity(pivot.first, pivot.second,
                                       landscape.propensity(pivot.first, pivot.second) + share * pivot.change);
                return std::pair(energy_by_definition(changed, best.blocs), energy_by_definition(changed, pivot.then));
            };
            auto const [stays, not_yet] = after(0.99);
            auto const [falls, overtakes] = after(1.01);
            EXPECT_LE(stays, not_yet);
            EXPECT_GE(falls, overtakes);
            Landscape changed = landscape;
            changed.set_propensity(pivot.first, pivot.second,
                                   landscape.propensity(pivot.first, pivot.second) + 0.98 * pivot.change);
            WholeWeights const then = whole_weights(changed);
            EXPECT_NEAR(then.energy_of(best_blocs(then, {.most_blocs = most}).apart),
                        energy_by_definition(changed, best.blocs), 1e-6);
        }
    }
}

} // namespace
} // namespace casus::configuration
