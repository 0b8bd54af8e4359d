// Why alliances ended, 1815 to 2018: the hazard in discrete time on Walt's terms, Cox's model beside it, and the same by
// the way in which they ended.
#pragma once

#include "casus/base/result.hpp"
#include "casus/fit/hazard_model.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace casus::fit {

/// Of how alliances end, what counts as the end; others are then censored.
struct EndsAsked {
    std::vector<Ending> counted; ///< empty: all
    [[nodiscard]] bool counts(Ending ending) const;
};

/// 1 for rows with an end that counts.
[[nodiscard]] std::vector<std::uint8_t> ends_of(EnduranceRows const& rows, EndsAsked const& asked);

/// Fits of one stretch of years. Coefficients are per standard deviation of the term over the rows of the fit.
struct EnduranceFit {
    int first_year = 0; ///< of the rows that it was fitted on, in which every term is known
    int last_year = 0;
    Covariates covariates;
    HazardModel hazard;
    estimate::Fit cox; ///< same columns; time is the age of the alliance, ties by Efron, clustered by alliance
    double cox_concordance = 0.0;
    std::vector<std::string> cox_unproportional; ///< terms whose hazards are not proportional at 1 %, by score test
    std::size_t left_out = 0;                    ///< alliance-years of which a term is not known
    std::size_t ends_left_out = 0;
};

/// Terms that are covered (covered_terms) over the years first … last.
[[nodiscard]] EnduranceFit fit_endurance(EnduranceRows const& rows, int first_year, int last_year,
                                         EndsAsked const& asked = {});

/// Cox's model of one way of ending, other ends censored; the columns of a fit, less those that cannot be estimated.
struct CauseFit {
    Text label;
    std::string key;
    estimate::Fit fit;
};
/// Violated; fulfilled or renegotiated; death of a state. Ways with fewer than 20 ends are left out.
[[nodiscard]] std::vector<CauseFit> fit_by_cause(EnduranceRows const& rows, EnduranceFit const& whole);

/// The model that `casus endurance` reads, coefficients per unit of the data.
[[nodiscard]] endurance::Model model_of(EnduranceRows const& rows, EnduranceFit const& fit, std::string name);

/// What Walt claims beside what was found: whole years, and the recent ones with all terms.
[[nodiscard]] Chapter endurance_fit_chapter(EnduranceRows const& rows, EnduranceFit const& fit,
                                            EnduranceFit const& recent, std::vector<CauseFit> const& causes);

/// What a "casus.endurance-fit/1" document says after its manifest (docs/endurance-fit.md).
[[nodiscard]] nlohmann::ordered_json endurance_fit_document(EnduranceRows const& rows, EnduranceFit const& fit,
                                                            EnduranceFit const& recent,
                                                            std::vector<CauseFit> const& causes);

} // namespace casus::fit
