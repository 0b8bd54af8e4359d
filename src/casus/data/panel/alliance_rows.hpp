// The rows of a panel of alliances: each alliance in each year in which at least two members are bound.
#pragma once

#include "casus/data/panel/treaties.hpp"

#include <vector>

namespace casus::data {

/// One row: an alliance in a year.
struct AllianceYear {
    Treaty const* treaty;
    int year;
    std::vector<int> members; ///< COW numbers, each once, in their order
    Obligations owed;         ///< by any of them
    int phase;                ///< the latest of the year
    int since;                ///< years since the first
    bool ends;                ///< it is the last year, and the alliance does not go on
};

/// By alliance, then year, of the years given. A member counts in a year with a day on which it is bound. The treaties
/// must outlive the rows.
[[nodiscard]] std::vector<AllianceYear> alliance_rows(Treaties const& treaties, Coverage const& years);

} // namespace casus::data
