#include "casus/replicate/placebo.hpp"

#include "casus/replicate/test_folder.hpp"
#include "casus/world/case_file/parameter_file.hpp"

namespace casus::replicate {
namespace {

class Placebos : public testing::Test {
protected:
    Scale scale_ = read_scale(shipped_cases() / "scale.csv");
    Coding first_ =
        read_coding(shipped_cases() / "first-coding.csv", "first", shipped_cases() / "coding-blank.csv", scale_);
    PaperCases read_ = read_paper_cases(shipped_cases());
    Parameters parameters_ =
        case_file::read_parameters(std::filesystem::path(CASUS_SOURCE_DIR) / "params" / "judgement.toml").parameters;
};

TEST_F(Placebos, DoNotDependOnTheCodingWhereNothingIsStated) {
    Placebo const placebo = nothing_stated(read_.cases, first_, scale_, parameters_);
    Coding other = first_;
    for (CodedCell& cell : other.cells) cell.value = 0.0;
    EXPECT_EQ(placebo.verdicts_given, nothing_stated(read_.cases, other, scale_, parameters_).verdicts_given);
    EXPECT_EQ(placebo.total(), 15U);
}

TEST_F(Placebos, LendCodingsBetweenIssuesOfAKind) {
    // Security 4 × 3, economy 6 × 5, coded in full 8 × 7 less the one choice that two cases share, both ways.
    EXPECT_EQ(codings_of_others(read_.cases, first_, parameters_).total(), 12U + 30U + 54U);
}

TEST_F(Placebos, AskOnlyOfAlliesThatThePaperDoesNotName) {
    Placebo const placebo = unnamed_allies(shipped_cases() / "placebo.csv", read_.cases, parameters_);
    EXPECT_EQ(placebo.total(), 7U * 9U);
    EXPECT_FALSE(placebo.claims);
}

TEST_F(Placebos, RefuseAnActorThatTheCaseDoesNotAssess) {
    TestFolder const folder;
    std::string const file =
        (std::filesystem::path(CASUS_SOURCE_DIR) / "cases" / "us-alliance-system-2021.toml").string();
    auto const sheet = folder.write("p.csv", "case,file,actor,issue\nA1," + file + ",RUS,security\n");
    EXPECT_THAT(folder.complaint([&] { (void)unnamed_allies(sheet, read_.cases, parameters_); }),
                testing::HasSubstr("not assessed on this issue in that case file 'RUS/security'"));
}

} // namespace
} // namespace casus::replicate
