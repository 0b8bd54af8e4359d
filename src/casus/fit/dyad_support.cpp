#include "casus/fit/dyad_support.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::fit {

namespace {

constexpr int state_numbers = 1000;

std::uint64_t state_year_key(int state, int year, int partner = 0) {
    return (static_cast<std::uint64_t>(partner) * 10'000 + static_cast<std::uint64_t>(state)) * 10'000 +
           static_cast<std::uint64_t>(year);
}

} // namespace

void DefenceSupport::add(int partner, int state, int year, double power, double distance) {
    double const arriving = power * std::exp(-distance / reach_);
    total_[state_year_key(state, year)] += arriving;
    part_[state_year_key(state, year, partner)] += arriving;
}

double DefenceSupport::of(int state, int year, int against) const {
    auto const total = total_.find(state_year_key(state, year));
    if (total == total_.end()) return 0.0;
    auto const part = part_.find(state_year_key(state, year, against));
    if (part == part_.end()) return total->second;
    double const left = total->second - part->second;
    return left > 1e-12 ? left : 0.0; // what rounding leaves of the only partner is nothing
}

Landmasses::Landmasses(int first_year, int last_year)
    : first_year_(first_year), parent_(static_cast<std::size_t>(last_year - first_year + 1) * state_numbers) {
    for (std::size_t first = 0; first < parent_.size(); first += state_numbers)
        std::iota(parent_.begin() + static_cast<std::ptrdiff_t>(first),
                  parent_.begin() + static_cast<std::ptrdiff_t>(first + state_numbers), std::int16_t{0});
}

std::size_t Landmasses::place(int state, int year) const {
    return static_cast<std::size_t>(year - first_year_) * state_numbers + static_cast<std::size_t>(state);
}

int Landmasses::root(int state, int year) const {
    while (parent_[place(state, year)] != state) state = parent_[place(state, year)];
    return state;
}

void Landmasses::join(int one, int other, int year) {
    int const a = root(one, year);
    int const b = root(other, year);
    parent_[place(std::max(a, b), year)] = static_cast<std::int16_t>(std::min(a, b));
}

bool Landmasses::joined(int one, int other, int year) const { return root(one, year) == root(other, year); }

} // namespace casus::fit
