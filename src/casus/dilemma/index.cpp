#include "casus/dilemma/index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

constexpr double reliability_rounding = 1e-12;

double room_of(std::span<Strategy const> strategies, std::span<Outcome const> outcomes, bool with_links,
               std::span<Gain> gains) {
    std::size_t used = 0;
    for (std::size_t s = 0; s < strategies.size(); ++s)
        if (with_links || !strategies[s].linking()) gains[used++] = {outcomes[s].weakest, outcomes[s].reliability_gain};
    return hypervolume(gains.first(used));
}

} // namespace

double dilemma_index(std::span<Strategy const> strategies, std::span<Outcome const> outcomes) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < strategies.size(); ++s)
        if (strategies[s].traditional() && outcomes[s].weakest >= least_gain)
            least = std::min(least, std::max(0.0, -outcomes[s].reliability_gain) / outcomes[s].weakest);
    return least;
}

bool good(Outcome const& outcome) { return outcome.weakest > 0.0 && outcome.reliability_gain >= -reliability_rounding; }

void summarise(std::span<Strategy const> strategies, std::span<Gain> gains, Standing& standing) {
    standing.index = dilemma_index(strategies, standing.outcomes);
    standing.room = room_of(strategies, standing.outcomes, true, gains);
    standing.room_without_links = room_of(strategies, standing.outcomes, false, gains);
    standing.dilemma = true;
    standing.linked_out = false;
    for (std::size_t s = 0; s < strategies.size(); ++s) {
        if (!good(standing.outcomes[s])) continue;
        if (strategies[s].traditional()) standing.dilemma = false;
        if (strategies[s].linking()) standing.linked_out = true;
    }
}

double bounded_index(double index) { return std::isinf(index) ? 1.0 : index / (1.0 + index); }

double unbounded_index(double bounded) {
    return bounded >= 1.0 ? std::numeric_limits<double>::infinity() : bounded / (1.0 - bounded);
}

} // namespace casus::dilemma
