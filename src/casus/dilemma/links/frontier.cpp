#include "casus/dilemma/links/frontier.hpp"

#include <algorithm>
#include <map>

namespace casus::dilemma {

namespace {

bool before(LinkPoint const& a, LinkPoint const& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.reliability != b.reliability) return a.reliability > b.reliability;
    if (a.weakest != b.weakest) return a.weakest > b.weakest;
    return a.code < b.code;
}

} // namespace

void keep_frontier(std::vector<LinkPoint>& points) {
    std::sort(points.begin(), points.end(), before);
    std::map<double, double> stairs; ///< of those so far: reliability → strength, the one rising as the other falls
    std::size_t kept = 0;
    for (LinkPoint const& point : points) {
        auto const above = stairs.lower_bound(point.reliability);
        if (above != stairs.end() && above->second >= point.weakest) continue;
        auto first = above;
        while (first != stairs.begin() && std::prev(first)->second <= point.weakest) --first;
        stairs.erase(first, above);
        stairs[point.reliability] = point.weakest;
        points[kept++] = point;
    }
    points.resize(kept);
}

FrontierSieve::FrontierSieve(std::vector<LinkPoint> const& frontier) : strongest_(cells * cells, -1.0) {
    if (frontier.empty()) return;
    double const most = frontier.back().cost;
    auto const [low, high] = std::minmax_element(
        frontier.begin(), frontier.end(), [](auto const& a, auto const& b) { return a.reliability < b.reliability; });
    double const n = static_cast<double>(cells - 1);
    cost_scale_ = most > 0.0 ? n / most : 0.0;
    reliability_low_ = low->reliability;
    double const range = high->reliability - low->reliability;
    reliability_scale_ = range > 0.0 ? n / range : 0.0;
    // A point counts from the first cell that lies wholly beyond its cost, and below the cell of its reliability.
    for (LinkPoint const& point : frontier) {
        std::size_t const column = cost_cell(point.cost) + 1;
        auto const row = static_cast<std::size_t>((point.reliability - reliability_low_) * reliability_scale_);
        if (column >= cells || row == 0) continue;
        double& cell = strongest_[column * cells + row - 1];
        cell = std::max(cell, point.weakest);
    }
    for (std::size_t c = 0; c < cells; ++c)
        for (std::size_t r = cells; r-- > 0;) {
            double& cell = strongest_[c * cells + r];
            if (c > 0) cell = std::max(cell, strongest_[(c - 1) * cells + r]);
            if (r + 1 < cells) cell = std::max(cell, strongest_[c * cells + r + 1]);
        }
}

std::size_t FrontierSieve::cost_cell(double cost) const {
    return std::min(cells - 1, static_cast<std::size_t>(std::max(0.0, cost * cost_scale_)));
}

bool FrontierSieve::may_belong(double cost, double reliability, double weakest) const {
    double const row = (reliability - reliability_low_) * reliability_scale_;
    if (!(row < static_cast<double>(cells - 1))) return true;
    auto const r = row > 0.0 ? static_cast<std::size_t>(row) : 0;
    return weakest > strongest_[cost_cell(cost) * cells + r];
}

} // namespace casus::dilemma
