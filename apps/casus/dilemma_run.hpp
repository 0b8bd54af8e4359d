// The lens of the dilemma run on a case, and on the case under scenarios, as `casus dilemma` and `casus compare` show it.
#pragma once

#include "opened_case.hpp"
#include "sampled_run.hpp"

#include "casus/dilemma/strategy_sampled.hpp"
#include "casus/dilemma/what_if.hpp"
#include "casus/ensemble/paired.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace casus::app {

/// Where the members' allegiance comes from.
enum class Promises {
    Given,    ///< the case's figures, or the rule
    Assessed, ///< alienation's share of following on security, draw by draw
};

/// One world of the run, evaluated.
struct DilemmaWorld {
    DilemmaWorld(World a_world, Parameters some_parameters, Promises promises);

    World world;
    Parameters parameters;
    std::vector<double> allegiance; ///< where assessed
    dilemma::Evaluation evaluation;
};

/// The case and it under each scenario, drawn in pairs.
class DilemmaRun {
public:
    DilemmaRun(OpenedCase const& opened, std::vector<Scenario> scenarios, Promises promises,
               ensemble::Sampling const& sampling);

    [[nodiscard]] DilemmaWorld const& base() const { return *worlds_.front(); }
    [[nodiscard]] dilemma::Sampled sampled() const { return {base().evaluation, drawn_.own.front().interval}; }
    [[nodiscard]] dilemma::Comparison comparison() const;
    /// Makes what writes the allegiance that alienation gives; empty where promises are given.
    [[nodiscard]] std::function<dilemma::WriteAllegiance()> assessed() const;

private:
    Promises promises_;
    std::vector<Scenario> scenarios_;
    std::vector<std::unique_ptr<DilemmaWorld>> worlds_; ///< the base, then each scenario's
    ensemble::Paired drawn_;
};

} // namespace casus::app
