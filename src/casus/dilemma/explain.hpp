// The ledger behind one number of the lens. Under every total stand terms that add up to it; the parts of a joined chance
// 1 − ∏(1 − a) are in proportion to log(1 − a).
#pragma once

#include "casus/dilemma/sampled.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::dilemma {

/// "dilemma/PHL/CHN" and "dilemma/leader/CHN".
[[nodiscard]] std::string tie_path(Evaluation const& evaluation, std::size_t member, std::size_t rival);
[[nodiscard]] std::string leader_path(Actor const& actor);

/// "dilemma/PHL/CHN": who begins and why, what the promise is worth, and what this rival adds to the four risks.
[[nodiscard]] Ledger explain_pair(Evaluation const& evaluation, std::size_t member, std::size_t rival);
/// "dilemma/PHL": the member's two risks by rival, its allegiance, the tie's reliability.
[[nodiscard]] Ledger explain_member(Evaluation const& evaluation, std::size_t member);
/// "dilemma/leader/PHL": the leader's two risks with that member, its promise.
[[nodiscard]] Ledger explain_leader_tie(Evaluation const& evaluation, std::size_t member);
/// "dilemma/leader/CHN": the leader's conflict with that rival, what it would lose, load, forces and strength.
[[nodiscard]] Ledger explain_leader_rival(Evaluation const& evaluation, std::size_t rival);
/// "dilemma/system": loads, promises kept, reliability, cost, dominance, alignment.
[[nodiscard]] Ledger explain_system(Evaluation const& evaluation);

/// Every path that can be explained; none where there is no ally or no rival.
[[nodiscard]] std::vector<std::string> explainable(World const& world);

/// The ledger at a path, evaluated at the central values; an Error names the nearest path where there is none.
[[nodiscard]] Ledger explain(World const& world, Parameters const& parameters, std::string_view path);

/// What each chance has in 1 − ∏(1 − a): in proportion to log(1 − a). They add up to it.
[[nodiscard]] std::vector<double> parts_of_joined(std::vector<double> const& chances);

} // namespace casus::dilemma
