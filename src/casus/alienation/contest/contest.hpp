// The three-way contest (figure 1 of Ren and Zheng 2021) as a game: leader and challengers spend over cells, and in
// each cell shares go by Tullock's rule with the ledger as its bias (docs/contest.md).
//
// In cell c side s has the weight w_sc = β_sc + g_sc m_sc, where β is its share at zero effort (all options of a cell
// sum to one), m ≥ 0 what it spends there and g what a unit of spending gains. Its share and payoff are
//
//   f_sc = w_sc / (1 + Σ_t g_tc m_tc) ,   payoff_s = Σ_c v_sc f_sc − keep · Σ_c m_sc ,   Σ_c m_sc ≤ budget_s .
//
// The payoff is concave in a side's own spending, so a pure equilibrium exists; it need not be unique.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace casus::contest {

struct Contest {
    std::size_t sides = 0; ///< leader, then challengers
    std::size_t cells = 0;
    // [side][cell]
    std::vector<double> ground; ///< β, [0,1]; sums over sides to at most 1 in a cell, the rest being passive options
    std::vector<double> gain;   ///< g ≥ 0, weight per unit of spending; 0 closes the cell to the side
    std::vector<double> worth;  ///< v ≥ 0
    std::vector<double> budget; ///< [side], ≥ 0
    double keep = 0.0;          ///< worth of a unit that is not spent, ≥ 0; with 0 every budget is spent

    Contest() = default;
    Contest(std::size_t side_count, std::size_t cell_count);

    [[nodiscard]] std::size_t at(std::size_t side, std::size_t cell) const { return side * cells + cell; }
};

/// What every side spends, and how good an answer that is to the others.
struct Equilibrium {
    std::vector<double> pull;   ///< [side][cell] g·m, the weight that spending adds
    std::vector<double> total;  ///< [cell] 1 + Σ pull
    std::vector<double> price;  ///< [side] μ: what one more unit of budget would add to the payoff
    std::vector<double> payoff; ///< [side]
    double residual = 0.0;      ///< largest gain any side could still make by its best response, over its payoff
    std::size_t sweeps = 0;     ///< rounds of best responses
    bool converged = false;     ///< residual is at most the tolerance asked for

    Equilibrium() = default;
    explicit Equilibrium(Contest const& contest); ///< nobody spends

    [[nodiscard]] double share(Contest const& contest, std::size_t side, std::size_t cell) const {
        return (contest.ground[contest.at(side, cell)] + pull[contest.at(side, cell)]) / total[cell];
    }
    /// What a side spends in a cell.
    [[nodiscard]] double spending(Contest const& contest, std::size_t side, std::size_t cell) const {
        double const gain = contest.gain[contest.at(side, cell)];
        return gain > 0.0 ? pull[contest.at(side, cell)] / gain : 0.0;
    }
    /// What a side spends in all cells.
    [[nodiscard]] double spent(Contest const& contest, std::size_t side) const;
};

/// Sets total from pull.
void add_up(Contest const& contest, Equilibrium& at);

/// Σ_c v f of a side, less the worth of what it spends.
[[nodiscard]] double payoff_of(Contest const& contest, Equilibrium const& at, std::size_t side);

/// Greatest difference of any side's share in any cell.
[[nodiscard]] double distance(Contest const& contest, Equilibrium const& a, Equilibrium const& b);

} // namespace casus::contest
