#include "casus/dilemma/frontier.hpp"

#include <algorithm>
#include <cassert>

namespace casus::dilemma {

bool dominates(Objectives const& a, Objectives const& b) {
    bool const as_good = a.strength >= b.strength && a.reliability >= b.reliability && a.cost <= b.cost;
    return as_good && (a.strength > b.strength || a.reliability > b.reliability || a.cost < b.cost);
}

void mark_frontier(std::span<Objectives const> outcomes, std::span<char> on) {
    assert(on.size() == outcomes.size());
    for (std::size_t k = 0; k < outcomes.size(); ++k)
        on[k] = std::ranges::none_of(outcomes, [&](Objectives const& other) { return dominates(other, outcomes[k]); });
}

double hypervolume(std::span<Gain> points) {
    std::ranges::sort(points, [](Gain const& a, Gain const& b) { return a.x > b.x; });
    double area = 0.0;
    double height = 0.0;
    for (Gain const& point : points) {
        if (!(point.x > 0.0) || point.y <= height) continue;
        area += point.x * (point.y - height);
        height = point.y;
    }
    return area;
}

} // namespace casus::dilemma
