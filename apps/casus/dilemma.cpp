// casus dilemma: both risks on every tie of an alliance system; below it, its links, their dates and the evidence.
#include "dilemma_verbs.hpp"

namespace casus::app {

void add_dilemma(CLI::App& program, Call const& call) { (void)add_dilemma_assess(program, call); }

} // namespace casus::app
