// Distributions of how long things last.
#pragma once

#include "casus/base/text.hpp"

namespace casus::estimate {

/// All but Gompertz as survival::survreg has them: log T = η + σ W, with W of the smallest extreme value (Weibull;
/// Exponential with σ = 1), normal or logistic. Gompertz: hazard exp(η + γ t).
enum class Lifetime { Exponential, Weibull, Gompertz, LogNormal, LogLogistic };

/// What is estimated beside coefficients: nothing, log σ ("Log(scale)"), or γ ("shape").
[[nodiscard]] bool has_shape(Lifetime lifetime);
[[nodiscard]] char const* shape_name(Lifetime lifetime);

/// S(t) for t > 0, given η and log σ or γ (which Exponential does not read).
[[nodiscard]] double survival(Lifetime lifetime, double eta, double shape, double time);

/// When S falls to `level`; infinite where a Gompertz with γ < 0 never does.
[[nodiscard]] double lifetime_quantile(Lifetime lifetime, double eta, double shape, double level);

/// What a spell adds to the log-likelihood, with its derivatives by η and by the shape.
struct SpellTerms {
    double value = 0.0;
    double by_eta = 0.0;
    double by_shape = 0.0;
    double by_eta_eta = 0.0;
    double by_eta_shape = 0.0;
    double by_shape_shape = 0.0;
};

/// Log f(stop) or log S(stop), less log S(start) where start > 0.
[[nodiscard]] SpellTerms spell_terms(Lifetime lifetime, double start, double stop, bool event, double eta,
                                     double shape);

/// The same by (η/σ, 1/σ), in which it is concave for spells that begin at 0 (Burridge 1981); `eta` and `shape` are these
/// two, `offset` is subtracted from log T. Gompertz: as above, with η + offset.
[[nodiscard]] SpellTerms concave_terms(Lifetime lifetime, double start, double stop, bool event, double eta,
                                       double shape, double offset);

} // namespace casus::estimate
