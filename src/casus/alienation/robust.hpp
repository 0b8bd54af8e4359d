// How far the answers depend on the choice of formula: the ranks of allies under every named variant.
#pragma once

#include "casus/alienation/formula.hpp"
#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace casus::alienation {

struct VariantResult {
    NamedFormula const* formula;
    std::vector<double> index;       ///< A per assessed actor, at the central values
    std::vector<double> rank;        ///< of A among the allies, 1 the most alienated; partners 0
    double tau = 1.0;                ///< Kendall's τ_b with the main formula, over allies; NaN below two allies
    double largest_move = 0.0;       ///< greatest change of rank of any ally
    std::size_t mover = 0;           ///< that ally, position among the assessed
    std::size_t changed_stances = 0; ///< cells whose class (follow, hedge, deviate) differs from the main formula's
};

/// Every formula of formulas(), the main one first.
[[nodiscard]] std::vector<VariantResult> compare_formulas(World const& world, Parameters const& parameters);

[[nodiscard]] Chapter robust_chapter(World const& world, std::vector<VariantResult> const& results);

[[nodiscard]] nlohmann::ordered_json robust_document(World const& world, std::vector<VariantResult> const& results);

} // namespace casus::alienation
