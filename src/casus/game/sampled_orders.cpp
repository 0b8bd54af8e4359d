#include "casus/game/sampled_value.hpp"

#include "casus/base/error.hpp"
#include "casus/base/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::game {

namespace {

/// Order of arrival number `pair`, by Fisher and Yates.
void draw_order(std::vector<std::size_t>& order, std::uint64_t seed, std::uint32_t pair) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    RandomKey const key{.seed = seed, .run = pair, .year = 0, .purpose = Purpose::Coalitions, .i = 0};
    std::array<double, 4> four{};
    for (std::size_t k = 0; k + 1 < order.size(); ++k) {
        if (k % 4 == 0) four = uniforms(key, static_cast<std::uint32_t>(k / 4));
        auto const jump = static_cast<std::size_t>(four[k % 4] * static_cast<double>(order.size() - k));
        std::swap(order[k], order[k + std::min(jump, order.size() - k - 1)]);
    }
}

/// The least and the largest marginal contribution met, over all players.
struct Met {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
};

void add_marginals(std::span<std::size_t const> order, Worth const& worth, Allocation& sum, Met& met) {
    Coalition before = 0;
    double last = 0.0;
    for (std::size_t const i : order) {
        before |= single(i);
        double const now = worth(before);
        sum[i] += 0.5 * (now - last);
        met.least = std::min(met.least, now - last);
        met.most = std::max(met.most, now - last);
        last = now;
    }
}

/// A bound from a range that is too narrow would be no bound.
void check_range(Met const& met, SamplingPlan const& plan) {
    if (!plan.range || met.most - met.least <= *plan.range * (1.0 + 1e-9)) return;
    throw Error(
        Problem{.place = {},
                .what = {"marginal contributions spread wider than the range given", "边际贡献的范围超出所给范围"},
                .found = fmt::format("{:g}", *plan.range),
                .expected = {fmt::format("at least {:g}, from {:g} to {:g}", met.most - met.least, met.least, met.most),
                             fmt::format("至少 {:g}，从 {:g} 到 {:g}", met.most - met.least, met.least, met.most)},
                .nearest = {}});
}

/// Running mean and sum of squared deviations of the pair means (Welford).
struct Moments {
    Allocation mean;
    Allocation squares;
    double count = 0.0;

    void add(Allocation const& x) {
        count += 1.0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            double const away = x[i] - mean[i];
            mean[i] += away / count;
            squares[i] += away * (x[i] - mean[i]);
        }
    }
    [[nodiscard]] double variance(std::size_t i) const { return count > 1.0 ? squares[i] / (count - 1.0) : 0.0; }
};

/// Half-width at look k, which may spend δ/(k(k+1)) of the error probability, shared by n players and two tails.
double bernstein(double variance, double count, double range, double confidence, double look, double players) {
    double const spent = (1.0 - confidence) / (look * (look + 1.0) * players);
    double const log_term = std::log(3.0 / spent);
    return std::sqrt(2.0 * variance * log_term / count) + 3.0 * range * log_term / count;
}

SampledValue result_of(Moments const& moments, SamplingPlan const& plan, double look) {
    std::size_t const n = moments.mean.size();
    SampledValue result{moments.mean, Allocation(n), {}, 0};
    for (std::size_t i = 0; i < n; ++i) {
        result.standard_error[i] = std::sqrt(moments.variance(i) / moments.count);
        if (plan.range)
            result.bound.push_back(bernstein(moments.variance(i), moments.count, *plan.range, plan.confidence, look,
                                             static_cast<double>(n)));
    }
    result.evaluations = static_cast<std::size_t>(moments.count) * 2 * n;
    return result;
}

bool precise_enough(SampledValue const& result, double error) {
    if (error <= 0.0) return false;
    Allocation const& errors = result.bound.empty() ? result.standard_error : result.bound;
    return std::ranges::max(errors) <= error;
}

} // namespace

void require_evaluations(std::size_t players, SamplingPlan const& plan) {
    std::size_t const fewest = fewest_evaluations(players);
    if (plan.most_evaluations >= fewest) return;
    throw Error(Problem{.place = {},
                        .what = {"too few evaluations to tell an error", "取值次数太少，无法估计误差"},
                        .found = std::to_string(plan.most_evaluations),
                        .expected = {fmt::format("at least {} for {} players", fewest, players),
                                     fmt::format("{} 个参与者至少 {} 次", players, fewest)},
                        .nearest = {}});
}

SampledValue sample_orders(std::size_t players, Worth const& worth, SamplingPlan const& plan) {
    require_evaluations(players, plan);
    auto const begin = std::chrono::steady_clock::now();
    auto const out_of_time = [&] {
        return plan.seconds > 0.0 &&
               std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() >= plan.seconds;
    };
    Moments moments{Allocation(players, 0.0), Allocation(players, 0.0)};
    std::vector<std::size_t> order(players);
    std::size_t const most_pairs = plan.most_evaluations / (2 * players);
    Met met;
    std::size_t next_look = 32; // looks at doubling counts, so that the bound pays for few of them
    double look = 1.0;
    for (std::size_t pair = 0; pair < most_pairs; ++pair) {
        draw_order(order, plan.seed, static_cast<std::uint32_t>(pair));
        Allocation sum(players, 0.0);
        add_marginals(order, worth, sum, met);
        std::ranges::reverse(order);
        add_marginals(order, worth, sum, met);
        check_range(met, plan);
        moments.add(sum);
        if (pair + 1 < next_look) {
            if (pair > 0 && out_of_time()) break;
            continue;
        }
        SampledValue now = result_of(moments, plan, look);
        if (precise_enough(now, plan.error)) return now;
        next_look *= 2;
        look += 1.0;
    }
    return result_of(moments, plan, look);
}

} // namespace casus::game
