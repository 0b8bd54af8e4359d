// Measured deviation on the ledger's observable terms: what moves allies, and what that says of the lens's parameters.
#pragma once

#include "casus/base/result.hpp"
#include "casus/data/provenance.hpp"
#include "casus/estimate/design.hpp"
#include "casus/estimate/linear.hpp"
#include "casus/estimate/mixed.hpp"
#include "casus/fit/alienation_data.hpp"
#include "casus/fit/ledger_terms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus::fit {

/// One row per ally, issue and year in which the treaty bound, both voted and every term is known.
struct FitRows {
    std::vector<LedgerTerm> terms;           ///< of the columns of `values`; trades are shares of GDP
    std::vector<std::vector<double>> values; ///< [term][row]
    std::vector<double> deviation;
    std::vector<std::uint32_t> ally;       ///< numbered from 0 without gaps, as all of these
    std::vector<std::uint32_t> issue_year; ///< the agenda of an issue in a year
    std::vector<std::uint32_t> ally_issue;
    std::size_t left_out = 0; ///< cells for which a term is not known
    int first_year = 0;
    int last_year = 0;

    [[nodiscard]] std::size_t size() const { return deviation.size(); }
};

[[nodiscard]] FitRows fit_rows(AlienationData const& data, LedgerTerms const& terms,
                               std::vector<double> const& administration, int first_year, int last_year);

/// κ of the match by trade x/(x+κ), by profile: the κ with which the regression within allies and agendas leaves least.
struct TradeHalf {
    double value = 0.0;
    double log_se = 0.0; ///< of log κ, clustered by ally, from a Gauss–Newton step at the minimum
    Interval interval;   ///< 90 %, on the logarithm
    std::vector<std::pair<double, double>> profile; ///< κ and what is left, relative to the least
    bool identified = false; ///< the interval lies inside the range searched, and deviation moves with a match by trade
                             ///< as the paper expects (one-sided 95 %, clustered by ally)
};

inline constexpr double least_trade_half = 0.001;
inline constexpr double greatest_trade_half = 1.0;

struct AlienationFit {
    std::vector<LedgerTerm> terms; ///< with trades as matches x/(x+κ)
    estimate::Fit within;          ///< dummies of allies and issue-years taken out; errors clustered by ally
    estimate::MixedFit pooled;     ///< random intercepts of allies, issue-years and ally-issues
    TradeHalf trade_half;
    std::size_t rows = 0;
    std::size_t left_out = 0;
    std::size_t allies = 0;
    int first_year = 0;
    int last_year = 0;
};

/// The columns of the regression: each term, trades as matches with this κ.
[[nodiscard]] estimate::Design design_of(FitRows const& rows, double kappa);

/// The same with the two groupings taken out; columns that do not vary within them are left out.
[[nodiscard]] estimate::Design within_design(FitRows const& rows, double kappa);

[[nodiscard]] TradeHalf fit_trade_half(FitRows const& rows);

/// Errors: fewer than two allies or no rows.
[[nodiscard]] AlienationFit fit_alienation(FitRows const& rows);

} // namespace casus::fit
