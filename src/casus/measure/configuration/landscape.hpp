// Landscape theory (R. Axelrod, D. S. Bennett 1993, "A Landscape Theory of Aggregation", BJPolS 23(2): 211–233): actors
// of some size, each pair with a propensity to work together (positive) or against each other (negative), and the energy
//   E(X) = Σ_{i≠j} size_i size_j propensity_ij d_ij(X)
// of a configuration X, a partition into blocs: d = 1 where i and j are in different blocs; both orders of a pair count.
// The lower the energy, the fewer friends are apart and the more enemies are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace casus::configuration {

struct Landscape {
    std::vector<std::string> actors;  ///< n names, all different
    std::vector<double> sizes;        ///< n, finite and not negative
    std::vector<double> propensities; ///< n × n, row-major, finite, symmetric; the diagonal is not read

    [[nodiscard]] std::size_t count() const { return actors.size(); }
    [[nodiscard]] double& propensity(std::size_t i, std::size_t j) { return propensities[i * count() + j]; }
    [[nodiscard]] double propensity(std::size_t i, std::size_t j) const { return propensities[i * count() + j]; }
    void set_propensity(std::size_t i, std::size_t j, double value) { propensity(i, j) = propensity(j, i) = value; }
};

/// Bloc of each actor, numbered from 0 in the order in which they first occur.
using Blocs = std::vector<std::uint8_t>;

/// Renumbers blocs from 0 in the order in which they first occur.
void number_in_order(Blocs& blocs);

/// Weights size_i size_j propensity_ij as whole numbers, so that equal energies are equal and not a rounding apart: times a
/// power of ten where sizes and propensities are decimals short enough, else rounded to a fraction 2^-44 of the largest.
struct WholeWeights {
    std::size_t actors = 0;
    std::vector<std::int64_t> weights; ///< n × n, symmetric, diagonal 0; the magnitudes of a row sum up to below 2^45
    double scale = 1.0;                ///< weight = whole number / scale
    bool exact = true;                 ///< false: rounded; energies closer than a few 1/scale cannot be told apart

    [[nodiscard]] std::int64_t at(std::size_t i, std::size_t j) const { return weights[i * actors + j]; }
    /// Energy of a whole-number sum over pairs i < j.
    [[nodiscard]] double energy_of(std::int64_t pairs) const { return 2.0 * (static_cast<double>(pairs) / scale); }
};

[[nodiscard]] WholeWeights whole_weights(Landscape const& landscape);

/// Σ over pairs i < j in different blocs.
[[nodiscard]] std::int64_t apart(WholeWeights const& weights, std::span<std::uint8_t const> blocs);

/// Σ_j size_i size_j propensity_ij d_ij, an actor's own frustration as Axelrod and Furnas print it; E is the sum over i.
[[nodiscard]] double frustration_of(WholeWeights const& weights, std::span<std::uint8_t const> blocs,
                                    std::size_t actor);

} // namespace casus::configuration
