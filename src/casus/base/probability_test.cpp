#include "casus/base/probability.hpp"

#include <gtest/gtest.h>

namespace casus {
namespace {

TEST(Either, ClipsFirst) {
    EXPECT_EQ(clip01(-0.2), 0.0);
    EXPECT_EQ(clip01(1.2), 1.0);
    EXPECT_NEAR(either(0.5, 0.2), 0.6, 1e-15);
    EXPECT_EQ(either(-3.0, 0.25), 0.25);
    EXPECT_EQ(either(0.3, 7.0), 1.0);
    EXPECT_EQ(either(0.0, 0.0), 0.0);
}

} // namespace
} // namespace casus
