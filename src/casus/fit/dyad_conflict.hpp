// The two chances of conflict of docs/dilemma.md from who began disputes with whom, and whether what they claim survives
// where everything stands in one model:
//
//   P(i→m) = Λ(κ0 + κ1 g_{i→m} + κ2 log(1 + support_i/p_i) + κp log closeness_im)                     (emboldenment)
//   P(m→i) = Λ(κ0' + κ1' g_{m→i} − κ3 log[(p_i + support_i)/(p_m closeness_im)] + κp' log closeness_im)  (deterrence)
//
// Both on the same rows, a beginning a dispute with b: in the first a is the member, in the second b is.
#pragma once

#include "casus/fit/dyad_fit.hpp"
#include "casus/fit/dyad_parameters.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace casus::fit {

/// Rows of some hostility: how often a dispute began, and how often each variant says that it should.
struct HostilityBand {
    double to = 0.0; ///< hostility above that of the band before, up to this
    std::size_t rows = 0;
    double observed = 0.0;
    double plain = 0.0;      ///< the equation as it stands
    double mean_peace = 0.0; ///< with peace in the model, at its mean
    double logs = 0.0;       ///< the equation with log g in place of g
};

/// One of the two equations. Terms are called as their keys of the parameter file, the constant "(Intercept)".
struct ConflictEquation {
    estimate::Fit plain; ///< as the lens has it: no years at peace
    estimate::Fit peace; ///< with years at peace, centred
    estimate::Fit logs;  ///< plain with log g
    std::vector<HostilityBand> bands;
};

struct ConflictFit {
    DyadFit sample; ///< how many rows the equations were fitted on; its fit and design moved out
    ConflictEquation initiation;
    ConflictEquation attack;
    estimate::Fit joint; ///< all terms, capability ratio and joint democracy as controls, years at peace
    estimate::Fit sized; ///< joint with the size of both, log p_a p_b
    std::size_t joint_left_out = 0;
    EstimatedBlock block; ///< one equation after the other, with their covariance across
};

/// What stands in the parameter file for an equation.
enum class PeaceInFile { Without, AtMean };

/// Errors: as of estimate::logit.
[[nodiscard]] ConflictFit fit_conflict(DyadYears const& rows, PeaceInFile peace, std::size_t threads);

[[nodiscard]] Chapter conflict_fit_chapter(DyadYears const& rows, ConflictFit const& fit, DyadRequest const& request);

/// What a "casus.fit-conflict/1" document says after its manifest (docs/conflict.md).
[[nodiscard]] nlohmann::ordered_json conflict_fit_document(DyadYears const& rows, ConflictFit const& fit);

} // namespace casus::fit
