#include "casus/measure/threat.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace casus::measure {
namespace {

constexpr std::size_t dyads = 1000;

ThreatCoefficients const coefficients{.constant = 0.1,
                                      .power = 0.9,
                                      .proximity = 0.7,
                                      .offence = 0.4,
                                      .hostility = 0.8,
                                      .depth = 0.3,
                                      .reference = 0.5, // so high that T = 1 stays out of the way of strict order
                                      .land_reach = 1500.0,
                                      .sea_reach = 6000.0};

ThreatColumns random_columns() {
    ThreatColumns c;
    c.resize(dyads);
    for (std::size_t n = 0; n < dyads; ++n) {
        RandomKey const key{.seed = 11, .purpose = Purpose::Test, .i = static_cast<std::uint32_t>(n)};
        auto const a = uniforms(key, 0);
        auto const b = uniforms(key, 1);
        auto const d = uniforms(key, 2);
        c.target_power[n] = 0.3 * a[0];
        c.sender_power[n] = 0.001 + 0.25 * a[1];
        c.distance[n] = 10000.0 * a[2];
        c.contiguity[n] = a[3] < 0.3 ? 1.0 : 0.0;
        c.barrier[n] = 0.05 + 0.95 * b[0];
        c.sender_land[n] = b[1];
        c.sender_sea[n] = b[2];
        c.landlocked[n] = b[3] < 0.2 ? 1.0 : 0.0;
        c.sender_offence[n] = 0.05 + 0.95 * d[0];
        c.hostility[n] = 0.01 + 0.98 * d[1];
        c.target_depth[n] = 0.001 + 0.99 * d[2];
    }
    return c;
}

std::vector<double> threats_of(ThreatColumns const& c, ThreatCoefficients const& k = coefficients) {
    ThreatTerms terms;
    terms.resize(c.size());
    std::vector<double> out(c.size());
    threats(c, k, terms, out);
    return out;
}

/// The formulas of theory, section 1, one dyad at a time with the C library's functions.
double plain_threat(ThreatColumns const& c, std::size_t n, ThreatCoefficients const& k) {
    auto const floored = [](double x) { return std::max(x, 1e-6); };
    double const land_distance = c.contiguity[n] == 1.0 ? 1.0 : std::exp(-c.distance[n] / k.land_reach);
    double const by_land = c.sender_land[n] * c.barrier[n] * land_distance;
    double by_sea = c.sender_sea[n] * std::exp(-c.distance[n] / k.sea_reach);
    if (c.landlocked[n] == 1.0) by_sea /= 2.0;
    double const p = floored(c.sender_power[n]);
    double const score = k.constant + k.power * std::log(floored(p / (c.target_power[n] + p))) +
                         k.proximity * std::log(floored(std::max(by_land, by_sea))) +
                         k.offence * std::log(floored(c.sender_offence[n])) +
                         k.hostility * std::log(floored(c.hostility[n])) -
                         k.depth * std::log(floored(c.target_depth[n]));
    double const logistic_score = 1.0 / (1.0 + std::exp(-(score - k.reference)));
    return std::min(1.0, logistic_score / 0.5);
}

TEST(Threat, AgreesWithThePlainFormula) {
    ThreatColumns const c = random_columns();
    for (double const reference : {-3.0, -1.0, 0.5}) {
        ThreatCoefficients k = coefficients;
        k.reference = reference;
        auto const fast = threats_of(c, k);
        for (std::size_t n = 0; n < dyads; ++n) ASSERT_NEAR(fast[n], plain_threat(c, n, k), 1e-13) << n;
    }
}

TEST(Threat, TheTermsAddUpToTheScore) {
    ThreatColumns const c = random_columns();
    ThreatTerms terms;
    terms.resize(dyads);
    std::vector<double> out(dyads);
    threats(c, coefficients, terms, out);
    for (std::size_t n = 0; n < dyads; ++n) {
        double const score = threat_score(terms, n, coefficients);
        ASSERT_NEAR(out[n], std::min(1.0, 2.0 / (1.0 + std::exp(coefficients.reference - score))), 1e-13);
        ASSERT_NEAR(std::log(terms.proximity[n]), terms.logs[1][n], 1e-13);
        ASSERT_LE(terms.proximity[n], 1.0);
    }
}

struct Move {
    char const* name;
    int direction; ///< of T: +1 rises, −1 falls
    bool strictly; ///< false where the other way of reaching the target may hide the move
    std::function<void(ThreatColumns&, std::size_t)> make;
};

TEST(Threat, MovesAsTheTheorySays) {
    // The share of [0,1] figures is raised toward 1 so that they stay in range.
    auto const toward_one = [](std::vector<double>& column, std::size_t n) { column[n] += 0.2 * (1.0 - column[n]); };
    std::vector<Move> const moves{
        {"sender's power", +1, true, [](auto& c, auto n) { c.sender_power[n] *= 1.3; }},
        {"own power", -1, true, [](auto& c, auto n) { c.target_power[n] = 1.3 * c.target_power[n] + 0.001; }},
        {"offence", +1, true, [&](auto& c, auto n) { toward_one(c.sender_offence, n); }},
        {"hostility", +1, true, [&](auto& c, auto n) { toward_one(c.hostility, n); }},
        {"depth", -1, true, [&](auto& c, auto n) { toward_one(c.target_depth, n); }},
        {"distance", -1, false, [](auto& c, auto n) { c.distance[n] += 300.0; }},
        {"barrier (1 is open land)", +1, false, [&](auto& c, auto n) { toward_one(c.barrier, n); }},
        {"contiguity", +1, false, [](auto& c, auto n) { c.contiguity[n] = 1.0; }},
        {"army", +1, false, [&](auto& c, auto n) { toward_one(c.sender_land, n); }},
        {"navy", +1, false, [&](auto& c, auto n) { toward_one(c.sender_sea, n); }},
        {"landlocked", -1, false, [](auto& c, auto n) { c.landlocked[n] = 1.0; }},
    };
    ThreatColumns const c = random_columns();
    auto const before = threats_of(c);
    for (Move const& move : moves) {
        ThreatColumns moved = c;
        for (std::size_t n = 0; n < dyads; ++n) move.make(moved, n);
        auto const after = threats_of(moved);
        std::size_t strict = 0;
        for (std::size_t n = 0; n < dyads; ++n) {
            double const rise = move.direction * (after[n] - before[n]);
            // Where nothing that counts has changed the two are equal to the bit.
            ASSERT_GE(rise, 0.0) << move.name << ' ' << n;
            strict += rise > 0.0 ? 1 : 0;
        }
        EXPECT_GE(strict, move.strictly ? dyads : dyads / 20) << move.name;
    }
}

TEST(Threat, StaysInTheUnitInterval) {
    ThreatColumns const c = random_columns();
    for (double const reference : {-50.0, -2.0, 0.0, 50.0, 5000.0}) {
        ThreatCoefficients k = coefficients;
        k.reference = reference;
        for (double const t : threats_of(c, k)) {
            ASSERT_GE(t, 0.0);
            ASSERT_LE(t, 1.0);
        }
    }
}

/// One dyad with everything at a middling level.
ThreatColumns middling() {
    ThreatColumns c;
    c.resize(1);
    c.target_power[0] = 0.05;
    c.sender_power[0] = 0.1;
    c.distance[0] = 800.0;
    c.contiguity[0] = 0.0;
    c.barrier[0] = 1.0;
    c.sender_land[0] = 0.8;
    c.sender_sea[0] = 0.8;
    c.landlocked[0] = 0.0;
    c.sender_offence[0] = 0.5;
    c.hostility[0] = 0.3;
    c.target_depth[0] = 0.4;
    return c;
}

TEST(Threat, OfNothingIsSmallAndFinite) {
    for (auto const column :
         {&ThreatColumns::sender_power, &ThreatColumns::hostility, &ThreatColumns::sender_offence}) {
        ThreatColumns c = middling();
        double const before = threats_of(c)[0];
        (c.*column)[0] = 0.0;
        double const after = threats_of(c)[0];
        EXPECT_TRUE(std::isfinite(after));
        EXPECT_GT(after, 0.0);
        EXPECT_LT(after, 0.1 * before);
    }
    ThreatColumns nothing;
    nothing.resize(1);
    EXPECT_TRUE(std::isfinite(threats_of(nothing)[0])); // both without power, no depth, no reach
    EXPECT_GE(threats_of(nothing)[0], 0.0);
}

TEST(Threat, AnArmyAcrossWaterIsBelowANavy) {
    for (double const distance : {50.0, 400.0, 1000.0, 5000.0}) {
        for (double const barrier : {0.0, 1.0}) { // 1: a case that leaves the barrier out
            ThreatColumns army = middling();
            army.distance[0] = distance;
            army.barrier[0] = barrier;
            ThreatColumns navy = army;
            army.sender_sea[0] = 0.0;
            navy.sender_land[0] = 0.0;
            EXPECT_LT(threats_of(army)[0], threats_of(navy)[0]) << distance << ' ' << barrier;
        }
    }
}

TEST(Threat, ContiguityBeatsDistance) {
    ThreatColumns far_capital = middling(); // a common border, capitals far apart
    far_capital.contiguity[0] = 1.0;
    far_capital.distance[0] = 6000.0;
    ThreatColumns near_capital = middling();
    near_capital.distance[0] = 100.0;
    near_capital.sender_sea[0] = far_capital.sender_sea[0] = 0.0;
    EXPECT_GT(threats_of(far_capital)[0], threats_of(near_capital)[0]);
    ThreatColumns nearer = far_capital;
    nearer.distance[0] = 10.0;
    EXPECT_EQ(threats_of(nearer)[0], threats_of(far_capital)[0]); // an army over the border counts no kilometres
}

TEST(Shortfall, IsAShareOfWhatBears) {
    EXPECT_EQ(shortfall(0.0, 0.0), 0.0);
    EXPECT_EQ(shortfall(0.2, 0.0), 0.0);
    EXPECT_EQ(shortfall(0.0, 0.1), 1.0);
    EXPECT_NEAR(shortfall(0.3, 0.1), 0.25, 1e-15);
    EXPECT_GT(shortfall(0.3, 0.2), shortfall(0.3, 0.1));
    EXPECT_LT(shortfall(0.4, 0.1), shortfall(0.3, 0.1));
}

} // namespace
} // namespace casus::measure
