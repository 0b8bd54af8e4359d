// The hazard of ending in a year, by the complementary log-log, from age and covariates: fitted on some alliance-years,
// asked of others.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/fit.hpp"
#include "casus/fit/endurance_rows.hpp"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace casus::fit {

/// Columns beside those of age: [column][row of the EnduranceRows], NaN: not known.
struct Covariates {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;
};

/// b(age) of endurance::Model, in its order: 1, ln(1 + age), its square.
inline constexpr std::size_t age_columns = 3;
[[nodiscard]] std::array<double, age_columns> age_functions(double age);

/// Which functions of age stand in a model: all of them, or the constant alone.
enum class Ageing { Curved, None };

struct HazardModel {
    std::vector<std::size_t> column; ///< of the Covariates, of each coefficient after those of age
    std::vector<double> centre;      ///< mean over the rows of the fit
    std::vector<double> sd;
    std::vector<double> of_age;       ///< coefficients: of 1, or of all functions of age
    std::vector<double> coefficients; ///< of covariates less their centre, per sd
    estimate::Fit fit;                ///< terms in this order, those of age named as in endurance::word_of
    std::vector<std::size_t> rows;    ///< on which it was fitted

    /// P(ends in the year) of an alliance with a row's covariates at some age; what is not known counts as average.
    [[nodiscard]] double chance(Covariates const& covariates, std::size_t row, double age) const;
};

/// Rows among `chosen` of which every covariate is known.
[[nodiscard]] std::vector<std::size_t> known_rows(Covariates const& covariates, std::vector<std::size_t> const& chosen);

/// Fits rows of `chosen` that are complete; `ends[row]` is the outcome. Columns that do not vary in them, and flags that
/// tell an outcome exactly (no end, or nothing but ends, on one side), are left out and noted. Errors are clustered by
/// alliance. Errors: no row is complete; as of estimate::cloglog.
[[nodiscard]] HazardModel fit_hazard(EnduranceRows const& rows, Covariates const& covariates,
                                     std::vector<std::size_t> const& chosen, std::span<std::uint8_t const> ends,
                                     Ageing ageing = Ageing::Curved);

/// The same with coefficients of covariates (per standard deviation) drawn to zero by estimate::ridge_cloglog; without
/// errors.
[[nodiscard]] HazardModel fit_shrunk_hazard(EnduranceRows const& rows, Covariates const& covariates,
                                            std::vector<std::size_t> const& chosen, std::span<std::uint8_t const> ends,
                                            double penalty);

/// A design of these columns, centred and per sd, of those rows that the model was fitted on.
[[nodiscard]] estimate::Design standard_design(HazardModel const& model, Covariates const& covariates);

/// Clusters of those rows, numbered from 0 without gaps.
[[nodiscard]] std::vector<std::uint32_t> clusters_of(EnduranceRows const& rows, std::vector<std::size_t> const& chosen);

/// Terms of Walt whose sources reach back to within `reach` years of the first year and that are known in four of five of
/// the chosen rows: a rule that looks at no outcome.
inline constexpr int reach = 14;
[[nodiscard]] std::vector<std::size_t> covered_terms(EnduranceRows const& rows, std::vector<std::size_t> const& chosen);
[[nodiscard]] Covariates covariates_of(EnduranceRows const& rows, std::vector<std::size_t> const& terms);

/// Rows of years first … last.
[[nodiscard]] std::vector<std::size_t> rows_between(EnduranceRows const& rows, int first, int last);

} // namespace casus::fit
