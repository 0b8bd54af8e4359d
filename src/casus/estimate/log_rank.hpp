// Do groups survive alike? The log-rank test and its weighted kin.
#pragma once

#include "casus/estimate/chi_square.hpp"
#include "casus/estimate/spells.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::estimate {

struct LogRank {
    std::vector<std::size_t> rows; ///< of each group
    std::vector<double> observed;  ///< events, weighted by S(t−)^ρ
    std::vector<double> expected;
    std::vector<double> covariance; ///< of observed − expected, groups × groups
    ChiSquare test;
};

/// Harrington and Fleming (1982): weights S(t−)^ρ by the pooled Kaplan–Meier curve of each stratum; ρ = 0 is the log-rank
/// test, ρ = 1 Peto's and Peto's change of Wilcoxon's. As survival::survdiff; late entry counts here too. `group` is
/// numbered from 0 without gaps. A group without rows at risk takes no degree of freedom.
[[nodiscard]] LogRank log_rank(Spells const& spells, std::span<std::uint32_t const> group, double rho = 0.0);

} // namespace casus::estimate
