#include "casus/game/price_program.hpp"

#include <coin/ClpSimplex.hpp>

#include <cassert>

namespace casus::game {

struct PriceProgram::Program {
    ClpSimplex clp;
};

PriceProgram::PriceProgram(std::size_t players, double most)
    : program_(std::make_unique<Program>()), players_(players) {
    ClpSimplex& clp = program_->clp;
    clp.setLogLevel(0);
    clp.setPrimalTolerance(1e-9);
    clp.setDualTolerance(1e-9);
    clp.resize(0, static_cast<int>(players));
    for (int i = 0; i < static_cast<int>(players); ++i) {
        clp.setColumnBounds(i, -most, most);
        clp.setObjectiveCoefficient(i, 1.0);
    }
}

PriceProgram::~PriceProgram() = default;

void PriceProgram::enter(std::span<Coalition const> coalitions, std::span<double const> worths) {
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    for (Coalition const s : coalitions) {
        for_each_member(s, [&](std::size_t i) { columns.push_back(static_cast<int>(i)); });
        starts.push_back(static_cast<CoinBigIndex>(columns.size()));
    }
    std::vector<double> const ones(columns.size(), 1.0);
    std::vector<double> const upper(coalitions.size(), COIN_DBL_MAX);
    program_->clp.addRows(static_cast<int>(coalitions.size()), worths.data(), upper.data(), starts.data(),
                          columns.data(), ones.data());
}

Allocation PriceProgram::solve() {
    if (program_->clp.numberRows() == 0) { // CLP does not take a program without rows
        double const* const least = program_->clp.columnLower();
        return {least, least + players_};
    }
    program_->clp.dual();
    if (!program_->clp.isProvenOptimal()) program_->clp.primal();
    assert(program_->clp.isProvenOptimal());
    double const* const p = program_->clp.primalColumnSolution();
    return {p, p + players_};
}

} // namespace casus::game
