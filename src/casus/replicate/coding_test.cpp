#include "casus/replicate/coding.hpp"

#include "casus/replicate/test_folder.hpp"

#include <cmath>

namespace casus::replicate {
namespace {

std::string const scale_sheet = "quantity,level,value,sd\n"
                                "reward,low,0.02,0.02\nreward,high,0.1,0.02\nreward,not stated,0.05,0.04\n"
                                "pressure,high,0.1,0.02\npressure,not stated,0.05,0.04\n";
std::string const blank_sheet = "case,issue,quantity,side,level,reason\n"
                                "A4,trade,reward,leader,,\nA4,trade,pressure,leader,,\nA5,trade,pressure,leader,,\n";
std::string const coded_sheet = "case,issue,quantity,side,level,reason\n"
                                "A5,trade,pressure,leader,high,section 3\n"
                                "A4,trade,reward,leader,low,section 2\n"
                                "A4,trade,pressure,leader,not stated,silent\n";

class CodingSheets : public testing::Test {
protected:
    CodingSheets() {
        // The blank sheet's empty level is no level: only its cells are read.
        blank_ = folder_.write("blank.csv", blank_sheet);
        scale_ = read_scale(folder_.write("scale.csv", scale_sheet));
    }

    [[nodiscard]] Coding read(std::string const& content, std::string coder = "first") {
        return read_coding(folder_.write("coding.csv", content), std::move(coder), blank_, scale_);
    }

    [[nodiscard]] std::string complaint(std::string content, std::string const& from, std::string const& to) {
        content.replace(content.find(from), from.size(), to);
        return folder_.complaint([&] { (void)read(content); });
    }

    TestFolder folder_;
    std::filesystem::path blank_;
    Scale scale_;
};

TEST_F(CodingSheets, TakeWordsForTheirValuesInTheOrderOfTheBlankSheet) {
    Coding const coding = read(coded_sheet);
    ASSERT_EQ(coding.cells.size(), 3U);
    EXPECT_EQ(coding.cells[0].quantity, Quantity::Reward);
    EXPECT_DOUBLE_EQ(coding.cells[0].value, 0.02);
    EXPECT_DOUBLE_EQ(coding.cells[1].value, 0.05);
    EXPECT_DOUBLE_EQ(coding.cells[1].sd, 0.04);
    EXPECT_EQ(coding.cells[2].case_code, "A5");
    EXPECT_EQ(coding.cells[2].side, Side::Leader);
}

TEST_F(CodingSheets, RefuseWhatIsNotAsked) {
    EXPECT_EQ(
        complaint(coded_sheet, "leader,low", "leader,hihg"),
        "coding.csv:3:24: not a level of this quantity 'hihg'; expected one of low, high, not stated; did you mean "
        "'high'?");
    EXPECT_EQ(complaint(coded_sheet, "section 2", ""),
              "coding.csv:3:28: coding without a reason 'A4 trade reward leader'");
    EXPECT_EQ(complaint(coded_sheet, "A4,trade,reward,leader,low,section 2\n", ""),
              "coding.csv: cell is not coded 'A4 trade reward leader'");
    EXPECT_EQ(complaint(coded_sheet, "A4,trade,reward", "A4,tarde,reward"),
              "coding.csv: cell is not coded 'A4 trade reward leader'\n"
              "coding.csv: no such cell on the blank sheet 'A4 tarde reward leader'");
    EXPECT_EQ(complaint(coded_sheet, ",leader,high", ",ledaer,high"),
              "coding.csv:2:19: unknown side 'ledaer'; expected leader, challenger or nothing; did you mean 'leader'?");
}

TEST_F(CodingSheets, PoolIntoTheMeanAndASpreadThatKnowsTheDifference) {
    Coding const first = read(coded_sheet);
    Coding second = first;
    second.cells[0].level = "high";
    second.cells[0].value = 0.1;
    Coding const pooled = pool(first, second);
    EXPECT_DOUBLE_EQ(pooled.cells[0].value, 0.06);
    EXPECT_DOUBLE_EQ(pooled.cells[0].sd, std::sqrt(0.02 * 0.02 + 0.04 * 0.04));
    EXPECT_EQ(pooled.cells[0].level, "low / high");
    EXPECT_DOUBLE_EQ(pooled.cells[2].value, 0.1);
    EXPECT_DOUBLE_EQ(pooled.cells[2].sd, 0.02);
}

TEST_F(CodingSheets, LetACaseShareAnothersCodingsButItsOwn) {
    std::vector<CodedCell> const cells = cells_of(read(coded_sheet), "A5", "A4");
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[0].quantity, Quantity::Reward);
    EXPECT_DOUBLE_EQ(cells[0].value, 0.02);
    EXPECT_EQ(cells[1].quantity, Quantity::Pressure);
    EXPECT_DOUBLE_EQ(cells[1].value, 0.1);
}

TEST_F(CodingSheets, CanBeSilencedThroughout) {
    for (CodedCell const& cell : unstated(read(coded_sheet), scale_).cells) EXPECT_DOUBLE_EQ(cell.value, 0.05);
}

TEST_F(CodingSheets, NeedAScaleInRange) {
    auto const complain = [&](std::string_view content) {
        return folder_.complaint([&] { (void)read_scale(folder_.write("scale.csv", content)); });
    };
    EXPECT_EQ(complain("quantity,level,value,sd\nreward,low,-1,0\n"),
              "scale.csv:2:12: reward is out of range '-1'; expected a number from 0 to inf");
    EXPECT_EQ(complain("quantity,level,value,sd\nreward,low,0,0\n"), "scale.csv: reward has no level 'not stated'");
    EXPECT_EQ(complain("quantity,level,value\nreward,low,0\n"), "scale.csv:1: column 'sd' must be there once");
}

} // namespace
} // namespace casus::replicate
