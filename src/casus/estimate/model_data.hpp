// From a formula and columns to a design: rows complete, factors coded, curves laid out.
#pragma once

#include "casus/estimate/design.hpp"
#include "casus/estimate/formula.hpp"
#include "casus/estimate/frame.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casus::estimate {

enum class Missing { Drop, Refuse };

struct ModelData {
    Design design;                              ///< "(Intercept)" first where the formula has one
    std::vector<std::vector<double>> responses; ///< of numeric outcomes; empty for one of words
    std::vector<std::size_t> rows;              ///< of the frame that are complete
    std::vector<Text> notes;                    ///< rows left out, levels that factors are compared with
};

/// Rows that lack a column of the formula, or of `also` (clusters, weights …), are dropped and counted in the notes, or
/// refused. A column of words is a factor; levels are sorted, the first is what the others are compared with; a factor
/// beside terms that do not contain the rest of its term has a column for every level, as in R.
/// A factor with one level only is dropped and noted. Errors, with the place in the formula: columns that the frame lacks
/// (all in one go); words where numbers are needed; a factor with more than 2,000 levels; what is not a finite number in
/// some row (log of 0); no complete rows.
[[nodiscard]] ModelData model_data(Formula const& formula, Frame const& frame, std::vector<std::string> const& also,
                                   Missing missing = Missing::Drop);

/// The column's variable. Error (with the nearest name) where there is none.
[[nodiscard]] Variable const& variable_named(Frame const& frame, std::string const& name);

/// Numbers of a column in these rows. Error where they are words, or not finite.
[[nodiscard]] std::vector<double> numbers_of(Frame const& frame, std::string const& name,
                                             std::vector<std::size_t> const& rows);

/// Values of a column in these rows: numbered from 0 in the order of their sorted labels.
struct Labelled {
    std::vector<std::uint32_t> of_row;
    std::vector<std::string> labels;
};
[[nodiscard]] Labelled labelled(Variable const& variable, std::vector<std::size_t> const& rows);

} // namespace casus::estimate
