#include "casus/data/files/rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace casus::data {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Content content_of(std::string_view bytes) { return {.name = "t.csv", .bytes = std::string(bytes), .sha256 = {}}; }

/// The header and the rows after it.
Texts texts(std::string_view bytes, int skip = 0) {
    Content const content = content_of(bytes);
    auto const rows = open_rows(content, skip);
    Texts all{rows->header()};
    while (rows->next()) all.emplace_back(rows->cells().begin(), rows->cells().end());
    return all;
}

std::string message(std::string_view bytes, Language language = Language::English, int skip = 0) {
    try {
        (void)texts(bytes, skip);
    } catch (Error const& error) { return render(error.problems().at(0), language); }
    return "no error";
}

TEST(Rows, TellsTheSeparatorFromTheHeader) {
    Texts const expected{{"a", "b", "c"}, {"1", "2", "3"}};
    EXPECT_EQ(texts("a,b,c\n1,2,3\n"), expected);
    EXPECT_EQ(texts("a;b;c\n1;2;3\n"), expected);
    EXPECT_EQ(texts("a\tb\tc\n1\t2\t3\n"), expected);
    EXPECT_EQ(texts("\"a;b\",\"c;d\"\n1;2,3\n"), (Texts{{"a;b", "c;d"}, {"1;2", "3"}}));
    EXPECT_EQ(texts("a\n1\n"), (Texts{{"a"}, {"1"}}));
}

TEST(Rows, TrimsCellsOutsideQuotes) {
    EXPECT_EQ(texts(" a , b\n , x y \n\" q \",\t2\t\n"), (Texts{{"a", "b"}, {"", "x y"}, {" q ", "2"}}));
    EXPECT_EQ(texts("a,b\n \"x,y\" ,2\n"), (Texts{{"a", "b"}, {"x,y", "2"}}));
}

TEST(Rows, AcceptsEveryLineEndBlankLinesAndNoneAtTheEnd) {
    Texts const expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
    EXPECT_EQ(texts("\xef\xbb\xbf"
                    "a,b\r\n1,2\r\n\r\n3,4"),
              expected);
    EXPECT_EQ(texts("a,b\r1,2\r \r3,4\r"), expected);
    EXPECT_EQ(texts("\n\na,b\n1,2\n\t\n3,4\n\n"), expected);
}

TEST(Rows, DecodesWindows1252WhereItIsNotUtf8) {
    EXPECT_EQ(texts("a,b\nC\xf4te d\x92Ivoire,\x80\n"), (Texts{{"a", "b"}, {"Côte d’Ivoire", "€"}}));
    EXPECT_EQ(texts("a,b\nCôte,€\n"), (Texts{{"a", "b"}, {"Côte", "€"}}));
    EXPECT_EQ(texts("a,b\n\"\xe9 \"\"\xe8\"\"\",1\n"), (Texts{{"a", "b"}, {"é \"è\"", "1"}}));
}

TEST(Rows, PassesOverLinesBeforeTheHeader) {
    EXPECT_EQ(texts("Source \"x\r\n\r\na,b\r\n1,2\r\n", 2), (Texts{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(message("x\n\na,b\n1,\"2\n", Language::English, 2),
              "t.csv:4:3: a quote that is not closed; expected a second \" before the end of the file");
}

TEST(Rows, KeepsTheLengthThatARowHas) {
    EXPECT_EQ(texts("a,b\n1\n1,2,3\n"), (Texts{{"a", "b"}, {"1"}, {"1", "2", "3"}}));
}

TEST(Rows, KnowsPlaces) {
    Content const content = content_of("a,b\n\"x\ny\", é,z\n");
    auto const rows = open_rows(content);
    ASSERT_TRUE(rows->next());
    EXPECT_EQ(rows->place(0).line, 2);
    EXPECT_EQ(rows->place(2).line, 3);
    EXPECT_EQ(rows->place(2).column, 7);
    EXPECT_EQ(rows->place(1).column, 5);
    EXPECT_EQ(rows->place(3).column, 8); // none there: the end of the row
}

TEST(Rows, RefusesWhatIsNoTable) {
    using namespace std::string_view_literals;
    EXPECT_EQ(message(""), "t.csv: the file is empty");
    EXPECT_EQ(message("\xef\xbb\xbf\r\n \n"), "t.csv: the file is empty");
    EXPECT_EQ(message("a,b\n", Language::Chinese), "t.csv: 只有表头，没有数据行；应为表头之后有数据行");
    EXPECT_EQ(message("a,b\n\n  \n"), "t.csv: a header and no rows; expected a row after the header");
    EXPECT_EQ(message("a,b\n1,2\0\n"sv), "t.csv:2:4: NUL byte; expected text in UTF-8");
    EXPECT_EQ(message("PQ\x03\x04xxxx\n1\n"), "t.csv:1:3: control character (byte 0x03); expected text in UTF-8");
    EXPECT_EQ(texts("a,b\n1\b,\"2\x1b\"\n"), (Texts{{"a", "b"}, {"1\b", "2\x1b"}})); // slips of a keyboard
    EXPECT_EQ(message("a,b,\"a\"\n1,2,3\n"), "t.csv:1:5: a column twice 'a'; expected each column once");
    EXPECT_EQ(texts("nato,NATO\n1,2\n"), (Texts{{"nato", "NATO"}, {"1", "2"}}));
    EXPECT_EQ(texts("a,,\n1,2,3\n"), (Texts{{"a", "", ""}, {"1", "2", "3"}})); // unnamed ones may repeat
    EXPECT_EQ(message("a;b\n\"x\"y;2\n"),
              "t.csv:2:4: text after a closing quote 'y'; expected a semicolon or the end of "
              "the line (a quote inside quotes is written twice)");
}

TEST(Rows, SaysWhatAFileOfAnotherProgramIs) {
    EXPECT_EQ(message("PK\x03\x04\x14"), "t.csv: an Excel workbook or another zip archive; expected CSV in UTF-8 or "
                                         "Windows-1252, or a .dta file: export it as one of these");
    EXPECT_THAT(message("\xff\xfe"
                        "a"),
                testing::HasSubstr("text in UTF-16"));
    EXPECT_THAT(message("$FL2@(#)", Language::Chinese), testing::HasSubstr("SPSS"));
    EXPECT_EQ(texts("X\n1\n"), (Texts{{"X"}, {"1"}})); // a column of R's, and no file of R
}

TEST(Rows, RefusesALineBeyondAllMeasure) {
    std::string const letters(std::size_t{65} << 20, 'x');
    EXPECT_EQ(message(letters), "t.csv:1:1: a line longer than 64 MiB; expected rows, each on a line");
    EXPECT_EQ(message("a,b\n1,\"" + letters + "\"\n"),
              "t.csv:2:1: a line longer than 64 MiB; expected rows, each on a line");
    EXPECT_EQ(message("a,b\n1," + std::string(std::size_t{2} << 20, ',')),
              "t.csv:2:1048578: a row of more than 1048576 cells; expected rows, each on a line");
}

} // namespace
} // namespace casus::data
