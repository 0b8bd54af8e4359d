// The formula of the lens and its named variants (docs/alienation.md).
//
// For leader h, challengers r, ally i and issue k with need n, an ally follows, deviates to one challenger, regroups with
// others, or abstains:
//
//   U_h = λ_h σ^h n + credibility·reward − share − balancing
//   U_r = [x_r λ_r σ^r + offer_r + (1−x_r) λ_h σ^h] n − pressure − exclusion − (1−x_r) share
//   U_G = [x_G λ_G σ^G + (1−x_G) λ_h σ^h] n − coordination·log|G| − (1−x_G) share
//   U_0 = 0
//   f^a = e^{U_a/τ} / Σ_b e^{U_b/τ}
//
// Business that following does not forbid, (1−x_r) λ_r σ^r n with a challenger and (1−x_G) λ_G σ^G n with a group, goes on
// whatever the ally chooses, so every utility is counted beyond it. Our first formalisation counted the former for
// following alone and the whole of the latter for regrouping alone (Background::FirstForm); docs/alienation.md says why
// that was wrong.
#pragma once

#include "casus/base/text.hpp"
#include "casus/world/threats.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::alienation {

/// How sensitivity and vulnerability join into need.
enum class NeedJoin { Either, Mean, Greatest };

/// When the leader excludes a deviating ally from its institution.
enum class Exclusion {
    Always,        ///< exclusion = ν m G
    AsFarForbidden ///< exclusion = x_r ν m G
};

/// How options compete.
enum class Choice {
    Logit,
    Nested,  ///< challengers form a nest with dissimilarity ½: two rivals are closer substitutes than rival and leader
    Distinct ///< deviating and regrouping count only as far as the issue sets them apart from following: weight x
};

/// What happens to business that following does not forbid.
enum class Background {
    Everywhere, ///< it goes on under every option
    FirstForm,  ///< with challengers it counts for following alone, with a group for regrouping alone
};

struct Formula {
    NeedJoin need = NeedJoin::Either;
    Exclusion exclusion = Exclusion::Always;
    Choice choice = Choice::Logit;
    Background background = Background::Everywhere;
    ThreatJoin threat = ThreatJoin::Either;
};

struct NamedFormula {
    std::string_view key;
    Text name;
    Text change; ///< what differs from the main formula
    Formula formula;
};

/// The main formula first.
[[nodiscard]] std::vector<NamedFormula> const& formulas();

} // namespace casus::alienation
