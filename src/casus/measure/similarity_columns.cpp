#include "casus/measure/similarity_columns.hpp"

#include <algorithm>
#include <cassert>

namespace casus::measure {

void write_similarities(Portfolios const& portfolios, ItemWeights const* weights, std::span<PairRow const> pairs,
                        std::span<SimilarityColumn const> columns) {
    bool const weighted = std::any_of(columns.begin(), columns.end(), [](auto const& c) { return c.weighted; });
    assert(!weighted || weights != nullptr);
    Contingency weighed;
    for (PairRow const& pair : pairs) {
        Contingency const counted = portfolios.table(pair.first, pair.second);
        if (weighted) weighed = portfolios.table(pair.first, pair.second, *weights);
        for (SimilarityColumn const& column : columns)
            column.values[pair.row] = column.similarity.of(column.weighted ? weighed : counted);
    }
}

} // namespace casus::measure
