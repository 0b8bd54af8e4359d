#include "casus/replicate/paper_case.hpp"

#include "casus/replicate/test_folder.hpp"

#include <algorithm>
#include <cmath>

namespace casus::replicate {
namespace {

TEST(PaperCases, RefuseAnUnknownExpectedWord) {
    TestFolder const folder;
    folder.write("cases.csv", "case,expected,as,claim,claim_zh\nA1,folow,,joins,加入\n");
    EXPECT_EQ(folder.complaint([&] { (void)read_paper_cases(folder.path()); }),
              "cases.csv:2:4: unknown stance 'folow'; expected follow, hedge or deviate; did you mean 'follow'?");
}

TEST(PaperCases, RefuseToBeCodedAsACaseThatIsNotThere) {
    TestFolder const folder;
    folder.write("cases.csv", "case,expected,as,claim,claim_zh\nA5,follow,A4,joins,加入\n");
    EXPECT_EQ(folder.complaint([&] { (void)read_paper_cases(folder.path()); }),
              "cases.csv:2:11: no case above has this code 'A4'");
}

Coding shipped_pooled(Scale const& scale) {
    std::filesystem::path const folder = shipped_cases();
    return pool(read_coding(folder / "first-coding.csv", "first", folder / "coding-blank.csv", scale),
                read_coding(folder / "second-coding.csv", "second", folder / "coding-blank.csv", scale));
}

/// `casus assess cases/alienation/A1.toml` must show what `casus replicate` judges.
TEST(PaperCases, HaveSheetsThatSayWhatBothCodingsPooledSay) {
    Scale const scale = read_scale(shipped_cases() / "scale.csv");
    Coding const pooled = shipped_pooled(scale);
    PaperCases const read = read_paper_cases(shipped_cases());
    ASSERT_EQ(read.cases.size(), 15U);
    for (PaperCase const& each : read.cases) {
        WorldBuilder alone = each.builder;
        World const sheet = alone.build();
        World const coded = coded_world(each, pooled);
        for (QuantityInfo const& q : all_quantities())
            for (std::size_t n = 0; n < sheet.values(q.quantity).size(); ++n) {
                double const value = sheet.value(q.quantity, n);
                if (std::isnan(value) && std::isnan(coded.value(q.quantity, n))) continue;
                EXPECT_NEAR(value, coded.value(q.quantity, n), 1e-12) << each.code << ' ' << q.key;
                EXPECT_NEAR(sheet.sd(q.quantity, n), coded.sd(q.quantity, n), 1e-12) << each.code << ' ' << q.key;
            }
    }
}

TEST(PaperCases, ExpectWhatThePaperDecides) {
    std::string words;
    for (PaperCase const& each : read_paper_cases(shipped_cases()).cases)
        words += each.code + ' ' + std::string(key(each.expected)) + '\n';
    EXPECT_EQ(words, "A1 follow\nA2 deviate\nA3 deviate\nA4 deviate\nA5 follow\nA6 deviate\nA7 deviate\nA8 follow\n"
                     "A9 deviate\nA10 follow\nA11 deviate\nA12 deviate\nA13 deviate\nA14 hedge\nA15 hedge\n");
}

} // namespace
} // namespace casus::replicate
