#include "casus/replicate/agreement.hpp"

#include <gtest/gtest.h>

namespace casus::replicate {
namespace {

void add(std::vector<CodedPair>& pairs, int times, double a, double b) {
    for (int n = 0; n < times; ++n) pairs.push_back({std::to_string(a), std::to_string(b), a, b});
}

TEST(Agreement, IsCohensKappa) {
    // 20 both yes, 5 first alone, 10 second alone, 15 both no: observed 0.7, chance ½·0.6 + ½·0.4 = 0.5, κ = 0.4.
    std::vector<CodedPair> pairs;
    add(pairs, 20, 1, 1);
    add(pairs, 5, 1, 0);
    add(pairs, 10, 0, 1);
    add(pairs, 15, 0, 0);
    Agreement const result = agreement(pairs);
    EXPECT_EQ(result.cells, 50U);
    EXPECT_NEAR(result.observed, 0.7, 1e-12);
    EXPECT_NEAR(result.chance, 0.5, 1e-12);
    EXPECT_NEAR(result.kappa().value(), 0.4, 1e-12);
    // With two words there is only one distance, and weights change nothing.
    EXPECT_NEAR(result.weighted_kappa().value(), 0.4, 1e-12);
}

TEST(Agreement, WeighsNearMissesLessThanFarOnes) {
    // Words 0, 1, 2; margins (1, 1, 1) and (1, 1, 1) of three. Cells: (0,0), (1,2), (2,1).
    std::vector<CodedPair> near;
    add(near, 1, 0, 0);
    add(near, 1, 1, 2);
    add(near, 1, 2, 1);
    // κ = (1/3 − 1/3)/(2/3) = 0; distance 2/3, by chance 8/9: weighted 1 − 3/4.
    EXPECT_NEAR(agreement(near).kappa().value(), 0.0, 1e-12);
    EXPECT_NEAR(agreement(near).weighted_kappa().value(), 0.25, 1e-12);
    std::vector<CodedPair> far;
    add(far, 1, 0, 2);
    add(far, 1, 1, 1);
    add(far, 1, 2, 0);
    // The same κ, but the distance is 4/3: weighted 1 − 3/2.
    EXPECT_NEAR(agreement(far).kappa().value(), 0.0, 1e-12);
    EXPECT_NEAR(agreement(far).weighted_kappa().value(), -0.5, 1e-12);
}

TEST(Agreement, IsUndefinedWhereBothUseOneWord) {
    std::vector<CodedPair> pairs;
    add(pairs, 7, 1, 1);
    EXPECT_EQ(agreement(pairs).kappa(), std::nullopt);
    EXPECT_EQ(agreement(pairs).weighted_kappa(), std::nullopt);
}

CodedCell cell(Quantity quantity, std::string level, double value) {
    return {.case_code = "A1",
            .issue = "trade",
            .quantity = quantity,
            .level = std::move(level),
            .reason = {},
            .value = value};
}

TEST(Agreement, OverAllReckonsChanceWithinEachQuantity) {
    Scale const scale{{Quantity::Reward, {{"none", 0.0, 0.0}, {"high", 0.1, 0.0}}},
                      {Quantity::Membership, {{"none", 0.0, 0.0}, {"high", 1.0, 0.0}}}};
    Coding const first{"first",
                       {cell(Quantity::Reward, "high", 0.1), cell(Quantity::Reward, "none", 0.0),
                        cell(Quantity::Membership, "high", 1.0), cell(Quantity::Membership, "none", 0.0)}};
    Coding second = first;
    second.coder = "second";
    second.cells[3] = cell(Quantity::Membership, "high", 1.0);
    CoderAgreement const result = agreement_of(first, second, scale);
    ASSERT_EQ(result.quantities.size(), 2U);
    EXPECT_NEAR(result.quantities[0].agreement.kappa().value(), 1.0, 1e-12);
    EXPECT_NEAR(result.quantities[1].agreement.kappa().value(), 0.0, 1e-12);
    // Observed 3/4, chance ½ in both: κ = ½. Distances in units of the scale: ¼ seen, ½ by chance.
    EXPECT_NEAR(result.all.kappa().value(), 0.5, 1e-12);
    EXPECT_NEAR(result.all.weighted_kappa().value(), 0.5, 1e-12);
}

} // namespace
} // namespace casus::replicate
