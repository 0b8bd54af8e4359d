#include "casus/estimate/order.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace casus::estimate {
namespace {

std::vector<std::uint32_t> all(std::size_t n) {
    std::vector<std::uint32_t> indices(n);
    std::iota(indices.begin(), indices.end(), 0u);
    return indices;
}

TEST(Order, IsThatOfAStableSort) {
    std::vector<double> keys;
    for (int i = 0; i < 5000; ++i)
        keys.push_back(std::floor(50.0 * std::sin(3.0 * i)) * (i % 3 == 0 ? 1e-9 : i % 3 == 1 ? 1.0 : 1e12));
    keys.insert(keys.end(), {0.0, -0.0, std::numeric_limits<double>::infinity(), -1e300, 1e300});
    auto got = all(keys.size());
    auto wanted = got;
    order_by(keys, got);
    std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    EXPECT_EQ(got, wanted);
    got = wanted = all(keys.size());
    order_by_descending(keys, got);
    std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return keys[a] > keys[b]; });
    EXPECT_EQ(got, wanted);
}

TEST(Order, KeepsWhatIsEqualAsItWas) {
    std::vector<std::uint32_t> const groups{2, 0, 2, 1, 0};
    std::vector<std::uint32_t> indices{4, 3, 2, 1, 0};
    order_by_group(groups, 3, indices);
    EXPECT_THAT(indices, testing::ElementsAre(4u, 1u, 3u, 2u, 0u));
    std::vector<std::uint32_t> none_at_all;
    order_by(std::vector<double>{}, none_at_all);
    EXPECT_TRUE(none_at_all.empty());
}

} // namespace
} // namespace casus::estimate
