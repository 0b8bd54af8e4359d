#include "casus/game/simplex_prices.hpp"

#include <Eigen/LU>
#include <coin/ClpSimplex.hpp>

#include <cassert>
#include <limits>
#include <vector>

namespace casus::game {

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
