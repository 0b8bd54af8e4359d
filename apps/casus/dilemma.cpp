// casus dilemma: both risks on every tie of an alliance system; below it, its links, their dates and the evidence.
#include "dilemma_verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call) {
    CLI::App& dilemma = add_dilemma_assess(program, call);
    add_dilemma_claim(dilemma, call);
    add_dilemma_links(dilemma, call);
    add_dilemma_timeline(dilemma, call);
    add_dilemma_evidence(dilemma, call);
}

} // namespace casus::app
