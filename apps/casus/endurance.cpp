// casus endurance: how long alliances stand; below it, the fit that says so and how well it forecasts.
#include "endurance_outlook.hpp"
#include "endurance_verbs.hpp"

namespace casus::app {

void add_endurance(CLI::App& program, Call const& call) {
    CLI::App& endurance = add_endurance_outlook(program, call);
    add_endurance_fit(endurance, call);
    add_endurance_forecast(endurance, call);
}

} // namespace casus::app
