// Cox's proportional hazards: h(t | x) = h₀(t) exp(xβ + offset), by the partial likelihood.
#pragma once

#include "casus/estimate/chi_square.hpp"
#include "casus/estimate/cox_model.hpp"

#include <cstddef>
#include <vector>

namespace casus::estimate {

struct CoxFit {
    CoxModel model; ///< columns that could not be estimated are gone from it
    Fit fit{};
    std::vector<std::size_t> kept{}; ///< columns of the design that are terms
    std::vector<double> beta{};      ///< of scaled columns
    std::vector<double> inverse{};   ///< of their information: the model's covariance of `beta`
    CoxSums sums{};                  ///< at β
    ChiSquare likelihood_ratio{};
    ChiSquare wald{};  ///< by the robust covariance where there is one
    ChiSquare score{}; ///< at β = 0
};

/// Newton's method from β = 0. Columns that are constant among those at risk, or that others explain, are left out, the
/// last first, with a note; so is said when the likelihood rises without end (separation), in `fit.notes` and by
/// `fit.converged`. Errors by cluster are the grouped sandwich of survival::coxph (Lin and Wei 1989), no correction for
/// few clusters. An Error where no column can be estimated, as when all events come at one time and nobody is left.
[[nodiscard]] CoxFit cox(Spells const& spells, Design const& design, Ties ties = Ties::Efron,
                         Options const& options = {});

/// Newton's iterations alone, with these weights and copies (CoxModel::evaluate), from and into β of scaled columns, at which
/// `sums` were evaluated.
struct CoxMaximum {
    bool converged = false;
    int iterations = 0;
    std::vector<bool> endless; ///< columns along which the likelihood rises without end
};
[[nodiscard]] CoxMaximum maximise(CoxModel const& model, std::span<double const> weights,
                                  std::span<double const> copies, CoxSums& sums, std::vector<double>& beta);

} // namespace casus::estimate
