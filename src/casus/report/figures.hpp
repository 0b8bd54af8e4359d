// Numbers as people read them: a real minus sign, no digits that mean nothing, a dash where there is no number.
#pragma once

#include "casus/base/result.hpp"

#include <string>

namespace casus::report {

inline constexpr char const* missing = "–";

/// "−0.42" for (−0.42, 2); thousands are set apart by commas; `missing` where the value is not finite.
[[nodiscard]] std::string figure(double value, int decimals);

/// The value of a number, without its interval.
[[nodiscard]] inline std::string figure(Number const& number) { return figure(number.value, number.decimals); }

/// "[0.31, 0.55]".
[[nodiscard]] std::string figure(Interval const& interval, int decimals);

/// As few digits as the number needs, "0", "0.25", "−1": ends of scales.
[[nodiscard]] std::string short_figure(double value);

/// The same as figure() with the digits together: years on an axis.
[[nodiscard]] std::string plain_figure(double value, int decimals);

/// Decimals that tell values on an axis from `low` to `high` apart: 2 for a span up to 2, 1 up to 20, else 0.
[[nodiscard]] int decimals_for(double low, double high);

/// A cell of a matrix: ".72" on a scale within [−1, 1], figure() elsewhere.
[[nodiscard]] std::string cell_figure(double value, double low, double high);

/// A number in a ledger, whose figures range from shares to national products: three decimals for small numbers,
/// fewer as they grow, two significant digits below a thousandth.
[[nodiscard]] std::string ledger_figure(double value);

} // namespace casus::report
