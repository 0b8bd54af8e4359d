#include "casus/replicate/permuted.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

namespace casus::replicate {

namespace {

using WordCounts = std::vector<std::size_t>;

WordCounts count_words(std::span<std::size_t const> words, std::size_t different) {
    WordCounts counts(different, 0);
    for (std::size_t const word : words) ++counts[word];
    return counts;
}

std::vector<std::size_t> numbered(std::span<Verdict const> verdicts_given) {
    std::vector<std::size_t> numbers;
    for (Verdict const verdict : verdicts_given) numbers.push_back(static_cast<std::size_t>(verdict));
    return numbers;
}

double log_factorial(std::size_t n) { return std::lgamma(static_cast<double>(n) + 1.0); }

/// Deals the computed words left over to the expected words from `row` on, cell by cell.
class Dealing {
public:
    Dealing(WordCounts rows, WordCounts columns, std::vector<double>& probability)
        : rows_(std::move(rows)), columns_(std::move(columns)), probability_(probability) {
        std::size_t total = 0;
        for (std::size_t n = 0; n < rows_.size(); ++n) {
            total += rows_[n];
            constant_ += log_factorial(rows_[n]) + log_factorial(columns_[n]);
        }
        constant_ -= log_factorial(total);
    }

    void deal(std::size_t row, std::size_t column, std::size_t agreeing, double log_cells) {
        if (row == rows_.size()) {
            probability_[agreeing] += std::exp(constant_ - log_cells);
            return;
        }
        bool const last = column + 1 == rows_.size();
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
    WordCounts rows_, columns_;
    std::vector<double>& probability_;
    double constant_ = 0.0;
};

} // namespace

Permuted permute(std::span<Verdict const> expected, std::span<Verdict const> computed) {
    return permute(numbered(expected), numbered(computed), verdicts.size());
}

Permuted permute(std::span<std::size_t const> expected, std::span<std::size_t const> computed, std::size_t words) {
    assert(expected.size() == computed.size());
    Permuted result;
    result.probability.assign(expected.size() + 1, 0.0);
    Dealing(count_words(expected, words), count_words(computed, words), result.probability).deal(0, 0, 0, 0.0);
    std::size_t observed = 0;
    for (std::size_t n = 0; n < expected.size(); ++n) observed += expected[n] == computed[n] ? 1 : 0;
    for (std::size_t n = 0; n < result.probability.size(); ++n) {
        result.mean += static_cast<double>(n) * result.probability[n];
        if (n >= observed) result.at_least_observed += result.probability[n];
    }
    return result;
}

} // namespace casus::replicate
