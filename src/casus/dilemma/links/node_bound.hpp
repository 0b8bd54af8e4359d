// What a node of the search can still reach.
#pragma once

#include "casus/dilemma/links/bounded_search.hpp"
#include "casus/dilemma/links/separable_bound.hpp"

#include <cstdint>
#include <vector>

namespace casus::dilemma {

/// Candidates' levels, −1 where still open.
using FixedLevels = std::vector<std::int8_t>;

/// One Lagrangian for each separable sum that the bound of a node needs.
using NodePrices = std::vector<LinkPrices>;

struct NodeBound {
    double value = 0.0;
    std::vector<OpenLink> open;
    std::vector<double> chosen; ///< [open link] share that the relaxation takes
    double budget = 0.0;        ///< that the fixed ones leave, negative where they cost too much
    std::uint64_t sets = 1;     ///< of the open candidates
};

/// Bounds nodes of one problem.
class NodeBounds {
public:
    NodeBounds(LinkProblem const& problem, LinkObjective objective);

    [[nodiscard]] NodePrices first_prices() const;
    /// What is open in a node, without a bound.
    [[nodiscard]] NodeBound opened(FixedLevels const& fixed) const;
    /// Fills value and chosen. `prices` are the parent's and become the node's.
    void bound(FixedLevels const& fixed, double target, std::size_t steps, NodePrices& prices, NodeBound& node) const;

    /// Bounds the logarithm of F_m by its tangent there from now on [rival]: any bounds, the nearer the better.
    void set_tangents(std::vector<double> const& forces);

private:
    using Pieces = std::vector<std::vector<BoundPiece>>;

    [[nodiscard]] Pieces pieces_of(FixedLevels const& fixed, NodeBound const& node) const;
    [[nodiscard]] double sum_bound(Pieces& pieces, Bounded const& what, double target, std::size_t steps,
                                   LinkPrices& prices, NodeBound& node) const;
    /// Each member at its most, links and budget not shared.
    [[nodiscard]] double greatest_sum(Pieces& pieces, Bounded const& what) const;
    [[nodiscard]] double strength_bound(Pieces& pieces, FixedLevels const& fixed, std::size_t rival, double target,
                                        std::size_t steps, LinkPrices& prices, NodeBound& node) const;

    LinkProblem const& problem_;
    LinkObjective objective_;
    MemberBounds members_;
    std::vector<double> linked_; ///< [member] sums of the links that stand
    std::vector<double> forces_;
    std::vector<double> tangents_; ///< [rival]
};

} // namespace casus::dilemma
