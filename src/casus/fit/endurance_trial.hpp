// The whole trial of endurance: trained to a year and judged after it, by fits that stand and by fits that roll on.
#pragma once

#include "casus/base/result.hpp"
#include "casus/fit/endurance_scores.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace casus::fit {

struct EnduranceTrial {
    JudgeYears years;     ///< as asked; `rolling` is false
    double penalty = 0.0; ///< chosen_penalty()
    std::vector<JudgedYear> standing;
    std::vector<JudgedYear> rolling;
    HazardJudgement of_standing;
    HazardJudgement of_rolling;
};

/// Errors: as of judged_years; no alliance-year in the test years.
[[nodiscard]] EnduranceTrial try_endurance(EnduranceRows const& rows, JudgeYears years, std::uint64_t seed);

/// Scores against the baselines, margins, calibration, the ends that were least and best expected.
[[nodiscard]] Chapter endurance_trial_chapter(EnduranceRows const& rows, EnduranceTrial const& trial);

/// What a "casus.endurance-forecast/1" document says after its manifest (docs/endurance-fit.md).
[[nodiscard]] nlohmann::ordered_json endurance_trial_document(EnduranceRows const& rows, EnduranceTrial const& trial);

/// A section [judged] of a model file.
[[nodiscard]] std::string judged_section(EnduranceTrial const& trial);

} // namespace casus::fit
