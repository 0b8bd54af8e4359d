#include "casus/replicate/dilemma_judgement.hpp"

#include "casus/replicate/test_folder.hpp"
#include "casus/world/case_file/case_file.hpp"
#include "casus/world/case_file/parameter_file.hpp"

namespace casus::replicate {
namespace {

TEST(RiskDecision, AnIntervalAboveTheOtherDominates) {
    using enum RiskWord;
    auto const decide = [](double a, Interval of_a, double e, Interval of_e) {
        return decide_risk(RiskMeasure::Dominates, {a, e, of_a, of_e, 0.5});
    };
    EXPECT_EQ(decide(0.4, {0.3, 0.5}, 0.1, {0.0, 0.2}), Abandonment);
    EXPECT_EQ(decide(0.1, {0.0, 0.2}, 0.4, {0.3, 0.5}), Entrapment);
    EXPECT_EQ(decide(0.4, {0.1, 0.5}, 0.1, {0.0, 0.2}), Both);
    EXPECT_EQ(decide(0.4, {0.1, 0.5}, 0.04, {0.0, 0.2}), Neither);
    EXPECT_EQ(decide(0.05, {0.0, 0.5}, 0.05, {0.0, 0.5}), Both);
    EXPECT_EQ(decide(0.2, {0.2, 0.2}, 0.2, {0.2, 0.2}), Both);
}

TEST(RiskDecision, ChangesGoBySignAndAreClearWithoutZero) {
    RiskValue value{.first = 0.01, .second = 0.0, .first_interval = {-0.01, 0.02}, .second_interval = {}, .share = 0.8};
    EXPECT_EQ(decide_risk(RiskMeasure::Tilt, value), RiskWord::Rises);
    EXPECT_FALSE(is_clear(RiskMeasure::Tilt, value));
    value.first_interval.low = 0.001;
    EXPECT_TRUE(is_clear(RiskMeasure::Tilt, value));
    value.first = -0.01;
    EXPECT_EQ(decide_risk(RiskMeasure::Entrapment, value), RiskWord::Falls);
    value.first = 0.0004;
    EXPECT_EQ(decide_risk(RiskMeasure::Abandonment, value), RiskWord::Stays);
}

std::string const claim_head = "id,case,holder,partner,rival,measure,year,against,place,claim,claim_zh\n";
std::filesystem::path const source_root = CASUS_SOURCE_DIR;

class DilemmaCases : public testing::Test {
protected:
    TestFolder folder_;

    /// Claims of these rows, all coded with the first word that goes with them, and a year 2030 with these changes.
    [[nodiscard]] DilemmaClaims read(std::string const& rows, std::string const& coding,
                                     std::string const& changes = "") const {
        (void)folder_.write("claims.csv", claim_head + rows);
        (void)folder_.write("first-coding.csv", "id,word,reason\n" + coding);
        (void)folder_.write("second-coding.csv", "id,word,reason\n" + coding);
        std::filesystem::path const years = folder_.write("years.csv", "year,path,value,reason\n" + changes);
        return read_dilemma_claims(years.parent_path());
    }
    [[nodiscard]] static DilemmaReplication judge(DilemmaClaims const& claims, std::size_t threads = 1) {
        static case_file::Case const shipped =
            case_file::read_case(source_root / "cases" / "us-alliance-system-2021.toml");
        static Parameters const parameters =
            case_file::read_parameters(source_root / "params" / "judgement.toml").parameters;
        return judge_dilemma(claims, shipped.base, parameters, {.seed = 1, .draws = 40, .threads = threads});
    }
};

TEST_F(DilemmaCases, ALargerPromiseRelievesAbandonment) {
    DilemmaClaims const claims = read("a,X,JPN,USA,CHN,abandonment,2030,2021,,c,\nb,X,JPN,USA,CHN,tilt,2030,2021,,c,\n",
                                      "a,falls,\nb,rises,\n", "2030,ally[JPN].commitment,1,why\n");
    DilemmaReplication const result = judge(claims);
    EXPECT_EQ(result.judged[0].computed, RiskWord::Falls);
    EXPECT_EQ(result.judged[0].value.share, 0.0);
    EXPECT_EQ(result.judged[1].computed, RiskWord::Falls);
    EXPECT_EQ(result.judged[0].placebo_first, 0.0); // others' promises did not change; κ falls, if anything
    EXPECT_GE(result.judged[0].placebos, 3U);
}

TEST_F(DilemmaCases, HoldersEnterByTheirMeanAndTheLeaderHasNoPlacebo) {
    DilemmaClaims const claims = read("p,X,POL,USA,RUS,dominates,2021,,,c,\ne,X,EST,USA,RUS,dominates,2021,,,c,\n"
                                      "m,X,POL EST,USA,RUS,dominates,2021,,,c,\nh,X,USA,NATO,all,dominates,2021,,,c,\n",
                                      "p,both,\ne,both,\nm,both,\nh,both,\n");
    DilemmaReplication const result = judge(claims);
    auto const& judged = result.judged;
    EXPECT_NEAR(judged[2].value.first, (judged[0].value.first + judged[1].value.first) / 2.0, 1e-12);
    EXPECT_NEAR(judged[2].value.second, (judged[0].value.second + judged[1].value.second) / 2.0, 1e-12);
    EXPECT_FALSE(judged[3].placebo_first);
    EXPECT_GT(judged[3].value.first, 0.0);
    EXPECT_FALSE(result.coders_changes);
    EXPECT_EQ(result.coders.cells, 4U);
}

TEST_F(DilemmaCases, ThreadsDoNotMatter) {
    DilemmaClaims const claims = read("p,X,POL,USA,RUS,dominates,2021,,,c,\n", "p,both,\n");
    DilemmaReplication const one = judge(claims, 1);
    DilemmaReplication const two = judge(claims, 2);
    EXPECT_EQ(one.judged[0].value.first_interval.low, two.judged[0].value.first_interval.low);
    EXPECT_EQ(one.judged[0].value.share, two.judged[0].value.share);
}

TEST_F(DilemmaCases, RefusesWhatTheCaseDoesNotKnow) {
    auto const complaint = [&](std::string const& row, std::string const& coding) {
        return folder_.complaint([&] { (void)judge(read(row, coding)); });
    };
    EXPECT_THAT(complaint("a,X,JPM,USA,CHN,dominates,2021,,,c,\n", "a,both,\n"),
                testing::HasSubstr("no member of the alliance system 'JPM'"));
    EXPECT_THAT(complaint("a,X,JPN,KOR,CHN,dominates,2021,,,c,\n", "a,both,\n"),
                testing::HasSubstr("one end of the tie must be the leader 'KOR'"));
    EXPECT_THAT(complaint("a,X,JPN,USA,IRN,dominates,2021,,,c,\n", "a,both,\n"), testing::HasSubstr("rival"));
    EXPECT_THAT(complaint("a,X,JPN,USA,CHN,dominates,2019,,,c,\n", "a,both,\n"),
                testing::HasSubstr("nobody codes this year '2019'; expected 2021"));
}

TEST_F(DilemmaCases, RefusesSheetsThatDoNotFit) {
    auto const complaint = [&](std::string const& row, std::string const& coding) {
        return folder_.complaint([&] { (void)read(row, coding); });
    };
    std::string const good = "a,X,JPN,USA,CHN,dominates,2021,,,c,\n";
    EXPECT_THAT(complaint("a,X,JPN,USA,CHN,dominate,2021,,,c,\n", "a,both,\n"),
                testing::HasSubstr("unknown measure 'dominate'"));
    EXPECT_THAT(complaint(good, "a,rises,\n"), testing::HasSubstr("unknown word 'rises'"));
    EXPECT_THAT(complaint(good, "a,both,\na,both,\n"), testing::HasSubstr("claim coded twice 'a'"));
    EXPECT_THAT(complaint(good, "b,both,\n"), testing::HasSubstr("unknown claim 'b'"));
    EXPECT_THAT(complaint(good, ""), testing::HasSubstr("claim not coded 'a'"));
    EXPECT_THAT(complaint(good + good, "a,both,\n"), testing::HasSubstr("claim given twice 'a'"));
    EXPECT_THAT(complaint("a,X,JPN,USA,CHN,tilt,2021,2021,,c,\n", "a,rises,\n"),
                testing::HasSubstr("the earlier year is not earlier '2021'"));
    EXPECT_THAT(complaint("a,X,JPN,USA,CHN,dominates,2021,2015,,c,\n", "a,both,\n"),
                testing::HasSubstr("dominates is about one year '2015'"));
    EXPECT_THAT(complaint("", ""), testing::HasSubstr("no claims"));
}

TEST(DilemmaShipped, EveryClaimIsAboutWhatTheCaseKnows) {
    DilemmaClaims const claims = read_dilemma_claims(source_root / "cases" / "dilemma");
    EXPECT_EQ(claims.list.size(), 22U);
    ASSERT_EQ(claims.years.size(), 2U);
    EXPECT_EQ(claims.years.front().year, 2015);
    case_file::Case const shipped = case_file::read_case(source_root / "cases" / "us-alliance-system-2021.toml");
    Parameters const parameters = case_file::read_parameters(source_root / "params" / "judgement.toml").parameters;
    DilemmaReplication const result =
        judge_dilemma(claims, shipped.base, parameters, {.seed = 1, .draws = 5, .threads = 1});
    for (JudgedRisk const& each : result.judged) {
        if (each.claim.measure != RiskMeasure::Dominates) continue;
        EXPECT_GE(each.value.first, 0.0);
        EXPECT_LE(each.value.first, 1.0);
    }
}

} // namespace
} // namespace casus::replicate
