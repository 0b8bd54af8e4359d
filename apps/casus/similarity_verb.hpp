// What both forms of `casus similarity` share: whose portfolios, which similarities, by which rules.
#pragma once

#include "verbs.hpp"

#include "casus/data/panel/features/portfolio_years.hpp"
#include "casus/data/store/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace casus::app {

struct SimilarityOptions {
    std::vector<std::string> pair; ///< two states, or none
    std::string year;
    std::string years;
    std::string of = "atop";
    std::string system = "cow";
    std::string measures;
    std::string weights;
    bool binary = false;
    std::string diagonal; ///< empty: highest
    std::string scaling;  ///< empty: scale
    std::string out;
    std::string store;
    std::uint64_t threads = 0;
};

/// The portfolios over a frame's system.
[[nodiscard]] std::unique_ptr<data::features::PortfolioSource>
open_portfolios(SimilarityOptions const& options, data::Store const& store, data::Frame const& frame);

/// What was asked for, or all that the portfolios allow. Errors: a name that is none, weights that are not there.
[[nodiscard]] std::vector<data::features::NamedSimilarity>
chosen_similarities(SimilarityOptions const& options, data::features::PortfolioSource const& source);

[[nodiscard]] data::features::Scaling scaling_of(SimilarityOptions const& options);

/// One pair in one year: its table, every similarity, and on which items the two differ.
void similarity_of_pair(SimilarityOptions const& options, Call const& call);

} // namespace casus::app
