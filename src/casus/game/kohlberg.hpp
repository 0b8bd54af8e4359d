// A proof that a payment is the nucleolus, in exact fractions, checked apart from the code that found it (after Kohlberg
// 1971). Stage k settles coalitions at one excess ε_k. It proves itself by weights: Σ λ_S 1_S + Σ μ_i 1_i lies in the
// span of what was settled before (the grand coalition first), λ > 0, μ ≥ 0 on players held at v(i); and no coalition
// outside that span has an excess above ε_k. Then whoever lowers the excess of one settled coalition raises another's. A
// proof is complete when the settled coalitions determine every payment.
#pragma once

#include "casus/base/text.hpp"
#include "casus/game/nucleolus.hpp"
#include "casus/game/rational.hpp"

#include <optional>
#include <vector>

namespace casus::game {

struct ProofWeight {
    Coalition coalition = 0;
    Rational weight;
};

struct ProofStage {
    std::vector<ProofWeight> coalitions;
    std::vector<ProofWeight> at_bound;
};

struct NucleolusProof {
    std::vector<Rational> point;
    std::vector<ProofStage> stages;
};

/// Makes the fractions exact that a solver left as decimals; nothing when the stages leave payments open. Where worths
/// carry rounding (a production game's 1/3), equations that contradict each other in the last digit are passed over.
[[nodiscard]] std::optional<NucleolusProof> prove(DenseGame const& game, Nucleolus const& found);

/// Nothing when the proof holds; otherwise what is wrong with it. Looks at all coalitions once per stage. With tolerance 0
/// everything is exact; with more, excesses may differ by that much, which is what rounded worths call for.
[[nodiscard]] std::optional<Text> refute(DenseGame const& game, NucleolusProof const& proof, double tolerance = 0.0);

struct ProvenNucleolus {
    Nucleolus found;
    std::optional<NucleolusProof> proof; ///< which `refute` passes, exactly or to 1e-9 of the largest worth
};

/// Nucleolus (with `individually_rational`) or prenucleolus with its proof, for up to 16 players. Where decimals settled
/// the wrong coalitions, because excesses lie too close together, the answer is found again in exact fractions
/// (exact_program.hpp). Without imputations, nothing.
[[nodiscard]] std::optional<ProvenNucleolus> proven_nucleolus(DenseGame const& game, bool individually_rational,
                                                              std::size_t threads = 1);

/// Balanced weights of an empty core, Σ_{S∋i} δ_S = 1 and Σ δ_S v(S) > v(N) (Bondareva 1963; Shapley 1967).
using BalancingWeights = std::vector<ProofWeight>;

[[nodiscard]] std::optional<BalancingWeights> balance(DenseGame const& game, NucleolusStage const& least_core);

[[nodiscard]] std::optional<Text> refute_empty_core(DenseGame const& game, BalancingWeights const& weights);

} // namespace casus::game
