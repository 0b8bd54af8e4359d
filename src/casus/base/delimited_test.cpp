#include "casus/base/delimited.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace casus {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts texts(std::string_view content, DelimitedFormat format = {}) {
    Delimited text(content, "t.csv", format);
    Texts rows;
    while (text.next()) rows.emplace_back(text.cells().begin(), text.cells().end());
    return rows;
}

// The tokenizer looks at 64 bytes at a time: whatever stands at the seam must read the same as elsewhere.
TEST(Delimited, ReadsTheSameWhereverTheBlocksEnd) {
    std::string const rows = "a,\"b \"\"x\"\" c\"\r\n\"d\r\ne\",f\r\"\"\"\",\"\"\n";
    Texts const expected{{"a", "b \"x\" c"}, {"d\r\ne", "f"}, {"\"", ""}};
    for (std::size_t shift = 0; shift < 130; ++shift) {
        Texts shifted = texts(std::string(shift, 'x') + "\n" + rows);
        if (shift > 0) shifted.erase(shifted.begin());
        EXPECT_EQ(shifted, expected) << shift;
    }
}

TEST(Delimited, ReadsTextThatIsExactlyAsLongAsABlock) {
    for (std::size_t const length : {63u, 64u, 65u, 128u}) {
        std::string const cell(length - 2, 'x');
        EXPECT_EQ(texts(cell + ",y"), (Texts{{cell, "y"}})) << length;
    }
}

TEST(Delimited, TrimsOnlyWhenAsked) {
    EXPECT_EQ(texts(" a ,\tb\n"), (Texts{{" a ", "\tb"}}));
    EXPECT_EQ(texts(" a ,\tb\n", {.trimmed = true}), (Texts{{"a", "b"}}));
    EXPECT_EQ(texts(" \"a\"\t\t\"b\"\n", {.separator = '\t', .trimmed = true}), (Texts{{"a", "", "b"}}));
    EXPECT_EQ(texts(" \"a\",b\n"), (Texts{{" \"a\"", "b"}}));
    EXPECT_EQ(texts("\"a\" \t ,b\n", {.trimmed = true}), (Texts{{"a", "b"}}));
}

TEST(Delimited, KeepsTheCellsOfWideRows) {
    std::string wide;
    for (int i = 0; i < 1000; ++i) wide += fmt::format("\"{}\"\"\",", i);
    auto const rows = texts(wide + "\n" + wide + "\n");
    ASSERT_EQ(rows.size(), 2u);
    ASSERT_EQ(rows[1].size(), 1001u);
    for (std::size_t i = 0; i < 1000; ++i) EXPECT_EQ(rows[1][i], std::to_string(i) + "\"");
}

TEST(Delimited, SaysWhatIsLeft) {
    Delimited text("a,b\r\n1,2\r\n", "t.csv", {});
    ASSERT_TRUE(text.next());
    EXPECT_EQ(text.rest(), "1,2\r\n");
    ASSERT_TRUE(text.next());
    EXPECT_EQ(text.rest(), "");
    EXPECT_FALSE(text.next());
    EXPECT_TRUE(text.cells().empty());
}

TEST(Delimited, GivesPlacesInAnyOrder) {
    Delimited text("é,b\n\n\"c\rd\",e,f", "t.csv", {}, 10);
    ASSERT_TRUE(text.next());
    EXPECT_EQ(text.place(1).line, 10);
    EXPECT_EQ(text.place(1).column, 3);
    ASSERT_TRUE(text.next());
    EXPECT_EQ(text.place(2).column, 6);
    EXPECT_EQ(text.place(0).line, 12);
    EXPECT_EQ(text.place(0).column, 1);
    EXPECT_EQ(text.place(1).line, 13);
    EXPECT_EQ(text.place(1).column, 4);
}

} // namespace
} // namespace casus
