#include "casus/world/figure.hpp"

#include <gtest/gtest.h>

namespace casus {
namespace {

using enum Language;

TEST(Basis, IsDescribedInBothLanguages) {
    Basis const given{Basis::Kind::Given, "NMC 7.0, 2021", {}, {}};
    EXPECT_EQ(describe(given, English), "NMC 7.0, 2021");
    EXPECT_EQ(describe(given, Chinese), "NMC 7.0, 2021");
    EXPECT_EQ(describe(Basis{}, English), "default");
    EXPECT_EQ(describe(Basis{}, Chinese), "默认值");
    Basis const derived{Basis::Kind::Derived, {}, {}, {}, {"from area", "由面积"}};
    EXPECT_EQ(describe(derived, English), "derived: from area");
    EXPECT_EQ(describe(derived, Chinese), "推得：由面积");
}

TEST(Basis, AJudgementSaysWhoseAndWhyWhereItIsKnown) {
    EXPECT_EQ(describe({Basis::Kind::Judgement, {}, "founders", "treaty text"}, English),
              "judgement (founders): treaty text");
    EXPECT_EQ(describe({Basis::Kind::Judgement, {}, "founders", {}}, Chinese), "判断（founders）");
    EXPECT_EQ(describe({Basis::Kind::Judgement, {}, {}, "{}"}, English), "judgement: {}"); // braces are only text
    EXPECT_EQ(describe({Basis::Kind::Judgement, {}, {}, {}}, Chinese), "判断");
}

TEST(Basis, AnEstimateSaysByWhichModelOnWhichDataUntilWhen) {
    Basis fitted{Basis::Kind::Estimated, "nmc 7.0", {}, {}};
    fitted.model = "a regression";
    fitted.until = 2014;
    EXPECT_EQ(describe(fitted, English), "estimated (a regression; nmc 7.0; data until 2014)");
    EXPECT_EQ(describe(fitted, Chinese), "估计（a regression；nmc 7.0；数据至 2014 年）");
}

} // namespace
} // namespace casus
