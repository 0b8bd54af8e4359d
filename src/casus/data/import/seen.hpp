// What has been seen before, by 128-bit fingerprints: rows of a file, keys of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace casus::data {

/// A fingerprint that grows with every part. Among a million different ones two are equal with a chance below 1e-26.
class Fingerprint {
public:
    void add(std::uint64_t part) {
        low_ = turned((low_ ^ part) * 0x9e3779b97f4a7c15u);
        high_ = turned((high_ + part) * 0xc2b2ae3d27d4eb4fu);
    }
    /// The bytes and their number, so that "ab", "c" differs from "a", "bc".
    void add(std::string_view bytes);

    [[nodiscard]] std::uint64_t low() const { return low_; }
    [[nodiscard]] std::uint64_t high() const { return high_; }

private:
    static std::uint64_t turned(std::uint64_t word) { return word ^ (word >> 32); }
    std::uint64_t low_ = 0x2545f4914f6cdd1du;
    std::uint64_t high_ = 0x9fb21c651e98df25u;
};

/// A set of fingerprints.
class Seen {
public:
    Seen();
    /// True where it was there already.
    bool insert(Fingerprint const& print);

private:
    struct Slot {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
    };
    std::vector<Slot> slots_; ///< a power of two of them, at most half taken; zeros: free
    std::size_t taken_ = 0;
    void grow();
    [[nodiscard]] std::size_t place_of(Slot const& slot) const;
};

} // namespace casus::data
