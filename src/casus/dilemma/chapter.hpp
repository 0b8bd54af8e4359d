// The lens's results as chapters of a report.
#pragma once

#include "casus/dilemma/offence.hpp"
#include "casus/dilemma/tie.hpp"

#include <vector>

namespace casus::dilemma {

/// What stands out, the double-risk table, the risks by rival, conflicts, the system, the offence–defence balance.
[[nodiscard]] std::vector<Chapter> chapters(Sampled const& sampled, std::vector<OffenceRow> const& offence);

/// Every ledger that `casus explain` can show; for reports that can be leafed through.
[[nodiscard]] Chapter ledger_chapter(Sampled const& sampled);

/// How the numbers were made and what they do not say.
[[nodiscard]] Chapter method_chapter(Sampled const& sampled, std::size_t draws);

/// The few sentences a reader should see first.
[[nodiscard]] Notes what_stands_out(Sampled const& sampled, std::vector<Tie> const& ties);

/// What the offence–defence balance points to, and by how much.
[[nodiscard]] Notes offence_notes(Sampled const& sampled, std::vector<OffenceRow> const& offence);

} // namespace casus::dilemma
