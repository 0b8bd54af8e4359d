#include "casus/estimate/order.hpp"

#include <array>
#include <bit>
#include <utility>

namespace casus::estimate {
namespace {

constexpr unsigned digit_bits = 11;
constexpr std::size_t digits = 6; // 66 bits, enough for 64
constexpr std::size_t values = std::size_t{1} << digit_bits;

struct Keyed {
    std::uint64_t key;
    std::uint32_t index;
};

/// Bits of a number that compare as the numbers do; 0 and −0 are one.
std::uint64_t ordered_bits(double x) {
    std::uint64_t const bits = std::bit_cast<std::uint64_t>(x + 0.0);
    return bits >> 63 != 0 ? ~bits : bits | std::uint64_t{1} << 63;
}

std::size_t digit(std::uint64_t key, std::size_t d) { return key >> d * digit_bits & (values - 1); }

/// One pass by digit d, stable.
void pass(std::vector<Keyed> const& from, std::vector<Keyed>& to, std::size_t d,
          std::array<std::uint32_t, values> const& count) {
    std::array<std::uint32_t, values> place;
    std::uint32_t sum = 0;
    for (std::size_t v = 0; v < values; ++v) {
        place[v] = sum;
        sum += count[v];
    }
    for (Keyed const& one : from) to[place[digit(one.key, d)]++] = one;
}

void sort(std::vector<Keyed>& keyed, std::vector<std::uint32_t>& indices) {
    std::vector<std::array<std::uint32_t, values>> counts(digits);
    for (Keyed const& one : keyed)
        for (std::size_t d = 0; d < digits; ++d) ++counts[d][digit(one.key, d)];
    std::vector<Keyed> other(keyed.size());
    for (std::size_t d = 0; d < digits; ++d) {
        if (keyed.empty() || counts[d][digit(keyed.front().key, d)] == keyed.size()) continue; // all alike
        pass(keyed, other, d, counts[d]);
        std::swap(keyed, other);
    }
    for (std::size_t i = 0; i < keyed.size(); ++i) indices[i] = keyed[i].index;
}

} // namespace

void order_by(std::span<double const> keys, std::vector<std::uint32_t>& indices) {
    std::vector<Keyed> keyed(indices.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) keyed[i] = {ordered_bits(keys[indices[i]]), indices[i]};
    sort(keyed, indices);
}

void order_by_descending(std::span<double const> keys, std::vector<std::uint32_t>& indices) {
    std::vector<Keyed> keyed(indices.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) keyed[i] = {~ordered_bits(keys[indices[i]]), indices[i]};
    sort(keyed, indices);
}

void order_by_group(std::span<std::uint32_t const> groups, std::size_t count, std::vector<std::uint32_t>& indices) {
    std::vector<std::uint32_t> place(count + 1);
    for (std::uint32_t const i : indices) ++place[groups[i] + 1];
    for (std::size_t g = 0; g < count; ++g) place[g + 1] += place[g];
    std::vector<std::uint32_t> sorted(indices.size());
    for (std::uint32_t const i : indices) sorted[place[groups[i]]++] = i;
    indices = std::move(sorted);
}

} // namespace casus::estimate
