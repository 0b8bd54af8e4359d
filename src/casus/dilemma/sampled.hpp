// An evaluation at the central values together with how far it spreads: what chapters and documents are written from.
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/outputs.hpp"

#include <optional>
#include <span>
#include <vector>

namespace casus::dilemma {

/// Fills `reading` and `risks`, made for a world of the same structure. `allegiance`, one ĉ_i a member, replaces what
/// the case gives and the rule says; empty: it does not.
void evaluate(World const& world, Parameters const& parameters, std::span<double const> allegiance, Reading& reading,
              Risks& risks);

/// One world under one set of parameters, evaluated.
struct Evaluation {
    Evaluation(World const& a_world, Parameters const& some_parameters, std::span<double const> allegiance = {});

    [[nodiscard]] System const& system() const { return reading.system; }
    [[nodiscard]] Inputs const& in() const { return reading.inputs; }
    [[nodiscard]] Actor const& leader() const { return world.actor(system().leader); }
    [[nodiscard]] Actor const& member(std::size_t i) const { return world.actor(system().members[i]); }
    [[nodiscard]] Actor const& rival(std::size_t m) const { return world.actor(system().rivals[m]); }

    World const& world;
    Parameters const& parameters;
    bool assessed_allegiance; ///< ĉ_i was handed in
    Reading reading;
    Risks risks;
    OutputPlan plan;
    std::vector<double> central; ///< a row of `plan`
};

struct Sampled {
    Evaluation const& centre;
    std::span<Interval const> interval; ///< central 90 %, per output

    [[nodiscard]] Number number(std::size_t output, int decimals = 2) const {
        return {centre.central[output], decimals, interval[output]};
    }
};

} // namespace casus::dilemma
