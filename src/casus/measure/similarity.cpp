#include "casus/measure/similarity.hpp"

#include <cassert>
#include <cmath>

namespace casus::measure {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double between(double a, double b, Distance distance) {
    switch (distance) {
    case Distance::Nominal:
        return a == b ? 0.0 : 1.0;
    case Distance::Absolute:
        return std::abs(a - b);
    case Distance::Squared:
        return (a - b) * (a - b);
    }
    return nan;
}

double sum_of_squares(std::array<double, most_categories> const& margin) {
    double sum = 0.0;
    for (double const m : margin) sum += m * m;
    return sum;
}

/// Pairs of items ranked alike by both actors less pairs ranked oppositely.
double concordance(Contingency const& table) {
    double sum = 0.0;
    std::array<double, most_categories> above{}; // over the rows of higher rank
    for (std::size_t a = most_categories; a-- > 0;) {
        double all = 0.0;
        for (double const cell : above) all += cell;
        double up_to = 0.0; // of `above`, up to and with this column
        for (std::size_t b = 0; b < most_categories; ++b) {
            double const before = up_to;
            up_to += above[b];
            sum += table.at(a, b) * ((all - up_to) - before);
        }
        for (std::size_t b = 0; b < most_categories; ++b) above[b] += table.at(a, b);
    }
    return sum;
}

} // namespace

Similarity::Similarity(SimilarityIndex index, Coding const& coding, Distance distance) : index_(index), rank_{} {
    assert(coding.span > 0.0);
    double last = nan;
    std::size_t rank = 0;
    for (std::size_t a = 0; a < most_categories; ++a) {
        double const value = coding.values[a];
        keep_[a] = std::isnan(value) ? 0.0 : 1.0;
        counts_all_ = counts_all_ && !std::isnan(value);
        if (std::isnan(value)) continue;
        assert(std::isnan(last) || value >= last);
        if (!std::isnan(last) && value > last) ++rank;
        rank_[a] = rank;
        last = value;
    }
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b)
            distance_[most_categories * a + b] =
                keep_[a] * keep_[b] == 0.0 ? 0.0 : between(coding.values[a], coding.values[b], distance);
    greatest_ = between(coding.span, 0.0, distance);
}

double Similarity::of(Contingency const& table) const {
    if (counts_all_) return read(table);
    Contingency kept = table;
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b) kept.at(a, b) *= keep_[a] * keep_[b];
    return read(kept);
}

double Similarity::read(Contingency const& table) const {
    if (index_ == SimilarityIndex::TauB) return tau_b(table);
    if (index_ == SimilarityIndex::Items) return table.total();
    double observed = 0.0;
    for (std::size_t n = 0; n < table.cells.size(); ++n) observed += table.cells[n] * distance_[n];
    if (index_ == SimilarityIndex::Kappa || index_ == SimilarityIndex::Pi) return beyond_chance(table, observed);
    double const possible = table.total() * greatest_;
    if (possible <= 0.0) return nan;
    return 1.0 - (index_ == SimilarityIndex::S ? 2.0 : 1.0) * observed / possible;
}

double Similarity::beyond_chance(Contingency const& table, double observed) const {
    auto first = table.first_margin();
    auto second = table.second_margin();
    if (index_ == SimilarityIndex::Pi)
        for (std::size_t a = 0; a < most_categories; ++a) first[a] = second[a] = 0.5 * (first[a] + second[a]);
    double expected = 0.0;
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b)
            expected += first[a] * second[b] * distance_[most_categories * a + b];
    return expected > 0.0 ? 1.0 - table.total() * observed / expected : nan;
}

double Similarity::tau_b(Contingency const& table) const {
    Contingency ranked;
    for (std::size_t a = 0; a < most_categories; ++a)
        for (std::size_t b = 0; b < most_categories; ++b) ranked.at(rank_[a], rank_[b]) += table.at(a, b);
    // n₀ − n₁ = n(n−1)/2 − Σ t(t−1)/2 = (n² − Σ t²)/2, which holds for weights as well.
    double const total = ranked.total();
    double const first = total * total - sum_of_squares(ranked.first_margin());
    double const second = total * total - sum_of_squares(ranked.second_margin());
    return first > 0.0 && second > 0.0 ? 2.0 * concordance(ranked) / std::sqrt(first * second) : nan;
}

} // namespace casus::measure
