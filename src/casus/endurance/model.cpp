#include "casus/endurance/model.hpp"

#include "casus/base/vector_math.hpp"

#include <algorithm>
#include <cmath>

namespace casus::endurance {

double value_at(AgeFunction function, double age) {
    double const log_age = lane::log(1.0 + age);
    switch (function) {
    case AgeFunction::One:
        return 1.0;
    case AgeFunction::LogAge:
        return log_age;
    case AgeFunction::LogAgeSquared:
        return log_age * log_age;
    }
    return 0.0;
}

std::string_view word_of(AgeFunction function) {
    switch (function) {
    case AgeFunction::One:
        return "1";
    case AgeFunction::LogAge:
        return "ln(1+age)";
    case AgeFunction::LogAgeSquared:
        return "ln(1+age)^2";
    }
    return {};
}

std::vector<std::string> age_function_words() { return {"1", "ln(1+age)", "ln(1+age)^2"}; }

std::string_view word_of(Nature nature) {
    switch (nature) {
    case Nature::Rational:
        return "rational";
    case Nature::NonRational:
        return "non-rational";
    case Nature::Setting:
        return "setting";
    }
    return {};
}

std::vector<std::string> nature_words() { return {"rational", "non-rational", "setting"}; }

Text label_of(Nature nature) {
    switch (nature) {
    case Nature::Rational:
        return {"Rational", "理性"};
    case Nature::NonRational:
        return {"Non-rational", "非理性"};
    case Nature::Setting:
        return {"Setting", "背景"};
    }
    return {};
}

std::vector<double> Model::estimates() const {
    std::vector<double> all;
    for (AgeTerm const& each : age) all.push_back(each.estimate);
    for (ModelTerm const& each : terms) all.push_back(each.estimate);
    return all;
}

std::optional<std::size_t> Model::term_named(std::string_view term) const {
    auto const found = std::ranges::find(terms, term, &ModelTerm::name);
    if (found == terms.end()) return std::nullopt;
    return static_cast<std::size_t>(found - terms.begin());
}

std::vector<Claim> claims_of(Model const& model) {
    std::vector<Claim> claims;
    for (Nature const nature : {Nature::Rational, Nature::NonRational, Nature::Setting})
        for (std::size_t n = 0; n < model.terms.size(); ++n) {
            ModelTerm const& term = model.terms[n];
            if (term.nature != nature) continue;
            auto const same = [&](Claim const& claim) {
                return claim.nature == nature && claim.label.key == term.claim.key;
            };
            auto found = std::ranges::find_if(claims, same);
            if (found == claims.end()) found = claims.insert(claims.end(), {term.claim, nature, {}});
            found->terms.push_back(n);
        }
    return claims;
}

std::optional<std::vector<double>> root_of(std::vector<double> const& matrix, std::size_t size) {
    double largest = 0.0;
    for (double const each : matrix) largest = std::max(largest, std::abs(each));
    double const close = 1e-9 * largest;
    std::vector<double> root(size * size, 0.0);
    for (std::size_t column = 0; column < size; ++column)
        for (std::size_t row = column; row < size; ++row) {
            if (std::abs(matrix[row * size + column] - matrix[column * size + row]) > close) return std::nullopt;
            double left = matrix[row * size + column];
            for (std::size_t k = 0; k < column; ++k) left -= root[row * size + k] * root[column * size + k];
            double const pivot = root[column * size + column];
            if (row == column) {
                if (left < -close) return std::nullopt;
                root[row * size + column] = left > close ? std::sqrt(left) : 0.0;
            } else if (pivot > 0.0) {
                root[row * size + column] = left / pivot;
            } else if (std::abs(left) > std::sqrt(close * largest)) { // varies with what does not vary
                return std::nullopt;
            }
        }
    return root;
}

} // namespace casus::endurance
