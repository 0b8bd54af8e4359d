// Frustration and triangles against every division into two blocs looked at one by one.
#include "casus/base/random.hpp"
#include "casus/measure/configuration/signed_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::configuration {
namespace {

/// Each pair tied with probability `density`, an enemy with `enemies`.
SignedNetwork random_network(std::size_t actors, double density, double enemies, std::uint64_t seed) {
    SignedNetwork network;
    std::uint32_t drawn = 0;
    for (std::size_t i = 0; i < actors; ++i) {
        network.actors.push_back("N" + std::to_string(i + 1));
        for (std::size_t j = 0; j < i; ++j) {
            auto const u = uniforms({.seed = seed, .purpose = Purpose::Test}, drawn++);
            if (u[0] < density) network.ties.push_back({j, i, u[1] < enemies ? -1 : 1});
        }
    }
    return network;
}

std::size_t frustrated_by(SignedNetwork const& network, std::uint64_t division) {
    std::size_t many = 0;
    for (SignedTie const& tie : network.ties)
        if (((division >> tie.from ^ division >> tie.to) & 1) == (tie.sign < 0 ? 0u : 1u)) ++many;
    return many;
}

std::size_t fewest(SignedNetwork const& network) {
    std::size_t least = network.ties.size();
    for (std::uint64_t division = 0; division < std::uint64_t{1} << (network.actors.size() - 1); ++division)
        least = std::min(least, frustrated_by(network, division));
    return least;
}

TEST(Balance, FrustrationIsTheFewestOfAllDivisions) {
    for (std::size_t actors = 2; actors <= 16; actors += 2)
        for (double density : {0.2, 0.5, 1.0})
            for (std::uint64_t seed = 1; seed <= 3; ++seed) {
                SignedNetwork const network = random_network(actors, density, 0.5, seed);
                Frustration const found = frustration(network, 10'000'000);
                EXPECT_TRUE(found.proven());
                EXPECT_EQ(found.frustrated.size(), fewest(network)) << actors << " " << density << " " << seed;
            }
}

TEST(Balance, TiesNamedAsFrustratedAreThoseOfTheBlocs) {
    SignedNetwork const network = random_network(14, 0.6, 0.4, 9);
    Frustration const found = frustration(network, 10'000'000);
    std::uint64_t division = 0;
    for (std::size_t i = 0; i < 14; ++i) division |= std::uint64_t{found.blocs[i]} << i;
    EXPECT_EQ(found.frustrated.size(), frustrated_by(network, division));
    for (std::size_t const t : found.frustrated) {
        SignedTie const& tie = network.ties[t];
        EXPECT_EQ(found.blocs[tie.from] == found.blocs[tie.to], tie.sign < 0);
    }
}

TEST(Balance, TwoCampsAreBalancedWhateverTheTies) {
    SignedNetwork network = random_network(40, 0.3, 0.0, 2);
    for (SignedTie& tie : network.ties) tie.sign = (tie.from % 3 == 0) == (tie.to % 3 == 0) ? 1 : -1;
    Frustration const found = frustration(network, 1'000'000);
    EXPECT_TRUE(found.proven());
    EXPECT_TRUE(found.frustrated.empty());
    auto const by_enemies = triangles(network);
    EXPECT_GT(by_enemies[0] + by_enemies[2], 0u);
    EXPECT_EQ(by_enemies[1] + by_enemies[3], 0u);
}

TEST(Balance, TrianglesAreThoseOfAllTriples) {
    SignedNetwork const network = random_network(15, 0.5, 0.5, 4);
    std::vector<int> sign(15 * 15, 0);
    for (SignedTie const& tie : network.ties) sign[tie.from * 15 + tie.to] = sign[tie.to * 15 + tie.from] = tie.sign;
    std::array<std::uint64_t, 4> expected{};
    for (std::size_t i = 0; i < 15; ++i)
        for (std::size_t j = 0; j < i; ++j)
            for (std::size_t k = 0; k < j; ++k) {
                int const a = sign[i * 15 + j];
                int const b = sign[i * 15 + k];
                int const c = sign[j * 15 + k];
                if (a != 0 && b != 0 && c != 0) ++expected[static_cast<std::size_t>((a < 0) + (b < 0) + (c < 0))];
            }
    EXPECT_EQ(triangles(network), expected);
}

TEST(Balance, AnUnfinishedSearchKeepsABoundBelow) {
    SignedNetwork const network = random_network(16, 1.0, 0.5, 5);
    std::size_t const index = fewest(network);
    for (std::uint64_t nodes : {1u, 10u, 100u}) {
        Frustration const found = frustration(network, nodes);
        EXPECT_LE(found.bound, index);
        EXPECT_GE(found.frustrated.size(), index);
    }
}

TEST(Balance, PartsWithoutTiesAreCounted) {
    SignedNetwork const network{.actors = {"a", "b", "c", "d", "e"}, .ties = {{0, 2, 1}, {4, 3, -1}}};
    EXPECT_EQ(components(network), (std::vector<std::size_t>{0, 1, 0, 2, 2}));
}

} // namespace
} // namespace casus::configuration
