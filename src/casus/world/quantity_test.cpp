#include "casus/world/quantity.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace casus {
namespace {

TEST(Quantity, TheTableStandsInTheOrderOfTheNames) {
    std::set<std::string_view> keys;
    for (std::size_t n = 0; n < quantity_count; ++n) {
        QuantityInfo const& q = all_quantities()[n];
        EXPECT_EQ(static_cast<std::size_t>(q.quantity), n) << q.key;
        EXPECT_EQ(&info(q.quantity), &q);
        EXPECT_EQ(quantity_named(q.key), q.quantity);
        EXPECT_TRUE(keys.insert(q.key).second) << q.key;
        EXPECT_FALSE(q.label.en.empty() || q.label.zh.empty() || q.meaning.en.empty() || q.meaning.zh.empty()) << q.key;
    }
    EXPECT_FALSE(quantity_named("powers").has_value());
    EXPECT_FALSE(quantity_named("").has_value());
}

TEST(Quantity, DefaultsLieInTheirRange) {
    for (QuantityInfo const& q : all_quantities()) {
        EXPECT_LT(q.low, q.high) << q.key;
        if (q.absent != Absent::Default) continue;
        EXPECT_GE(q.fallback, q.low) << q.key;
        EXPECT_LE(q.fallback, q.high) << q.key;
    }
}

} // namespace
} // namespace casus
