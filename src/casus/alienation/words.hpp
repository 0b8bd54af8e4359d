// The lens's own words, in both languages.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/base/text.hpp"

namespace casus::alienation {

[[nodiscard]] inline Text regime_name(Regime regime) {
    switch (regime) {
    case Regime::Compliance:
        return {"compliance", "遵守"};
    case Regime::Alienation:
        return {"alienation", "异化"};
    case Regime::Dissolution:
        return {"dissolution", "瓦解"};
    }
    return {};
}

/// 0 maintain, 1 remould, 2 weaken.
[[nodiscard]] inline Text strategy_name(std::size_t which) {
    switch (which) {
    case 0:
        return {"maintain", "维持联盟稳定"};
    case 1:
        return {"remould", "联盟改造重塑"};
    default:
        return {"weaken", "弱化联盟承诺"};
    }
}

/// Decision rule, fixed before any case was run: follow f ≥ 0.6, deviate f ≤ 0.4, hedge between.
enum class Stance { Follow, Hedge, Deviate };

[[nodiscard]] inline Stance stance_of(double follow) {
    return follow >= 0.6 ? Stance::Follow : follow <= 0.4 ? Stance::Deviate : Stance::Hedge;
}

[[nodiscard]] inline Text stance_name(Stance stance) {
    switch (stance) {
    case Stance::Follow:
        return {"follow", "追随"};
    case Stance::Hedge:
        return {"hedge", "对冲"};
    case Stance::Deviate:
        return {"deviate", "背离"};
    }
    return {};
}

} // namespace casus::alienation
