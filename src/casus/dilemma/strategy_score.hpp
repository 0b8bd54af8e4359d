// What each strategy brings, with the rivals still and with their answer, and what follows for all of them together:
// frontier, dilemma index, and the room that links open. docs/dilemma-strategies.md.
#pragma once

#include "casus/dilemma/answer.hpp"
#include "casus/dilemma/frontier.hpp"
#include "casus/dilemma/risks.hpp"
#include "casus/dilemma/strategy.hpp"

#include <span>
#include <vector>

namespace casus::dilemma {

/// One strategy under one answer. Gains are against hold under the answer that the rivals give to that.
struct Outcome {
    std::vector<double> strength; ///< [rival] S_m
    std::vector<double> gain;     ///< [rival] ΔS_m
    double weakest = 0.0;         ///< min_m ΔS_m
    double reliability = 0.0;
    double reliability_gain = 0.0;
    double cost = 0.0;
    double dominance = 0.0;
    double alignment = 0.0;
    char on_frontier = 0; ///< of weakest, reliability, −cost
};

/// All strategies, the rivals either all still or all answering.
struct Standing {
    std::vector<Outcome> outcomes; ///< [strategy]
    double index = 0.0;            ///< D; infinite where no traditional strategy strengthens against all
    double room = 0.0;             ///< hypervolume of (min_m ΔS_m, ΔR) over hold
    double room_without_links = 0.0;
    bool dilemma = false;    ///< no traditional strategy strengthens against all without loss of reliability
    bool linked_out = false; ///< some linking strategy does
};

/// Memory for one evaluation, made once for a system and its strategies.
struct StrategyOutcomes {
    StrategyOutcomes(Inputs const& inputs, std::size_t strategies);

    Standing still;
    Standing answered;
    std::vector<Answer> answers; ///< [strategy] the answer chosen

    // scratch
    Inputs changed;
    Risks risks;
    Risks answered_risks;
    Pooling lent;
    std::vector<Objectives> objectives;
    std::vector<char> on_frontier;
    std::vector<Gain> gains;
};

/// Whether the rivals' answers are wanted too; without them `answered` and `answers` are left as they are.
enum class Rivals { Still, Answering };

/// Scores every strategy on the same inputs; strategies[0] must be hold. Allocates nothing.
void score(std::span<Strategy const> strategies, System const& system, Inputs const& inputs, Moves const& moves,
           Rivals rivals, StrategyOutcomes& out);

} // namespace casus::dilemma
