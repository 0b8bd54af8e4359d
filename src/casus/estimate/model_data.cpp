#include "casus/estimate/model_data.hpp"

#include "casus/estimate/curve.hpp"
#include "casus/estimate/evaluate_expression.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

namespace casus::estimate {

namespace {

constexpr std::size_t most_levels = 2000;

struct Named {
    std::string name;
    std::vector<double> values;
};

Problem no_such_column(Frame const& frame, std::string const& name) {
    return {.place = {.file = frame.name},
            .what = {"no such column", "没有这一列"},
            .found = name,
            .expected = {fmt::format("one of the {} columns", frame.names.size()),
                         fmt::format("{} 列之一", frame.names.size())},
            .nearest = nearest(name, frame.names)};
}

void check_columns(Formula const& formula, Frame const& frame, std::vector<std::string> const& also) {
    std::vector<Expression const*> places;
    for (Factor const& response : formula.responses) add_columns(response.of, places);
    for (ModelTerm const& term : formula.terms)
        for (Factor const& factor : term) add_columns(factor.of, places);
    std::vector<Problem> problems;
    std::vector<std::string> told;
    for (Expression const* const place : places) {
        if (frame.find(place->name) || std::ranges::find(told, place->name) != told.end()) continue;
        told.push_back(place->name);
        Problem problem = no_such_column(frame, place->name);
        problem.what = {"no such column in " + frame.name, frame.name + " 中没有这一列"};
        problem.place = {.file = fmt::format("'{}'", formula.text), .line = 1, .column = place->column};
        problems.push_back(std::move(problem));
    }
    for (std::string const& name : also)
        if (!frame.find(name)) problems.push_back(no_such_column(frame, name));
    if (!problems.empty()) throw Error(std::move(problems));
}

/// Rows without a missing value in the columns that count, and a note on the others.
std::vector<std::size_t> complete_rows(Formula const& formula, Frame const& frame, std::vector<std::string> const& also,
                                       Missing missing, std::vector<Text>& notes) {
    std::vector<std::string> names = columns_of(formula);
    for (std::string const& name : also)
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    std::vector<Variable const*> variables;
    for (std::string const& name : names) variables.push_back(frame.find(name));
    std::vector<std::size_t> rows;
    std::vector<std::size_t> lacking(variables.size());
    for (std::size_t row = 0; row < frame.rows; ++row) {
        bool complete = true;
        for (std::size_t v = 0; v < variables.size(); ++v) {
            if (!variables[v]->is_missing(row)) continue;
            if (missing == Missing::Refuse)
                throw Error(Problem{.place = {.file = frame.name},
                                    .what = {fmt::format("a value is missing in row {} of column", row + 1),
                                             fmt::format("第 {} 行缺失，列", row + 1)},
                                    .found = names[v],
                                    .expected = {"no missing values, or --missing drop", "无缺失，或 --missing drop"}});
            complete = false;
            ++lacking[v];
        }
        if (complete) rows.push_back(row);
    }
    if (rows.empty())
        throw Error(Problem{.place = {.file = frame.name},
                            .what = {"no row has values in all columns of the formula", "没有一行在公式各列均有值"},
                            .found = formula.text});
    if (rows.size() == frame.rows) return rows;
    std::vector<std::string> counts;
    for (std::size_t v = 0; v < names.size(); ++v)
        if (lacking[v] > 0) counts.push_back(fmt::format("{} {}", names[v], lacking[v]));
    std::size_t const left_out = frame.rows - rows.size();
    notes.push_back(
        {fmt::format("{} of {} rows left out for missing values ({})", left_out, frame.rows, fmt::join(counts, ", ")),
         fmt::format("{} 行中有 {} 行因缺失而剔除（{}）", frame.rows, left_out, fmt::join(counts, "、"))});
    return rows;
}

/// Codes terms as columns.
class Coding {
public:
    Coding(Formula const& formula, Frame const& frame, ModelData& data)
        : formula_(formula), frame_(frame), data_(data) {}

    void add(ModelTerm const& term) {
        std::vector<Named> columns{{.name = {}, .values = {}}};
        for (Factor const& factor : term) {
            std::vector<Named> const own = columns_of_factor(factor, !rest_is_in_the_model(term, factor));
            std::vector<Named> joined; // the first factor's columns run fastest, as in R
            for (Named const& right : own)
                for (Named const& left : columns) joined.push_back(product(left, right));
            columns = std::move(joined);
        }
        for (Named& column : columns) data_.design.add(std::move(column.name), column.values);
    }

private:
    [[nodiscard]] bool has_levels(Factor const& factor) const {
        if (factor.kind == Factor::Kind::Levels) return true;
        return factor.kind == Factor::Kind::Number && factor.of.kind == Expression::Kind::Column &&
               frame_.find(factor.of.name)->is_text();
    }

    /// Whether the term without this factor is in the formula, the intercept being the term without factors.
    [[nodiscard]] bool rest_is_in_the_model(ModelTerm const& term, Factor const& factor) const {
        std::vector<std::string> rest;
        for (Factor const& other : term)
            if (other.text != factor.text) rest.push_back(other.text);
        if (rest.empty() && formula_.intercept) return true;
        std::ranges::sort(rest);
        if (rest.empty()) return first_factor_ != nullptr && first_factor_ != &factor;
        return std::ranges::any_of(formula_.terms, [&](ModelTerm const& candidate) {
            std::vector<std::string> names;
            for (Factor const& other : candidate) names.push_back(other.text);
            std::ranges::sort(names);
            return names == rest;
        });
    }

    static Named product(Named const& left, Named const& right) {
        if (left.name.empty()) return right;
        Named both{.name = left.name + ":" + right.name, .values = left.values};
        for (std::size_t i = 0; i < both.values.size(); ++i) both.values[i] *= right.values[i];
        return both;
    }

    std::vector<Named> columns_of_factor(Factor const& factor, bool every_level) {
        if (has_levels(factor)) {
            if (!first_factor_) first_factor_ = &factor;
            return levels(factor, every_level);
        }
        std::vector<double> const values = evaluate_expression(factor.of, formula_, frame_, data_.rows);
        if (factor.kind == Factor::Kind::Number) return {{.name = factor.text, .values = values}};
        auto const curve = factor.kind == Factor::Kind::NaturalSpline ? natural_spline(values, factor.degree)
                                                                      : orthogonal_polynomial(values, factor.degree);
        if (curve.empty())
            throw formula_error(formula_.text, factor.of.column,
                                {"too few different values for this curve", "不同取值过少，无法作此曲线"}, factor.text);
        std::vector<Named> columns;
        for (std::size_t c = 0; c < curve.size(); ++c)
            columns.push_back({.name = fmt::format("{}{}", factor.text, c + 1), .values = curve[c]});
        return columns;
    }

    std::vector<Named> levels(Factor const& factor, bool every_level) {
        Labelled const found = labelled(*frame_.find(factor.of.name), data_.rows);
        if (found.labels.size() > most_levels)
            throw formula_error(formula_.text, factor.of.column, {"too many levels of a factor", "因子水平过多"},
                                fmt::format("{}", found.labels.size()),
                                {fmt::format("at most {}", most_levels), fmt::format("至多 {}", most_levels)});
        if (!every_level) note_reference(factor, found);
        std::vector<Named> columns;
        for (std::size_t level = every_level ? 0 : 1; level < found.labels.size(); ++level) {
            Named column{.name = factor.text + found.labels[level], .values = std::vector<double>(found.of_row.size())};
            for (std::size_t i = 0; i < found.of_row.size(); ++i)
                column.values[i] = found.of_row[i] == level ? 1.0 : 0.0;
            columns.push_back(std::move(column));
        }
        return columns;
    }

    void note_reference(Factor const& factor, Labelled const& found) {
        std::string const& first = found.labels.front();
        Text note{fmt::format("{}: levels beside \"{}\"", factor.text, first),
                  fmt::format("{}：以“{}”为参照", factor.text, first)};
        if (found.labels.size() == 1)
            note = {fmt::format("{} has one value only: dropped", factor.text),
                    fmt::format("{} 只有一个取值：已剔除", factor.text)};
        if (std::ranges::find(data_.notes, note) == data_.notes.end()) data_.notes.push_back(std::move(note));
    }

    Formula const& formula_;
    Frame const& frame_;
    ModelData& data_;
    Factor const* first_factor_ = nullptr; ///< without an intercept it has a column for every level
};

/// Squares of larger numbers would not be finite, those of smaller ones nothing.
void check_size(Formula const& formula, Text const& name, std::span<double const> values) {
    constexpr double largest = 1e150;
    double most = 0.0;
    for (double const value : values) most = std::max(most, std::abs(value));
    if (most <= largest && (most == 0.0 || most >= 1.0 / largest)) return;
    throw formula_error(
        formula.text, 1,
        {fmt::format("the numbers of {} reach {}", name.en, most), fmt::format("{} 的数值达 {}", name.zh, most)}, {},
        {"a size between 1e-150 and 1e150: rescale the column", "大小在 1e-150 与 1e150 之间：请换单位"});
}

std::string label_of(Variable const& variable, std::size_t row) {
    if (variable.is_text()) return variable.dictionary[static_cast<std::size_t>(variable.words[row])];
    return fmt::format("{}", variable.numbers[row]);
}

} // namespace

ModelData model_data(Formula const& formula, Frame const& frame, std::vector<std::string> const& also,
                     Missing missing) {
    check_columns(formula, frame, also);
    ModelData data;
    data.rows = complete_rows(formula, frame, also, missing, data.notes);
    for (Factor const& response : formula.responses) {
        bool const words = response.of.kind == Expression::Kind::Column && frame.find(response.of.name)->is_text();
        data.responses.push_back(words ? std::vector<double>{}
                                       : evaluate_expression(response.of, formula, frame, data.rows));
    }
    data.design.rows = data.rows.size();
    if (formula.intercept) data.design.add("(Intercept)", std::vector<double>(data.rows.size(), 1.0));
    Coding coding(formula, frame, data);
    for (ModelTerm const& term : formula.terms) coding.add(term);
    for (std::vector<double> const& response : data.responses) check_size(formula, {"the outcome", "因变量"}, response);
    for (std::size_t c = 0; c < data.design.columns(); ++c)
        check_size(formula, {data.design.names[c], data.design.names[c]}, data.design.column(c));
    return data;
}

Variable const& variable_named(Frame const& frame, std::string const& name) {
    Variable const* const found = frame.find(name);
    if (!found) throw Error(no_such_column(frame, name));
    return *found;
}

std::vector<double> numbers_of(Frame const& frame, std::string const& name, std::vector<std::size_t> const& rows) {
    Variable const& variable = variable_named(frame, name);
    if (variable.is_text())
        throw Error(Problem{.place = {.file = frame.name},
                            .what = {"a column of words", "该列为文字"},
                            .found = name,
                            .expected = {"a column of numbers", "数字列"}});
    std::vector<double> values;
    for (std::size_t const row : rows) {
        if (!std::isfinite(variable.numbers[row]))
            throw Error(Problem{.place = {.file = frame.name},
                                .what = {fmt::format("no finite number in row {} of column", row + 1),
                                         fmt::format("第 {} 行不是有限的数，列", row + 1)},
                                .found = name});
        values.push_back(variable.numbers[row]);
    }
    return values;
}

Labelled labelled(Variable const& variable, std::vector<std::size_t> const& rows) {
    Labelled found{.of_row = std::vector<std::uint32_t>(rows.size()), .labels = {}};
    auto const number = [&](auto const& key_of_row) {
        std::map<std::decay_t<decltype(key_of_row(std::size_t{0}))>, std::pair<std::uint32_t, std::size_t>> seen;
        for (std::size_t const row : rows) seen.try_emplace(key_of_row(row), 0, row);
        for (auto& [key, place] : seen) {
            place.first = static_cast<std::uint32_t>(found.labels.size());
            found.labels.push_back(label_of(variable, place.second));
        }
        for (std::size_t i = 0; i < rows.size(); ++i) found.of_row[i] = seen.find(key_of_row(rows[i]))->second.first;
    };
    if (variable.is_text())
        number([&](std::size_t row) -> std::string_view {
            return variable.dictionary[static_cast<std::size_t>(variable.words[row])];
        });
    else
        number([&](std::size_t row) { return variable.numbers[row] + 0.0; });
    return found;
}

} // namespace casus::estimate
