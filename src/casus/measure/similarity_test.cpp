#include "casus/measure/similarity.hpp"

#include "casus/base/random.hpp"
#include "casus/measure/rank.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace casus::measure {
namespace {

using enum SimilarityIndex;
using enum Distance;

constexpr std::size_t no = 0, abstention = 1, yes = 2;

/// Five roll calls: yes yes no abstention yes; yes no no abstention abstention.
Contingency five_roll_calls() {
    Contingency table;
    table.at(yes, yes) = table.at(yes, no) = table.at(no, no) = table.at(abstention, abstention) =
        table.at(yes, abstention) = 1.0;
    return table;
}

TEST(Similarity, OfFiveRollCallsIsAsWorkedByHand) {
    Contingency const t = five_roll_calls();
    // Distances 0 2 0 0 1: sum 3, of squares 5; the greatest possible 2 · 5 and 4 · 5.
    EXPECT_DOUBLE_EQ(Similarity(S, valued_votes, Absolute).of(t), 1.0 - 2.0 * 3.0 / 10.0);
    EXPECT_DOUBLE_EQ(Similarity(S, valued_votes, Squared).of(t), 1.0 - 2.0 * 5.0 / 20.0);
    EXPECT_DOUBLE_EQ(Similarity(Agreement, valued_votes, Nominal).of(t), 3.0 / 5.0);
    EXPECT_DOUBLE_EQ(Similarity(Agreement, valued_votes, Absolute).of(t), (3.0 + 0.5) / 5.0);
    // Without abstentions three are left: alike, unlike, alike.
    EXPECT_DOUBLE_EQ(Similarity(Agreement, binary_votes, Nominal).of(t), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(Similarity(S, binary_votes, Absolute).of(t), 1.0 / 3.0);
    // By chance 3·1 + 1·2 + 1·2 of 25 are the same.
    EXPECT_DOUBLE_EQ(Similarity(Kappa, valued_votes, Nominal).of(t), (0.6 - 0.28) / (1.0 - 0.28));
    // Häge's sums of squares: 3.2 and 2.8 about means 1.4 and 0.8, 1.8 between them; 6.9 about the common mean 1.1.
    EXPECT_NEAR(Similarity(Kappa, valued_votes, Squared).of(t), 1.0 - 5.0 / (3.2 + 2.8 + 1.8), 1e-15);
    EXPECT_NEAR(Similarity(Pi, valued_votes, Squared).of(t), 1.0 - 5.0 / 6.9, 1e-15);
    // Of ten pairs of roll calls 4 are ordered alike, 1 oppositely, 3 tied by the first and 2 by the second.
    EXPECT_NEAR(Similarity(TauB, valued_votes, Nominal).of(t), 3.0 / std::sqrt(7.0 * 8.0), 1e-15);
}

TEST(Similarity, OfCohensPatientsIsHisKappa) {
    // Cohen 1960: 200 patients, two judges, three diagnoses; agreement 0.70 where 0.41 is expected.
    Contingency t;
    double const counts[3][3] = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = 0; b < 3; ++b) t.at(a, b) = counts[a][b];
    EXPECT_NEAR(Similarity(Kappa, valued_votes, Nominal).of(t), 0.29 / 0.59, 1e-14);
}

/// Items one by one, so that every formula can be checked against its sum over items.
struct Series {
    std::vector<double> first, second, weight;
    Contingency table;
};

Series random_items(std::uint32_t run, Coding const& coding, std::size_t categories) {
    Series items;
    for (std::uint32_t k = 0; k < 60; ++k) {
        auto const u = uniforms({.seed = 5, .run = run, .purpose = Purpose::Test, .i = k}, 0);
        auto const a = static_cast<std::size_t>(u[0] * u[0] * static_cast<double>(categories));
        auto const b = u[2] < 0.4 ? a : static_cast<std::size_t>(u[1] * static_cast<double>(categories));
        items.table.at(a, b) += 0.1 + u[3];
        if (std::isnan(coding.values[a]) || std::isnan(coding.values[b])) continue;
        items.first.push_back(coding.values[a]);
        items.second.push_back(coding.values[b]);
        items.weight.push_back(0.1 + u[3]);
    }
    return items;
}

double distance(double a, double b, Distance kind) {
    return kind == Nominal ? static_cast<double>(a != b) : kind == Absolute ? std::abs(a - b) : (a - b) * (a - b);
}

double plain(SimilarityIndex index, Series const& items, Coding const& coding, Distance kind) {
    double observed = 0.0, expected = 0.0, pooled = 0.0, total = 0.0;
    std::size_t const n = items.first.size();
    for (std::size_t k = 0; k < n; ++k) {
        total += items.weight[k];
        observed += items.weight[k] * distance(items.first[k], items.second[k], kind);
        for (std::size_t l = 0; l < n; ++l) {
            double const w = items.weight[k] * items.weight[l];
            double const across = distance(items.first[k], items.second[l], kind);
            expected += w * across;
            pooled += w * (2.0 * across + distance(items.first[k], items.first[l], kind) +
                           distance(items.second[k], items.second[l], kind));
        }
    }
    double const possible = total * distance(coding.span, 0.0, kind);
    switch (index) {
    case S:
        return 1.0 - 2.0 * observed / possible;
    case Agreement:
        return 1.0 - observed / possible;
    case Kappa:
        return 1.0 - total * observed / expected;
    case Pi:
        return 1.0 - 4.0 * total * observed / pooled;
    case Items:
        return total;
    case TauB:
        break;
    }
    double both = 0.0, first = 0.0, second = 0.0;
    auto const sign = [](double x) { return static_cast<double>((x > 0.0) - (x < 0.0)); };
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t l = 0; l < n; ++l) {
            double const w = items.weight[k] * items.weight[l];
            double const a = sign(items.first[k] - items.first[l]);
            double const b = sign(items.second[k] - items.second[l]);
            both += w * a * b;
            first += w * a * a;
            second += w * b * b;
        }
    return both / std::sqrt(first * second);
}

TEST(Similarity, IsTheSumOverItemsThatItsFormulaSays) {
    for (Coding const& coding : {valued_ties, binary_ties, valued_votes, binary_votes})
        for (std::uint32_t run = 0; run < 20; ++run) {
            bool const votes = std::isnan(coding.values[3]);
            Series const items = random_items(run, coding, votes ? 3 : 4);
            for (SimilarityIndex const index : {S, Kappa, Pi, TauB, Agreement, Items})
                for (Distance const kind : {Nominal, Absolute, Squared})
                    ASSERT_NEAR(Similarity(index, coding, kind).of(items.table), plain(index, items, coding, kind),
                                1e-12)
                        << run << ' ' << static_cast<int>(index) << ' ' << static_cast<int>(kind);
        }
}

TEST(Similarity, TauIsThatOfRankCorrelation) {
    for (std::uint32_t run = 0; run < 20; ++run) {
        Series items = random_items(run, valued_ties, 4);
        Contingency counted;
        for (std::size_t k = 0; k < items.first.size(); ++k)
            ++counted.at(static_cast<std::size_t>(items.first[k]), static_cast<std::size_t>(items.second[k]));
        ASSERT_NEAR(Similarity(TauB, valued_ties, Absolute).of(counted), kendall_tau_b(items.first, items.second),
                    1e-14);
    }
}

TEST(Similarity, StaysInItsRangeAndIsMutual) {
    for (std::uint32_t run = 0; run < 200; ++run) {
        Series const items = random_items(run, valued_ties, 4);
        Contingency turned, opposed;
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < 4; ++b) {
                turned.at(b, a) = items.table.at(a, b);
                opposed.at(a, 3 - a) += items.table.at(a, b);
            }
        for (SimilarityIndex const index : {S, Kappa, Pi, TauB, Agreement})
            for (Distance const kind : {Absolute, Squared}) {
                Similarity const similarity(index, valued_ties, kind);
                ASSERT_NEAR(similarity.of(items.table), similarity.of(turned), 1e-13);
                for (Contingency const& table : {items.table, opposed}) {
                    ASSERT_LE(similarity.of(table), 1.0 + 1e-13);
                    ASSERT_GE(similarity.of(table), (index == Agreement ? 0.0 : -1.0) - 1e-13);
                }
            }
        ASSERT_NEAR(Similarity(TauB, valued_ties, Nominal).of(opposed), -1.0, 1e-13);
    }
}

TEST(Similarity, OfLikePortfoliosIsOne) {
    Contingency t;
    t.at(0, 0) = 50.0;
    t.at(2, 2) = 3.0;
    t.at(3, 3) = 7.0;
    for (SimilarityIndex const index : {S, Kappa, Pi, TauB, Agreement})
        for (Distance const kind : {Nominal, Absolute, Squared})
            EXPECT_EQ(Similarity(index, valued_ties, kind).of(t), 1.0);
}

TEST(Similarity, IsMissingWhereNothingCountsOrVaries) {
    Contingency const nothing;
    Contingency alike; // both vote yes throughout
    alike.at(yes, yes) = 9.0;
    Contingency half = alike; // the second abstains once
    half.at(yes, abstention) = 1.0;
    for (SimilarityIndex const index : {S, Kappa, Pi, TauB, Agreement})
        EXPECT_TRUE(std::isnan(Similarity(index, valued_votes, Absolute).of(nothing)));
    for (SimilarityIndex const index : {Kappa, Pi, TauB})
        EXPECT_TRUE(std::isnan(Similarity(index, valued_votes, Absolute).of(alike)));
    EXPECT_EQ(Similarity(S, valued_votes, Absolute).of(alike), 1.0);
    EXPECT_TRUE(std::isnan(Similarity(TauB, valued_votes, Absolute).of(half)));
    EXPECT_EQ(Similarity(Kappa, valued_votes, Nominal).of(half), 0.0); // a constant judge agrees by chance alone
    Contingency only_abstentions;
    only_abstentions.at(abstention, yes) = 4.0;
    EXPECT_TRUE(std::isnan(Similarity(Agreement, binary_votes, Nominal).of(only_abstentions)));
}

} // namespace
} // namespace casus::measure
