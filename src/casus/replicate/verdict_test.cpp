#include "casus/replicate/verdict.hpp"

#include <gtest/gtest.h>

namespace casus::replicate {
namespace {

TEST(DecisionRule, CountsItsEndsToFollowingAndDeviating) {
    EXPECT_EQ(decide(1.0), Verdict::Follow);
    EXPECT_EQ(decide(0.6), Verdict::Follow);
    EXPECT_EQ(decide(0.5999999), Verdict::Hedge);
    EXPECT_EQ(decide(0.4000001), Verdict::Hedge);
    EXPECT_EQ(decide(0.4), Verdict::Deviate);
    EXPECT_EQ(decide(0.0), Verdict::Deviate);
}

TEST(DecisionRule, KnowsItsWordsAndNoOthers) {
    for (Verdict const verdict : verdicts) EXPECT_EQ(verdict_named(key(verdict)), verdict);
    EXPECT_EQ(verdict_named("bandwagon"), std::nullopt);
}

} // namespace
} // namespace casus::replicate
