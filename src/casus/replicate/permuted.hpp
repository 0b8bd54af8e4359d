// How many cases would agree if the expected words were dealt out anew over the cases.
#pragma once

#include "casus/replicate/verdict.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace casus::replicate {

struct Permuted {
    std::vector<double> probability; ///< of 0, 1, … cases that agree, over all ways of dealing, each as likely
    double mean = 0.0;
    double at_least_observed = 0.0; ///< probability of the observed number or more
};

/// Exact: the tables of expected against computed words with these margins are counted, not sampled.
[[nodiscard]] Permuted permute(std::span<Verdict const> expected, std::span<Verdict const> computed);
/// The same of any words, numbered below `words`.
[[nodiscard]] Permuted permute(std::span<std::size_t const> expected, std::span<std::size_t const> computed,
                               std::size_t words);

} // namespace casus::replicate
