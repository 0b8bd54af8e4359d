#include "casus/game/sampled_value.hpp"

#include "casus/base/random.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace casus::game {

namespace {

constexpr std::size_t groups = 16; ///< of the jackknife

double combinations(std::size_t n, std::size_t k) {
    double count = 1.0;
    for (std::size_t i = 1; i <= k; ++i) count = count * static_cast<double>(n - k + i) / static_cast<double>(i);
    return std::round(count);
}

/// Pairs {S, N∖S} with |S| = s ≤ n/2 that there are.
double pairs_of_size(std::size_t n, std::size_t s) { return 2 * s == n ? combinations(n, s) / 2 : combinations(n, s); }

/// Equal leverage for every size: an equal share of the pairs, what small sizes cannot use goes to the others.
std::vector<std::size_t> share_out(std::size_t n, double pairs) {
    std::vector<std::size_t> by_size(n / 2 + 1, 0);
    std::vector<bool> full(by_size.size(), false);
    std::size_t open = n / 2;
    for (bool changed = true; changed && open > 0;) {
        changed = false;
        double const each = pairs / static_cast<double>(open);
        for (std::size_t s = 1; s < by_size.size(); ++s) {
            if (full[s] || pairs_of_size(n, s) > each) continue;
            by_size[s] = static_cast<std::size_t>(pairs_of_size(n, s));
            pairs -= pairs_of_size(n, s);
            full[s] = changed = true;
            --open;
        }
    }
    for (std::size_t s = 1; s < by_size.size(); ++s)
        if (!full[s])
            by_size[s] = std::max<std::size_t>(1, static_cast<std::size_t>(pairs / static_cast<double>(open)));
    return by_size;
}

/// The next coalition of equal size in ascending order (Gosper).
Coalition next_of_size(Coalition s) {
    Coalition const low = s & (~s + 1);
    Coalition const ripple = s + low;
    return ripple | ((s ^ ripple) / low >> 2);
}

Coalition random_of_size(std::size_t n, std::size_t s, RandomKey const& key) {
    Coalition drawn = 0;
    std::array<double, 4> four{};
    std::size_t left = s;
    for (std::size_t i = 0; i < n && left > 0; ++i) {
        if (i % 4 == 0) four = uniforms(key, static_cast<std::uint32_t>(i / 4));
        if (four[i % 4] * static_cast<double>(n - i) >= static_cast<double>(left)) continue;
        drawn |= single(i);
        --left;
    }
    return drawn;
}

/// `count` different pairs of size s, each by the member that holds player 0 where both are of size n/2.
std::vector<Coalition> draw_pairs(std::size_t n, std::size_t s, std::size_t count, std::uint64_t seed) {
    std::vector<Coalition> drawn;
    Coalition const all = everyone(n);
    auto const canonical = [&](Coalition c) { return 2 * s == n && !contains(c, 0) ? all & ~c : c; };
    if (static_cast<double>(count) >= pairs_of_size(n, s)) {
        Coalition c = everyone(s);
        auto const of_size = static_cast<std::size_t>(combinations(n, s));
        for (std::size_t k = 0; k < of_size; ++k, c = next_of_size(c))
            if (canonical(c) == c) drawn.push_back(c);
        return drawn;
    }
    std::unordered_set<Coalition> seen;
    for (std::uint32_t attempt = 0; drawn.size() < count; ++attempt) {
        Coalition const c = canonical(random_of_size(n, s,
                                                     {.seed = seed,
                                                      .run = attempt,
                                                      .year = 1,
                                                      .purpose = Purpose::Coalitions,
                                                      .i = static_cast<std::uint32_t>(s)}));
        if (seen.insert(c).second) drawn.push_back(c);
    }
    return drawn;
}

/// Normal equations of a weighted regression of v(S) on membership.
struct Normal {
    Eigen::MatrixXd matrix;
    Eigen::VectorXd right;

    explicit Normal(Eigen::Index n) : matrix(Eigen::MatrixXd::Zero(n, n)), right(Eigen::VectorXd::Zero(n)) {}

    void add(Coalition s, double value, double weight) {
        for_each_member(s, [&](std::size_t i) {
            right(static_cast<Eigen::Index>(i)) += weight * value;
            for_each_member(s, [&](std::size_t j) {
                matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) += weight;
            });
        });
    }
};

/// argmin subject to Σφ = total.
Eigen::VectorXd solve(Normal const& normal, double total) {
    Eigen::LDLT<Eigen::MatrixXd> const factor(normal.matrix);
    Eigen::VectorXd const free = factor.solve(normal.right);
    Eigen::VectorXd const direction = factor.solve(Eigen::VectorXd::Ones(normal.right.size()));
    return free + direction * ((total - free.sum()) / direction.sum());
}

SampledValue regression(std::size_t n, Worth const& worth, double pairs, std::uint64_t seed) {
    auto const size = static_cast<Eigen::Index>(n);
    Normal whole(size);
    std::vector<Normal> parts(groups, Normal(size));
    Coalition const all = everyone(n);
    std::vector<std::size_t> const by_size = share_out(n, pairs);
    SampledValue result{Allocation(n), Allocation(n, 0.0), {}, 1};
    bool complete = true;
    for (std::size_t s = 1; s < by_size.size(); ++s) {
        std::vector<Coalition> const drawn = draw_pairs(n, s, by_size[s], seed);
        double const kernel = 1.0 / (static_cast<double>(s) * static_cast<double>(n - s));
        double const weight = kernel / static_cast<double>(drawn.size()) * (2 * s == n ? 0.5 : 1.0);
        bool const whole_size = static_cast<double>(drawn.size()) >= pairs_of_size(n, s);
        complete = complete && whole_size;
        for (std::size_t k = 0; k < drawn.size(); ++k) {
            for (Coalition const c : {drawn[k], all & ~drawn[k]}) {
                double const value = worth(c);
                whole.add(c, value, weight);
                if (!whole_size) parts[k % groups].add(c, value, weight);
            }
        }
        result.evaluations += 2 * drawn.size();
    }
    double const total = worth(all);
    Eigen::VectorXd const value = solve(whole, total);
    for (std::size_t i = 0; i < n; ++i) result.value[i] = value(static_cast<Eigen::Index>(i));
    for (Normal const& part : parts) {
        if (complete) break;
        Normal rest = whole;
        rest.matrix -= part.matrix;
        rest.right -= part.right;
        Eigen::VectorXd const without = solve(rest, total);
        for (std::size_t i = 0; i < n; ++i) {
            double const away = without(static_cast<Eigen::Index>(i)) - result.value[i];
            result.standard_error[i] += away * away * static_cast<double>(groups - 1) / static_cast<double>(groups);
        }
    }
    for (double& error : result.standard_error) error = std::sqrt(error);
    return result;
}

} // namespace

SampledValue sample_coalitions(std::size_t players, Worth const& worth, SamplingPlan const& plan) {
    assert(players >= 2);
    require_evaluations(players, plan);
    double const most = std::floor(static_cast<double>(plan.most_evaluations - 1) / 2.0); // one evaluation is v(N)
    double pairs = plan.error > 0.0 ? std::min(most, 8.0 * static_cast<double>(players * groups)) : most;
    for (;; pairs = std::min(most, 4.0 * pairs)) {
        SampledValue result = regression(players, worth, pairs, plan.seed);
        if (pairs >= most || std::ranges::max(result.standard_error) <= plan.error) return result;
    }
}

} // namespace casus::game
