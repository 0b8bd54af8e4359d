#include "casus/replicate/comparison.hpp"

#include "casus/replicate/test_folder.hpp"
#include "casus/world/case_file/parameter_file.hpp"

namespace casus::replicate {
namespace {

class ComparisonSheet : public testing::Test {
protected:
    [[nodiscard]] std::vector<Comparison> run(std::string const& rows) {
        std::filesystem::path const root = CASUS_SOURCE_DIR;
        Parameters const parameters = case_file::read_parameters(root / "params" / "judgement.toml").parameters;
        std::filesystem::path const sheet =
            folder_.write("c.csv", "case,file,from,to,measure,expected,counted,claim,claim_zh\n" + rows);
        return compare(sheet, parameters, {.seed = 3, .draws = 20, .threads = 1}).comparisons;
    }

    /// "A16,/…/us-alliance-system-2021.toml,rest".
    [[nodiscard]] static std::string row(std::string const& rest) {
        return "A16," + (std::filesystem::path(CASUS_SOURCE_DIR) / "cases" / "us-alliance-system-2021.toml").string() +
               "," + rest + "\n";
    }

    TestFolder folder_;
};

TEST_F(ComparisonSheet, MovesAsTheFormulaMust) {
    auto const results =
        run(row(",ally.reward=+0.05,follow,rises,yes,more,多") + row(",ally.reward=*0.5,follow,rises,no,,"));
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].computed, Direction::Rises);
    EXPECT_GT(results[0].after, results[0].before);
    EXPECT_EQ(results[0].allies_as_expected, results[0].allies);
    EXPECT_DOUBLE_EQ(results[0].probability, 1.0);
    EXPECT_TRUE(results[0].counted);
    EXPECT_EQ(results[1].computed, Direction::Falls);
    EXPECT_EQ(results[1].allies_as_expected, 0U);
    EXPECT_DOUBLE_EQ(results[1].probability, 0.0);
    EXPECT_FALSE(results[1].counted);
}

TEST_F(ComparisonSheet, StaysWhereNothingThatCountsIsChanged) {
    auto const results =
        run(row("declining,declining,follow,rises,yes,,") + row(",hegemon.budget=0.5,regroup,falls,yes,,"));
    EXPECT_EQ(results[0].computed, Direction::Stays);
    EXPECT_DOUBLE_EQ(results[0].probability, 0.0);
    EXPECT_EQ(results[1].computed, Direction::Stays);
}

TEST_F(ComparisonSheet, RefusesWhatItDoesNotKnow) {
    EXPECT_THAT(folder_.complaint([&] { (void)run(row(",declinign,follow,rises,yes,,")); }),
                testing::HasSubstr("no such scenario in the case 'declinign'; expected the code of a scenario, or "
                                   "PATH=VALUE; did you mean 'declining'?"));
    EXPECT_THAT(folder_.complaint([&] { (void)run(row(",declining,follow,grows,yes,,")); }),
                testing::HasSubstr("unknown word 'grows'; expected rises or falls"));
    EXPECT_THAT(folder_.complaint([&] { (void)run(row(",ally.rewrad=1,follow,rises,yes,,")); }),
                testing::HasSubstr("c.csv:2:"));
}

} // namespace
} // namespace casus::replicate
