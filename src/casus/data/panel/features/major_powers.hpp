// Who was a major power when, for the features that need to know.
#pragma once

#include "casus/data/panel/feature.hpp"

#include <string>
#include <vector>

namespace casus::data::features {

struct MajorPowers {
    StateSeries series; ///< 1 in years with a day as a major power, otherwise 0 inside the coverage
    std::vector<JoinNote> notes;
};

/// From `dataset`, "cow-majors" or a version of it.
[[nodiscard]] MajorPowers major_powers(FeatureRequest const& request, std::string const& dataset);

} // namespace casus::data::features
