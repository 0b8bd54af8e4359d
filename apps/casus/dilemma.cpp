// casus dilemma: the alliance-system dilemma.
#include "dilemma_evidence.hpp"
#include "dilemma_timeline.hpp"
#include "verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call) {
    CLI::App& dilemma = add_group(
        program, call, "dilemma",
        {"the alliance-system dilemma: abandonment, entrapment, linkages", "联盟体系困境：被抛弃、被牵连与联盟联结"},
        "casus dilemma timeline cases/us-alliance-system-2021.toml --linkages cases/us-linkages.toml");
    add_dilemma_timeline(dilemma, call);
    add_dilemma_evidence(dilemma, call);
}

} // namespace casus::app
