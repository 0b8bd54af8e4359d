// What stands behind and between states in a year: the power that defence pacts promise, and the land they share.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace casus::fit {

/// Σ over the states k that owe x defence of p_k e^{−d_kx/reach}.
class DefenceSupport {
public:
    explicit DefenceSupport(double reach) : reach_(reach) {}
    /// `partner` (power in shares, `distance` in km) owes `state` defence in `year`.
    void add(int partner, int state, int year, double power, double distance);
    /// The sum without the part of `against`, whose pact is worth nothing to the state in a quarrel with it.
    [[nodiscard]] double of(int state, int year, int against) const;

private:
    double reach_;
    std::unordered_map<std::uint64_t, double> total_; ///< by state and year
    std::unordered_map<std::uint64_t, double> part_;  ///< by state, year and partner
};

/// States that are joined by land, neighbour by neighbour, in each year.
class Landmasses {
public:
    Landmasses(int first_year, int last_year);
    /// The two share a border on land in `year`. State numbers are below 1000.
    void join(int one, int other, int year);
    [[nodiscard]] bool joined(int one, int other, int year) const;

private:
    int first_year_;
    std::vector<std::int16_t> parent_;

    [[nodiscard]] std::size_t place(int state, int year) const;
    [[nodiscard]] int root(int state, int year) const;
};

} // namespace casus::fit
