// Multinomial logistic regression: outcomes that stand in no order.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace casus::estimate {

/// P(y = j) ∝ exp(Xβ_j), β of the first outcome 0 (nnet::multinom). `y` numbers the outcomes from 0, `outcomes` names them.
/// Terms: outcome by outcome from the second on, "outcome: covariate". Errors by cluster are the sandwich times G/(G−1).
/// `options.offset` must be empty. Errors: fewer than two outcomes, an outcome without rows; separation; as of linear().
[[nodiscard]] Fit multinomial(Design const& design, std::span<std::uint32_t const> y,
                              std::span<std::string const> outcomes, Options const& options = {});

} // namespace casus::estimate
