// casus endurance: which alliances last, estimated on two centuries of treaties.
#include "endurance_verbs.hpp"

namespace casus::app {

void add_endurance(CLI::App& program, Call const& call) {
    CLI::App& endurance = add_group(program, call, "endurance",
                                    {"which alliances last: fits and forecasts", "哪些联盟得以存续：拟合与预测"},
                                    "casus endurance fit --out params/endurance-atop.toml");
    add_endurance_fit(endurance, call);
    add_endurance_forecast(endurance, call);
}

} // namespace casus::app
