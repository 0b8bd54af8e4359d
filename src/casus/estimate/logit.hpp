// Regression of a binary outcome: logistic, and complementary log-log.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"

#include <cstdint>
#include <span>

namespace casus::estimate {

/// P(y = 1) = Λ(Xβ + offset) by Newton's method. A weight multiplies its row's likelihood. Errors by cluster are the
/// sandwich times G/(G−1) (Stata's, and sandwich's default for glm). Collinear columns are dropped, last first, and noted.
/// `firth` maximises the likelihood times √|information| instead (Firth 1993): finite where outcomes are told exactly, and
/// less biased for rare ones; the log-likelihood that is returned is the plain one at those estimates.
/// Errors: an outcome that does not vary; complete or quasi-complete separation without `firth`; as of linear().
[[nodiscard]] Fit logit(Design const& design, std::span<std::uint8_t const> y, Options const& options = {},
                        bool firth = false);

/// P(y = 1) = 1 − exp(−exp(Xβ + offset)): of years in which something may end, the hazard of Cox's model in discrete time
/// (Prentice and Gloeckler 1978). Errors are of the expected information, as glm's; all else as logit.
[[nodiscard]] Fit cloglog(Design const& design, std::span<std::uint8_t const> y, Options const& options = {});

} // namespace casus::estimate
