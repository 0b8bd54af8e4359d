#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace casus {
namespace {

std::uint32_t word_of(double uniform) { return static_cast<std::uint32_t>(uniform * 0x1p32); }

/// `count` consecutive blocks of the stream, 4 · count normals.
std::vector<double> stream(RandomKey const& key, std::uint32_t count) {
    std::vector<std::uint32_t> blocks(count);
    std::iota(blocks.begin(), blocks.end(), 0u);
    std::vector<double> out(4 * blocks.size());
    fill_normals(key, blocks, out);
    return out;
}

// The published known answers of Philox 4×32-10 (Salmon et al. 2011), of which the all-zero, the all-ones and the
// π-digit vectors can be asked for through a RandomKey: purposes need not be named ones.
TEST(Random, GivesThePublishedPhiloxWords) {
    auto const zero = uniforms({.seed = 0, .run = 0, .year = 0, .purpose = Purpose{0}, .i = 0}, 0);
    EXPECT_EQ(word_of(zero[0]), 0x6627e8d5u);
    EXPECT_EQ(word_of(zero[1]), 0xe169c58du);
    EXPECT_EQ(word_of(zero[2]), 0xbc57ac4cu);
    EXPECT_EQ(word_of(zero[3]), 0x9b00dbd8u);

    auto const ones = uniforms(
        {.seed = 0xffffffffffffffff, .run = 0xffffffff, .year = 0xffff, .purpose = Purpose{0xffff}, .i = 0xffffffff},
        0xffffffff);
    EXPECT_EQ(word_of(ones[0]), 0x408f276du);
    EXPECT_EQ(word_of(ones[1]), 0x41c83b0eu);
    EXPECT_EQ(word_of(ones[2]), 0xa20bc7c6u);
    EXPECT_EQ(word_of(ones[3]), 0x6d5451fdu);

    auto const pi = uniforms(
        {.seed = 0x299f31d0a4093822, .run = 0x243f6a88, .year = 0x85a3, .purpose = Purpose{0x08d3}, .i = 0x13198a2e},
        0x03707344);
    EXPECT_EQ(word_of(pi[0]), 0xd16cfe09u);
    EXPECT_EQ(word_of(pi[1]), 0x94fdccebu);
    EXPECT_EQ(word_of(pi[2]), 0x5001e420u);
    EXPECT_EQ(word_of(pi[3]), 0x24126ea1u);
}

TEST(Random, UniformsLieInsideTheOpenInterval) {
    for (std::uint32_t block = 0; block < 10000; ++block)
        for (double const u : uniforms({.seed = 4, .purpose = Purpose::Test}, block)) {
            ASSERT_GT(u, 0.0);
            ASSERT_LT(u, 1.0);
        }
}

TEST(Random, FilledNormalsEqualSingleOnesToTheBit) {
    RandomKey const key{.seed = 0x0123456789abcdef, .run = 7, .year = 2021, .purpose = Purpose::Figures, .i = 31};
    for (std::size_t const count : {0u, 1u, 2u, 63u, 64u, 65u, 500u}) {
        std::vector<std::uint32_t> blocks(count);
        for (std::size_t b = 0; b < count; ++b) blocks[b] = static_cast<std::uint32_t>(b * b * 2654435761u);
        std::vector<double> out(4 * count);
        fill_normals(key, blocks, out);
        for (std::size_t b = 0; b < count; ++b) {
            auto const one = normals(key, blocks[b]);
            for (std::size_t c = 0; c < 4; ++c) ASSERT_EQ(out[4 * b + c], one[c]) << count << ' ' << b << ' ' << c;
        }
    }
}

TEST(Random, NumbersDoNotDependOnTheOrderInWhichTheyAreAsked) {
    RandomKey const key{.seed = 5, .purpose = Purpose::Test};
    auto const forward = stream(key, 300);
    std::vector<std::uint32_t> blocks(300);
    std::iota(blocks.rbegin(), blocks.rend(), 0u);
    std::vector<double> backward(1200);
    fill_normals(key, blocks, backward);
    for (std::size_t b = 0; b < 300; ++b)
        for (std::size_t c = 0; c < 4; ++c) ASSERT_EQ(forward[4 * b + c], backward[4 * (299 - b) + c]);
}

TEST(Random, EveryPartOfTheKeyMatters) {
    RandomKey const base{.seed = 1, .run = 2, .year = 3, .purpose = Purpose::Figures, .i = 4};
    std::vector<RandomKey> keys(7, base);
    keys[1].seed = 9;
    keys[2].seed = base.seed | (std::uint64_t{1} << 40);
    keys[3].run = 9;
    keys[4].year = 9;
    keys[5].purpose = Purpose::Parameters;
    keys[6].i = 9;
    std::set<double> firsts{normals(base, 1)[0]};
    for (RandomKey const& key : keys) firsts.insert(normals(key, 0)[0]);
    EXPECT_EQ(firsts.size(), 8u);
}

TEST(Random, NormalsHaveTheMomentsOfTheNormal) {
    auto const xs = stream({.seed = 11, .purpose = Purpose::Test}, 250000);
    double const n = static_cast<double>(xs.size());
    double mean = 0.0;
    double square = 0.0;
    double cube = 0.0;
    double fourth = 0.0;
    for (double const x : xs) {
        mean += x / n;
        square += x * x / n;
        cube += x * x * x / n;
        fourth += x * x * x * x / n;
    }
    // Four standard errors of each moment.
    EXPECT_NEAR(mean, 0.0, 4.0 * std::sqrt(1.0 / n));
    EXPECT_NEAR(square, 1.0, 4.0 * std::sqrt(2.0 / n));
    EXPECT_NEAR(cube, 0.0, 4.0 * std::sqrt(15.0 / n));
    EXPECT_NEAR(fourth, 3.0, 4.0 * std::sqrt(96.0 / n));
}

TEST(Random, TheFourNumbersOfABlockAndNeighbouringStreamsAreUncorrelated) {
    std::uint32_t const count = 100000;
    auto const xs = stream({.seed = 12, .purpose = Purpose::Test, .i = 0}, count);
    auto const ys = stream({.seed = 12, .purpose = Purpose::Test, .i = 1}, count);
    double const error = 4.0 / std::sqrt(static_cast<double>(count));
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t c = 0; c < 4; ++c) {
            double within = 0.0;
            double between = 0.0;
            for (std::size_t b = 0; b < count; ++b) {
                within += xs[4 * b + a] * xs[4 * b + c] / count;
                between += xs[4 * b + a] * ys[4 * b + c] / count;
            }
            EXPECT_NEAR(within, a == c ? 1.0 : 0.0, 2.0 * error);
            EXPECT_NEAR(between, 0.0, error);
        }
}

TEST(Random, NormalsPassKolmogorovSmirnov) {
    auto xs = stream({.seed = 13, .purpose = Purpose::Test}, 50000);
    std::sort(xs.begin(), xs.end());
    double const n = static_cast<double>(xs.size());
    double farthest = 0.0;
    for (std::size_t k = 0; k < xs.size(); ++k) {
        double const expected = 0.5 * std::erfc(-xs[k] / std::sqrt(2.0));
        double const below = static_cast<double>(k) / n;
        farthest = std::max({farthest, std::fabs(expected - below), std::fabs(expected - below - 1.0 / n)});
    }
    EXPECT_LT(farthest * std::sqrt(n), 1.63); // the 1 % point
}

} // namespace
} // namespace casus
