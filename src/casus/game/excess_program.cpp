#include "casus/game/excess_program.hpp"

#include <coin/ClpSimplex.hpp>

#include <cassert>

namespace casus::game {

namespace {

constexpr double tolerance = 1e-9;
constexpr double positive = 1e-7; ///< below this a multiplier is taken for zero

std::vector<int> columns_of(Coalition coalition) {
    std::vector<int> columns;
    for_each_member(coalition, [&](std::size_t i) { columns.push_back(static_cast<int>(i)); });
    return columns;
}

} // namespace

struct ExcessProgram::Program {
    ClpSimplex clp;
};

ExcessProgram::ExcessProgram(std::span<double const> lower)
    : program_(std::make_unique<Program>()), players_(lower.size()) {
    ClpSimplex& clp = program_->clp;
    clp.setLogLevel(0);
    clp.setPrimalTolerance(tolerance);
    clp.setDualTolerance(tolerance);
    clp.resize(0, static_cast<int>(players_) + 1);
    for (std::size_t i = 0; i < players_; ++i) {
        double const bound = lower[i];
        clp.setColumnBounds(static_cast<int>(i), bound < -1e300 ? -COIN_DBL_MAX : bound, COIN_DBL_MAX);
    }
    clp.setColumnBounds(static_cast<int>(players_), -COIN_DBL_MAX, COIN_DBL_MAX);
    clp.setObjectiveCoefficient(static_cast<int>(players_), 1.0);
}

ExcessProgram::~ExcessProgram() = default;

void ExcessProgram::settle(Coalition coalition, double worth) {
    assert(coalitions_.empty());
    std::vector<int> const columns = columns_of(coalition);
    std::vector<double> const ones(columns.size(), 1.0);
    program_->clp.addRow(static_cast<int>(columns.size()), columns.data(), ones.data(), worth, worth);
    ++settled_;
}

void ExcessProgram::enter(std::span<Coalition const> coalitions, std::span<double const> worths) {
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    for (Coalition const s : coalitions) {
        for_each_member(s, [&](std::size_t i) { columns.push_back(static_cast<int>(i)); });
        columns.push_back(static_cast<int>(players_));
        starts.push_back(static_cast<CoinBigIndex>(columns.size()));
    }
    std::vector<double> const ones(columns.size(), 1.0);
    std::vector<double> const upper(coalitions.size(), COIN_DBL_MAX);
    program_->clp.addRows(static_cast<int>(coalitions.size()), worths.data(), upper.data(), starts.data(),
                          columns.data(), ones.data());
    coalitions_.insert(coalitions_.end(), coalitions.begin(), coalitions.end());
}

bool ExcessProgram::solve() {
    program_->clp.dual();
    if (!program_->clp.isProvenOptimal()) program_->clp.primal();
    return program_->clp.isProvenOptimal();
}

Allocation ExcessProgram::point() const {
    double const* const x = program_->clp.primalColumnSolution();
    return {x, x + players_};
}

double ExcessProgram::epsilon() const { return program_->clp.primalColumnSolution()[players_]; }

std::vector<ExcessProgram::Multiplier> ExcessProgram::multipliers() const {
    double const* const duals = program_->clp.dualRowSolution();
    std::vector<Multiplier> found;
    for (std::size_t r = 0; r < coalitions_.size(); ++r)
        if (duals[settled_ + r] > positive) found.push_back({coalitions_[r], duals[settled_ + r]});
    return found;
}

std::vector<ExcessProgram::Multiplier> ExcessProgram::bound_multipliers() const {
    double const* const reduced = program_->clp.dualColumnSolution();
    std::vector<Multiplier> found;
    for (std::size_t i = 0; i < players_; ++i)
        if (reduced[i] > positive) found.push_back({single(i), reduced[i]});
    return found;
}

std::vector<Coalition> ExcessProgram::tight(double slack) const {
    double const* const activity = program_->clp.primalRowSolution();
    double const* const lower = program_->clp.rowLower();
    std::vector<Coalition> found;
    for (std::size_t r = 0; r < coalitions_.size(); ++r)
        if (activity[settled_ + r] - lower[settled_ + r] <= slack) found.push_back(coalitions_[r]);
    return found;
}

} // namespace casus::game
