// What is said where covariates tell outcomes exactly, so that no likelihood has a maximum.
#pragma once

#include "casus/estimate/basis.hpp"
#include "casus/estimate/climb.hpp"

#include "casus/base/error.hpp"

namespace casus::estimate {

/// The complaint about a climb that is separated; names the covariates along which the likelihood rises for ever.
/// `count` sets of coefficients on the basis come first in the climb's step. `remedy`: what to do.
[[nodiscard]] Error separation(Climb const& climb, Basis const& basis, std::size_t count, Text const& remedy);

} // namespace casus::estimate
