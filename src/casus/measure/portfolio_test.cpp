#include "casus/measure/portfolio.hpp"

#include "casus/base/random.hpp"
#include "casus/measure/similarity_columns.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace casus::measure {
namespace {

constexpr std::size_t actors = 5;
constexpr std::size_t items = 151; // three words, the last one not full

/// Categories with every fifth or so not treated (4), and the weights of items: some 0, some not known.
struct Sample {
    std::vector<std::vector<std::size_t>> categories{actors, std::vector<std::size_t>(items)};
    std::vector<double> weights = std::vector<double>(items);
    Portfolios portfolios{actors, items};

    Sample() {
        for (std::uint32_t k = 0; k < items; ++k) {
            for (std::uint32_t i = 0; i < actors; ++i) {
                double const u = uniforms({.seed = 3, .purpose = Purpose::Test, .i = i * 1000 + k}, 0)[0];
                categories[i][k] = static_cast<std::size_t>(5.0 * u);
                portfolios.set(i, k, (categories[i][k] + 1) % 4); // overwritten below
                if (categories[i][k] == most_categories)
                    portfolios.clear(i, k);
                else
                    portfolios.set(i, k, categories[i][k]);
            }
            double const w = uniforms({.seed = 4, .purpose = Purpose::Test, .i = k}, 0)[0];
            weights[k] = w < 0.1 ? 0.0 : w > 0.9 ? std::numeric_limits<double>::quiet_NaN() : w;
        }
    }
};

TEST(Portfolios, GiveBackWhatWasPutIn) {
    Sample const sample;
    for (std::size_t i = 0; i < actors; ++i)
        for (std::size_t k = 0; k < items; ++k) ASSERT_EQ(sample.portfolios.category(i, k), sample.categories[i][k]);
}

TEST(Portfolios, TablesCountAndWeighWhatBothHaveTreated) {
    Sample const sample;
    ItemWeights const weights(sample.weights);
    for (std::size_t i = 0; i < actors; ++i)
        for (std::size_t j = 0; j < actors; ++j) {
            Contingency counted, weighed;
            for (std::size_t k = 0; k < items; ++k) {
                std::size_t const a = sample.categories[i][k];
                std::size_t const b = sample.categories[j][k];
                if (a == most_categories || b == most_categories) continue;
                counted.at(a, b) += 1.0;
                weighed.at(a, b) += std::isnan(sample.weights[k]) ? 0.0 : sample.weights[k];
            }
            EXPECT_EQ(sample.portfolios.table(i, j).cells, counted.cells);
            Contingency const table = sample.portfolios.table(i, j, weights);
            for (std::size_t n = 0; n < table.cells.size(); ++n) ASSERT_NEAR(table.cells[n], weighed.cells[n], 1e-12);
        }
}

TEST(Portfolios, KnowWhichCategoriesOccur) {
    Portfolios portfolios(2, 70);
    EXPECT_FALSE(portfolios.occurs(2));
    portfolios.set(1, 69, 2);
    EXPECT_TRUE(portfolios.occurs(2));
    EXPECT_FALSE(portfolios.occurs(3));
    portfolios.set(1, 69, 3);
    EXPECT_FALSE(portfolios.occurs(2));
}

TEST(SimilarityColumns, WriteEveryPairInItsRow) {
    Sample const sample;
    ItemWeights const weights(sample.weights);
    Similarity const s(SimilarityIndex::S, valued_ties, Distance::Absolute);
    Similarity const tau(SimilarityIndex::TauB, valued_ties, Distance::Absolute);
    std::vector<double> plain(4, 7.0), weighted(4, 7.0), order(4, 7.0);
    std::vector<PairRow> const pairs{{.first = 0, .second = 1, .row = 2}, {.first = 4, .second = 3, .row = 0}};
    std::vector<SimilarityColumn> const columns{{s, false, plain}, {s, true, weighted}, {tau, false, order}};
    write_similarities(sample.portfolios, &weights, pairs, columns);
    EXPECT_EQ(plain, (std::vector{s.of(sample.portfolios.table(4, 3)), 7.0, s.of(sample.portfolios.table(0, 1)), 7.0}));
    EXPECT_EQ(weighted[2], s.of(sample.portfolios.table(0, 1, weights)));
    EXPECT_EQ(order[0], tau.of(sample.portfolios.table(4, 3)));
    EXPECT_NE(weighted[2], plain[2]);
}

TEST(SimilarityColumns, EqualWeightsChangeNothing) {
    Sample const sample;
    ItemWeights const equal(std::vector<double>(items, 0.25));
    for (SimilarityIndex const index :
         {SimilarityIndex::S, SimilarityIndex::Kappa, SimilarityIndex::Pi, SimilarityIndex::TauB})
        EXPECT_NEAR(Similarity(index, valued_ties, Distance::Squared).of(sample.portfolios.table(1, 2)),
                    Similarity(index, valued_ties, Distance::Squared).of(sample.portfolios.table(1, 2, equal)), 1e-14);
}

} // namespace
} // namespace casus::measure
