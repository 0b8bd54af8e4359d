#include "casus/ensemble/spread.hpp"

#include "casus/base/random.hpp"
#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace casus::ensemble {
namespace {

constexpr std::size_t outputs = 19; // more than two chunks of columns, and not a multiple

/// Outputs that hang on figures, parameters and their products.
void evaluate(World const& world, Parameters const& parameters, std::span<double> out) {
    auto const sensitivity = world.values(Quantity::Sensitivity);
    for (std::size_t o = 0; o < out.size(); ++o)
        out[o] = sensitivity[o] * parameters[Parameter::ThreatPower] + static_cast<double>(o) -
                 parameters[Parameter::Erosion];
}

struct Setting {
    World world = random_world({.seed = 8});
    Parameters parameters = random_parameters(8);

    [[nodiscard]] Spread sample(Sampling const& sampling) const {
        return ensemble::sample(world, parameters, sampling, outputs, [] { return Evaluate(evaluate); });
    }
};

/// Every output's draws, sorted; one draw at a time.
std::vector<std::vector<double>> sorted_draws(Setting const& setting, std::uint64_t seed, std::size_t draws) {
    std::vector<std::vector<double>> columns(outputs);
    World world = setting.world;
    Parameters parameters = setting.parameters;
    std::vector<double> row(outputs);
    for (std::uint32_t d = 0; d < draws; ++d) {
        setting.world.draw(seed, d, world);
        setting.parameters.draw(seed, d, parameters);
        evaluate(world, parameters, row);
        for (std::size_t o = 0; o < outputs; ++o) columns[o].push_back(row[o]);
    }
    for (auto& column : columns) std::ranges::sort(column);
    return columns;
}

double quantile_of_sorted(std::vector<double> const& sorted, double p) {
    double const at = p * static_cast<double>(sorted.size() - 1);
    double const below = std::floor(at);
    auto const n = static_cast<std::size_t>(below);
    return n + 1 == sorted.size() ? sorted[n] : sorted[n] + (at - below) * (sorted[n + 1] - sorted[n]);
}

TEST(Sample, QuantilesAndMeansAreThoseOfTheSortedDraws) {
    Setting const setting;
    for (std::size_t const draws : {1u, 2u, 3u, 15u, 16u, 17u, 20u, 21u, 101u, 500u}) {
        Spread const spread = setting.sample({.seed = 6, .draws = draws, .threads = 2});
        auto const columns = sorted_draws(setting, 6, draws);
        ASSERT_EQ(spread.mean.size(), outputs);
        ASSERT_EQ(spread.interval.size(), outputs);
        for (std::size_t o = 0; o < outputs; ++o) {
            double sum = 0.0;
            for (double const x : columns[o]) sum += x;
            EXPECT_NEAR(spread.mean[o], sum / static_cast<double>(draws), 1e-12) << draws << ' ' << o;
            EXPECT_EQ(spread.interval[o].low, quantile_of_sorted(columns[o], 0.05)) << draws << ' ' << o;
            EXPECT_EQ(spread.interval[o].high, quantile_of_sorted(columns[o], 0.95)) << draws << ' ' << o;
        }
    }
}

TEST(Sample, OneDrawIsItsOwnInterval) {
    Setting const setting;
    Spread const spread = setting.sample({.seed = 2, .draws = 1, .threads = 8});
    for (std::size_t o = 0; o < outputs; ++o) {
        EXPECT_EQ(spread.interval[o].low, spread.mean[o]);
        EXPECT_EQ(spread.interval[o].high, spread.mean[o]);
    }
}

TEST(Sample, IsTheSameToTheBitWhateverTheThreads) {
    Setting const setting;
    auto const bits = [&](std::uint64_t seed, std::size_t threads) {
        Spread const spread = setting.sample({.seed = seed, .draws = 333, .threads = threads});
        std::vector<std::uint64_t> all;
        for (std::size_t o = 0; o < outputs; ++o)
            for (double const x : {spread.mean[o], spread.interval[o].low, spread.interval[o].high})
                all.push_back(std::bit_cast<std::uint64_t>(x));
        return all;
    };
    auto const one = bits(5, 1);
    EXPECT_EQ(one, bits(5, 1));
    EXPECT_EQ(one, bits(5, 2));
    EXPECT_EQ(one, bits(5, 8));
    EXPECT_EQ(one, bits(5, 0)); // as one
    EXPECT_NE(one, bits(6, 1));
}

TEST(Sample, WithoutSpreadsTheIntervalIsAPoint) {
    WorldBuilder builder = random_builder({.seed = 8});
    World const world = builder.build();
    Parameters const parameters = random_parameters(8);
    Spread const spread = sample(world, parameters, {.seed = 1, .draws = 50, .threads = 2}, 1, [] {
        return [](World const& w, Parameters const&, std::span<double> out) { out[0] = w.value(Quantity::Power, 0); };
    });
    EXPECT_EQ(spread.interval[0].low, world.value(Quantity::Power, 0));
    EXPECT_EQ(spread.interval[0].high, world.value(Quantity::Power, 0));
}

TEST(Sample, CoversANormalParameterAsItShould) {
    Setting const setting;
    auto const p = Parameter::ThreatConstant; // unbounded
    Spread const spread = sample(setting.world, setting.parameters, {.seed = 3, .draws = 20000, .threads = 2}, 1, [&] {
        return [&](World const&, Parameters const& drawn, std::span<double> out) { out[0] = drawn[p]; };
    });
    double const sd = setting.parameters.sd(p);
    EXPECT_NEAR(spread.mean[0], setting.parameters[p], 4.0 * sd / std::sqrt(20000.0));
    // The sampling error of a 5 % quantile is √(p(1−p)/n)/φ(z) ≈ 0.015 sd.
    EXPECT_NEAR(spread.interval[0].low, setting.parameters[p] - 1.6449 * sd, 0.06 * sd);
    EXPECT_NEAR(spread.interval[0].high, setting.parameters[p] + 1.6449 * sd, 0.06 * sd);
}

TEST(Sample, GivesEveryThreadItsOwnScratch) {
    Setting const setting;
    std::atomic<std::size_t> made{0};
    auto const make = [&] {
        ++made;
        return [scratch = std::vector<double>(outputs)](World const& w, Parameters const& p,
                                                        std::span<double> out) mutable {
            evaluate(w, p, scratch);
            std::ranges::copy(scratch, out.begin());
        };
    };
    Spread const shared = sample(setting.world, setting.parameters, {.seed = 5, .draws = 200, .threads = 4}, outputs,
                                 [&] { return Evaluate(make()); });
    EXPECT_GE(made, 1u);
    EXPECT_LE(made, 4u);
    EXPECT_EQ(shared.mean, setting.sample({.seed = 5, .draws = 200, .threads = 1}).mean);
}

TEST(Sample, LetsFailuresThrough) {
    Setting const setting;
    EXPECT_THROW((void)sample(setting.world, setting.parameters, {.seed = 1, .draws = 100, .threads = 2}, 1,
                              [] {
                                  return [](World const&, Parameters const&, std::span<double>) {
                                      throw std::runtime_error("no equilibrium");
                                  };
                              }),
                 std::runtime_error);
}

} // namespace
} // namespace casus::ensemble
