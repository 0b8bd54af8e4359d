#include "casus/dilemma/sampled.hpp"

#include <algorithm>

namespace casus::dilemma {

void evaluate(World const& world, Parameters const& parameters, std::span<double const> allegiance, Reading& reading,
              Risks& risks) {
    read_inputs(world, parameters, reading);
    std::ranges::copy(allegiance, reading.inputs.allegiance.begin());
    assess(reading.inputs, risks);
}

Evaluation::Evaluation(World const& a_world, Parameters const& some_parameters, std::span<double const> allegiance)
    : world(a_world), parameters(some_parameters), assessed_allegiance(!allegiance.empty()), reading(a_world),
      risks(reading.inputs), plan(reading.inputs.members, reading.inputs.rivals), central(plan.count()) {
    evaluate(world, parameters, allegiance, reading, risks);
    plan.write(reading.inputs, risks, central);
}

} // namespace casus::dilemma
