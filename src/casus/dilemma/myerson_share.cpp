#include "casus/dilemma/myerson_share.hpp"

#include "casus/game/union_value.hpp"

#include <cassert>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

/// Player 0 is the leader, player i + 1 member i.
struct PairWorths {
    std::size_t players;
    std::vector<double> worth; ///< [player][player]
    game::Links ties;
};

PairWorths pair_worths(SystemGame game, Inputs const& in, Risks const& risks) {
    std::size_t const n = in.members + 1;
    PairWorths pairs{n, std::vector<double>(n * n, 0.0), {}};
    for (std::size_t a = 0; a < in.members; ++a) {
        double const allegiance = risks.member[a].allegiance;
        pairs.worth[a + 1] = allegiance * std::sqrt(in.power * in.member_power[a]);
        if (allegiance > 0.0) pairs.ties.emplace_back(0, a + 1);
        for (std::size_t b = a + 1; b < in.members; ++b) {
            double const link = in.link[in.pair(a, b)];
            double const joint = std::sqrt(in.member_power[a] * in.member_power[b]);
            pairs.worth[(a + 1) * n + b + 1] = game == SystemGame::Brokered ? joint : link * joint;
            if (link > 0.0) pairs.ties.emplace_back(a + 1, b + 1);
        }
    }
    return pairs;
}

} // namespace

double myerson_share(SystemGame game, Inputs const& in, Risks const& risks) {
    assert(in.members <= most_myerson_members);
    PairWorths const pairs = pair_worths(game, in, risks);
    auto const v = game::DenseGame::tabulate(pairs.players, [&](game::Coalition s) {
        double sum = 0.0;
        for (std::size_t a = 0; a < pairs.players; ++a)
            for (std::size_t b = a + 1; b < pairs.players; ++b)
                if ((s >> a & 1) && (s >> b & 1)) sum += pairs.worth[a * pairs.players + b];
        return sum;
    });
    game::Allocation const value = game::myerson(v, pairs.ties);
    double all = 0.0;
    for (double const x : value) all += x;
    return all > 0.0 ? value[0] / all : std::numeric_limits<double>::quiet_NaN();
}

} // namespace casus::dilemma
