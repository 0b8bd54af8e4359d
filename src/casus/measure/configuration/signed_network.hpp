// Structural balance (F. Heider 1946; D. Cartwright, F. Harary 1956): a network of friends (+) and enemies (−) is balanced
// where its actors fall into two blocs with friends inside and enemies between. How far it is from that: the share of
// triangles with an odd number of enemies, and the frustration index (line index of balance), the fewest ties that no
// division into two blocs can satisfy.
#pragma once

#include "casus/measure/configuration/best_blocs.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace casus::configuration {

struct SignedTie {
    std::size_t from = 0;
    std::size_t to = 0;
    int sign = 1; ///< 1 or −1
};

struct SignedNetwork {
    std::vector<std::string> actors;
    std::vector<SignedTie> ties; ///< each pair at most once, nobody with itself
};

/// A CSV file with columns from, to and sign: + or −, 1 or −1. Errors with file, line and column: a sign that is none, a tie of an
/// actor with itself, a pair twice, fewer than two or more than 255 actors.
[[nodiscard]] SignedNetwork read_signed_network(std::string const& path);

/// Triangles by the number of their enemies, 0 to 3; those with 0 and 2 are balanced.
[[nodiscard]] std::array<std::uint64_t, 4> triangles(SignedNetwork const& network);

/// Parts of the network that no tie joins. Blocs say nothing of two actors in different parts.
[[nodiscard]] std::vector<std::size_t> components(SignedNetwork const& network);

struct Frustration {
    Blocs blocs;                         ///< two; one of possibly several divisions that are as good
    std::vector<std::size_t> frustrated; ///< ties: friends apart and enemies together
    std::uint64_t bound = 0;             ///< no division leaves fewer; equal to their number where that is proven
    std::uint64_t nodes = 0;

    [[nodiscard]] bool proven() const { return bound == frustrated.size(); }
};

/// The frustration index of two blocs: a landscape of equal sizes with propensities 1 and −1 (best_blocs).
[[nodiscard]] Frustration frustration(SignedNetwork const& network, std::uint64_t most_nodes);

} // namespace casus::configuration
