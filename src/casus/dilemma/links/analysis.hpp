// What is to be said of the best links: the sets, what each link is worth, and who holds the system together.
//
//   lynchpin_i = capacity_i · willingness_i · contribution_i, with the links of the best set made
//   capacity     E_hi ⊕ p_i/Σp: what it can drag the leader into, and what it can take away
//   willingness  ĉ'_i
//   contribution share of what the best set gains that is lost without its links there
#pragma once

#include "casus/dilemma/links/bounded_search.hpp"
#include "casus/dilemma/links/enumeration.hpp"

#include <optional>

namespace casus::dilemma {

/// A set of links with what assess() makes of it.
struct LinkSet {
    LinkLevels levels;
    double cost = 0.0; ///< of the candidates
    double reliability = 0.0;
    std::vector<double> strength; ///< [rival]

    [[nodiscard]] double weakest() const;
    [[nodiscard]] double value(LinkObjective objective) const;
};

struct LinkWorth {
    double alone = 0.0;          ///< value with this link alone, at full level, less the value without links
    double in_best = 0.0;        ///< value of the best set with it at full level less without it, whatever the budget
    double share_of_draws = 0.0; ///< in whose best set it is; 0 where nothing was drawn
};

struct Lynchpin {
    std::size_t member = 0;
    double capacity = 0.0;
    double willingness = 0.0;
    double contribution = 0.0;
    double first_in_draws = 0.0; ///< share of draws in which it scores highest

    [[nodiscard]] double score() const { return capacity * willingness * contribution; }
};

struct LinkAnalysis {
    LinkProblem problem;
    LinkObjective objective = LinkObjective::Reliability;
    LinkSet without;
    std::vector<LinkSet> best;       ///< by the objective, best first; at least one
    std::vector<LinkPoint> frontier; ///< empty where the search was bounded
    std::uint64_t sets = 0;          ///< 0 where the search was bounded
    std::uint64_t allowed = 0;
    std::optional<BoundedSearch>
        search{}; ///< where sets are too many, or of all pairs where candidates are some of them
    std::vector<LinkCandidate> searched{}; ///< candidates of `search`
    /// Of the sets that are known, by the objective: of those above, or of the search.
    [[nodiscard]] double best_known() const;
    std::vector<LinkWorth> worth;    ///< [candidate]
    std::vector<Lynchpin> lynchpins; ///< highest score first, those with score above 0
    std::size_t draws = 0;
};

/// The most sets that are enumerated rather than searched.
inline constexpr std::uint64_t most_sets_for_all = std::uint64_t{1} << 24;

[[nodiscard]] bool enumerable(LinkProblem const& problem);

/// Enumerates where it can, else searches within `limits`.
[[nodiscard]] LinkAnalysis analyse_links(LinkProblem problem, LinkObjective objective, SearchLimits const& limits,
                                         std::size_t threads);

/// The `most` candidates that alone bring most for their cost by the objective; all where there are no more.
[[nodiscard]] LinkProblem narrowed(LinkProblem problem, LinkObjective objective, std::size_t most);

[[nodiscard]] LinkSet assessed_set(LinkProblem const& problem, LinkLevels levels);
[[nodiscard]] std::vector<Lynchpin> lynchpins_of(LinkProblem const& problem, LinkSet const& best,
                                                 LinkObjective objective);

} // namespace casus::dilemma
