// What the pictures of a scatter, on a page and in a terminal, have in common; and its numbers.
#pragma once

#include "casus/base/result.hpp"

namespace casus::report {

/// Indices of the points that can be drawn, those with finite x and y.
[[nodiscard]] std::vector<std::size_t> drawn_points(Scatter const& scatter);

/// A point of the line that joins the frontier; not necessarily one of the scatter.
struct FrontierCorner {
    double x = 0.0;
    double y = 0.0;
};

/// The drawn points of the frontier in the order of x, and the corners of its steps between them. On the side of the
/// line that is worse in both directions lies all that a point of the frontier outdoes, so that a step first goes
/// straight up or down where more x is better, and straight across where less is.
[[nodiscard]] std::vector<FrontierCorner> frontier_line(Scatter const& scatter);

/// What a point is: "on the frontier, reference point"; empty for all others.
[[nodiscard]] Text standing(Scatter const& scatter, std::size_t point);

/// Point, x, y, what it is, and remarks where there are any.
[[nodiscard]] Table scatter_table(Scatter const& scatter);

} // namespace casus::report
