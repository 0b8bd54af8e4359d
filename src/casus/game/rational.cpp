#include "casus/game/rational.hpp"

#include <algorithm>

namespace casus::game {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// Brings the equations into reduced echelon form; pivot_row[u] is the row that determines unknown u, or nowhere.
std::vector<std::size_t> reduce(std::vector<Equation>& rows, std::size_t unknowns) {
    std::vector<std::size_t> pivot_row(unknowns, nowhere);
    std::size_t next = 0;
    for (std::size_t u = 0; u < unknowns && next < rows.size(); ++u) {
        auto const found = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(next), rows.end(),
                                        [&](Equation const& row) { return row.coefficients[u] != 0; });
        if (found == rows.end()) continue;
        std::swap(*found, rows[next]);
        Rational const scale = 1 / rows[next].coefficients[u];
        for (Rational& c : rows[next].coefficients) c *= scale;
        rows[next].right *= scale;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (r == next || rows[r].coefficients[u] == 0) continue;
            Rational const factor = rows[r].coefficients[u];
            for (std::size_t k = u; k < unknowns; ++k)
                if (rows[next].coefficients[k] != 0) rows[r].coefficients[k] -= factor * rows[next].coefficients[k];
            rows[r].right -= factor * rows[next].right;
        }
        pivot_row[u] = next++;
    }
    return pivot_row;
}

} // namespace

std::optional<RationalSolution> solve_exactly(std::vector<Equation> equations, std::size_t unknowns,
                                              std::vector<Rational> const& free, Contradictions contradictions) {
    std::vector<std::size_t> const pivot_row = reduce(equations, unknowns);
    for (Equation const& row : equations)
        if (contradictions == Contradictions::Refused && row.right != 0 &&
            std::ranges::all_of(row.coefficients, [](Rational const& c) { return c == 0; }))
            return std::nullopt;
    RationalSolution solution{std::vector<Rational>(unknowns), true};
    for (std::size_t u = 0; u < unknowns; ++u) {
        if (pivot_row[u] != nowhere) continue;
        solution.unique = false;
        if (!free.empty()) solution.values[u] = free[u];
    }
    for (std::size_t u = 0; u < unknowns; ++u) {
        if (pivot_row[u] == nowhere) continue;
        Equation const& row = equations[pivot_row[u]];
        Rational value = row.right;
        for (std::size_t k = 0; k < unknowns; ++k)
            if (pivot_row[k] == nowhere && row.coefficients[k] != 0) value -= row.coefficients[k] * solution.values[k];
        solution.values[u] = value;
    }
    return solution;
}

std::vector<std::vector<Rational>> null_space(std::vector<std::vector<Rational>> const& rows, std::size_t unknowns) {
    std::vector<Equation> equations;
    for (auto const& row : rows) equations.push_back({row, 0});
    std::vector<std::size_t> const pivot_row = reduce(equations, unknowns);
    std::vector<std::vector<Rational>> basis;
    for (std::size_t free = 0; free < unknowns; ++free) {
        if (pivot_row[free] != nowhere) continue;
        std::vector<Rational> z(unknowns);
        z[free] = 1;
        for (std::size_t u = 0; u < unknowns; ++u)
            if (pivot_row[u] != nowhere) z[u] = -equations[pivot_row[u]].coefficients[free];
        basis.push_back(std::move(z));
    }
    return basis;
}

} // namespace casus::game
