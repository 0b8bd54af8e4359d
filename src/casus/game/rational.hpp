// Exact fractions and linear equations over them: for proofs, never for speed.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace casus::game {

using Rational = boost::multiprecision::cpp_rational;

/// Σ coefficients · unknowns = right.
struct Equation {
    std::vector<Rational> coefficients;
    Rational right;
};

struct RationalSolution {
    std::vector<Rational> values;
    bool unique = false;
};

/// What becomes of an equation that contradicts those before it.
enum class Contradictions { Refused, Ignored };

/// A solution of the equations, by Gauss and Jordan; unknowns that stay free take the value in `free` (0 where that is
/// empty). Nothing when the equations contradict each other and that is refused.
[[nodiscard]] std::optional<RationalSolution> solve_exactly(std::vector<Equation> equations, std::size_t unknowns,
                                                            std::vector<Rational> const& free = {},
                                                            Contradictions contradictions = Contradictions::Refused);

/// Vectors that span all z with rows · z = 0.
[[nodiscard]] std::vector<std::vector<Rational>> null_space(std::vector<std::vector<Rational>> const& rows,
                                                            std::size_t unknowns);

} // namespace casus::game
