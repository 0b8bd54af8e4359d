// Coalitions as sets of bits: player i (from 0) is bit i, so that the coalitions of n players are the numbers
// 0 … 2^n − 1 in "bit order": ∅, {1}, {2}, {1,2}, {3}, {1,3} …
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::game {

using Coalition = std::uint64_t;

[[nodiscard]] constexpr Coalition single(std::size_t player) { return Coalition{1} << player; }

/// All of the first `players` players; at most 64.
[[nodiscard]] constexpr Coalition everyone(std::size_t players) {
    return players >= 64 ? ~Coalition{0} : single(players) - 1;
}

[[nodiscard]] constexpr bool contains(Coalition coalition, std::size_t player) {
    return (coalition >> player & 1U) != 0;
}

[[nodiscard]] constexpr std::size_t size_of(Coalition coalition) {
    return static_cast<std::size_t>(std::popcount(coalition));
}

[[nodiscard]] constexpr std::size_t lowest_player(Coalition coalition) {
    return static_cast<std::size_t>(std::countr_zero(coalition));
}

/// visit(player) for the members in ascending order.
template <class Visit> constexpr void for_each_member(Coalition coalition, Visit&& visit) {
    for (; coalition != 0; coalition &= coalition - 1) visit(lowest_player(coalition));
}

/// Sum of one number per member.
[[nodiscard]] inline double sum_over(Coalition coalition, std::span<double const> each) {
    double sum = 0.0;
    for_each_member(coalition, [&](std::size_t i) { sum += each[i]; });
    return sum;
}

/// Names of the members, joined; "∅" for nobody.
[[nodiscard]] inline std::string name_of(Coalition coalition, std::span<std::string const> players,
                                         std::string_view join = ", ") {
    std::string name;
    for_each_member(coalition, [&](std::size_t i) {
        if (!name.empty()) name += join;
        name += players[i];
    });
    return name.empty() ? "∅" : name;
}

/// "1" … "n", for games given as numbers alone.
[[nodiscard]] inline std::vector<std::string> numbered_players(std::size_t players) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= players; ++i) names.push_back(std::to_string(i));
    return names;
}

} // namespace casus::game
