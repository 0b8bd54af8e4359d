#include "casus/measure/agenda.hpp"

#include "casus/base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace casus::measure {

namespace {

constexpr std::size_t voters = 150;
constexpr std::size_t calls = 120;

/// Votes drawn from the model itself, one in twelve absent.
struct Simulated {
    std::vector<double> positions;
    std::vector<RollCallItem> items;
    std::vector<std::uint8_t> votes;

    [[nodiscard]] std::array<double, 3> shares(std::size_t call, double z) const {
        std::array<double, 3> p{1.0, std::exp(items[call].discrimination * z + items[call].steps[0]),
                                std::exp(2 * items[call].discrimination * z + items[call].steps[1])};
        double const sum = p[0] + p[1] + p[2];
        for (double& one : p) one /= sum;
        return p;
    }
};

Simulated simulated() {
    Simulated all;
    RandomKey key{.seed = 11, .purpose = Purpose::Test};
    for (std::uint32_t voter = 0; voter < voters; ++voter) all.positions.push_back(normals(key, voter)[0]);
    key.i = 1;
    for (std::uint32_t call = 0; call < calls; ++call) {
        auto const drawn = normals(key, call);
        all.items.push_back({drawn[0] > 0 ? 0.5 + drawn[0] : -0.5 + drawn[0], {drawn[1], drawn[2]}, 7});
    }
    key.i = 2;
    for (std::uint32_t voter = 0; voter < voters; ++voter)
        for (std::uint32_t call = 0; call < calls; ++call) {
            auto const drawn = uniforms(key, voter * static_cast<std::uint32_t>(calls) + call);
            auto const p = all.shares(call, all.positions[voter]);
            auto const vote = static_cast<std::uint8_t>(drawn[0] < p[0] ? 0 : drawn[0] < p[0] + p[1] ? 1 : 2);
            all.votes.push_back(drawn[1] < 1.0 / 12 ? no_vote : vote);
        }
    return all;
}

double correlation(std::vector<double> const& a, std::vector<double> const& b) {
    double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ma += a[i] / static_cast<double>(a.size());
        mb += b[i] / static_cast<double>(a.size());
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
        ab += (a[i] - ma) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

/// The marginal log posterior of items by a finer grid and in doubles, up to a constant.
double slow_log_posterior(Simulated const& truth, std::vector<RollCallItem> const& items) {
    Simulated model = truth;
    model.items = items;
    double sum = 0.0;
    for (RollCallItem const& item : items)
        sum -= item.discrimination * item.discrimination / 8 +
               (item.steps[0] * item.steps[0] + item.steps[1] * item.steps[1]) / 32;
    for (std::size_t voter = 0; voter < voters; ++voter) {
        double mass = 0.0;
        for (double z = -6; z <= 6; z += 0.05) {
            double log_mass = -0.5 * z * z;
            for (std::size_t call = 0; call < calls; ++call)
                if (std::uint8_t const vote = truth.votes[voter * calls + call]; vote != no_vote)
                    log_mass += std::log(model.shares(call, z)[vote]);
            mass += std::exp(log_mass + 80);
        }
        sum += std::log(mass);
    }
    return sum;
}

} // namespace

TEST(Agenda, FindsPositionsAndItemsAgain) {
    Simulated const truth = simulated();
    Agenda const agenda(voters, calls, truth.votes);
    EXPECT_TRUE(agenda.converged());
    std::vector<double> found, slopes, true_slopes;
    for (std::size_t voter = 0; voter < voters; ++voter) found.push_back(agenda.position(voter));
    double const sign = correlation(found, truth.positions) > 0 ? 1.0 : -1.0;
    EXPECT_GT(sign * correlation(found, truth.positions), 0.98);
    for (std::size_t call = 0; call < calls; ++call) {
        slopes.push_back(sign * agenda.items()[call].discrimination);
        true_slopes.push_back(truth.items[call].discrimination);
    }
    EXPECT_GT(correlation(slopes, true_slopes), 0.95);
    double error = 0.0;
    for (std::size_t call = 0; call < calls; ++call)
        for (double const z : {-1.0, 0.0, 1.0})
            for (std::size_t kind = 0; kind < 3; ++kind)
                error += std::abs(agenda.shares(call, sign * z)[kind] - truth.shares(call, z)[kind]);
    EXPECT_LT(error / (9 * calls), 0.05);
    EXPECT_GT(agenda.position_sd(0), 0.02);
    EXPECT_LT(agenda.position_sd(0), 0.4);
}

TEST(Agenda, StandsAtTheTopOfItsPosterior) {
    Simulated const truth = simulated();
    Agenda const agenda(voters, calls, truth.votes);
    std::vector<RollCallItem> items(agenda.items().begin(), agenda.items().end());
    double const top = slow_log_posterior(truth, items);
    for (std::size_t const call : {3U, 50U})
        for (double const move : {-0.15, 0.15}) {
            auto moved = items;
            moved[call].discrimination += move;
            EXPECT_LT(slow_log_posterior(truth, moved), top) << call << " " << move;
            moved = items;
            moved[call].steps[1] += 2 * move;
            EXPECT_LT(slow_log_posterior(truth, moved), top) << call << " " << move;
        }
}

TEST(Agenda, ExpectsTheDistancesThatTheModelMakes) {
    Simulated const truth = simulated();
    Agenda const agenda(voters, calls, truth.votes);
    std::vector<std::uint8_t> const leader(truth.votes.begin(), truth.votes.begin() + calls);
    auto const from = agenda.distances_from(leader);
    double residual = 0.0, error = 0.0;
    std::size_t counted = 0;
    for (std::size_t voter = 1; voter < voters; ++voter) {
        std::vector<double> const expected = from.expected(voter);
        for (std::size_t call = 0; call < calls; ++call) {
            std::uint8_t const vote = truth.votes[voter * calls + call];
            if (leader[call] == no_vote) {
                EXPECT_EQ(expected[call], 0.0);
                continue;
            }
            if (vote == no_vote) continue;
            auto const p = truth.shares(call, truth.positions[voter]);
            double meant = 0.0;
            for (int kind = 0; kind < 3; ++kind)
                meant += 0.5 * p[static_cast<std::size_t>(kind)] * std::abs(kind - static_cast<int>(leader[call]));
            residual += 0.5 * std::abs(static_cast<int>(vote) - static_cast<int>(leader[call])) - expected[call];
            error += std::abs(expected[call] - meant);
            ++counted;
        }
    }
    EXPECT_NEAR(residual / static_cast<double>(counted), 0.0, 0.01);
    EXPECT_LT(error / static_cast<double>(counted), 0.06);
}

/// One voter turns against the rest on a tenth of the agenda only: there it deviates beyond what its position says.
TEST(Agenda, ShowsWhoDeviatesSelectively) {
    Simulated truth = simulated();
    constexpr std::size_t voter = 7;
    std::vector<std::uint8_t> leader(calls);
    for (std::size_t call = 0; call < calls; ++call) {
        auto const p = truth.shares(call, truth.positions[voter]);
        leader[call] = p[2] > p[0] ? 2 : 0;
        if (call % 10 == 0) truth.votes[voter * calls + call] = leader[call] == 2 ? 0 : 2;
    }
    Agenda const agenda(voters, calls, truth.votes);
    std::vector<double> const expected = agenda.distances_from(leader).expected(voter);
    double on = 0.0, off = 0.0;
    for (std::size_t call = 0; call < calls; ++call) {
        std::uint8_t const vote = truth.votes[voter * calls + call];
        if (vote == no_vote) continue;
        double const residual =
            0.5 * std::abs(static_cast<int>(vote) - static_cast<int>(leader[call])) - expected[call];
        (call % 10 == 0 ? on : off) += residual;
    }
    EXPECT_GT(on / 12, 0.4);
    EXPECT_LT(off / 108, 0.02);
}

TEST(Agenda, KnowsOddAgendas) {
    Agenda const unanimous(3, 2, std::vector<std::uint8_t>{2, 1, 2, 1, 2, no_vote});
    EXPECT_TRUE(unanimous.converged());
    EXPECT_EQ(unanimous.shares(0, 1.3)[2], 1.0);
    EXPECT_EQ(unanimous.shares(1, -1.3)[1], 1.0);
    EXPECT_NEAR(unanimous.position(0), 0.0, 1e-6);
    Agenda const one(4, 1, std::vector<std::uint8_t>{0, 2, 2, no_vote});
    EXPECT_EQ(one.shares(0, 0.5)[1], 0.0);
    EXPECT_TRUE(std::isfinite(one.log_posterior()));
    EXPECT_LT(one.position(0) * one.position(1), 0.0);
    // Positions that separate the votes wholly leave items finite.
    std::vector<std::uint8_t> split;
    for (int voter = 0; voter < 20; ++voter)
        for (int call = 0; call < 15; ++call) split.push_back(voter < 10 ? 0 : 2);
    Agenda const parted(20, 15, split);
    EXPECT_TRUE(parted.converged());
    EXPECT_LT(std::abs(parted.items()[0].discrimination), 20.0);
    EXPECT_GT(std::abs(parted.position(0) - parted.position(19)), 1.0);
}

} // namespace casus::measure
