// The linear program behind the core family: pay x so that the largest excess is least,
//
//   min ε  subject to  x(S) + ε ≥ v(S) for the rows entered,  x(F) = settled for the coalitions settled,
//
// with CLP, rows entered as they are found and the last basis kept.
#pragma once

#include "casus/game/coalition.hpp"
#include "casus/game/semivalue.hpp"

#include <memory>
#include <span>
#include <vector>

namespace casus::game {

class ExcessProgram {
public:
    /// `lower` bounds on x, −∞ where there are none.
    explicit ExcessProgram(std::span<double const> lower);
    ~ExcessProgram();
    ExcessProgram(ExcessProgram const&) = delete;
    ExcessProgram& operator=(ExcessProgram const&) = delete;

    /// x(F) = worth.
    void settle(Coalition coalition, double worth);

    /// x(S) + ε ≥ worth. Several at once are cheaper.
    void enter(std::span<Coalition const> coalitions, std::span<double const> worths);

    /// False when the program has no optimum.
    [[nodiscard]] bool solve();

    [[nodiscard]] Allocation point() const;
    [[nodiscard]] double epsilon() const;

    struct Multiplier {
        Coalition coalition;
        double weight;
    };
    /// Entered rows with a positive multiplier; the weights sum to one.
    [[nodiscard]] std::vector<Multiplier> multipliers() const;

    /// Players held by their lower bound with a positive multiplier.
    [[nodiscard]] std::vector<Multiplier> bound_multipliers() const;

    /// Entered rows whose slack is at most `slack`.
    [[nodiscard]] std::vector<Coalition> tight(double slack) const;

    [[nodiscard]] std::size_t entered() const { return coalitions_.size(); }

private:
    struct Program;
    std::unique_ptr<Program> program_;
    std::vector<Coalition> coalitions_; ///< of the entered rows
    std::size_t settled_ = 0;           ///< rows before them
    std::size_t players_;
};

} // namespace casus::game
