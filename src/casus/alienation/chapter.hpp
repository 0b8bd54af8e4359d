// The lens's results as chapters of a report.
#pragma once

#include "casus/alienation/sampled.hpp"

#include <vector>

namespace casus::alienation {

/// What stands out, the ally × issue matrix, actors, system and hegemon, threats.
[[nodiscard]] std::vector<Chapter> chapters(Sampled const& sampled);

/// Every ledger that `casus explain` can show; for reports that can be leafed through.
[[nodiscard]] Chapter ledger_chapter(Sampled const& sampled);

/// How the numbers were made and what they do not say.
[[nodiscard]] Chapter method_chapter(Sampled const& sampled, std::size_t draws);

/// The few sentences a reader should see first.
[[nodiscard]] Notes what_stands_out(Sampled const& sampled);

} // namespace casus::alienation
