#include "casus/alienation/evaluate.hpp"

#include "casus/alienation/hegemon.hpp"
#include "casus/alienation/indices.hpp"
#include "casus/alienation/match.hpp"
#include "casus/alienation/stance.hpp"

namespace casus::alienation {

void evaluate(World const& world, Parameters const& parameters, Buffers& buffers, Formula const& formula) {
    assess_threats(world, parameters, formula.threat, buffers.threats);
    assess_needs(world, parameters, formula, buffers);
    match_sides(world, parameters, buffers);
    take_stances(world, parameters, formula, buffers);
    index_actors(world, buffers);
    judge_regimes(world, parameters, buffers);
    sum_up_system(world, buffers);
    weigh_hegemon(world, parameters, buffers);
}

} // namespace casus::alienation
