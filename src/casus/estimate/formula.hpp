// Formulas as R writes them: 'y ~ x1 * factor(region) + log(x2) + I(x3^2)'. The grammar stands in docs/estimate.md.
#pragma once

#include "casus/base/error.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace casus::estimate {

/// A number, a column, a function of one expression, or two joined by + - * / ^.
struct Expression {
    enum class Kind { Number, Column, Negative, Call, Binary };
    Kind kind = Kind::Number;
    double number = 0.0;
    std::string name{}; ///< of the column or function, or the sign
    int column = 0;     ///< where it begins in the formula, from 1
    std::vector<Expression> arguments{};
};

/// What a term multiplies: a number of the row, the level of a factor, or several columns of a curve.
struct Factor {
    enum class Kind { Number, Levels, NaturalSpline, Polynomial };
    Kind kind = Kind::Number;
    Expression of;
    int degree = 0;     ///< columns of a curve
    std::string text{}; ///< as R names it
};

using ModelTerm = std::vector<Factor>; ///< joined by ":"

struct Formula {
    std::string text;
    std::vector<Factor> responses; ///< one, or two or three of a survival model
    std::vector<ModelTerm> terms;  ///< main effects first, then products of two, …, as R orders them
    bool intercept = true;
};

/// Reads a formula. Error with the column in the formula where it breaks the grammar.
[[nodiscard]] Formula read_formula(std::string const& text);

/// An Error about what stands at `column` of a formula.
[[nodiscard]] Error formula_error(std::string_view formula, int column, Text const& what, std::string const& found = {},
                                  Text const& expected = {}, std::string const& nearest = {});

/// Columns that an expression names, each with its place.
void add_columns(Expression const& expression, std::vector<Expression const*>& columns);

/// Columns that a formula names, responses first, each once.
[[nodiscard]] std::vector<std::string> columns_of(Formula const& formula);

} // namespace casus::estimate
