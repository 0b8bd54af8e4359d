// casus dilemma: the alliance-system dilemma.
#include "dilemma_verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call) {
    CLI::App& dilemma = add_group(program, call, "dilemma", {"the alliance-system dilemma", "联盟体系困境"},
                                  "casus dilemma links CASE.toml --budget 0.1");
    add_dilemma_links(dilemma, call);
}

} // namespace casus::app
