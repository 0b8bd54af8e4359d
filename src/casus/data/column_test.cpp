#include "casus/data/column.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace casus::data {
namespace {

TEST(ColumnBuilder, SettlesForTheNarrowestKindThatHoldsAll) {
    ColumnBuilder flags("flag");
    for (int const cell : {0, 1, 127, -127}) flags.add(std::int64_t{cell});
    EXPECT_THAT(flags.finish().as<std::int8_t>(), testing::ElementsAre(0, 1, 127, -127));

    // −128 is what a byte keeps for missing, so it needs two.
    ColumnBuilder low("low");
    low.add(std::int64_t{-128});
    low.add_missing();
    Column const two = low.finish();
    EXPECT_THAT(two.as<std::int16_t>(), testing::ElementsAre(-128, missing<std::int16_t>));
    EXPECT_TRUE(two.is_missing(1));
    EXPECT_DOUBLE_EQ(two.number(0), -128.0);

    ColumnBuilder large("large");
    large.add(std::int64_t{70000});
    EXPECT_THAT(large.finish().as<std::int32_t>(), testing::ElementsAre(70000));

    ColumnBuilder beyond("beyond");
    beyond.add(std::int64_t{5});
    beyond.add(std::int64_t{3'000'000'000});
    EXPECT_THAT(beyond.finish().as<double>(), testing::ElementsAre(5.0, 3e9));
}

TEST(ColumnBuilder, WidensToRealsAndToTextWithoutLosingACell) {
    ColumnBuilder builder("mixed");
    builder.add(std::int64_t{2});
    builder.add_missing();
    builder.add(0.5);
    builder.add(std::string_view("x"));
    builder.add(std::int64_t{2});
    Column const column = builder.finish();
    ASSERT_TRUE(column.is_text());
    ASSERT_EQ(column.rows(), 5U);
    EXPECT_EQ(column.word(0), "2");
    EXPECT_TRUE(column.is_missing(1));
    EXPECT_EQ(column.word(2), "0.5");
    EXPECT_EQ(column.word(3), "x");
    EXPECT_EQ(column.word(4), "2");
    EXPECT_EQ(std::get<Words>(column.cells).dictionary.size(), 3U);
}

TEST(ColumnBuilder, FindsWordsInWhateverOrderTheyCome) {
    // Orders that repeat, change, and break off, so that the word expected next is right, wrong and unknown in turn.
    std::vector<std::string> const words = {"a", "b", "c", "a", "b", "c", "b", "a", "a", "c", "d", "a", "b", "d", "a"};
    ColumnBuilder builder("word");
    for (std::string const& word : words) {
        builder.add(std::string_view(word));
        builder.add_missing();
    }
    Column const column = builder.finish();
    for (std::size_t i = 0; i < words.size(); ++i) {
        EXPECT_EQ(column.word(2 * i), words[i]) << i;
        EXPECT_TRUE(column.is_missing(2 * i + 1));
    }
    EXPECT_THAT(std::get<Words>(column.cells).dictionary, testing::ElementsAre("a", "b", "c", "d"));
}

TEST(Column, CopiesKeepWhatIsMissing) {
    ColumnBuilder builder("x");
    builder.add(std::int64_t{1});
    builder.add_missing();
    Column const column = builder.finish();
    EXPECT_THAT(whole(column), testing::ElementsAre(1, missing<std::int32_t>));
    EXPECT_TRUE(std::isnan(real(column)[1]));
}

} // namespace
} // namespace casus::data
