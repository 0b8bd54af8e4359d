#include "casus/base/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace casus {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(std::string_view content) {
    Rows rows;
    for (CsvRow const& row : read_csv(content, "t.csv")) {
        rows.emplace_back();
        for (CsvField const& field : row) rows.back().push_back(field.text);
    }
    return rows;
}

std::string message(std::string_view content, Language language = Language::English) {
    try {
        (void)read_csv(content, "t.csv");
    } catch (Error const& error) { return render(error.problems().at(0), language); }
    return "no error";
}

TEST(Csv, ReadsPlainRows) {
    EXPECT_EQ(texts("a,b,c\n1,2,3\n"), (Rows{{"a", "b", "c"}, {"1", "2", "3"}}));
    EXPECT_EQ(texts("a,,c\n,\n"), (Rows{{"a", "", "c"}, {"", ""}}));
    EXPECT_EQ(texts(""), Rows{});
}

TEST(Csv, AcceptsEveryLineEndAndNoneAtTheEnd) {
    Rows const expected{{"a", "b"}, {"1", "2"}};
    EXPECT_EQ(texts("a,b\n1,2"), expected);
    EXPECT_EQ(texts("a,b\r\n1,2\r\n"), expected);
    EXPECT_EQ(texts("a,b\r1,2\r"), expected);
    EXPECT_EQ(texts("a,b\r1,2\r\n"), expected);
}

TEST(Csv, LeavesOutTheByteOrderMarkAndBlankLines) {
    EXPECT_EQ(texts("\xef\xbb\xbf"
                    "a,b\n\n  \t\n1,2\n\r\n"),
              (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(texts("\xef\xbb\xbf\"a\",b"), (Rows{{"a", "b"}}));
    EXPECT_EQ(texts("\xef\xbb\xbf"), Rows{});
    EXPECT_EQ(texts("a\n\"\"\nb"), (Rows{{"a"}, {""}, {"b"}})); // an empty field in quotes is a row
}

TEST(Csv, ReadsQuotedFields) {
    EXPECT_EQ(texts("\"a,b\",\"say \"\"no\"\"\",\"\"\n"), (Rows{{"a,b", "say \"no\"", ""}}));
    EXPECT_EQ(texts("\"one\ntwo\r\nthree\",x"), (Rows{{"one\ntwo\r\nthree", "x"}}));
    EXPECT_EQ(texts("5\" gun,x"), (Rows{{"5\" gun", "x"}})); // a quote inside an unquoted field is a character
}

TEST(Csv, KnowsWhereEachFieldBegins) {
    auto const rows = read_csv("\xef\xbb\xbf联盟,b\r\n\"x\ny\",\"z\"\n\nlast,1\n", "t.csv");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0][0].column, 1);
    EXPECT_EQ(rows[0][1].column, 4); // characters, not bytes
    EXPECT_EQ(rows[1][0].line, 2);
    EXPECT_EQ(rows[1][1].line, 3);
    EXPECT_EQ(rows[1][1].column, 4);
    EXPECT_EQ(rows[2][0].line, 5);
    EXPECT_EQ(rows[2][1].column, 6);
}

TEST(Csv, PlacesAnUnclosedQuote) {
    EXPECT_EQ(message("a,b\n1,\"two\nthree\n"),
              "t.csv:2:3: a quote that is not closed; expected a second \" before the end of the file");
    EXPECT_EQ(message("a,b\n1,\"two\n", Language::Chinese), "t.csv:2:3: 引号没有闭合；应为文件结束前的另一个英文引号");
}

TEST(Csv, RefusesTextAfterAClosingQuote) {
    EXPECT_EQ(message("x\n\"a\"b c,d\n"), "t.csv:2:4: text after a closing quote 'b c'; expected a comma or the end of "
                                          "the line (a quote inside quotes is written twice)");
}

TEST(Csv, RefusesANulByteAnywhere) {
    using namespace std::string_view_literals;
    EXPECT_EQ(message("a,b\n12\0"sv), "t.csv:2:3: NUL byte; expected text in UTF-8");
    EXPECT_EQ(message("\"a\0\""sv), "t.csv:1:3: NUL byte; expected text in UTF-8");
    EXPECT_EQ(message("a,b\n12\0"sv, Language::Chinese), "t.csv:2:3: 含有空字节（NUL）；应为UTF-8 编码的文本");
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(csv_field("plain text"), "plain text");
    EXPECT_EQ(csv_field(""), "");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csv_field("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csv_field("a\rb"), "\"a\rb\"");
}

TEST(Csv, ReadsBackWhatItWrote) {
    std::vector<std::string> const fields{"a", "", ",", "\"", "\"\"x", "line\nend", "\r\n", "联盟", " "};
    std::string line;
    for (std::string const& field : fields) {
        if (!line.empty()) line += ',';
        line += csv_field(field);
    }
    EXPECT_EQ(texts(line + "\r\n"), Rows{fields});
}

} // namespace
} // namespace casus
