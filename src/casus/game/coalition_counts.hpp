// How many coalitions there are of every size and weight: the table behind voting_power().
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace casus::game {

/// Weights of one voter under every rule of the box.
using WeightVector = std::vector<std::uint64_t>;

/// Counts of the coalitions of `size` voters whose weights stay within a box, for every corner of the box. Numbers are
/// held in limbs of 48 bits, a plane of cells per limb, so that additions are vector additions; carries are settled
/// before the spare 16 bits are used up.
class CoalitionCounts {
public:
    /// Coalitions of at most `most_members` voters with weights at most `box`.
    CoalitionCounts(std::span<WeightVector const> voters, WeightVector box, std::size_t most_members);

    /// A sum of counts, limb by limb, with signs; holds some 2^15 terms.
    using SignedLimbs = std::vector<std::int64_t>;

    [[nodiscard]] SignedLimbs nothing() const { return SignedLimbs(most_limbs_, 0); }

    /// Adds (sign 1) or takes away (sign −1) the coalitions of `size` voters with weights at most `corner` under every
    /// rule; corner within the box.
    void collect(SignedLimbs& sum, std::size_t size, WeightVector const& corner, std::int64_t sign) const;

    [[nodiscard]] static boost::multiprecision::cpp_int number(SignedLimbs const& limbs);

    /// Bytes that the table takes.
    [[nodiscard]] static double bytes(std::size_t voters, WeightVector const& box, std::size_t most_members);

private:
    /// Cells of a row under the last rule, [first, last).
    struct Range {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    /// Where coalitions of one size lie, by the number of voters entered.
    struct Reach {
        std::size_t least = 0;
        std::vector<std::uint64_t> most;
        [[nodiscard]] Range among(std::size_t voters) const {
            return {least, static_cast<std::size_t>(most[voters]) + 1};
        }
    };

    [[nodiscard]] std::vector<Reach> reach_of(std::span<WeightVector const> voters) const;
    void add(std::size_t target, std::size_t source, WeightVector const& weight, Range range, std::size_t most_limbs);
    void settle(std::size_t size, Range range);
    void accumulate();
    [[nodiscard]] std::size_t cell(WeightVector const& at) const;
    [[nodiscard]] std::uint64_t* plane(std::size_t size, std::size_t limb) {
        return rows_[size].data() + limb * cells_;
    }

    WeightVector box_;
    std::vector<std::size_t> stride_;
    std::size_t cells_ = 1;
    std::size_t most_limbs_ = 1;
    std::vector<std::size_t> limbs_;               ///< by size
    std::vector<std::vector<std::uint64_t>> rows_; ///< by size: limbs × cells
};

} // namespace casus::game
