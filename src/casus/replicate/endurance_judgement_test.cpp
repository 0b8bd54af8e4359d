#include "casus/replicate/endurance_judgement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace casus::replicate {

namespace {

namespace fs = std::filesystem;

/// ln λ = −4 + 0.5 (war − 0.2) − 1 (institution − 0.5), estimates without error.
endurance::Model exact_model() {
    endurance::Model model;
    model.age = {{endurance::AgeFunction::One, -4.0, 0.0}};
    model.terms = {{.name = "war", .label = {}, .claim = {}, .centre = 0.2, .estimate = 0.5},
                   {.name = "institution", .label = {}, .claim = {}, .centre = 0.5, .estimate = -1.0}};
    model.covariance.assign(9, 0.0);
    return model;
}

endurance::Alliance alliance_of(std::string code, std::optional<double> war, std::optional<double> institution) {
    auto const value = [](std::optional<double> x) {
        return x ? std::optional(endurance::TermValue{*x, *x, *x}) : std::nullopt;
    };
    endurance::Alliance alliance;
    alliance.code = std::move(code);
    alliance.terms = {value(war), value(institution)};
    return alliance;
}

/// "1" was at peace in 1970, is at war in 1980; "2" is new in 1980, and nothing is known of its institutions.
std::vector<endurance::Alliance> in_year(int year, Population) {
    if (year == 1970) return {alliance_of("1", 0.0, 1.0)};
    return {alliance_of("1", 1.0, 1.0), alliance_of("2", 0.0, std::nullopt)};
}

EnduranceClaim claim_of(ClaimMeasure measure, std::string alliance = "1") {
    return {
        .id = "X", .paper_case = "X", .measure = measure, .alliance = std::move(alliance), .year = 1980, .claim = {}};
}

JudgedClaim judged(EnduranceClaim const& claim) {
    endurance::Model const model = exact_model();
    endurance::CoefficientDraws const draws(model, {.seed = 1, .draws = 20});
    return judge({claim}, model, draws, in_year).front();
}

TEST(EnduranceJudgement, RisingIsAgainstTenYearsBefore) {
    JudgedClaim const result = judged(claim_of(ClaimMeasure::Rising));
    EXPECT_NEAR(result.value.value().value, 0.5, 1e-12);
    EXPECT_TRUE(result.holds);
    EXPECT_TRUE(result.clear);
    EXPECT_EQ(result.of_all, 1.0); // the other was not there ten years before
}

TEST(EnduranceJudgement, AboveIsAgainstTheAverageOfItsAge) {
    JudgedClaim const result = judged(claim_of(ClaimMeasure::Above));
    EXPECT_NEAR(result.value.value().value, 0.5 * 0.8 - 0.5, 1e-12);
    EXPECT_FALSE(result.holds);
    EXPECT_EQ(result.of_all, 0.0);
}

TEST(EnduranceJudgement, StandingTenYearsIsTheGeometricProbability) {
    JudgedClaim const result = judged(claim_of(ClaimMeasure::Stands));
    EXPECT_NEAR(result.value.value().value, std::exp(-10.0 * std::exp(-4.0 + 0.4 - 0.5)), 1e-12);
    EXPECT_NEAR(result.value.value().interval.low, result.value.value().value, 1e-12);
    EXPECT_TRUE(result.holds);
    EXPECT_EQ(result.of_all, 1.0);
}

TEST(EnduranceJudgement, TermsAndChangesGoByTheExpectedSign) {
    EnduranceClaim claim = claim_of(ClaimMeasure::Term);
    claim.term = "institution";
    claim.expected = -1;
    JudgedClaim const term = judged(claim);
    EXPECT_NEAR(term.value.value().value, -0.5, 1e-12);
    EXPECT_TRUE(term.holds);
    EXPECT_EQ(term.of_all, 1.0); // of the one of which it is known
    claim.measure = ClaimMeasure::Change;
    claim.change = -1.0;
    JudgedClaim const change = judged(claim);
    EXPECT_NEAR(change.value.value().value, 1.0, 1e-12);
    EXPECT_FALSE(change.holds);
    EXPECT_FALSE(change.of_all);
}

TEST(EnduranceJudgement, SaysWhyItDoesNotJudge) {
    EXPECT_EQ(judged(claim_of(ClaimMeasure::None)).why_not.en, "no term for it");
    EXPECT_EQ(judged(claim_of(ClaimMeasure::Above, "3")).why_not.en, "not in force in that year");
    EXPECT_EQ(judged(claim_of(ClaimMeasure::Rising, "2")).why_not.en, "nothing is known of it");
    EnduranceClaim claim = claim_of(ClaimMeasure::Term);
    claim.term = "weather";
    EXPECT_EQ(judged(claim).why_not.en, "the model has no term weather");
}

class ClaimSheet : public testing::Test {
protected:
    fs::path folder = fs::path(testing::TempDir()) / "casus-claims";

    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }

    [[nodiscard]] std::string complaint(std::string const& row) const {
        std::ofstream(folder / "claims.csv") << "id,case,measure,alliance,year,term,change,expected,claim,claim_zh\n"
                                             << row << '\n';
        try {
            (void)read_endurance_claims(folder);
        } catch (Error const& error) {
            return error.problems().front().what.en + ": " + error.problems().front().found;
        }
        return {};
    }
};

TEST_F(ClaimSheet, IsReadOrRefusedByTheCell) {
    EXPECT_EQ(complaint("a,E1,change,3180,1997,size,0.17,higher,x,y"), "");
    EnduranceClaim const claim = read_endurance_claims(folder).list.front();
    EXPECT_EQ(claim.measure, ClaimMeasure::Change);
    EXPECT_EQ(claim.change, 0.17);
    EXPECT_EQ(claim.claim.zh, "y");
    EXPECT_EQ(complaint("a,E1,stand,3180,1997,,,yes,x,y"), "unknown measure: stand");
    EXPECT_EQ(complaint("a,E1,stands,3180,1997,,,higher,x,y"), "unknown expectation: higher");
    EXPECT_EQ(complaint("a,E1,term,3180,1997,size,,yes,x,y"), "unknown expectation: yes");
    EXPECT_EQ(complaint("a,E1,stands,3180,97,,,yes,x,y"), "not a year: 97");
    EXPECT_EQ(complaint("a,E1,change,3180,1997,size,,higher,x,y"), "not a number: ");
    EXPECT_EQ(complaint("a,E1,none,,1997,,,,x,y"), "empty cell: ");
    EXPECT_EQ(complaint("a,E1,term,3180,1997,,,lower,x,y"), "empty cell: ");
    EXPECT_EQ(complaint(""), "no claims: ");
    EXPECT_EQ(complaint("a,E1,none,3180,1997,,,,x,y\na,E1,none,3180,1997,,,,x,y"), "claim given twice: a");
}

} // namespace

} // namespace casus::replicate
