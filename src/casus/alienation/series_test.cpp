#include "casus/alienation/series.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::alienation {
namespace {

AssessedYear::Actor actor(std::string code, double index, bool ally = true) {
    return {.code = code, .name = {code, code}, .ally = ally, .index = {index, {index - 0.1, index + 0.1}}};
}

/// POL is a partner first and an ally later, and stands in the list before GBR.
Series two_years() {
    AssessedYear const first{.year = 1998,
                             .leader = {"USA", {"USA", "美国"}},
                             .challengers = {{"RUS", {"Russia", "俄罗斯"}}},
                             .actors = {actor("CAN", 0.2), actor("GBR", 0.3), actor("POL", 0.5, false)},
                             .polarisation = {0.5, {0.4, 0.6}},
                             .cross_membership = {},
                             .mobilisable_power = {0.12, {0.1, 0.14}},
                             .notes = {{"said", "说"}}};
    AssessedYear second = first;
    second.year = 1999;
    second.actors = {actor("CAN", 0.1), actor("POL", 0.4), actor("GBR", 0.6)};
    return {.years = {first, second}, .skipped = {{2000, {"why", "为何"}}}};
}

template <class Shape> Shape const& shape(Chapter const& chapter, std::string const& id) {
    for (auto const& each : chapter.shapes)
        if (auto const* found = std::get_if<Shape>(&each); found && found->id == id) return *found;
    throw std::runtime_error("no shape " + id);
}

TEST(SeriesChapter, LaysAlliesOutOverYears) {
    Chapter const chapter = series_chapter(two_years());
    auto const& matrix = shape<Matrix>(chapter, "series/index");
    ASSERT_EQ(matrix.rows.size(), 4U);
    EXPECT_EQ(matrix.rows[0].key, "CAN");
    EXPECT_EQ(matrix.rows[1].key, "POL");
    EXPECT_EQ(matrix.rows[2].key, "GBR");
    EXPECT_EQ(matrix.rows[3].key, "POL");
    ASSERT_EQ(matrix.groups.size(), 2U);
    EXPECT_EQ(matrix.groups[1].first, 3U);
    EXPECT_EQ(matrix.values[0], 0.2);
    EXPECT_EQ(matrix.values[1], 0.1);
    EXPECT_TRUE(std::isnan(matrix.values[2]));
    EXPECT_EQ(matrix.values[3], 0.4);
    EXPECT_EQ(matrix.values[6], 0.5);
    EXPECT_TRUE(std::isnan(matrix.values[7]));
}

TEST(SeriesChapter, SaysWhatWasSkippedAndEachNoteOnce) {
    Chapter const chapter = series_chapter(two_years());
    EXPECT_EQ(shape<Notes>(chapter, "series/skipped").items.at(0).en, "2000: why");
    ASSERT_EQ(shape<Notes>(chapter, "series/worlds").items.size(), 1U);
    EXPECT_EQ(shape<Notes>(chapter, "series/worlds").items[0].zh, "1998、1999：说");
    EXPECT_EQ(shape<Bars>(chapter, "series/mobilisable-power").high, 0.15);
}

TEST(SeriesDocument, HasEveryYear) {
    nlohmann::ordered_json const document = series_document(two_years());
    ASSERT_EQ(document.at("years").size(), 2U);
    auto const& first = document["years"][0];
    EXPECT_EQ(first.at("year"), 1998);
    EXPECT_EQ(first.at("challengers").at(0), "RUS");
    EXPECT_EQ(first.at("allies").at(1).at("index"), 0.3);
    EXPECT_EQ(first.at("partners").at(0).at("actor"), "POL");
    EXPECT_FALSE(first["partners"][0].contains("regime_shares"));
    EXPECT_EQ(document.at("skipped").at(0).at("reason").at("zh"), "为何");
}

} // namespace
} // namespace casus::alienation
