#include "casus/data/sources/reshape.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>

namespace casus::data::sources {
namespace {

Column words(std::string name, std::initializer_list<std::string_view> cells) {
    ColumnBuilder builder(std::move(name));
    for (std::string_view const cell : cells) {
        if (cell.empty())
            builder.add_missing();
        else
            builder.add(cell);
    }
    return builder.finish();
}

Column numbers(std::string name, std::initializer_list<double> cells) {
    ColumnBuilder builder(std::move(name));
    for (double const cell : cells) add_number(builder, cell);
    return builder.finish();
}

TEST(Reshape, PicksRowsInAnyOrderAndKeepsTheWidthOfNumbers) {
    RowNumbers const rows{2, 0, 0, 1};
    Column const small = picked(numbers("n", {1, 2, 3}), rows);
    ASSERT_EQ(small.as<std::int8_t>().size(), 4u);
    EXPECT_EQ(small.number(0), 3.0);
    EXPECT_EQ(small.number(2), 1.0);
    EXPECT_EQ(small.number(3), 2.0);
    Column const text = picked(words("w", {"a", "", "c"}), rows);
    EXPECT_EQ(text.word(0), "c");
    EXPECT_EQ(text.word(1), "a");
    EXPECT_TRUE(text.is_missing(3));
}

TEST(Reshape, FindsColumnsInAnyLetterCase) {
    Table table{{numbers("ICB1", {1}), numbers("Year", {2})}};
    ASSERT_NE(column_named(table, "year"), nullptr);
    EXPECT_EQ(column_named(table, "year")->number(0), 2.0);
    EXPECT_EQ(column_named(table, "years"), nullptr);
}

TEST(Reshape, ReadsNumbersFromWordsAndWordsFromNumbers) {
    Column const mixed = words("day", {"xx", " 14 ", "3.5", ""});
    EXPECT_TRUE(std::isnan(number_in(mixed, 0)));
    EXPECT_EQ(number_in(mixed, 1), 14.0);
    EXPECT_EQ(number_in(mixed, 2), 3.5);
    EXPECT_TRUE(std::isnan(number_in(mixed, 3)));
    EXPECT_EQ(word_in(mixed, 1), "14");
    EXPECT_EQ(word_in(mixed, 3), "");
    EXPECT_EQ(word_in(numbers("n", {1940, 0.5}), 0), "1940");
    EXPECT_EQ(word_in(numbers("n", {1940, 0.5}), 1), "0.5");
}

TEST(Reshape, TakesOnlyYearsForYears) {
    EXPECT_EQ(year_named("1949"), 1949);
    EXPECT_FALSE(year_named("194"));
    EXPECT_FALSE(year_named("20166"));
    EXPECT_FALSE(year_named("1949a"));
    EXPECT_FALSE(year_named(""));
}

TEST(Reshape, TurnsYearsIntoRowsAndLeavesEmptyCellsOut) {
    Table const wide{{words("country", {"Aland", "Bland"}), numbers("1949", {1, missing<double>}),
                      words("1950", {" ", "2.5"}), numbers("note", {7, 8})}};
    Table const tall = years_to_rows(wide, "usd");
    ASSERT_EQ(tall.rows(), 2u);
    EXPECT_EQ(tall["country"].word(0), "Aland");
    EXPECT_EQ(tall["year"].number(0), 1949.0);
    EXPECT_EQ(tall["usd"].number(0), 1.0);
    EXPECT_EQ(tall["note"].number(1), 8.0);
    EXPECT_EQ(tall["country"].word(1), "Bland");
    EXPECT_EQ(tall["year"].number(1), 1950.0);
    EXPECT_EQ(tall["usd"].number(1), 2.5);
}

struct Written {
    char const* word;
    int year, month, day;
};

TEST(Reshape, ReadsDaysAsTheyAreWritten) {
    for (Written const& written :
         {Written{"2017-12-31", 2017, 12, 31}, Written{"31.12.2017", 2017, 12, 31}, Written{"12/31/2017", 2017, 12, 31},
          Written{"11/xx/1974", 1974, 11, 0}, Written{"40462", 2010, 10, 11}, Written{"1816-01-01", 1816, 1, 1}}) {
        std::optional<Day> const day = day_of(written.word);
        ASSERT_TRUE(day) << written.word;
        EXPECT_EQ(day->year, written.year) << written.word;
        EXPECT_EQ(day->month, written.month) << written.word;
        EXPECT_EQ(day->day, written.day) << written.word;
    }
    for (char const* word : {"", "-9", "1974", "xx/xx/xxxx", "2017-13-01", "01.01.20177", "summer"})
        EXPECT_FALSE(day_of(word)) << word;
}

TEST(Reshape, ListsMembersRowByRow) {
    Table const wide{
        {words("StateA", {"Aland", "-9"}), words("statement", {"x", "y"}), words("StateAB", {"", "Bland"})}};
    std::vector<Member> const members = lettered_members(wide, "state");
    ASSERT_EQ(members.size(), 2u);
    EXPECT_EQ(members[0].row, 0u);
    EXPECT_EQ(members[0].name, "Aland");
    EXPECT_EQ(members[1].row, 1u);
    EXPECT_EQ(members[1].name, "Bland");
}

} // namespace
} // namespace casus::data::sources
