#include "casus/alienation/robust.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace casus::alienation {
namespace {

TEST(Robust, MainAgreesWithItselfAndVariantsDiffer) {
    World const world = random_world({.seed = 8, .actors = 16, .issues = 6});
    auto const results = compare_formulas(world, random_parameters(8));
    ASSERT_EQ(results.size(), formulas().size());
    EXPECT_DOUBLE_EQ(results.front().tau, 1.0);
    EXPECT_EQ(results.front().changed_stances, 0U);
    EXPECT_EQ(results.front().largest_move, 0.0);
    for (std::size_t v = 1; v < results.size(); ++v)
        EXPECT_NE(results[v].index, results.front().index) << results[v].formula->key << " changes nothing";
}

TEST(Robust, ChapterAndDocumentNameEveryVariant) {
    World const world = random_world({.seed = 8});
    auto const results = compare_formulas(world, random_parameters(8));
    auto const document = robust_document(world, results);
    ASSERT_EQ(document.size(), formulas().size());
    for (std::size_t v = 0; v < results.size(); ++v) {
        EXPECT_EQ(document[v]["variant"], formulas()[v].key);
        EXPECT_EQ(document[v]["allies"].size(), world.size().allies);
    }
    Chapter const chapter = robust_chapter(world, results);
    EXPECT_EQ(std::get<Table>(chapter.shapes.at(0)).rows.size(), formulas().size());
    EXPECT_EQ(std::get<Table>(chapter.shapes.at(1)).rows.size(), world.size().allies);
}

} // namespace
} // namespace casus::alienation
