// How the rivals answer what the leader has done:
//
//   align   p_m ← p_m + Σ_{m'≠m} alignment_mm' p_m'    as close as the leader's system has brought them (Risks::alignment)
//   wedge   ĉ_i ← ĉ_i ∏_m (1 − w x_im)                 offers to members by what they trade with each rival
//
// and what bears on members is reckoned anew. Of none, align and wedge they choose what leaves the leader's system least
// strength on their average, Σ_m S_m: a rival looks at its own balance of forces, and reliability counts for it as far
// as it shows in them [choice].
#pragma once

#include "casus/dilemma/risks.hpp"
#include "casus/dilemma/strategy.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace casus::dilemma {

enum class Answer { None, Align, Wedge };

inline constexpr std::array all_answers{Answer::None, Answer::Align, Answer::Wedge};

[[nodiscard]] std::string_view key_of(Answer answer);
[[nodiscard]] Text const& name_of(Answer answer);

/// Scratch: what the others lend each rival.
struct Pooling {
    explicit Pooling(std::size_t rivals) : power(rivals, 0.0) {}
    std::vector<double> power;
};

/// Changes the inputs as the answer does; `unanswered` are their risks before. Allocates nothing.
void give(Answer answer, Moves const& moves, Risks const& unanswered, Inputs& inputs, Pooling& lent);

} // namespace casus::dilemma
