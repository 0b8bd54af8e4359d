#include "casus/game/production.hpp"

#include <Eigen/LU>
#include <coin/ClpSimplex.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace casus::game {

double governance_cost(double base, double heterogeneity, std::span<double const> regimes) {
    if (regimes.size() < 2) return 0.0;
    double distance = 0.0;
    for (std::size_t i = 0; i < regimes.size(); ++i)
        for (std::size_t j = i + 1; j < regimes.size(); ++j) distance += std::abs(regimes[i] - regimes[j]);
    return base * static_cast<double>(regimes.size() - 1) + heterogeneity * distance;
}

namespace {

double combinations(std::size_t n, std::size_t k) {
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
    if (goods == 0 || combinations(recipes.size() + goods, goods) > static_cast<double>(most_bases))
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

/// An optimal basis: its dual prices u and, to see whether it fits other endowments, its inverse.
struct Basis {
    std::vector<double> prices;
    Eigen::MatrixXd inverse;
};

struct SimplexPrices::Program {
    ClpSimplex clp;
    std::size_t goods = 0;
    std::vector<ProductionRecipe> recipes;
    std::vector<Basis> learned;
    std::vector<double> last_prices;
    std::size_t solved_afresh = 0;

    /// The learned basis of least worth, if the endowments can be used up in its way: then it is optimal.
    [[nodiscard]] Basis const* fitting(std::span<double const> endowment) const;
    /// Always from the same start, so that the basis found depends on the endowments alone.
    [[nodiscard]] Basis solve(std::span<double const> endowment);
};

namespace {

double worth(Basis const& basis, std::span<double const> endowment) {
    double sum = 0.0;
    for (std::size_t g = 0; g < endowment.size(); ++g) sum += basis.prices[g] * endowment[g];
    return sum;
}

} // namespace

Basis const* SimplexPrices::Program::fitting(std::span<double const> endowment) const {
    Basis const* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (Basis const& basis : learned) {
        double const here = worth(basis, endowment);
        if (here < least) {
            least = here;
            best = &basis;
        }
    }
    if (!best) return nullptr;
    Eigen::Map<Eigen::VectorXd const> const e(endowment.data(), static_cast<Eigen::Index>(goods));
    for (Eigen::Index row = 0; row < e.size(); ++row)
        if (best->inverse.row(row).dot(e) < -1e-10) return nullptr;
    return best;
}

Basis SimplexPrices::Program::solve(std::span<double const> endowment) {
    for (std::size_t g = 0; g < goods; ++g) clp.setRowUpper(static_cast<int>(g), endowment[g]);
    clp.allSlackBasis(true);
    clp.primal();
    assert(clp.isProvenOptimal());

    auto const m = static_cast<Eigen::Index>(goods);
    Eigen::MatrixXd columns = Eigen::MatrixXd::Zero(m, m);
    Eigen::VectorXd price = Eigen::VectorXd::Zero(m);
    Eigen::Index at = 0;
    for (std::size_t r = 0; r < recipes.size() && at < m; ++r) {
        if (clp.getColumnStatus(static_cast<int>(r)) != ClpSimplex::basic) continue;
        for (Eigen::Index g = 0; g < m; ++g) columns(g, at) = recipes[r].uses[static_cast<std::size_t>(g)];
        price(at++) = recipes[r].price;
    }
    for (Eigen::Index g = 0; g < m && at < m; ++g)
        if (clp.getRowStatus(static_cast<int>(g)) == ClpSimplex::basic) columns(g, at++) = 1.0;
    assert(at == m);
    Basis basis;
    basis.inverse = columns.inverse();
    Eigen::VectorXd const u = basis.inverse.transpose() * price;
    basis.prices.assign(u.data(), u.data() + m);
    return basis;
}

SimplexPrices::SimplexPrices(std::span<ProductionRecipe const> recipes, std::size_t goods)
    : program_(std::make_unique<Program>()) {
    program_->goods = goods;
    program_->recipes.assign(recipes.begin(), recipes.end());
    ClpSimplex& clp = program_->clp;
    clp.setLogLevel(0);
    clp.resize(static_cast<int>(goods), 0);
    std::vector<int> rows(goods);
    for (std::size_t g = 0; g < goods; ++g) {
        rows[g] = static_cast<int>(g);
        clp.setRowLower(static_cast<int>(g), -COIN_DBL_MAX);
        clp.setRowUpper(static_cast<int>(g), 0.0);
    }
    for (ProductionRecipe const& recipe : recipes)
        clp.addColumn(static_cast<int>(goods), rows.data(), recipe.uses.data(), 0.0, COIN_DBL_MAX, recipe.price);
    clp.setOptimizationDirection(-1);
}

SimplexPrices::~SimplexPrices() = default;
SimplexPrices::SimplexPrices(SimplexPrices&&) noexcept = default;
SimplexPrices& SimplexPrices::operator=(SimplexPrices&&) noexcept = default;

void SimplexPrices::learn(std::span<double const> endowment) {
    if (!program_->fitting(endowment)) program_->learned.push_back(program_->solve(endowment));
}

double SimplexPrices::value(std::span<double const> endowment) {
    Basis const* const fitting = program_->fitting(endowment);
    if (!fitting) ++program_->solved_afresh;
    Basis const basis = fitting ? Basis{} : program_->solve(endowment);
    program_->last_prices = fitting ? fitting->prices : basis.prices;
    return worth(fitting ? *fitting : basis, endowment);
}

std::span<double const> SimplexPrices::prices() const { return program_->last_prices; }

std::size_t SimplexPrices::solved_afresh() const { return program_->solved_afresh; }

} // namespace casus::game
