// What a year's roll calls let expect of a voter: an item-response model of one dimension, estimated from these votes
// alone. For voter i with position z_i ~ N(0, 1) and roll call j with discrimination a_j and steps d_j1, d_j2,
//
//     P(v_ij = k) ∝ exp(k a_j z_i + d_jk),   k = 0 no, 1 abstention, 2 yes,   d_j0 = 0
//
// the generalised partial credit model (Muraki 1992); with two kinds of votes only it is the two-parameter logistic
// model (Birnbaum 1968). a_j ~ N(0, 2²) and d_jk ~ N(0, 4²) keep items finite on which positions separate the votes; a
// kind of vote that nobody cast has no probability. Items are estimated by marginal maximum a posteriori, EM over a grid
// of positions (Bock and Aitkin 1981), begun at the first principal component of the votes: deterministic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::measure {

inline constexpr std::uint8_t no_vote = 3; ///< beside 0 no, 1 abstention, 2 yes

struct RollCallItem {
    double discrimination = 0.0;
    std::array<double, 2> steps{}; ///< of abstention and yes; of a kind that nobody cast it means nothing
    std::uint8_t cast = 0;         ///< bit 1 << kind of the kinds that were cast
};

class Agenda {
public:
    /// `votes`: [voter · calls + call], 0, 1, 2 or no_vote; absence is taken to say nothing. At most `leaps` times
    /// three rounds of EM.
    Agenda(std::size_t voters, std::size_t calls, std::span<std::uint8_t const> votes, int leaps = 100);

    [[nodiscard]] bool converged() const {
        return converged_;
    } ///< no position moved by more than 0.0001 in the last round
    [[nodiscard]] int leaps() const { return leaps_; }
    /// Of the items given the votes, up to a constant.
    [[nodiscard]] double log_posterior() const { return log_posterior_; }
    [[nodiscard]] std::span<RollCallItem const> items() const { return items_; }

    /// Posterior mean and standard deviation of a voter's position, in standard deviations of the house; which end is
    /// which is arbitrary.
    [[nodiscard]] double position(std::size_t voter) const;
    [[nodiscard]] double position_sd(std::size_t voter) const;

    /// Probabilities of no, abstention and yes at a position.
    [[nodiscard]] std::array<double, 3> shares(std::size_t call, double position) const;

    /// What the votes of another (0, 1, 2 or no_vote, one a roll call) let expect of the distances to them.
    class DistancesFrom {
    public:
        /// E|v − w| in [0, 1] (yes 1, abstention ½, no 0) on each roll call between the other's vote w and one who votes
        /// as the model expects at the voter's position, which is as uncertain as its own votes leave it; 0 where the
        /// other did not vote.
        [[nodiscard]] std::vector<double> expected(std::size_t voter) const;

    private:
        friend class Agenda;
        Agenda const* agenda_ = nullptr;
        std::vector<float> at_nodes_; ///< [call · nodes + node]
    };
    /// The agenda must outlive it.
    [[nodiscard]] DistancesFrom distances_from(std::span<std::uint8_t const> other) const;

    static constexpr std::size_t nodes = 40; ///< of the grid of positions, 0.25 apart

private:
    std::size_t calls_ = 0;
    std::vector<RollCallItem> items_;
    std::vector<float> weights_; ///< [voter · nodes + node]: posterior of its position
    double log_posterior_ = 0.0;
    int leaps_ = 0;
    bool converged_ = false;
};

} // namespace casus::measure
