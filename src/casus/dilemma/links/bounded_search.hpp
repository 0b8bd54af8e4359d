// The best set of links where there are too many to value each: branch and bound (Land and Doig 1960). A node fixes the
// levels of some candidates; what the rest can still reach is bounded from above (separable_bound.hpp), with the leader's
// conflicts q_hm at the least that the node allows. Nodes that leave few sets are enumerated exactly. Whatever is found is
// valued by the formulas of the risks; when time is up, the greatest bound of an open node says what may have been missed.
#pragma once

#include "casus/dilemma/links/problem.hpp"

#include <limits>

namespace casus::dilemma {

enum class LinkObjective { Reliability, Strength }; ///< Strength: against the rival that the system is weakest against

struct SearchLimits {
    double seconds = 10.0;
    std::uint64_t nodes = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t trials = 20'000;                    ///< sets that the first improvement of a set may value
    std::uint64_t leaf_sets = std::uint64_t{1} << 14; ///< a node with no more sets than this is enumerated
};

struct BoundedSearch {
    LinkLevels best;          ///< the best set that was found
    double value = 0.0;       ///< what assess() makes of it
    double without = 0.0;     ///< the value without any candidate
    double bound = 0.0;       ///< no set that the budget allows is worth more (but for 1e-9); at least `value`
    double first_bound = 0.0; ///< the same before any branching
    std::uint64_t nodes = 0;
    bool proven = false; ///< bound − value is no more than 1e-9

    [[nodiscard]] double gap() const { return bound - value; }
};

/// Runs on one thread. What it finds is the same everywhere where it is ended by `nodes` or a proof and not by time.
[[nodiscard]] BoundedSearch search_links(LinkProblem const& problem, LinkObjective objective,
                                         SearchLimits const& limits);

/// The value of a set by the formulas of the risks.
[[nodiscard]] double value_of(LinkProblem const& problem, LinkLevels const& chosen, LinkObjective objective);

} // namespace casus::dilemma
