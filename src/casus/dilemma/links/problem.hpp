// Which links an alliance system could make: pairs of members of different branches, what each brings and costs.
//
//   ceiling_ab = link_level·(1 − max(a_a, a_b))      autonomy limits what a member lets itself be tied to [choice]
//   support of a link at level l of L: (l/L)·(ceiling_ab − s_ab), beside the s_ab that the case has
//   cost = support·link_cost_ab                      in full loads of one rival, as the leader's budget of promises
#pragma once

#include "casus/dilemma/inputs.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::dilemma {

struct LinkCandidate {
    std::size_t a = 0; ///< positions in System::members, a < b
    std::size_t b = 0;
    double support = 0.0;            ///< what it adds to s_ab at full level, above 0
    double cost = 0.0;               ///< of that, not negative
    std::optional<double> ceiling{}; ///< where the rule does not say
};

/// A level from 0 (none) to LinkProblem::levels for each candidate.
using LinkLevels = std::vector<std::uint8_t>;

struct LinkProblem {
    Inputs inputs;                         ///< with the links that the case has and those that are required
    std::vector<LinkCandidate> candidates; ///< required ones are not among them
    std::vector<LinkCandidate> required{}; ///< as they were added to `inputs`
    double budget = 0.0;                   ///< for the candidates: what the required ones leave
    std::size_t levels = 1;                ///< 1 or 2

    [[nodiscard]] double required_cost() const;
    [[nodiscard]] double cost_of(LinkLevels const& chosen) const;
    /// The inputs with these links made.
    [[nodiscard]] Inputs with(LinkLevels const& chosen) const;
};

/// Two members as a user names them: "JPN-GBR".
struct LinkRequest {
    std::vector<std::string> forbidden{};
    std::vector<std::string> required{};
    std::vector<std::string> among{};    ///< only these pairs; all pairs of members of different branches where empty
    std::vector<std::string> ceilings{}; ///< "JPN-GBR=0.4": in place of the rule
    double budget = 0.0;
    std::size_t levels = 1;
};

/// The problem of a world whose inputs these are. Errors: an entry that is no pair, that names no member (with the
/// nearest), two members of one branch or one member twice, a pair both required and forbidden, a ceiling outside
/// [0,1], required links that cost more than the budget, a budget below zero or not a number, no candidate at all.
[[nodiscard]] LinkProblem link_problem(World const& world, System const& system, Inputs const& inputs,
                                       double link_level, LinkRequest const& request);

/// The same candidates under other inputs and parameters, as a draw has them; those at their ceiling add nothing.
/// `budget` is for required links too.
[[nodiscard]] LinkProblem redrawn(LinkProblem const& problem, Inputs const& inputs, double link_level, double budget);

/// "JPN-GBR", as the case writes its codes.
[[nodiscard]] std::string link_name(World const& world, System const& system, LinkCandidate const& link);

} // namespace casus::dilemma
