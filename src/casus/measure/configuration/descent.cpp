#include "casus/measure/configuration/descent.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace casus::configuration {

namespace {

constexpr double actor_slots = 32.0; ///< a whole number times this has room for the number of an actor

bool bit_of(std::uint64_t partition, std::size_t bit) { return (partition >> bit & 1) != 0; }

/// Actors from the weakest to the strongest by Σ_j |w_ij|.
std::vector<std::size_t> by_strength(WholeWeights const& weights) {
    std::vector<std::int64_t> strength(weights.actors, 0);
    for (std::size_t i = 0; i < weights.actors; ++i)
        for (std::size_t j = 0; j < weights.actors; ++j) strength[i] += std::abs(weights.at(i, j));
    std::vector<std::size_t> order(weights.actors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return strength[a] < strength[b]; });
    return order;
}

} // namespace

Descent::Descent(WholeWeights const& weights) : actors_(weights.actors), low_(std::min(block_bits, actors_ - 1)) {
    assert(actors_ >= 2 && actors_ <= most_two_bloc_actors);
    // The strong move first and the weak last: with the weak on the low bits a descent ends near in memory to where it
    // came from. The weakest is held in place, since its move would mirror everything.
    actor_ = by_strength(weights);
    std::rotate(actor_.begin(), actor_.begin() + 1, actor_.end());
    weights_.resize(actors_ * actors_);
    for (std::size_t a = 0; a < actors_; ++a)
        for (std::size_t b = 0; b < actors_; ++b)
            weights_[a * actors_ + b] = actor_slots * static_cast<double>(weights.at(actor_[a], actor_[b]));
    for (std::size_t bit = 0; bit + 1 < actors_; ++bit) flips_[actor_[bit]] = std::uint64_t{1} << bit;
    flips_[actor_.back()] = partitions() - 1;
    make_tables();
}

void Descent::make_tables() {
    together_.resize(actors_ * block);
    apart_.resize(actors_ * block);
    sign_.resize(low_ * block);
    for (std::size_t bit = 0; bit < actors_; ++bit)
        for (std::size_t v = 0; v < block; ++v) {
            double sum = 0.0;
            for (std::size_t other = 0; other < low_; ++other)
                if (other != bit) sum += bit_of(v, other) ? -weight(bit, other) : weight(bit, other);
            if (bit < low_) {
                sign_[bit * block + v] = bit_of(v, bit) ? -1.0 : 1.0;
                sum *= sign_[bit * block + v];
            }
            together_[bit * block + v] = sum;
            apart_[bit * block + v] = -sum;
        }
}

/// Σ over the higher bits and the actor in place, as a partition of block `high` has them.
std::vector<double> Descent::fields_at(std::uint64_t high) const {
    std::vector<double> fields(actors_, 0.0);
    for (std::size_t bit = 0; bit < actors_; ++bit) {
        if (bit + 1 < actors_) fields[bit] = weight(bit, actors_ - 1);
        for (std::size_t other = low_; other + 1 < actors_; ++other)
            if (other != bit) fields[bit] += bit_of(high, other - low_) ? -weight(bit, other) : weight(bit, other);
    }
    return fields;
}

void Descent::turn(std::size_t high_bit, bool back, std::vector<double>& fields) const {
    double const* const row = weights_.data() + (low_ + high_bit) * actors_; // its own weight is 0
    double const sign = back ? 2.0 : -2.0;
    for (std::size_t bit = 0; bit < actors_; ++bit) fields[bit] += sign * row[bit];
}

// All numbers are whole and below 2^51, so doubles add them exactly, in registers of any width.
void Descent::fill(std::uint64_t high, std::vector<double> const& fields, Steepest& steepest) const {
    steepest.fill(HUGE_VAL);
    for (std::size_t bit = 0; bit < low_; ++bit) {
        double const* const table = together_.data() + bit * block;
        double const* const sign = sign_.data() + bit * block;
        double const field = fields[bit];
        auto const actor = static_cast<double>(actor_[bit]);
        for (std::size_t v = 0; v < block; ++v) {
            double const change = table[v] + sign[v] * field + actor;
            steepest[v] = change < steepest[v] ? change : steepest[v];
        }
    }
    auto const row = [&](std::size_t bit) {
        bool const turned = bit + 1 < actors_ && bit_of(high, bit - low_);
        double const field = turned ? -fields[bit] : fields[bit];
        return std::pair((turned ? apart_ : together_).data() + bit * block, field + static_cast<double>(actor_[bit]));
    };
    std::size_t bit = low_;
    for (; bit + 3 < actors_; bit += 4) { // four at a time: a quarter of the reads and writes of `steepest`
        auto const [t0, f0] = row(bit);
        auto const [t1, f1] = row(bit + 1);
        auto const [t2, f2] = row(bit + 2);
        auto const [t3, f3] = row(bit + 3);
        for (std::size_t v = 0; v < block; ++v) {
            double const c0 = t0[v] + f0;
            double const c1 = t1[v] + f1;
            double const c2 = t2[v] + f2;
            double const c3 = t3[v] + f3;
            double const first = c0 < c1 ? c0 : c1;
            double const second = c2 < c3 ? c2 : c3;
            double const least = first < second ? first : second;
            steepest[v] = least < steepest[v] ? least : steepest[v];
        }
    }
    for (; bit < actors_; ++bit) {
        auto const [table, field] = row(bit);
        for (std::size_t v = 0; v < block; ++v) {
            double const change = table[v] + field;
            steepest[v] = change < steepest[v] ? change : steepest[v];
        }
    }
}

Blocs Descent::blocs_of(std::uint64_t partition) const {
    Blocs blocs(actors_, 0);
    for (std::size_t bit = 0; bit + 1 < actors_; ++bit) blocs[actor_[bit]] = bit_of(partition, bit) ? 1 : 0;
    number_in_order(blocs);
    return blocs;
}

} // namespace casus::configuration
