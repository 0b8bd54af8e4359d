#include "casus/base/random.hpp"

#include "casus/base/vector_math.hpp"

#include <Random123/philox.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace casus {

namespace {

constexpr std::size_t lanes = 64;
using Words = std::array<std::uint32_t, lanes>;
using Normals = std::array<double, lanes>;

std::uint32_t year_and_purpose(RandomKey const& key) {
    assert(key.year < (1u << 16));
    return (key.year << 16) | static_cast<std::uint32_t>(key.purpose);
}

std::uint32_t low_word(std::uint64_t seed) { return static_cast<std::uint32_t>(seed); }
std::uint32_t high_word(std::uint64_t seed) { return static_cast<std::uint32_t>(seed >> 32); }

double uniform(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

struct Pair {
    double first;
    double second;
};

/// Two independent standard normals from two uniforms: a radius and a direction.
Pair box_muller(double u, double v) {
    double const radius = std::sqrt(-2.0 * lane::log(u));
    auto const [sine, cosine] = lane::sine_cosine_of_turns(v);
    return {radius * cosine, radius * sine};
}

/// One round of Philox 4×32 on every lane.
void philox_round(Words& c0, Words& c1, Words& c2, Words& c3, std::uint32_t k0, std::uint32_t k1) {
    for (std::size_t l = 0; l < lanes; ++l) {
        std::uint64_t const p0 = std::uint64_t{PHILOX_M4x32_0} * c0[l];
        std::uint64_t const p1 = std::uint64_t{PHILOX_M4x32_1} * c2[l];
        std::uint32_t const x = static_cast<std::uint32_t>(p1 >> 32) ^ c1[l] ^ k0;
        std::uint32_t const y = static_cast<std::uint32_t>(p0 >> 32) ^ c3[l] ^ k1;
        c0[l] = x;
        c1[l] = static_cast<std::uint32_t>(p1);
        c2[l] = y;
        c3[l] = static_cast<std::uint32_t>(p0);
    }
}

/// The words that `uniforms` makes its numbers from, for the counters whose last words stand in c3.
void philox(RandomKey const& key, Words& c0, Words& c1, Words& c2, Words& c3) {
    c0.fill(key.run);
    c1.fill(year_and_purpose(key));
    c2.fill(key.i);
    std::uint32_t k0 = low_word(key.seed);
    std::uint32_t k1 = high_word(key.seed);
    for (int round = 0; round < 10; ++round) {
        philox_round(c0, c1, c2, c3, k0, k1);
        k0 += PHILOX_W32_0;
        k1 += PHILOX_W32_1;
    }
}

void box_muller(Words const& u, Words const& v, Normals& first, Normals& second) {
    for (std::size_t l = 0; l < lanes; ++l) {
        Pair const pair = box_muller(uniform(u[l]), uniform(v[l]));
        first[l] = pair.first;
        second[l] = pair.second;
    }
}

} // namespace

std::array<double, 4> uniforms(RandomKey const& key, std::uint32_t block) {
    r123::Philox4x32::ctr_type const counter{{key.run, year_and_purpose(key), key.i, block}};
    r123::Philox4x32::key_type const words{{low_word(key.seed), high_word(key.seed)}};
    auto const drawn = r123::Philox4x32{}(counter, words);
    return {uniform(drawn[0]), uniform(drawn[1]), uniform(drawn[2]), uniform(drawn[3])};
}

std::array<double, 4> normals(RandomKey const& key, std::uint32_t block) {
    auto const u = uniforms(key, block);
    Pair const a = box_muller(u[0], u[1]);
    Pair const b = box_muller(u[2], u[3]);
    return {a.first, a.second, b.first, b.second};
}

void fill_normals(RandomKey const& key, std::span<std::uint32_t const> blocks, std::span<double> out) {
    assert(out.size() == 4 * blocks.size());
    Words c0;
    Words c1;
    Words c2;
    Words c3;
    Normals n0;
    Normals n1;
    Normals n2;
    Normals n3;
    for (std::size_t start = 0; start < blocks.size(); start += lanes) {
        std::size_t const used = std::min(lanes, blocks.size() - start);
        c3.fill(0);
        for (std::size_t l = 0; l < used; ++l) c3[l] = blocks[start + l];
        philox(key, c0, c1, c2, c3);
        box_muller(c0, c1, n0, n1);
        box_muller(c2, c3, n2, n3);
        double* const to = out.data() + 4 * start;
        for (std::size_t l = 0; l < used; ++l) {
            to[4 * l] = n0[l];
            to[4 * l + 1] = n1[l];
            to[4 * l + 2] = n2[l];
            to[4 * l + 3] = n3[l];
        }
    }
}

} // namespace casus
