// What two gain together beyond what each has alone (the paper's calculation 1).
#pragma once

namespace casus::game {

/// σ_ia = v({i,a}) − v({i}) − v({a}).
[[nodiscard]] constexpr double pair_surplus(double together, double first_alone, double second_alone) {
    return together - first_alone - second_alone;
}

/// Function 1 (v(S1∪S2) ≥ v(S1)+v(S2)): selective following; function 2 (<): selective deviation.
enum class SelectiveStance { Following = 1, Deviation = 2 };

/// From the surplus.
[[nodiscard]] constexpr SelectiveStance calculation_one(double surplus) {
    return surplus >= 0.0 ? SelectiveStance::Following : SelectiveStance::Deviation;
}

} // namespace casus::game
