// What fits and forecasts of measured alienation read: deviations of everyone who was ever an ally, and what surrounds them.
#pragma once

#include "casus/base/result.hpp"
#include "casus/data/store/store.hpp"
#include "casus/fit/deviation_years.hpp"
#include "casus/fit/forecast.hpp"

#include <string>
#include <vector>

namespace casus::fit {

struct AlienationRequest {
    std::string leader; ///< as of MeasureRequest
    std::string allies; ///< likewise
    int first_year = 0;
    int last_year = 0;
    int carry = 0;     ///< years that treaties may be carried beyond the end of their data set
    std::string votes; ///< as of MeasureRequest
    std::size_t threads = 1;
};

struct AlienationData {
    Label leader;
    int leader_number = 0;     ///< COW
    std::vector<Label> allies; ///< of any year of the request; the states of `deviations`
    std::vector<int> numbers;  ///< COW, of each
    std::vector<Label> issues;
    DeviationYears deviations{0, 0, 0, 0}; ///< of years in which the treaty did not (yet) bind as well
    std::vector<data::Provenance> sources;
    std::vector<Text> notes;
};

/// Errors: as of measure_alienation.
[[nodiscard]] AlienationData alienation_data(data::Store const& store, AlienationRequest const& request);

/// The leader's administration and the allies' distance from its ideal point (`un-ideal-points`), for forecasts. Adds the
/// data sets that they rest on to the sources of `data`.
[[nodiscard]] Surroundings surroundings(data::Store const& store, AlienationData& data);

} // namespace casus::fit
