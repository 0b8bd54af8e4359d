#include "casus/estimate/ridge.hpp"

#include "casus/base/error.hpp"
#include "casus/base/random.hpp"
#include "casus/estimate/logit.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace casus::estimate {
namespace {

struct RidgeData {
    Design design;
    std::vector<std::uint8_t> y;
};

RidgeData ridge_data() {
    RidgeData data;
    constexpr std::uint32_t rows = 600;
    std::vector<std::vector<double>> x(3, std::vector<double>(rows, 1.0));
    for (std::uint32_t row = 0; row < rows; ++row) {
        auto const z = normals({.seed = 5, .purpose = Purpose::Test}, row);
        auto const u = uniforms({.seed = 6, .purpose = Purpose::Test}, row);
        x[1][row] = z[0];
        x[2][row] = z[1];
        data.y.push_back(u[0] < -std::expm1(-std::exp(-2.0 + 0.7 * z[0])) ? 1 : 0);
    }
    data.design.rows = rows;
    for (std::size_t c = 0; c < 3; ++c) data.design.add(std::to_string(c), x[c]);
    return data;
}

double penalised_likelihood(RidgeData const& data, std::vector<double> const& beta, double penalty) {
    double sum = 0.0;
    for (std::size_t row = 0; row < data.design.rows; ++row) {
        double eta = 0.0;
        for (std::size_t c = 0; c < beta.size(); ++c) eta += beta[c] * data.design.column(c)[row];
        sum += data.y[row] ? std::log(-std::expm1(-std::exp(eta))) : -std::exp(eta);
    }
    for (std::size_t c = 1; c < beta.size(); ++c) sum -= 0.5 * penalty * beta[c] * beta[c];
    return sum;
}

TEST(Ridge, WithoutPenaltyIsThePlainRegression) {
    RidgeData const data = ridge_data();
    Fit const plain = cloglog(data.design, data.y);
    std::vector<double> const beta = ridge_cloglog(data.design, data.y, 1, 1e-9);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(beta[c], plain.terms[c].estimate, 1e-6);
}

TEST(Ridge, IsTheTopOfThePenalisedLikelihood) {
    RidgeData const data = ridge_data();
    std::vector<double> const beta = ridge_cloglog(data.design, data.y, 1, 20.0);
    double const top = penalised_likelihood(data, beta, 20.0);
    for (std::size_t c = 0; c < 3; ++c)
        for (double const step : {-1e-3, 1e-3}) {
            std::vector<double> beside = beta;
            beside[c] += step;
            EXPECT_LT(penalised_likelihood(data, beside, 20.0), top);
        }
}

TEST(Ridge, DrawsCoefficientsToZeroButTheFreeOnes) {
    RidgeData const data = ridge_data();
    std::vector<double> const little = ridge_cloglog(data.design, data.y, 1, 1.0);
    std::vector<double> const much = ridge_cloglog(data.design, data.y, 1, 1e7);
    EXPECT_GT(little[1], 0.4);
    EXPECT_NEAR(much[1], 0.0, 1e-4);
    double share = 0.0;
    for (std::uint8_t const one : data.y) share += one / static_cast<double>(data.y.size());
    EXPECT_NEAR(much[0], std::log(-std::log1p(-share)), 1e-4);
}

TEST(Ridge, RefusesAnOutcomeThatDoesNotVary) {
    RidgeData data = ridge_data();
    std::fill(data.y.begin(), data.y.end(), std::uint8_t{0});
    EXPECT_THROW((void)ridge_cloglog(data.design, data.y, 1, 1.0), Error);
}

} // namespace
} // namespace casus::estimate
