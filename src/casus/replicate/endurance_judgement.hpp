// Claims about single alliances, held against a fitted model of endurance.
#pragma once

#include "casus/endurance/outlook.hpp"
#include "casus/replicate/endurance_claim.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace casus::replicate {

enum class Population { Fitted, All }; ///< alliances like those that the model was fitted on, or all

/// Alliances in force in a year, `code` being ATOP's number, with what was known of them when it began; none where the
/// data do not reach.
using AlliancesOfYear = std::function<std::vector<endurance::Alliance>(int year, Population population)>;

struct JudgedClaim {
    EnduranceClaim claim;
    std::optional<endurance::Ranged> value{}; ///< in the measure's unit; nothing: not judged
    Text why_not{};                           ///< where it is not judged
    bool holds = false;
    bool clear = false; ///< the interval lies on the side where it holds, or wholly on the other
    /// Share of the alliances of that year like those fitted on of which the same would hold: what a guess without looking is worth. Not of Change.
    std::optional<double> of_all{};
};

/// In the order of the claims. A claim about an alliance or a term that is not there is not judged, and says why.
[[nodiscard]] std::vector<JudgedClaim> judge(std::vector<EnduranceClaim> const& claims, endurance::Model const& model,
                                             endurance::CoefficientDraws const& draws, AlliancesOfYear const& of_year);

} // namespace casus::replicate
