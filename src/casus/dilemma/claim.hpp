// The paper's central claim on made-up worlds: the more rivals and domains, the more often no traditional strategy
// strengthens an alliance system without costing it reliability; and how often links do (docs/dilemma-strategies.md).
//
// Worlds are random_builder's: a leader, eight members in three branches, four challengers, of whom the first r are the
// rivals, so that each world stands beside itself with more rivals. On top of it, uniform over the whole: promises 0.2
// to 0.9, autonomy 0 to 0.8, worth 0.1 to 1, hostility of members to rivals 0.02 to 0.9, the offence's advantage.
// Parameters are random_parameters'. The rivals do not answer.
#pragma once

#include "casus/base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace casus::dilemma {

inline constexpr std::size_t most_rivals = 4;

struct ClaimPlan {
    std::uint64_t seed = 1;
    std::size_t worlds = 2000;
    std::size_t threads = 1;
};

/// Shares of worlds with 1 … most_rivals rivals.
using ByRivals = std::array<double, most_rivals>;

struct ClaimResult {
    Text name;
    std::string key;
    ByRivals dilemma{};     ///< no traditional strategy is good
    ByRivals linked_out{};  ///< of these worlds: a linking strategy is; NaN where there are none
    ByRivals alternative{}; ///< of these worlds: one of the three alternatives is; NaN where there are none
    // Mean change when all branches are reinforced
    ByRivals abandonment{};       ///< A_i
    ByRivals entrapment{};        ///< E_ih
    ByRivals leader_entrapment{}; ///< E_hi
    ByRivals reliability{};
};

struct Claim {
    ClaimPlan plan;
    /// ω = 0 and ω > 0 with one domain (nobody trades with the rivals) and with two, then other settings.
    std::vector<ClaimResult> results;
    static constexpr std::size_t main_settings = 4;
};

[[nodiscard]] Claim test_claim(ClaimPlan const& plan);

[[nodiscard]] Chapter claim_chapter(Claim const& claim);
[[nodiscard]] nlohmann::ordered_json claim_document(Claim const& claim);

} // namespace casus::dilemma
