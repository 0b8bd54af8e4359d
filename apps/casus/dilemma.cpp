// casus dilemma: to be dropped at merging for the lens's own.
#include "dilemma_verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call) {
    CLI::App& dilemma =
        add_group(program, call, "dilemma", {"the alliance-system dilemma", "联盟体系困境"}, "casus dilemma claim");
    add_dilemma_claim(dilemma, call);
    add_dilemma_strategies(dilemma, call);
}

} // namespace casus::app
