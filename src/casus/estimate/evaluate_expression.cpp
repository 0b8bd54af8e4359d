#include "casus/estimate/evaluate_expression.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>

namespace casus::estimate {

namespace {

using Column = std::vector<double>;

double applied(std::string const& function, double x) {
    if (function == "log") return std::log(x);
    if (function == "log2") return std::log2(x);
    if (function == "log10") return std::log10(x);
    if (function == "log1p") return std::log1p(x);
    if (function == "sqrt") return std::sqrt(x);
    if (function == "exp") return std::exp(x);
    assert(function == "abs");
    return std::abs(x);
}

double joined(char sign, double a, double b) {
    switch (sign) {
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return a / b;
    default:
        return b == 2.0 ? a * a : std::pow(a, b);
    }
}

class Evaluation {
public:
    Evaluation(Formula const& formula, Frame const& frame, std::vector<std::size_t> const& rows)
        : formula_(formula), frame_(frame), rows_(rows) {}

    [[nodiscard]] Column of(Expression const& expression) const {
        switch (expression.kind) {
        case Expression::Kind::Number:
            return Column(rows_.size(), expression.number);
        case Expression::Kind::Column:
            return column(expression);
        case Expression::Kind::Negative: {
            Column values = of(expression.arguments[0]);
            for (double& value : values) value = -value;
            return values;
        }
        case Expression::Kind::Call: {
            Column values = of(expression.arguments[0]);
            for (double& value : values) value = applied(expression.name, value);
            check_finite(expression, values);
            return values;
        }
        case Expression::Kind::Binary:
            break;
        }
        Column values = of(expression.arguments[0]);
        Column const right = of(expression.arguments[1]);
        char const sign = expression.name.front();
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = joined(sign, values[i], right[i]);
        check_finite(expression, values);
        return values;
    }

private:
    [[nodiscard]] Column column(Expression const& expression) const {
        Variable const* const variable = frame_.find(expression.name);
        assert(variable);
        if (variable->is_text())
            throw formula_error(formula_.text, expression.column,
                                {"words where numbers are needed", "此处需要数字而列为文字"}, expression.name,
                                {"a column of numbers", "数字列"});
        Column values;
        values.reserve(rows_.size());
        for (std::size_t const row : rows_) values.push_back(variable->numbers[row]);
        check_finite(expression, values);
        return values;
    }

    void check_finite(Expression const& expression, Column const& values) const {
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!std::isfinite(values[i]))
                throw formula_error(formula_.text, expression.column,
                                    {fmt::format("no finite number in row {} of {}", rows_[i] + 1, frame_.name),
                                     fmt::format("{} 第 {} 行得不到有限的数", frame_.name, rows_[i] + 1)},
                                    expression.name);
    }

    Formula const& formula_;
    Frame const& frame_;
    std::vector<std::size_t> const& rows_;
};

} // namespace

std::vector<double> evaluate_expression(Expression const& expression, Formula const& formula, Frame const& frame,
                                        std::vector<std::size_t> const& rows) {
    return Evaluation(formula, frame, rows).of(expression);
}

} // namespace casus::estimate
