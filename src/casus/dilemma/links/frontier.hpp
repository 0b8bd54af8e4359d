// Sets of links on three scales: cost (less is better), reliability and strength against the rival that the system is
// weakest against. Which sets no other beats on all three.
#pragma once

#include <cstdint>
#include <vector>

namespace casus::dilemma {

/// A set of links as the search meets it.
struct LinkPoint {
    double cost = 0.0;
    double reliability = 0.0;
    double weakest = 0.0;   ///< e^{min_m strength_m}
    std::uint64_t code = 0; ///< levels of the candidates as digits, the first candidate's the lowest
};

/// Drops every point that another one equals or beats on all three scales (of equal ones the lowest code stays), and
/// puts the rest in the order of cost, then reliability falling. O(n log n).
void keep_frontier(std::vector<LinkPoint>& points);

/// Tells for most points in a few operations that a frontier beats them: for a cell of cost and reliability the greatest
/// strength among the points of the frontier that cost no more than all of the cell and rely no less.
class FrontierSieve {
public:
    explicit FrontierSieve(std::vector<LinkPoint> const& frontier);

    /// False only where a point of the frontier equals or beats it on all scales.
    [[nodiscard]] bool may_belong(double cost, double reliability, double weakest) const;

private:
    static constexpr std::size_t cells = 128;

    [[nodiscard]] std::size_t cost_cell(double cost) const;

    double cost_scale_ = 0.0;
    double reliability_low_ = 0.0;
    double reliability_scale_ = 0.0;
    std::vector<double> strongest_; ///< [cost cell][reliability cell]; −1 where no point is
};

} // namespace casus::dilemma
