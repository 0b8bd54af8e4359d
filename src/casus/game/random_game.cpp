#include "casus/game/random_game.hpp"

#include "casus/base/parallel.hpp"
#include "casus/base/random.hpp"
#include "casus/game/constructions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace casus::game {

namespace {

using Four = std::array<double, 4>;

RandomKey key_for(std::uint64_t seed, std::uint32_t run) {
    return {.seed = seed, .run = run, .year = 0, .purpose = Purpose::Test, .i = 0};
}

/// v(S) = shape(|S|, draw of S) with one draw per coalition, four at a time.
DenseGame independent(std::size_t n, std::size_t threads, std::function<Four(std::uint32_t)> const& draw,
                      std::function<double(double, double)> const& shape) {
    std::vector<double> values(std::size_t{1} << n);
    parallel_for((values.size() + 3) / 4, 1 << 14, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t block = first; block < last; ++block) {
            Four const four = draw(static_cast<std::uint32_t>(block));
            for (std::size_t k = 0; k < 4 && 4 * block + k < values.size(); ++k)
                values[4 * block + k] = shape(static_cast<double>(size_of(4 * block + k)), four[k]);
        }
    });
    values[0] = 0.0;
    return {n, std::move(values)};
}

std::vector<double> per_player(std::size_t n, std::uint64_t seed) {
    std::vector<double> draws(n);
    for (std::size_t i = 0; i < n; ++i) draws[i] = uniforms(key_for(seed, 1), static_cast<std::uint32_t>(i / 4))[i % 4];
    return draws;
}

DenseGame agent_based(std::size_t n, std::uint64_t seed, std::size_t threads) {
    std::vector<double> const strength = per_player(n, seed);
    std::vector<double> values(std::size_t{1} << n);
    parallel_for(values.size(), 1 << 14, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (Coalition s = first; s < last; ++s) {
            RandomKey key = key_for(seed, 2);
            key.i = static_cast<std::uint32_t>(s);
            Four four{};
            std::uint32_t drawn = 0;
            for_each_member(s, [&](std::size_t i) {
                if (drawn % 4 == 0) four = uniforms(key, drawn / 4);
                values[s] += 20.0 * strength[i] * four[drawn++ % 4];
            });
        }
    });
    return {n, std::move(values)};
}

DenseGame bankruptcy(std::size_t n, std::uint64_t seed) {
    std::vector<double> const claims = per_player(n, seed);
    double const all = sum_over(everyone(n), claims);
    return DenseGame::tabulate(
        n, [&](Coalition s) { return std::max(0.0, 0.5 * all - sum_over(everyone(n) & ~s, claims)); });
}

DenseGame voting(std::size_t n, std::uint64_t seed) {
    VotingRule rule;
    for (double const u : per_player(n, seed)) rule.weights.push_back(1 + static_cast<std::uint64_t>(50.0 * u));
    rule.quota = rule.total() / 2 + 1;
    return voting_game(std::span(&rule, 1));
}

DenseGame production(std::size_t n, std::uint64_t seed) {
    constexpr std::size_t goods = 5;
    constexpr std::size_t recipes = 4;
    std::vector<double> const draws = per_player(recipes * (goods + 1) + n * goods, seed);
    std::vector<ProductionRecipe> made(recipes);
    std::size_t at = 0;
    for (std::size_t r = 0; r < recipes; ++r) {
        made[r].price = 0.5 + draws[at++];
        for (std::size_t g = 0; g < goods; ++g)
            made[r].uses.push_back(draws[at] < 0.4 && g != r ? 0.0 : draws[at]), ++at;
    }
    std::vector<std::vector<double>> endowments(n);
    for (auto& row : endowments)
        for (std::size_t g = 0; g < goods; ++g) row.push_back(draws[at] < 0.5 ? 0.0 : draws[at]), ++at;
    return production_game(made, endowments, {});
}

DenseGame convex(std::size_t n, std::uint64_t seed) {
    std::vector<double> const own = per_player(n, seed);
    return DenseGame::tabulate(
        n, [&](Coalition s) { return static_cast<double>(size_of(s) * size_of(s)) + sum_over(s, own); });
}

} // namespace

std::string_view name_of(Distribution distribution) {
    constexpr std::array<std::string_view, all_distributions.size()> names{
        "uniform", "normal",     "agent-based", "NDCS",   "bankruptcy",
        "voting",  "production", "small whole", "signed", "convex"};
    return names[static_cast<std::size_t>(distribution)];
}

DenseGame random_game(Distribution distribution, std::size_t n, std::uint64_t seed, std::size_t threads) {
    auto const uniform = [&](std::uint32_t block) { return uniforms(key_for(seed, 0), block); };
    auto const normal = [&](std::uint32_t block) { return normals(key_for(seed, 0), block); };
    switch (distribution) {
    case Distribution::Uniform:
        return independent(n, threads, uniform, [](double size, double u) { return size * u; });
    case Distribution::Normal:
        return independent(n, threads, normal, [](double size, double z) { return size * (1.0 + 0.1 * z); });
    case Distribution::AgentBased:
        return agent_based(n, seed, threads);
    case Distribution::Ndcs:
        return independent(n, threads, normal, [](double size, double z) { return size + std::sqrt(size) * z; });
    case Distribution::Bankruptcy:
        return bankruptcy(n, seed);
    case Distribution::Voting:
        return voting(n, seed);
    case Distribution::Production:
        return production(n, seed);
    case Distribution::SmallWhole:
        return independent(n, threads, uniform, [](double, double u) { return std::floor(5.0 * u); });
    case Distribution::Signed:
        return independent(n, threads, uniform, [](double, double u) { return 2.0 * u - 1.0; });
    case Distribution::Convex:
        break;
    }
    return convex(n, seed);
}

} // namespace casus::game
