// casus alienation: the alienation of allies as evidence shows it.
#include "alienation_verbs.hpp"

namespace casus::app {

void add_alienation(CLI::App& program, Call const& call) {
    CLI::App& alienation =
        add_group(program, call, "alienation",
                  {"alienation of allies as evidence shows it: votes in the UN", "证据所示的盟国异化：联合国投票"},
                  "casus alienation measure --leader USA --allies atop:defense --years 1990:2018");
    add_alienation_measure(alienation, call);
}

} // namespace casus::app
