// The contest at the central values together with how far it spreads over drawn worlds: what chapters and documents are
// written from.
#pragma once

#include "casus/alienation/contest/ground.hpp"
#include "casus/alienation/contest/search.hpp"
#include "casus/alienation/contest/statics.hpp"
#include "casus/base/result.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace casus::contest {

/// One contested world: evaluated, its ground laid, solved.
struct Play {
    explicit Play(World const& world);

    alienation::Buffers evaluated;
    Ground ground;
    Solver solver;
    Equilibrium at;
};

/// Plays the contest of a (drawn) world, from the spending of `from` on. Allocates nothing.
void play(World const& world, Parameters const& parameters, Terms const& terms, Equilibrium const& from, Play& into,
          Rule const& rule = {.tolerance = 1e-9});

/// Where each number lies in a row of outputs.
class OutputPlan {
public:
    explicit OutputPlan(World const& world);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t follow(std::size_t cell) const { return cell; }
    /// f less its value at zero effort.
    [[nodiscard]] std::size_t change(std::size_t cell) const { return cells_ + cell; }
    /// What an actor gets from a side.
    [[nodiscard]] std::size_t received(std::size_t side, std::size_t assessed) const {
        return 2 * cells_ + side * assessed_ + assessed;
    }
    [[nodiscard]] std::size_t gained(std::size_t assessed) const { return received(sides_, assessed); }
    /// 1 in the draws in which the leader spends on the actor.
    [[nodiscard]] std::size_t paid(std::size_t assessed) const { return received(sides_ + 1, assessed); }
    [[nodiscard]] std::size_t payoff(std::size_t side) const { return received(sides_ + 2, 0) + side; }
    [[nodiscard]] std::size_t budget(std::size_t side) const { return payoff(sides_) + side; }
    /// 1 in the draws that were solved to the tolerance.
    [[nodiscard]] std::size_t solved() const { return count_ - 1; }

    void write(World const& world, Parameters const& parameters, Play const& play, std::span<double> row) const;

private:
    std::size_t cells_, assessed_, sides_, count_;
};

struct Sampled {
    World const& world;
    Parameters const& parameters;
    Terms const& terms;
    Play const& centre; ///< its equilibrium is the first of `found`
    Found const& found;
    std::vector<Branch> const& branches;
    OutputPlan plan;
    std::span<double const> mean;       ///< over draws, per output
    std::span<Interval const> interval; ///< central 90 %, per output
    std::size_t draws = 0;
};

} // namespace casus::contest
