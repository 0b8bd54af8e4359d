// Similarity of two foreign policies, read from one contingency table (n items, n_ab of them in cell a, b; v the
// categories' values; δ_ab the distance between v_a and v_b; r, c the margins; D = Σ n_ab δ_ab the distance observed):
//
//   S         = 1 − 2 D / (n δ_max)                     Signorino and Ritter 1999, with weights where cells hold weights
//   κ         = 1 − n D / Σ r_a c_b δ_ab                Cohen 1960, 1968; Häge 2011
//   π         = 1 − n D / Σ m_a m_b δ_ab, m = (r + c)/2 Scott 1955; Häge 2011
//   τ_b       = (C − D') / √((n₀ − n₁)(n₀ − n₂))        Kendall 1945; Bueno de Mesquita 1975
//   agreement = 1 − D / (n δ_max)                       share of like votes: with nominal distances identical ones,
//                                                       with absolute ones abstention against yes or no counts half
//   items     = n                                       what the others rest on
//
// S compares what is observed with the greatest distance that could be; κ with the distance expected of two actors who
// choose each category as often as they do, but at random; π likewise, of two who choose each equally often. Häge's κ
// and π of valued data take squared distances; with them κ = 1 − Σ(x−y)² / [Σ(x−x̄)² + Σ(y−ȳ)² + n(x̄−ȳ)²].
#pragma once

#include "casus/measure/contingency.hpp"

#include <array>
#include <limits>

namespace casus::measure {

enum class SimilarityIndex { S, Kappa, Pi, TauB, Agreement, Items };

/// Nominal: 0 for the same, 1 for another value. Absolute and squared: of the difference of values.
enum class Distance { Nominal, Absolute, Squared };

/// What a table's categories are worth.
struct Coding {
    static constexpr double left_out = std::numeric_limits<double>::quiet_NaN();

    /// Of each category, not falling from one to the next; equal values are one category, and an item that either
    /// actor puts into a category `left_out` does not count.
    std::array<double, most_categories> values;
    /// The greatest difference of values that counts as possible, for δ_max; greater than 0.
    double span;
};

/// The field's codings. Valued alliances: 0 none, 1 non-aggression only, 2 neutrality or consultation, 3 defence or
/// offence; binary ones: 0 none, 1 any. Votes: 0 no, 1 abstention, 2 yes; or without abstentions, 0 no, 1 yes.
inline constexpr Coding valued_ties{.values = {0.0, 1.0, 2.0, 3.0}, .span = 3.0};
inline constexpr Coding binary_ties{.values = {0.0, 1.0, 1.0, 1.0}, .span = 1.0};
inline constexpr Coding valued_votes{.values = {0.0, 1.0, 2.0, Coding::left_out}, .span = 2.0};
inline constexpr Coding binary_votes{.values = {0.0, Coding::left_out, 1.0, Coding::left_out}, .span = 1.0};

/// One similarity, made ready to be read from many tables.
class Similarity {
public:
    /// Distances are without meaning to τ_b, which knows only order.
    Similarity(SimilarityIndex index, Coding const& coding, Distance distance);

    /// S, κ, π and τ_b in [−1, 1], agreement in [0, 1]; the same when the actors change places. NaN where no item
    /// counts, and where nothing varies: an actor always in one category has no order (τ_b), two always in the same
    /// one had no chance to differ (κ, π).
    [[nodiscard]] double of(Contingency const& table) const;

private:
    SimilarityIndex index_;
    bool counts_all_ = true;                        ///< no category is left out
    std::array<std::size_t, most_categories> rank_; ///< of categories among their distinct values, from 0
    std::array<double, most_categories> keep_;      ///< 1, or 0 for categories left out
    std::array<double, most_categories * most_categories> distance_;
    double greatest_; ///< δ_max

    [[nodiscard]] double read(Contingency const& table) const;
    [[nodiscard]] double tau_b(Contingency const& table) const;
    [[nodiscard]] double beyond_chance(Contingency const& table, double observed) const;
};

} // namespace casus::measure
