// A fitted model of how alliances end: a discrete-time hazard with the complementary log-log link,
//     P(ends in the year | age, x) = 1 − exp(−exp(α·b(age) + βᵀ(x − centre))),
// which is what a proportional hazard over continuous time becomes when only years are seen (Prentice and Gloeckler 1978).
#pragma once

#include "casus/base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::endurance {

/// b(age), age in whole years in force when the year begins (0: the year of the treaty's start).
enum class AgeFunction {
    One,          ///< 1
    LogAge,       ///< ln(1 + age)
    LogAgeSquared ///< (ln(1 + age))²
};

[[nodiscard]] double value_at(AgeFunction function, double age);

/// The word of the model file: "1", "ln(1+age)", "ln(1+age)^2".
[[nodiscard]] std::string_view word_of(AgeFunction function);
[[nodiscard]] std::vector<std::string> age_function_words();

/// What kind of reason a term is in Walt's sense; Setting is what he does not argue from (size, the era).
enum class Nature { Rational, NonRational, Setting };

inline constexpr std::size_t nature_count = 3;

[[nodiscard]] std::string_view word_of(Nature nature); ///< "rational", "non-rational", "setting"
[[nodiscard]] std::vector<std::string> nature_words();
[[nodiscard]] Text label_of(Nature nature);

struct AgeTerm {
    AgeFunction function = AgeFunction::One;
    double estimate = 0.0;
    double se = 0.0; ///< at least 0
};

struct ModelTerm {
    std::string name; ///< column of alliance-years ("regime_change")
    Text label;       ///< what it measures, a few words
    Label claim;      ///< Walt's claim that it stands for; terms of one claim have one key
    Nature nature = Nature::Rational;
    int expected = 0;    ///< sign that Walt expects: +1 endangers, −1 holds together, 0 no expectation
    double centre = 0.0; ///< the average alliance-year of the fit
    double sd = 0.0;     ///< over the alliance-years of the fit; at least 0
    double estimate = 0.0;
    double se = 0.0; ///< at least 0
};

struct FittedData {
    std::string dataset;
    std::string version;
    std::string file{};   ///< or empty
    std::string sha256{}; ///< or empty
};

struct FittedOn {
    std::vector<FittedData> data;
    int first_year = 0;
    int last_year = 0;
    std::size_t alliances = 0;
    std::size_t rows = 0; ///< alliance-years
    std::size_t events = 0;
};

/// Coefficients are numbered with those of age first, then those of terms.
struct Model {
    std::string name;
    std::vector<AgeTerm> age;       ///< at least one, each function once
    std::vector<ModelTerm> terms;   ///< names unique
    std::vector<double> covariance; ///< of all coefficients, row-major, size() × size(), non-negative definite
    FittedOn fitted_on;

    [[nodiscard]] std::size_t size() const { return age.size() + terms.size(); }
    [[nodiscard]] std::vector<double> estimates() const; ///< of all coefficients
    [[nodiscard]] std::optional<std::size_t> term_named(std::string_view term) const;
};

/// The terms that stand for one of Walt's claims.
struct Claim {
    Label label;
    Nature nature = Nature::Rational;
    std::vector<std::size_t> terms; ///< positions in the model
};

/// Rational ones first, then non-rational ones, then the setting; within each in the order of the model.
[[nodiscard]] std::vector<Claim> claims_of(Model const& model);

/// A lower triangle L with L Lᵀ = `matrix` (row-major, size × size); a coefficient without variance gets a row of zeros.
/// Nothing where the matrix is not symmetric (to 1e-9 of its largest entry) and non-negative definite.
[[nodiscard]] std::optional<std::vector<double>> root_of(std::vector<double> const& matrix, std::size_t size);

} // namespace casus::endurance
