#include "casus/game/vertex_prices.hpp"

#include <Eigen/LU>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace casus::game {

namespace {

double vertex_combinations(std::size_t n, std::size_t k) {
    double count = 1.0;
    for (std::size_t i = 1; i <= k; ++i) count *= static_cast<double>(n - k + i) / static_cast<double>(i);
    return count;
}

/// The next k-subset of {0 … n−1} in lexicographic order; false after the last.
bool next_subset(std::vector<std::size_t>& subset, std::size_t n) {
    std::size_t const k = subset.size();
    for (std::size_t at = k; at-- > 0;) {
        if (subset[at] + (k - at) >= n) continue;
        ++subset[at];
        for (std::size_t later = at + 1; later < k; ++later) subset[later] = subset[later - 1] + 1;
        return true;
    }
    return false;
}

} // namespace

std::optional<VertexPrices> VertexPrices::list(std::span<ProductionRecipe const> recipes, std::size_t goods,
                                               std::size_t most_bases) {
    if (goods == 0 || vertex_combinations(recipes.size() + goods, goods) > static_cast<double>(most_bases))
        return std::nullopt;
    // Constraints A u ≥ b: one per recipe (its product must not be underpriced) and one per good (u_g ≥ 0).
    auto const m = static_cast<Eigen::Index>(goods);
    auto const rows = static_cast<Eigen::Index>(recipes.size()) + m;
    Eigen::MatrixXd a = Eigen::MatrixXd::Zero(rows, m);
    Eigen::VectorXd b = Eigen::VectorXd::Zero(rows);
    for (std::size_t r = 0; r < recipes.size(); ++r) {
        assert(recipes[r].uses.size() == goods);
        for (std::size_t g = 0; g < goods; ++g)
            a(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(g)) = recipes[r].uses[g];
        b(static_cast<Eigen::Index>(r)) = recipes[r].price;
    }
    a.bottomRows(m).setIdentity();

    VertexPrices result;
    result.goods_ = goods;
    std::vector<std::size_t> basis(goods);
    for (std::size_t g = 0; g < goods; ++g) basis[g] = g;
    std::vector<Eigen::VectorXd> found;
    double const tolerance = 1e-9 * std::max(1.0, b.cwiseAbs().maxCoeff());
    do {
        Eigen::MatrixXd tight(m, m);
        Eigen::VectorXd right(m);
        for (Eigen::Index row = 0; row < m; ++row) {
            auto const constraint = static_cast<Eigen::Index>(basis[static_cast<std::size_t>(row)]);
            tight.row(row) = a.row(constraint);
            right(row) = b(constraint);
        }
        Eigen::FullPivLU<Eigen::MatrixXd> const factor(tight);
        if (!factor.isInvertible()) continue;
        Eigen::VectorXd const u = factor.solve(right);
        if (((a * u - b).array() < -tolerance).any()) continue;
        auto const same = [&](Eigen::VectorXd const& other) { return (other - u).cwiseAbs().maxCoeff() <= tolerance; };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back(u.cwiseMax(0.0));
    } while (next_subset(basis, static_cast<std::size_t>(rows)));
    for (Eigen::VectorXd const& u : found) result.prices_.insert(result.prices_.end(), u.data(), u.data() + m);
    return result;
}

std::size_t VertexPrices::best(std::span<double const> endowment) const {
    std::size_t best_vertex = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t v = 0; v < vertices(); ++v) {
        double worth = 0.0;
        for (std::size_t g = 0; g < goods_; ++g) worth += prices_[v * goods_ + g] * endowment[g];
        if (worth < least) {
            least = worth;
            best_vertex = v;
        }
    }
    return best_vertex;
}

double VertexPrices::value(std::span<double const> endowment) const {
    double least = std::numeric_limits<double>::infinity();
    for (double const* u = prices_.data(); u != prices_.data() + prices_.size(); u += goods_) {
        double worth = 0.0;
        for (std::size_t g = 0; g < goods_; ++g) worth += u[g] * endowment[g];
        least = std::min(least, worth);
    }
    return least;
}

std::span<double const> VertexPrices::prices(std::span<double const> endowment) const {
    return std::span(prices_).subspan(best(endowment) * goods_, goods_);
}

} // namespace casus::game
