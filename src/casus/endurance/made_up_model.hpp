// For tests: models with invented numbers.
#pragma once

#include "casus/endurance/alliance.hpp"
#include "casus/endurance/model.hpp"

#include <string>
#include <vector>

namespace casus::endurance {

inline std::vector<double> diagonal(std::vector<double> const& errors) {
    std::vector<double> matrix(errors.size() * errors.size(), 0.0);
    for (std::size_t k = 0; k < errors.size(); ++k) matrix[k * errors.size() + k] = errors[k] * errors[k];
    return matrix;
}

/// A hazard that neither age nor terms move: exp(η) = `rate`.
inline Model constant_model(double log_rate, double se = 0.0) {
    Model model;
    model.name = "constant";
    model.age = {{AgeFunction::One, log_rate, se}};
    model.covariance = diagonal({se});
    model.fitted_on = {{{"invented", "1"}}, 1900, 2000, 10, 100, 5};
    return model;
}

/// Two functions of age and five terms of four claims, rational, non-rational and setting; errors correlated between the
/// first two coefficients.
inline Model made_up_model() {
    Model model;
    model.name = "invented";
    model.age = {{AgeFunction::One, -3.0, 0.2}, {AgeFunction::LogAge, -0.3, 0.1}};
    Label const threat{"threat", {"The threat fell", "威胁下降"}};
    model.terms = {
        {"common_threat", {"common threat", "共同威胁"}, threat, Nature::Rational, -1, 0.3, 0.2, -0.8, 0.3},
        {"threat_fallen", {"fall of the threat", "威胁的下降"}, threat, Nature::Rational, 1, 0.05, 0.1, 0.9, 0.4},
        {"regime_change",
         {"regime change", "政体变更"},
         {"regime", {"Regimes changed", "政体变更"}},
         Nature::NonRational,
         1,
         0.2,
         0.4,
         0.5,
         0.15},
        {"institution",
         {"institution", "制度化"},
         {"institution", {"Institutions", "制度"}},
         Nature::NonRational,
         -1,
         0.4,
         0.3,
         -0.6,
         0.2},
        {"asymmetry",
         {"asymmetry", "不对称"},
         {"asymmetry", {"Asymmetry", "不对称"}},
         Nature::Setting,
         0,
         0.7,
         0.2,
         0.2,
         0.3}};
    model.covariance = diagonal({0.2, 0.1, 0.3, 0.4, 0.15, 0.2, 0.3});
    model.covariance[1] = model.covariance[7] = -0.01;
    model.fitted_on = {{{"atop-invented", "0.1", "a.csv", "00"}}, 1900, 2000, 10, 100, 5};
    return model;
}

/// Of age 20, with members of known power; every term but asymmetry has a figure.
inline Alliance made_up_alliance() {
    Alliance alliance;
    alliance.code = "PACT";
    alliance.name = {"The pact", "条约"};
    alliance.age = 20;
    alliance.members = {{"AAA", {"A", "甲"}, 0.2}, {"BBB", {"B", "乙"}, 0.1}, {"CCC", {"C", "丙"}, 0.1}};
    alliance.terms = {TermValue{0.5, 0.5, 0.5, "S"}, TermValue{0.0, 0.0, 0.0, "S"}, TermValue{0.0, 0.0, 0.0, "S"},
                      TermValue{0.2, 0.2, 0.2, "S"}, std::nullopt};
    return alliance;
}

} // namespace casus::endurance
