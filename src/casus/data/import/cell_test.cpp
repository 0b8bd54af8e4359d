#include "casus/data/import/cell.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace casus::data {
namespace {

using Kind = Cell::Kind;

Cell read(std::string_view text) {
    Cell cell;
    read_cell(text, cell);
    return cell;
}

TEST(Cell, ReadsNumbersInEverySpellingOfTheField) {
    struct Case {
        std::string_view text;
        std::int64_t whole;
        bool plain;
    };
    for (auto const& [text, whole, plain] :
         {Case{"0", 0, true}, Case{"1816", 1816, true}, Case{"-9", -9, true}, Case{" 12 ", 12, true},
          Case{"007", 7, false}, Case{"+5", 5, false}, Case{"1816.0", 1816, false}, Case{"1e5", 100000, false},
          Case{"-0", 0, false}, Case{"123456789012345678", 123456789012345678, true}}) {
        Cell const cell = read(text);
        EXPECT_EQ(cell.kind, Kind::Whole) << text;
        EXPECT_EQ(cell.whole, whole) << text;
        EXPECT_EQ(cell.plain, plain) << text;
    }
    for (auto const& [text, real] : {std::pair<std::string_view, double>{".0396975", 0.0396975},
                                     {"-.5", -0.5},
                                     {"+1.25", 1.25},
                                     {"2.5e-3", 0.0025},
                                     {"1234567890123456789012", 1234567890123456789012.0}}) {
        Cell const cell = read(text);
        EXPECT_EQ(cell.kind, Kind::Real) << text;
        EXPECT_EQ(cell.real, real) << text;
    }
}

TEST(Cell, TakesNothingNaAndDotsForMissing) {
    for (std::string_view const text : {"", " ", "NA", "NaN", "nan", ".", "..", ". ."})
        EXPECT_EQ(read(text).kind, Kind::Missing) << '"' << text << '"';
}

TEST(Cell, LeavesWordsThatOnlyBeginLikeNumbers) {
    for (std::string_view const text : {"147W", "404, 410", "1946-01-01", "1,234", "-", "+", "+-3", "1e", "inf",
                                        "1e999", "0x10", "NAM", "nano", "- 5"})
        EXPECT_EQ(read(text).kind, Kind::Word) << text;
    EXPECT_EQ(read("  Côte d'Ivoire ").text, "Côte d'Ivoire");
}

} // namespace
} // namespace casus::data
