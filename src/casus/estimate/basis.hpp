// The columns that a likelihood is climbed on: independent, and well enough conditioned for Newton's method.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"
#include "casus/estimate/weights.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

/// The kept columns of a design, as they are or, where they are nearly collinear, as orthonormal combinations of them:
/// X = QR, coefficients of X are R⁻¹ times those of Q. Points into the design, which must outlive it.
class Basis {
public:
    /// Errors: as weigh(); no column is left; no more rows than columns.
    Basis(Design const& design, Options const& options);
    Basis(Basis const&) = delete;
    Basis& operator=(Basis const&) = delete;

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return places_.size(); }
    [[nodiscard]] std::span<double const* const> places() const { return places_; }
    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }
    [[nodiscard]] std::vector<Text> const& notes() const { return notes_; }
    [[nodiscard]] Weighing const& weighing() const { return weighing_; }
    [[nodiscard]] bool has_constant() const { return has_constant_; }
    /// Root mean square of each kept column of the design.
    [[nodiscard]] std::vector<double> const& sizes() const { return sizes_; }

    /// Coefficients on the design, in place; `count` sets of coefficients in a row, more numbers after them stay.
    void back(std::span<double> coefficients, std::size_t count = 1) const;
    /// The same for a covariance of `terms` numbers.
    void back_covariance(std::vector<double>& covariance, std::size_t terms, std::size_t count = 1) const;

private:
    void orthonormalise(std::size_t threads);

    std::size_t rows_;
    Weighing weighing_;
    std::vector<double const*> places_;
    std::vector<std::string> names_;
    std::vector<Text> notes_;
    std::vector<double> sizes_;
    bool has_constant_ = false;
    std::vector<double> stored_; ///< Q, column-major; empty where the design is taken as it is
    std::vector<double> back_;   ///< R⁻¹, row-major
};

} // namespace casus::estimate
