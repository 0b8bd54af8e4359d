#include "casus/replicate/permuted.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace casus::replicate {

namespace {

using Counts = std::array<std::size_t, verdicts.size()>;

Counts count(std::span<Verdict const> words) {
    Counts counts{};
    for (Verdict const word : words) ++counts[static_cast<std::size_t>(word)];
    return counts;
}

double log_factorial(std::size_t n) { return std::lgamma(static_cast<double>(n) + 1.0); }

/// Deals the computed words left over to the expected words from `row` on, cell by cell.
class Dealing {
public:
    Dealing(Counts rows, Counts columns, std::vector<double>& probability)
        : rows_(rows), columns_(columns), probability_(probability) {
        std::size_t total = 0;
        for (std::size_t n = 0; n < verdicts.size(); ++n) {
            total += rows[n];
            constant_ += log_factorial(rows[n]) + log_factorial(columns[n]);
        }
        constant_ -= log_factorial(total);
    }

    void deal(std::size_t row, std::size_t column, std::size_t agreeing, double log_cells) {
        if (row == verdicts.size()) {
            probability_[agreeing] += std::exp(constant_ - log_cells);
            return;
        }
        bool const last = column + 1 == verdicts.size();
        std::size_t const most = std::min(rows_[row], columns_[column]);
        // The last cell of a row takes what is left of it.
        if (last && rows_[row] > most) return;
        for (std::size_t n = last ? rows_[row] : 0; n <= most; ++n) {
            rows_[row] -= n;
            columns_[column] -= n;
            deal(last ? row + 1 : row, last ? 0 : column + 1, agreeing + (row == column ? n : 0),
                 log_cells + log_factorial(n));
            rows_[row] += n;
            columns_[column] += n;
        }
    }

private:
    Counts rows_, columns_;
    std::vector<double>& probability_;
    double constant_ = 0.0;
};

} // namespace

Permuted permute(std::span<Verdict const> expected, std::span<Verdict const> computed) {
    assert(expected.size() == computed.size());
    Permuted result;
    result.probability.assign(expected.size() + 1, 0.0);
    Dealing(count(expected), count(computed), result.probability).deal(0, 0, 0, 0.0);
    std::size_t observed = 0;
    for (std::size_t n = 0; n < expected.size(); ++n) observed += expected[n] == computed[n] ? 1 : 0;
    for (std::size_t n = 0; n < result.probability.size(); ++n) {
        result.mean += static_cast<double>(n) * result.probability[n];
        if (n >= observed) result.at_least_observed += result.probability[n];
    }
    return result;
}

} // namespace casus::replicate
