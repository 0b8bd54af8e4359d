#include "casus/estimate/cholesky.hpp"

#include <algorithm>
#include <cassert>

namespace casus::estimate {

bool Cholesky::factor(std::span<double const> matrix, double tolerance) {
    assert(matrix.size() == size_ * size_);
    bool whole = true;
    for (std::size_t j = 0; j < size_; ++j) {
        double const diagonal = matrix[j * size_ + j];
        double left = diagonal;
        for (std::size_t k = 0; k < j; ++k) left -= factor_[j * size_ + k] * factor_[j * size_ + k] * left_[k];
        left_[j] = diagonal > 0.0 && left > tolerance * diagonal ? left : 0.0;
        if (left_[j] == 0.0) whole = false;
        for (std::size_t i = j + 1; i < size_; ++i) {
            double sum = matrix[i * size_ + j];
            for (std::size_t k = 0; k < j; ++k) sum -= factor_[i * size_ + k] * factor_[j * size_ + k] * left_[k];
            factor_[i * size_ + j] = left_[j] > 0.0 ? sum / left_[j] : 0.0;
        }
    }
    return whole;
}

void Cholesky::solve(std::span<double> x) const {
    for (std::size_t i = 0; i < size_; ++i) {
        if (left_[i] == 0.0)
            x[i] = 0.0;
        else
            for (std::size_t k = 0; k < i; ++k) x[i] -= factor_[i * size_ + k] * x[k];
    }
    for (std::size_t i = size_; i-- > 0;) {
        if (left_[i] == 0.0) continue;
        x[i] /= left_[i];
        for (std::size_t k = i + 1; k < size_; ++k) x[i] -= factor_[k * size_ + i] * x[k];
    }
}

void Cholesky::inverse(std::span<double> out) const {
    std::vector<double> column(size_);
    for (std::size_t c = 0; c < size_; ++c) {
        std::fill(column.begin(), column.end(), 0.0);
        column[c] = 1.0;
        solve(column);
        for (std::size_t r = 0; r < size_; ++r) out[r * size_ + c] = column[r];
    }
}

double quadratic_form(Cholesky const& a, std::span<double const> x) {
    std::vector<double> solved(x.begin(), x.end());
    a.solve(solved);
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * solved[i];
    return sum;
}

} // namespace casus::estimate
