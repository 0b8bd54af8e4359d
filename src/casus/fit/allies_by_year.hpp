// Who counts as the leader's ally in a year: by treaty, or by name.
#pragma once

#include "casus/data/store/store.hpp"

#include <string>
#include <vector>

namespace casus::fit {

struct AlliesByYear {
    int first_year = 0;
    std::vector<std::vector<int>> of; ///< [year − first_year]: COW numbers, ascending, without the leader
    std::vector<data::Provenance> sources;
    std::vector<Text> notes;
};

/// `allies`: "atop" or "cow", each with an obligation behind a colon ("atop:defense") that either owes the other on a
/// day of the year, or without one for any treaty; "members" for every state; or states' codes with commas between.
/// After the data set's end treaties still in force then count for `carry` more years. Errors: words that are none of
/// these, with the nearest; a data set that is not in the store.
[[nodiscard]] AlliesByYear allies_by_year(data::Store const& store, int leader, std::string const& allies,
                                          int first_year, int last_year, int carry);

} // namespace casus::fit
