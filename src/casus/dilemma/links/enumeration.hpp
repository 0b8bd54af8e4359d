// Every set of links that the budget allows, valued exactly.
//
// Two sets that differ in one link differ in two members' states. All states that a member can be in are tabulated
// (member_table.hpp) and the sets are walked in the order of a reflected Gray code of mixed radix (Knuth 7.2.1.1, H),
// so that a set costs two exchanges of records and one polynomial of 2^R terms. The tables hold the candidates of a
// window only; for each setting of those outside it, a block, they are made anew. Blocks are what threads share, and
// depend on the problem alone. Sums and products are taken afresh every 256 sets, which bounds rounding to some 1e-13.
#pragma once

#include "casus/dilemma/links/frontier.hpp"
#include "casus/dilemma/links/problem.hpp"

namespace casus::dilemma {

inline constexpr std::size_t most_enumerated_rivals = 6;
inline constexpr std::uint64_t most_enumerated_sets = std::uint64_t{1} << 28;

struct Enumeration {
    std::uint64_t sets = 0;               ///< of links and levels in all
    std::uint64_t allowed = 0;            ///< that the budget allows
    std::vector<LinkPoint> most_reliable; ///< best first; ties by cost, then code
    std::vector<LinkPoint> strongest;
    std::vector<LinkPoint> frontier; ///< of all allowed sets; empty unless asked for
};

struct EnumerationPlan {
    std::size_t best = 5; ///< how many of the best to keep by each objective
    bool frontier = true;
    std::size_t threads = 1;
};

/// (levels + 1)^candidates; 2^63 where it is more.
[[nodiscard]] std::uint64_t number_of_sets(LinkProblem const& problem);

/// The problem has 1 to 6 rivals and at most 2^28 sets (assertions). No number depends on threads.
[[nodiscard]] Enumeration enumerate_links(LinkProblem const& problem, EnumerationPlan const& plan);

/// The digits of a point's code.
[[nodiscard]] LinkLevels levels_of(LinkProblem const& problem, std::uint64_t code);

} // namespace casus::dilemma
