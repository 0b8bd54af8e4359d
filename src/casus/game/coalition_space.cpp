#include "casus/game/coalition_space.hpp"

#include <algorithm>

namespace casus::game {

namespace {

constexpr std::int64_t p = CoalitionSpace::prime;

std::int64_t times(std::int64_t a, std::int64_t b) {
    __extension__ using Wide = __int128;
    return static_cast<std::int64_t>(static_cast<Wide>(a) * b % p);
}

std::int64_t minus(std::int64_t a, std::int64_t b) { return a >= b ? a - b : a - b + p; }

std::int64_t inverse(std::int64_t a) {
    std::int64_t result = 1;
    for (std::int64_t power = p - 2; power > 0; power >>= 1) {
        if (power & 1) result = times(result, a);
        a = times(a, a);
    }
    return result;
}

void subtract(std::vector<std::int64_t>& from, std::vector<std::int64_t> const& row, std::int64_t factor) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] = minus(from[i], times(factor, row[i]));
}

/// Steele, Lea and Flood's (2014) mixing function: fixed numbers without pattern.
std::int64_t mixed(std::uint64_t counter) {
    std::uint64_t z = counter * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<std::int64_t>((z ^ (z >> 31)) % static_cast<std::uint64_t>(p));
}

} // namespace

std::vector<std::int64_t> CoalitionSpace::reduced(Coalition coalition) const {
    std::vector<std::int64_t> vector(players_, 0);
    for_each_member(coalition, [&](std::size_t i) { vector[i] = 1; });
    for (Row const& row : rows_)
        if (vector[row.pivot] != 0) subtract(vector, row.entries, vector[row.pivot]);
    return vector;
}

bool CoalitionSpace::holds(Coalition coalition) const {
    return std::ranges::all_of(reduced(coalition), [](std::int64_t entry) { return entry == 0; });
}

bool CoalitionSpace::add(Coalition coalition) {
    std::vector<std::int64_t> vector = reduced(coalition);
    auto const found = std::ranges::find_if(vector, [](std::int64_t entry) { return entry != 0; });
    if (found == vector.end()) return false;
    auto const pivot = static_cast<std::size_t>(found - vector.begin());
    std::int64_t const scale = inverse(*found);
    for (std::int64_t& entry : vector) entry = times(entry, scale);
    for (Row& row : rows_)
        if (row.entries[pivot] != 0) subtract(row.entries, vector, row.entries[pivot]);
    rows_.push_back({pivot, std::move(vector)});
    return true;
}

std::vector<std::int64_t> CoalitionSpace::labels() const {
    std::vector<std::int64_t> labels(players_, 0);
    for (std::size_t i = 0; i < players_; ++i) labels[i] = mixed(i + 1 + 64 * rows_.size());
    for (Row const& row : rows_) labels[row.pivot] = 0;
    for (Row const& row : rows_) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < players_; ++i)
            if (i != row.pivot && row.entries[i] != 0) sum = minus(sum, times(row.entries[i], labels[i]));
        labels[row.pivot] = sum;
    }
    return labels;
}

} // namespace casus::game
