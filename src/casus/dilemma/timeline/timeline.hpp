// What dated linkages did to an alliance system, one after another: the year's world without any, and after each came or
// ended, everything else held. Draws are paired over stages, and levels are drawn too, so that changes have intervals.
#pragma once

#include "casus/base/result.hpp"
#include "casus/dilemma/linkage.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <span>
#include <string>
#include <vector>

namespace casus::dilemma {

/// A value of the whole system. Risks and reliability are means over members weighted by their worth to the leader.
struct SystemMeasure {
    std::string key; ///< "reliability", "member_abandonment", "strength_CHN"
    Text name;
    enum class Family { Risk, Strength, Price } family = Family::Risk;
};

struct MeasuredValue {
    double value = 0.0; ///< at the central figures
    Interval interval;
};

struct TimelineStage {
    LinkageDate date;      ///< of no meaning for the first stage
    std::string code;      ///< of the linkage; empty for the first stage, before any
    Text name;             ///< of the linkage
    bool ends = false;     ///< the linkage ended rather than began
    std::size_t pairs = 0; ///< of members that it links; those with actors outside the system are not counted
    // [measure]
    std::vector<MeasuredValue> value;
    std::vector<MeasuredValue> change; ///< against the stage before; zero at the first
    std::vector<MeasuredValue> since;  ///< against the first stage; zero at the first
};

struct Timeline {
    std::vector<SystemMeasure> measures;
    std::vector<TimelineStage> stages;
    std::vector<Text> notes; ///< linkages without a pair of members, which change nothing here
};

/// Linkages that the world gives itself are put aside. The lens knows members of the system only: pairs with partners count for
/// nothing. An Error where the world is no alliance system with rivals.
[[nodiscard]] Timeline timeline(World const& world, Parameters const& parameters, std::span<Linkage const> linkages,
                                ensemble::Sampling const& sampling);

} // namespace casus::dilemma
