// Codes converted down a CSV file: the rows as they were, one column more, and a reason for each without a match.
#include "casus/data/codes/convert_codes.hpp"

#include <gtest/gtest.h>

namespace casus::data {
namespace {

CodeConversion to_iso3() {
    return {.from = StateCode::Cow, .to = StateCode::Iso3, .column = "ccode", .year_column = "year", .year = {}};
}

Content file(std::string bytes) { return content_of("f.csv", std::move(bytes)); }

std::string refusal(std::string const& csv, CodeConversion const& conversion) {
    try {
        return convert_codes(file(csv), conversion).csv;
    } catch (Error const& error) { return error.what(); }
}

TEST(ConvertCodes, AddsAColumnAndKeepsTheOthersAsTheyWere) {
    ConvertedRows const converted = convert_codes(file("\xEF\xBB\xBF"
                                                       "ccode,year,note\r\n365,1990,\"a, b\"\r\n365,1992,\r\n"),
                                                  to_iso3());
    EXPECT_EQ(converted.csv, "ccode,year,note,iso3\n365,1990,\"a, b\",SUN\n365,1992,,RUS\n");
    EXPECT_EQ(converted.rows, 2U);
    EXPECT_EQ(converted.added_column, "iso3");
    EXPECT_TRUE(converted.unmatched.empty());
}

TEST(ConvertCodes, DoesNotHideAColumnOfTheSameName) {
    ConvertedRows const converted = convert_codes(file("iso3,ccode,year\nx,2,1990\n"), to_iso3());
    EXPECT_EQ(converted.csv, "iso3,ccode,year,ccode_iso3\nx,2,1990,USA\n");
}

TEST(ConvertCodes, ReportsEachCodeAndYearOnceAndTellsMissingFromUnmatched) {
    ConvertedRows const converted =
        convert_codes(file("ccode,year\n240,1850\n240,1850\nNA,1850\n,1850\n2,x\n9999,1990\n"), to_iso3());
    EXPECT_EQ(converted.csv, "ccode,year,iso3\n240,1850,NA\n240,1850,NA\nNA,1850,NA\n,1850,NA\n2,x,NA\n9999,1990,NA\n");
    EXPECT_EQ(converted.without_code, 2U);
    EXPECT_EQ(converted.unmatched_rows(), 4U);
    ASSERT_EQ(converted.unmatched.size(), 3U);
    EXPECT_EQ(converted.unmatched[0].rows, 2U);
    EXPECT_EQ(render(converted.unmatched[0].problem, Language::English),
              "f.csv:2:1: Hanover (COW 240) has no ISO 3166 alpha-3 code in 1850");
    EXPECT_EQ(render(converted.unmatched[1].problem, Language::English),
              "f.csv:6:3: not a year 'x'; expected a year such as 1990");
    EXPECT_EQ(render(converted.unmatched[2].problem, Language::Chinese),
              "f.csv:7:1: 没有国家使用这一 COW 数字代码“9999”");
}

TEST(ConvertCodes, TakesOneYearForAllRowsAndNamesInChinese) {
    CodeConversion conversion = to_iso3();
    conversion.to = StateCode::Name;
    conversion.year = Year(1960);
    conversion.language = Language::Chinese;
    EXPECT_EQ(convert_codes(file("ccode\n365\n"), conversion).csv, "ccode,name\n365,苏联\n");
}

TEST(ConvertCodes, RefusesFilesThatItCannotRead) {
    EXPECT_EQ(refusal("code,year\n2,1990\n", to_iso3()),
              "f.csv:1: no such column 'ccode'; expected one of code, year; did you mean 'code'?");
    EXPECT_EQ(refusal("ccode,year\n2,1990,3\n", to_iso3()),
              "f.csv:2: a row of another length than the header '3'; expected 2 fields");
    EXPECT_EQ(refusal("", to_iso3()), "f.csv: the file is empty");
}

TEST(ConvertCodes, TakesNaForNamibiaWhereCodesHaveTwoLetters) {
    CodeConversion from_iso2 = to_iso3();
    from_iso2.from = StateCode::Iso2;
    EXPECT_EQ(convert_codes(file("ccode,year\nNA,2000\n,2000\n"), from_iso2).csv,
              "ccode,year,iso3\nNA,2000,NAM\n,2000,NA\n");
}

TEST(ConvertCodes, ReadsOtherSeparatorsAndEncodings) {
    CodeConversion by_name = to_iso3();
    by_name.from = StateCode::Name;
    by_name.column = "state";
    EXPECT_EQ(convert_codes(file("state;year\nC\xf4te d\x92Ivoire;1990\n"), by_name).csv,
              "state,year,iso3\nCôte d’Ivoire,1990,CIV\n");
}

} // namespace
} // namespace casus::data
