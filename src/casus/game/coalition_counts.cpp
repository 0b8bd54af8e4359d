#include "casus/game/coalition_counts.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace casus::game {

namespace {

constexpr unsigned limb_bits = 48;
constexpr std::uint64_t limb_mask = (std::uint64_t{1} << limb_bits) - 1;
constexpr std::size_t unsettled_additions = 12; ///< each at most doubles a limb; 16 bits are spare

/// Limbs that C(voters, size) needs, with a bit to spare for rounding.
std::size_t limbs_for(std::size_t voters, std::size_t size) {
    double const n = static_cast<double>(voters);
    double const k = static_cast<double>(size);
    double const bits = (std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1)) / std::log(2.0) + 2.0;
    return static_cast<std::size_t>(std::ceil(bits / limb_bits));
}

} // namespace

double CoalitionCounts::bytes(std::size_t voters, WeightVector const& box, std::size_t most_members) {
    double cells = 1.0;
    for (std::uint64_t const side : box) cells *= static_cast<double>(side) + 1.0;
    double limbs = 0.0;
    for (std::size_t size = 0; size <= std::min(voters, most_members); ++size)
        limbs += static_cast<double>(limbs_for(voters, size));
    return 8.0 * cells * limbs;
}

CoalitionCounts::CoalitionCounts(std::span<WeightVector const> voters, WeightVector box, std::size_t most_members)
    : box_(std::move(box)), stride_(box_.size()) {
    for (std::size_t rule = box_.size(); rule-- > 0;) {
        stride_[rule] = cells_;
        cells_ *= static_cast<std::size_t>(box_[rule]) + 1;
    }
    most_members = std::min(most_members, voters.size());
    for (std::size_t size = 0; size <= most_members; ++size) {
        limbs_.push_back(limbs_for(voters.size(), size));
        rows_.emplace_back(limbs_.back() * cells_, 0);
        most_limbs_ = std::max(most_limbs_, limbs_.back());
    }
    rows_[0][0] = 1;
    std::vector<Reach> const reach = reach_of(voters);
    for (std::size_t done = 0; done < voters.size(); ++done) {
        for (std::size_t size = std::min(done + 1, most_members); size > 0; --size)
            add(size, size - 1, voters[done], reach[size - 1].among(done), limbs_for(done + 1, size));
        if (done % unsettled_additions == unsettled_additions - 1 || done + 1 == voters.size())
            for (std::size_t size = 0; size <= std::min(done + 1, most_members); ++size)
                settle(size, reach[size].among(done + 1));
    }
    accumulate();
}

/// Least and largest weight under the last rule that coalitions of each size can have; the whole side of the box when
/// there are several rules, whose cells do not lie in one row.
std::vector<CoalitionCounts::Reach> CoalitionCounts::reach_of(std::span<WeightVector const> voters) const {
    std::vector<Reach> reach(rows_.size());
    std::size_t const end = box_.empty() ? 0 : static_cast<std::size_t>(box_.back());
    bool const bounded = box_.size() == 1 && std::ranges::is_sorted(voters);
    std::uint64_t least = 0;
    for (std::size_t size = 0; size < reach.size(); ++size) {
        if (bounded && size > 0) least += voters[size - 1][0];
        reach[size].least = static_cast<std::size_t>(std::min<std::uint64_t>(least, end + 1));
        for (std::size_t done = 0; done <= voters.size(); ++done) {
            std::uint64_t most = bounded ? 0 : end;
            if (bounded && size <= done)
                most = size == 0      ? 0
                       : done == size ? least
                                      : reach[size].most.back() + voters[done - 1][0] - voters[done - 1 - size][0];
            reach[size].most.push_back(most);
        }
        for (std::uint64_t& most : reach[size].most) most = std::min<std::uint64_t>(most, end);
    }
    return reach;
}

std::size_t CoalitionCounts::cell(WeightVector const& at) const {
    std::size_t index = 0;
    for (std::size_t rule = 0; rule < at.size(); ++rule) index += static_cast<std::size_t>(at[rule]) * stride_[rule];
    return index;
}

/// target[c + weight] += source[c], limb by limb, for the cells that stay inside the box.
void CoalitionCounts::add(std::size_t target, std::size_t source, WeightVector const& weight, Range range,
                          std::size_t most_limbs) {
    for (std::size_t rule = 0; rule < box_.size(); ++rule)
        if (weight[rule] > box_[rule]) return;
    std::size_t const shift = cell(weight);
    std::size_t const run = box_.empty() ? 1 : static_cast<std::size_t>(box_.back() - weight.back()) + 1;
    std::size_t const step = box_.empty() ? 1 : static_cast<std::size_t>(box_.back()) + 1;
    std::size_t const last = std::min(run, range.last);
    std::size_t const limbs = std::min({limbs_[target], limbs_[source], most_limbs});
    for (std::size_t begin = 0; begin + shift < cells_; begin += step) {
        bool inside = true;
        for (std::size_t rule = 0; rule + 1 < box_.size(); ++rule)
            inside = inside &&
                     begin / stride_[rule] % (static_cast<std::size_t>(box_[rule]) + 1) + weight[rule] <= box_[rule];
        if (!inside) continue;
        for (std::size_t limb = 0; limb < limbs; ++limb) {
            std::uint64_t* const to = plane(target, limb) + begin + shift;
            std::uint64_t const* const from = plane(source, limb) + begin;
            for (std::size_t c = range.first; c < last; ++c) to[c] += from[c];
        }
    }
}

void CoalitionCounts::settle(std::size_t size, Range range) {
    bool const one_row = box_.size() == 1;
    std::size_t const first = one_row ? range.first : 0;
    std::size_t const last = one_row ? range.last : cells_;
    for (std::size_t limb = 0; limb + 1 < limbs_[size]; ++limb) {
        std::uint64_t* const low = plane(size, limb);
        std::uint64_t* const high = plane(size, limb + 1);
        for (std::size_t c = first; c < last; ++c) {
            high[c] += low[c] >> limb_bits;
            low[c] &= limb_mask;
        }
    }
}

/// From counts at a cell to counts within the box that it is the corner of, rule by rule.
void CoalitionCounts::accumulate() {
    for (std::size_t size = 0; size < rows_.size(); ++size)
        for (std::size_t rule = 0; rule < box_.size(); ++rule) {
            std::size_t const side = static_cast<std::size_t>(box_[rule]) + 1;
            for (std::size_t c = 0; c < cells_; ++c) {
                if (c / stride_[rule] % side == 0) continue;
                std::uint64_t carry = 0;
                for (std::size_t limb = 0; limb < limbs_[size]; ++limb) {
                    std::uint64_t const sum = plane(size, limb)[c] + plane(size, limb)[c - stride_[rule]] + carry;
                    plane(size, limb)[c] = sum & limb_mask;
                    carry = sum >> limb_bits;
                }
                assert(carry == 0);
            }
        }
}

void CoalitionCounts::collect(SignedLimbs& sum, std::size_t size, WeightVector const& corner, std::int64_t sign) const {
    if (size >= rows_.size()) return;
    std::uint64_t const* const low = rows_[size].data() + cell(corner);
    for (std::size_t limb = 0; limb < limbs_[size]; ++limb)
        sum[limb] += sign * static_cast<std::int64_t>(low[limb * cells_]);
}

boost::multiprecision::cpp_int CoalitionCounts::number(SignedLimbs const& limbs) {
    boost::multiprecision::cpp_int sum = 0;
    for (std::size_t limb = limbs.size(); limb-- > 0;) sum = sum * (std::int64_t{1} << limb_bits) + limbs[limb];
    return sum;
}

} // namespace casus::game
