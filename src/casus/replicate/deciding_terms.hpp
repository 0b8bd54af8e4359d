// What decides a stance: the difference of utility between following and its strongest rival, term by term.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/base/text.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <string>
#include <vector>

namespace casus::replicate {

struct Term {
    std::string key;
    Text name;
    double value = 0.0; ///< positive: for following
};

struct Contest {
    std::size_t rival = 0;   ///< the option that is most likely but for following
    double gap = 0.0;        ///< U_h − U_rival
    std::vector<Term> terms; ///< that add up to the gap, the weightiest first; a rival other than a challenger or
                             ///< abstaining has no terms of its own but its whole utility
};

/// `buffers` evaluated by the main formula.
[[nodiscard]] Contest contest_of(World const& world, Parameters const& parameters, alienation::Buffers const& buffers,
                                 std::size_t cell);

} // namespace casus::replicate
