// The hegemon's ledger as tables: strategies, lines, will and capacity, what would change the answer, and what its
// institutions leave to whom.
#pragma once

#include "casus/alienation/sampled.hpp"
#include "casus/base/result.hpp"

#include <vector>

namespace casus::alienation {

[[nodiscard]] std::vector<Table> hegemon_tables(Sampled const& sampled);

} // namespace casus::alienation
