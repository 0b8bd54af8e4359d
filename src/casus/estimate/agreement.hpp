// For tests: a fit beside the figures that it should have.
#pragma once

#include "casus/estimate/fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace casus::estimate {

inline void expect_relative(double got, double wanted, std::string const& what, double tolerance = 1e-6) {
    EXPECT_NEAR(got, wanted, tolerance * std::abs(wanted) + 1e-300) << what;
}

inline void expect_relative(std::vector<double> const& got, std::vector<double> const& wanted, std::string const& what,
                            double tolerance = 1e-6) {
    ASSERT_EQ(got.size(), wanted.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i)
        expect_relative(got[i], wanted[i], what + " " + std::to_string(i), tolerance);
}

inline std::vector<double> estimates(Fit const& fit) {
    std::vector<double> all;
    for (Term const& term : fit.terms) all.push_back(term.estimate);
    return all;
}

inline std::vector<double> errors(Fit const& fit) {
    std::vector<double> all;
    for (Term const& term : fit.terms) all.push_back(term.se);
    return all;
}

inline std::vector<double> robust_errors(Fit const& fit) {
    std::vector<double> all;
    for (Term const& term : fit.terms) all.push_back(term.robust_se);
    return all;
}

inline std::vector<double> probabilities(Fit const& fit) {
    std::vector<double> all;
    for (Term const& term : fit.terms) all.push_back(term.p);
    return all;
}

} // namespace casus::estimate
