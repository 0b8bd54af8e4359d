// Weighted least squares on a design whose columns can all be told apart.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"
#include "casus/estimate/weights.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

struct LeastSquares {
    Weighing weighing;
    std::vector<std::size_t> columns{}; ///< of the design, those that are kept
    std::vector<std::string> names{};   ///< theirs
    std::vector<Text> notes{};          ///< on those that are dropped
    std::vector<double> factor{};       ///< R of √w X = QR, row-major
    std::vector<double> estimates{};    ///< β
    std::vector<double> residuals{};    ///< y − offset − Xβ
    std::vector<double> inverse{};      ///< (XᵀWX)⁻¹, row-major
    double squares = 0.0;               ///< Σ w · residual²
};

/// Errors: as weigh(); no columns; no more rows than columns.
[[nodiscard]] LeastSquares least_squares(Design const& design, std::span<double const> y, Options const& options);

} // namespace casus::estimate
