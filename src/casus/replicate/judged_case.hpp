// A coded case run through the lens and judged by the decision rule.
#pragma once

#include "casus/base/result.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/replicate/deciding_terms.hpp"
#include "casus/replicate/verdict.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <array>
#include <string>
#include <vector>

namespace casus::replicate {

struct JudgedCell {
    std::string actor;
    std::string issue;
    Text name; ///< "Japan, security"
    double follow = 0.0;
    Text rival; ///< the option that is most likely but for following
    Contest contest;
    bool challenger_leads = false; ///< deviating to a challenger is likelier than every other option
};

struct Judged {
    double follow = 0.0; ///< plain mean over actors and issues, at the central values
    Verdict verdict = Verdict::Follow;
    std::vector<JudgedCell> cells;
};

/// Of how many draws each verdict comes out, and where the share of following lies in them.
struct Drawn {
    std::array<double, verdicts.size()> probability{};
    double mean = 0.0;
    Interval interval{};
};

[[nodiscard]] Judged judge(World const& world, Parameters const& parameters);
[[nodiscard]] Drawn draw_verdicts(World const& world, Parameters const& parameters, ensemble::Sampling const& sampling);

} // namespace casus::replicate
