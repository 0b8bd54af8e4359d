#include "casus/world/parameters.hpp"

#include "casus/world/random_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace casus {
namespace {

using enum Parameter;

using Figures = std::array<Figure, parameter_count>;
using Blocks = std::vector<std::pair<std::vector<Parameter>, std::vector<double>>>;

Figure& at(Figures& figures, Parameter p) { return figures[static_cast<std::size_t>(p)]; }

/// Everything certain, in range.
Figures plain_figures() {
    Figures figures;
    for (ParameterInfo const& p : all_parameters()) at(figures, p.parameter).value = std::max(p.low, 0.0);
    return figures;
}

TEST(Parameters, TheTableStandsInTheOrderOfTheNames) {
    std::set<std::string_view> keys;
    for (std::size_t n = 0; n < parameter_count; ++n) {
        ParameterInfo const& p = all_parameters()[n];
        EXPECT_EQ(static_cast<std::size_t>(p.parameter), n) << p.key;
        EXPECT_TRUE(keys.insert(p.key).second) << p.key;
        EXPECT_LT(p.low, p.high) << p.key;
        EXPECT_FALSE(p.meaning.en.empty() || p.meaning.zh.empty()) << p.key;
    }
}

TEST(Parameters, WithChangesOneValueInACopy) {
    Parameters const p = random_parameters(1);
    Parameters const changed = p.with(Repair, 0.9);
    EXPECT_EQ(changed[Repair], 0.9);
    EXPECT_NE(p[Repair], 0.9);
    EXPECT_EQ(p.with(Repair, 1.7)[Repair], 1.0);
    EXPECT_EQ(p.with(Temperature, -1.0)[Temperature], 0.001);
    EXPECT_EQ(changed.sd(Repair), p.sd(Repair));
    EXPECT_EQ(changed.set_name(), "random");
    for (ParameterInfo const& each : all_parameters())
        if (each.parameter != Repair) { EXPECT_EQ(changed[each.parameter], p[each.parameter]); }
}

TEST(ParameterDraws, CentreOnWhatWithSetAndKeepTheirDistance) {
    Parameters const p = random_parameters(2);
    Parameters const moved = p.with(ThreatConstant, p[ThreatConstant] + 3.0);
    Parameters a = p;
    Parameters b = moved;
    p.draw(1, 4, a);
    moved.draw(1, 4, b);
    EXPECT_NEAR(b[ThreatConstant] - a[ThreatConstant], 3.0, 1e-12);
    EXPECT_EQ(a[ThreatPower], b[ThreatPower]);
}

TEST(ParameterDraws, AreAFunctionOfSeedAndRunOnly) {
    Parameters const p = random_parameters(3);
    auto const drawn = [&](std::uint64_t seed, std::uint32_t run) {
        Parameters into = p;
        p.draw(seed, run, into);
        return into;
    };
    Parameters scratch = drawn(5, 1);
    p.draw(4, 1, scratch);
    std::size_t differing = 0;
    for (ParameterInfo const& each : all_parameters()) {
        EXPECT_EQ(scratch[each.parameter], drawn(4, 1)[each.parameter]);
        differing += drawn(4, 1)[each.parameter] != drawn(4, 2)[each.parameter] ? 1 : 0;
    }
    EXPECT_GT(differing, parameter_count / 2);
}

TEST(ParameterDraws, StayInRange) {
    Figures figures = plain_figures();
    at(figures, Repair).sd = 3.0;
    at(figures, ShareChallenger) = {0.6, 3.0, {}, {}};
    Parameters const p = make_parameters("wide", figures);
    Parameters into = p;
    std::set<double> repair;
    std::set<double> share;
    for (std::uint32_t run = 0; run < 200; ++run) {
        p.draw(1, run, into);
        repair.insert(into[Repair]);
        share.insert(into[ShareChallenger]);
        EXPECT_EQ(into[Erosion], 0.0); // certain
    }
    EXPECT_EQ(*repair.begin(), 0.0);
    EXPECT_EQ(*repair.rbegin(), 1.0);
    EXPECT_EQ(*share.begin(), 0.5); // challengers concede
    EXPECT_EQ(*share.rbegin(), 1.0);
}

TEST(ParameterDraws, ReproduceACovariance) {
    constexpr std::uint32_t draws = 50000;
    std::vector<Parameter> const members{ThreatReference, ThreatConstant, ThreatPower}; // not in the table's order
    std::vector<double> const covariance{0.50,  0.30, -0.20,                            //
                                         0.30,  0.40, 0.05,                             //
                                         -0.20, 0.05, 0.30};
    Figures figures = plain_figures();
    at(figures, ThreatReference) = {-1.0, 9.0, {}, {}}; // the block's variance holds
    at(figures, ThreatConstant).value = 2.0;
    at(figures, ThreatPower).value = 10.0;           // far from its end at 0
    at(figures, LandReach) = {1500.0, 10.0, {}, {}}; // outside the block
    Parameters const p = make_parameters("fit", figures, {{members, covariance}});
    EXPECT_NEAR(p.sd(ThreatReference), std::sqrt(0.5), 1e-15);
    EXPECT_EQ(p.sd(LandReach), 10.0);

    Parameters into = p;
    std::array<double, 4> sum{};
    std::array<std::array<double, 4>, 4> products{};
    for (std::uint32_t run = 0; run < draws; ++run) {
        p.draw(2, run, into);
        std::array<double, 4> x{};
        for (std::size_t m = 0; m < 3; ++m) x[m] = into[members[m]] - p[members[m]];
        x[3] = (into[LandReach] - 1500.0) / 10.0;
        for (std::size_t a = 0; a < 4; ++a) {
            sum[a] += x[a];
            for (std::size_t b = 0; b < 4; ++b) products[a][b] += x[a] * x[b];
        }
    }
    auto const expected = [&](std::size_t a, std::size_t b) {
        if (a == 3 || b == 3) return a == b ? 1.0 : 0.0;
        return covariance[a * 3 + b];
    };
    for (std::size_t a = 0; a < 4; ++a) {
        EXPECT_NEAR(sum[a] / draws, 0.0, 4.0 * std::sqrt(expected(a, a) / draws));
        for (std::size_t b = 0; b < 4; ++b) {
            // The sampling variance of a covariance of normals: (σaa σbb + σab²)/n.
            double const error = std::sqrt((expected(a, a) * expected(b, b) + std::pow(expected(a, b), 2)) / draws);
            EXPECT_NEAR(products[a][b] / draws, expected(a, b), 4.0 * error) << a << ' ' << b;
        }
    }
}

std::string complaint(Blocks const& blocks) {
    try {
        (void)make_parameters("bad", plain_figures(), blocks);
    } catch (Error const& error) { return error.what(); }
    return {};
}

TEST(MakeParameters, RefusesAMatrixThatIsNoCovariance) {
    std::vector<Parameter> const two{ThreatConstant, ThreatPower};
    std::string const refusal = "covariance matrix is not symmetric and positive definite '2 × 2'";
    EXPECT_EQ(complaint({{two, {1.0, 2.0, 2.0, 1.0}}}), refusal);  // indefinite
    EXPECT_EQ(complaint({{two, {1.0, 1.0, 1.0, 1.0}}}), refusal);  // singular
    EXPECT_EQ(complaint({{two, {-1.0, 0.0, 0.0, 1.0}}}), refusal); // a negative variance
    EXPECT_EQ(complaint({{two, {1.0, 0.5, 0.2, 1.0}}}), refusal);  // not symmetric
    EXPECT_EQ(complaint({{two, {1.0, 0.2, 0.5, 1.0}}}), refusal);
    double const nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(complaint({{two, {1.0, nan, nan, 1.0}}}), refusal);
    EXPECT_EQ(complaint({{two, {1.0, 0.5, 0.5, 1.0}}}), "");
}

TEST(MakeParameters, KeepsBasisAndName) {
    Figures figures = plain_figures();
    at(figures, Erosion).basis = {Basis::Kind::Judgement, {}, "me", "why"};
    Parameters const p = make_parameters("mine", figures);
    EXPECT_EQ(p.set_name(), "mine");
    EXPECT_EQ(p.basis(Erosion), (Basis{Basis::Kind::Judgement, {}, "me", "why"}));
    EXPECT_EQ(p.basis(Repair), Basis{});
}

} // namespace
} // namespace casus
