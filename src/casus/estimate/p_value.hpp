// Two-sided probabilities of test statistics.
#pragma once

namespace casus::estimate {

/// P(|Z| ≥ |z|) of a standard normal Z.
[[nodiscard]] double normal_p(double z);

/// P(|T| ≥ |t|) of Student's T with `freedom` > 0 degrees of freedom.
[[nodiscard]] double student_p(double t, double freedom);

} // namespace casus::estimate
