#include "casus/data/panel/features/portfolio_years.hpp"

#include "casus/base/parallel.hpp"
#include "casus/measure/similarity_columns.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::data::features {

namespace {

/// The pairs of the year that have a row, the lower state first.
std::vector<measure::PairRow> pairs_of(Frame const& frame, int year, std::span<std::int32_t const> actor_of) {
    std::vector<measure::PairRow> pairs;
    for (Run const& run : frame.runs()) {
        if (run.first >= run.second || year < run.first_year || year > run.last_year) continue;
        std::int32_t const first = actor_of[run.first];
        std::int32_t const second = actor_of[run.second];
        if (first >= 0 && second >= 0)
            pairs.push_back({.first = static_cast<std::uint32_t>(first),
                             .second = static_cast<std::uint32_t>(second),
                             .row = run.row + static_cast<std::size_t>(year - run.first_year)});
    }
    return pairs;
}

/// In directed frames the rows of the higher state first are those of the lower first.
void mirror(Frame const& frame, std::span<double> values) {
    for (Run const& run : frame.runs()) {
        if (run.first <= run.second) continue;
        for (Run const& other : frame.runs_of(run.second, run.first))
            if (other.first_year == run.first_year)
                std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(other.row), run.last_year - run.first_year + 1,
                            values.begin() + static_cast<std::ptrdiff_t>(run.row));
    }
}

RowSeries empty_series(PortfolioSource const& source, NamedSimilarity const& named, std::size_t rows) {
    return {.label = {source.name() + ": " + named.label.en, source.name() + "：" + named.label.zh},
            .origin = source.origin(),
            .coverage = source.coverage(),
            .column = {.name = source.name() + "_" + std::string(named.key),
                       .cells = Values<double>(rows, missing<double>)}};
}

} // namespace

measure::Similarity similarity_of(NamedSimilarity const& named, measure::Portfolios const& portfolios,
                                  Scaling scaling) {
    measure::Coding coding = named.coding;
    if (scaling == Scaling::Data) {
        double low = 0.0, high = 0.0;
        bool any = false;
        for (std::size_t c = 0; c < measure::most_categories; ++c) {
            double const value = coding.values[c];
            if (std::isnan(value) || !portfolios.occurs(c)) continue;
            low = any ? low : value;
            high = value;
            any = true;
        }
        if (high > low) coding.span = high - low;
    }
    return {named.index, coding, named.distance};
}

std::vector<RowSeries> similarity_rows(Frame const& frame, PortfolioSource const& source,
                                       std::span<NamedSimilarity const> similarities, Scaling scaling,
                                       std::size_t threads) {
    assert(frame.unit() == Unit::DyadYear || frame.unit() == Unit::DirectedDyadYear);
    std::vector<RowSeries> series;
    for (NamedSimilarity const& named : similarities) series.push_back(empty_series(source, named, frame.rows()));
    int const first_year = std::max(frame.first_year(), source.coverage().first_year);
    int const last_year = std::min(frame.last_year(), source.coverage().last_year);
    auto const years = static_cast<std::size_t>(std::max(last_year - first_year + 1, 0));
    parallel_for(years, 1, threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t n = first; n < last; ++n) {
            int const year = first_year + static_cast<int>(n);
            PortfolioYear const found = source.year(year);
            std::optional<measure::ItemWeights> weights;
            if (!found.weights.empty()) weights.emplace(found.weights);
            std::vector<measure::SimilarityColumn> columns;
            for (std::size_t c = 0; c < series.size(); ++c)
                columns.push_back({similarity_of(similarities[c], found.portfolios, scaling), similarities[c].weighted,
                                   std::get<Values<double>>(series[c].column.cells)});
            measure::write_similarities(found.portfolios, weights ? &*weights : nullptr,
                                        pairs_of(frame, year, found.actor_of), columns);
        }
    });
    if (frame.unit() == Unit::DirectedDyadYear)
        parallel_for(series.size(), 1, threads, [&](std::size_t first, std::size_t last, std::size_t) {
            for (std::size_t c = first; c < last; ++c) mirror(frame, std::get<Values<double>>(series[c].column.cells));
        });
    return series;
}

} // namespace casus::data::features
