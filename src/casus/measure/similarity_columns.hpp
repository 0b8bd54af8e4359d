// Similarities of many pairs at once: one column for each similarity asked for, from one table (two, where some are
// weighted) for each pair.
#pragma once

#include "casus/measure/portfolio.hpp"
#include "casus/measure/similarity.hpp"

#include <span>

namespace casus::measure {

/// A similarity and where its values go.
struct SimilarityColumn {
    Similarity similarity;
    bool weighted = false;      ///< over the weights of items rather than their number
    std::span<double> values{}; ///< [row]
};

/// Two actors of the portfolios, and the row of the columns that is theirs.
struct PairRow {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::size_t row = 0;
};

/// Writes every column's value of every pair; other rows are left as they are. `weights` may be null where no column
/// is weighted.
void write_similarities(Portfolios const& portfolios, ItemWeights const* weights, std::span<PairRow const> pairs,
                        std::span<SimilarityColumn const> columns);

} // namespace casus::measure
