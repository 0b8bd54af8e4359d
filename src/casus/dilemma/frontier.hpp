// Which of several outcomes nobody can better in one respect without losing in another, and how much room they open.
#pragma once

#include <span>
#include <vector>

namespace casus::dilemma {

/// What the leader wants of a strategy: strength against every rival, reliability, little cost. None is traded for another.
struct Objectives {
    double strength = 0.0; ///< least gain in strength over the rivals: more is better
    double reliability = 0.0;
    double cost = 0.0; ///< less is better
};

/// Whether a is at least as good as b in every objective and better in one.
[[nodiscard]] bool dominates(Objectives const& a, Objectives const& b);

/// on[k] = 1 where no other outcome dominates outcome k, else 0 (Pareto). `on` is as long as `outcomes`.
void mark_frontier(std::span<Objectives const> outcomes, std::span<char> on);

/// A point in the plane of two objectives of which more is better.
struct Gain {
    double x = 0.0;
    double y = 0.0;
};

/// Hypervolume (Zitzler and Thiele 1999) in two dimensions: the area between the origin and the points' staircase,
/// {(x, y): 0 ≤ x ≤ x_k, 0 ≤ y ≤ y_k for some k}. Sorts `points`; those without a gain in both count nothing.
[[nodiscard]] double hypervolume(std::span<Gain> points);

} // namespace casus::dilemma
