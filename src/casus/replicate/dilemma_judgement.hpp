// Claims about the two risks, held against the lens of the alliance-system dilemma.
#pragma once

#include "casus/base/result.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/replicate/agreement.hpp"
#include "casus/replicate/dilemma_claim.hpp"
#include "casus/replicate/permuted.hpp"
#include "casus/world/builder.hpp"
#include "casus/world/parameters.hpp"

#include <optional>
#include <vector>

namespace casus::replicate {

/// A risk is felt from here on (docs/dilemma-cases.md); fixed before any result.
inline constexpr double risk_floor = 0.05;
/// A change of less stays.
inline constexpr double change_floor = 0.0005;

/// Of Dominates the two risks; of the others the change, in `first`.
struct RiskValue {
    double first = 0.0; ///< abandonment, or the change, at the central figures
    double second = 0.0;
    Interval first_interval;
    Interval second_interval;
    double share = 0.0; ///< of draws in which abandonment is the greater, or the change is above zero
};

/// By the decision rule of docs/dilemma-cases.md.
[[nodiscard]] RiskWord decide_risk(RiskMeasure measure, RiskValue const& value);
/// Whether a change's interval, or the greater risk's, leaves no doubt about the word.
[[nodiscard]] bool is_clear(RiskMeasure measure, RiskValue const& value);

struct JudgedRisk {
    DilemmaClaim claim;
    RiskWord first_coding{};
    RiskWord second_coding{};
    RiskValue value;
    RiskWord computed{};
    bool clear = false;
    /// Shares of allies that no claim names for which the first coder's and the second's word would come out; nothing where the
    /// holder is the leader.
    std::optional<double> placebo_first{};
    std::optional<double> placebo_second{};
    std::size_t placebos = 0;
};

struct DilemmaReplication {
    std::vector<JudgedRisk> judged; ///< in the order of the claims
    Agreement coders;               ///< on all claims
    std::optional<Agreement> coders_dominates;
    std::optional<Agreement> coders_changes;
    Permuted permuted_first; ///< words of Dominates dealt out anew
    Permuted permuted_second;
};

/// `base` makes the case's world; the claims' other years are made of it by their changes. An Error names a claim about a year that
/// nobody codes, a holder or partner that is neither member, leader, treaty nor group, a rival that is none, and a change's path
/// that names nothing.
[[nodiscard]] DilemmaReplication judge_dilemma(DilemmaClaims const& claims, WorldBuilder const& base,
                                               Parameters const& parameters, ensemble::Sampling const& sampling);

} // namespace casus::replicate
