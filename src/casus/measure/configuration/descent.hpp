// Steepest descent on all partitions into two blocs at once. A partition is a number: bit b says whether an actor stands
// apart from the one that is held in place (a partition and its mirror image are one). Partitions are walked in blocks of
// 64 that differ in their lowest six bits; from block to block one actor changes sides (Gray code), so that the sums
// Σ_j w_ij s_ij over the actors of the higher bits change by one term.
#pragma once

#include "casus/measure/configuration/landscape.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::configuration {

inline constexpr std::size_t most_two_bloc_actors = 30;

class Descent {
public:
    static constexpr std::size_t block_bits = 6;
    static constexpr std::size_t block = 64; ///< partitions; fewer exist where there are fewer than seven actors

    /// For each partition of a block: 32 · (change of Σ over pairs by the steepest move) + the actor that moves. At least 0 where no
    /// move lowers the energy; ties go to the lowest actor by themselves.
    using Steepest = std::array<double, block>;

    /// For 2 to 30 actors.
    explicit Descent(WholeWeights const& weights);

    [[nodiscard]] std::uint64_t partitions() const { return std::uint64_t{1} << (actors_ - 1); }
    [[nodiscard]] std::uint64_t blocks() const { return (partitions() + block - 1) / block; }

    /// What a move of each actor does to the number of a partition: new = old XOR flips()[actor].
    [[nodiscard]] std::array<std::uint64_t, 32> const& flips() const { return flips_; }

    [[nodiscard]] Blocs blocs_of(std::uint64_t partition) const;

    /// Calls visit(number of the block, its Steepest) for all blocks of [first, first + many), in an order of its own.
    /// `many` is a power of two and divides `first`.
    template <class Visit> void over_blocks(std::uint64_t first, std::uint64_t many, Visit&& visit) const {
        std::vector<double> fields = fields_at(first);
        alignas(64) Steepest steepest;
        std::uint64_t high = first;
        for (std::uint64_t step = 1;; ++step) {
            fill(high, fields, steepest);
            visit(high, steepest);
            if (step == many) return;
            auto const bit = static_cast<std::size_t>(std::countr_zero(step));
            turn(bit, (high >> bit & 1) != 0, fields);
            high ^= std::uint64_t{1} << bit;
        }
    }

private:
    [[nodiscard]] double weight(std::size_t bit, std::size_t other) const { return weights_[bit * actors_ + other]; }
    void make_tables();
    [[nodiscard]] std::vector<double> fields_at(std::uint64_t high) const;
    void turn(std::size_t high_bit, bool back, std::vector<double>& fields) const;
    void fill(std::uint64_t high, std::vector<double> const& fields, Steepest& steepest) const;

    std::size_t actors_;
    std::size_t low_;                ///< bits within a block
    std::vector<std::size_t> actor_; ///< of a bit; the last one is held in place
    std::vector<double> weights_;    ///< by bits, times 32
    std::vector<double>
        together_; ///< [bit][partition of the block]: Σ over the lower bits of w s, times the own sign of a lower bit
    std::vector<double> apart_; ///< the same with the other sign
    std::vector<double> sign_;  ///< [lower bit][partition of the block]: 1, or −1 where the bit is set
    std::array<std::uint64_t, 32> flips_{};
};

} // namespace casus::configuration
