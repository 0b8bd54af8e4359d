// The lens's numbers as one flat row, so that an ensemble can take quantiles without knowing the lens.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/alienation/hegemon.hpp"
#include "casus/base/result.hpp"

#include <cstddef>
#include <span>

namespace casus::alienation {

/// Where each number lies in a row of outputs.
class OutputPlan {
public:
    explicit OutputPlan(World const& world);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t follow(std::size_t cell) const { return cell; }
    [[nodiscard]] std::size_t index(std::size_t assessed) const { return index_ + assessed; }
    [[nodiscard]] std::size_t dispersion(std::size_t assessed) const { return dispersion_ + assessed; }
    [[nodiscard]] std::size_t swing(std::size_t assessed) const { return swing_ + assessed; }
    /// 1 in the draws in which the ally is in that regime.
    [[nodiscard]] std::size_t regime(std::size_t ally, Regime regime) const {
        return regime_ + 3 * ally + static_cast<std::size_t>(regime);
    }
    [[nodiscard]] std::size_t threat(std::size_t actor) const { return threat_ + actor; }
    /// Polarisation, cross-membership, mobilisable power.
    [[nodiscard]] std::size_t system(std::size_t which) const { return system_ + which; }
    /// Maintain, remould, weaken.
    [[nodiscard]] std::size_t hegemon(std::size_t which) const { return hegemon_ + which; }
    /// 1 in the draws in which that strategy is the hegemon's best.
    [[nodiscard]] std::size_t best(std::size_t which) const { return best_ + which; }
    /// How far that strategy leads the better of the other two.
    [[nodiscard]] std::size_t margin(std::size_t which) const { return margin_ + which; }
    /// The amount on one of hegemon_lines(), without its sign.
    [[nodiscard]] std::size_t line(std::size_t which) const { return lines_ + which; }
    /// Need to balance, will, capacity, the gap between the two.
    [[nodiscard]] std::size_t will(std::size_t which) const { return will_ + which; }
    /// Mean alienation index of the allies, each counting alike.
    [[nodiscard]] std::size_t mean_index() const { return mean_index_; }

    void write(Buffers const& buffers, std::span<double> row) const;

private:
    std::size_t index_, dispersion_, swing_, regime_, threat_, system_, hegemon_, best_, margin_, lines_, will_,
        mean_index_, count_;
};

/// Of the allies' alienation indices, each counting alike; 0 without allies.
[[nodiscard]] double mean_index(Buffers const& buffers);

} // namespace casus::alienation
