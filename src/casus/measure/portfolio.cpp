#include "casus/measure/portfolio.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace casus::measure {

namespace {

constexpr std::size_t word_bits = 64;

std::uint64_t bit_of(std::size_t item) { return std::uint64_t{1} << (item % word_bits); }

} // namespace

ItemWeights::ItemWeights(std::span<double const> weights) : of_eight_((weights.size() + 7) / 8) {
    for (std::size_t byte = 0; byte < of_eight_.size(); ++byte)
        for (std::size_t bits = 1; bits < 256; ++bits) {
            // What the subset without its highest item weighs, and that item.
            auto const highest = static_cast<std::size_t>(std::bit_width(bits)) - 1;
            std::size_t const item = 8 * byte + highest;
            double const weight = item < weights.size() && weights[item] > 0.0 ? weights[item] : 0.0;
            of_eight_[byte][bits] = of_eight_[byte][bits - (std::size_t{1} << highest)] + weight;
        }
}

Portfolios::Portfolios(std::size_t actors, std::size_t items)
    : actors_(actors), items_(items), words_((items + word_bits - 1) / word_bits), bits_(actors * words_) {}

void Portfolios::set(std::size_t actor, std::size_t item, std::size_t category) {
    assert(category < most_categories);
    clear(actor, item);
    bits_[actor * words_ + item / word_bits][category] |= bit_of(item);
}

void Portfolios::clear(std::size_t actor, std::size_t item) {
    assert(actor < actors_ && item < items_);
    for (std::uint64_t& word : bits_[actor * words_ + item / word_bits]) word &= ~bit_of(item);
}

std::size_t Portfolios::category(std::size_t actor, std::size_t item) const {
    assert(actor < actors_ && item < items_);
    Words const& words = bits_[actor * words_ + item / word_bits];
    std::size_t category = 0;
    while (category < most_categories && (words[category] & bit_of(item)) == 0) ++category;
    return category;
}

bool Portfolios::occurs(std::size_t category) const {
    return std::any_of(bits_.begin(), bits_.end(), [category](Words const& words) { return words[category] != 0; });
}

Contingency Portfolios::table(std::size_t first, std::size_t second) const {
    assert(first < actors_ && second < actors_);
    std::array<std::uint64_t, std::tuple_size_v<decltype(Contingency::cells)>> counts{};
    for (std::size_t w = 0; w < words_; ++w) {
        Words const& mine = bits_[first * words_ + w];
        Words const& yours = bits_[second * words_ + w];
        for (std::size_t a = 0; a < most_categories; ++a)
            for (std::size_t b = 0; b < most_categories; ++b)
                counts[most_categories * a + b] += static_cast<std::uint64_t>(std::popcount(mine[a] & yours[b]));
    }
    Contingency table;
    for (std::size_t n = 0; n < counts.size(); ++n) table.cells[n] = static_cast<double>(counts[n]);
    return table;
}

Contingency Portfolios::table(std::size_t first, std::size_t second, ItemWeights const& weights) const {
    assert(first < actors_ && second < actors_ && weights.of_eight_.size() == (items_ + 7) / 8);
    Contingency table;
    for (std::size_t w = 0; w < words_; ++w) {
        Words const& mine = bits_[first * words_ + w];
        Words const& yours = bits_[second * words_ + w];
        for (std::size_t a = 0; a < most_categories; ++a)
            for (std::size_t b = 0; b < most_categories; ++b) {
                std::size_t byte = w * (word_bits / 8);
                double& cell = table.at(a, b);
                for (std::uint64_t bits = mine[a] & yours[b]; bits != 0; bits >>= 8, ++byte)
                    cell += weights.of_eight_[byte][bits & 0xff];
            }
    }
    return table;
}

} // namespace casus::measure
