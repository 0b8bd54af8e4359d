// Walt's terms of why alliances end or last, with the claim that each stands for and the sign that he expects, fixed before
// any estimate was seen: Walt, "Why Alliances Endure or Collapse", Survival 39:1 (1997), 156–179.
#pragma once

#include "casus/endurance/model.hpp"

#include <span>
#include <string>

namespace casus::fit {

struct EnduranceTerm {
    std::string name; ///< column of `casus panel alliance-year --with walt`
    Text label;
    Label claim; ///< terms of one claim have one key
    endurance::Nature nature = endurance::Nature::Rational;
    int expected = 0; ///< +1: ends sooner, −1: lasts longer, 0: Walt does not say
};

/// Every term that may enter a model, claim by claim. The parts of the index of institutions do not stand beside it.
[[nodiscard]] std::span<EnduranceTerm const> endurance_terms();

} // namespace casus::fit
