#include "casus/game/voting_power.hpp"

#include "casus/game/coalition_counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace casus::game {

namespace {

/// The rules as a box of weights and a bound on size, for complements of winning coalitions or for losing coalitions.
struct Box {
    std::size_t players = 0;
    std::vector<WeightVector> weights; ///< per player, under the rules that weigh players differently
    WeightVector corner;
    std::size_t most_members = 0;
    bool complements = true; ///< the coalitions counted are complements of winning ones; else losing ones
};

bool weighs_alike(VotingRule const& rule) {
    return std::ranges::all_of(rule.weights, [&](std::uint64_t w) { return w == rule.weights.front(); });
}

Box box_of(std::span<VotingRule const> rules) {
    Box box;
    box.players = rules.front().weights.size();
    box.most_members = box.players;
    box.weights.resize(box.players);
    // One rule is its own dual's equal in power: count on the smaller side.
    box.complements = rules.size() > 1 || rules[0].total() - rules[0].quota < rules[0].quota - 1;
    for (VotingRule const& rule : rules) {
        std::uint64_t const bound = box.complements ? rule.total() - rule.quota : rule.quota - 1;
        if (weighs_alike(rule) && rule.weights[0] > 0) {
            box.most_members = std::min<std::size_t>(box.most_members, bound / rule.weights[0]);
            continue;
        }
        box.corner.push_back(bound);
        for (std::size_t i = 0; i < box.players; ++i) box.weights[i].push_back(rule.weights[i]);
    }
    return box;
}

/// Takes one weight from `corner`; false, and the corner is spoilt, below zero.
bool take(WeightVector& corner, WeightVector const& weight) {
    for (std::size_t rule = 0; rule < corner.size(); ++rule) {
        if (corner[rule] < weight[rule]) return false;
        corner[rule] -= weight[rule];
    }
    return true;
}

/// Adds sign · the coalitions of t others within `corner`, the player taken out of the counts.
void collect_without(CoalitionCounts::SignedLimbs& sum, CoalitionCounts const& counts, WeightVector corner,
                     WeightVector const& weight, std::size_t t, std::int64_t sign) {
    for (std::size_t j = 0;; ++j, sign = -sign) {
        counts.collect(sum, t - j, corner, sign);
        if (j == t || !take(corner, weight)) return;
    }
}

/// Swings of a player by the size t of the counted coalition.
std::vector<BigInteger> swings_by_size(CoalitionCounts const& counts, Box const& box, WeightVector const& weight) {
    std::vector<BigInteger> swings(box.players, 0);
    WeightVector inner = box.corner;
    bool const fits = take(inner, weight);
    for (std::size_t t = 0; t < box.players && t <= box.most_members; ++t) {
        CoalitionCounts::SignedLimbs sum = counts.nothing();
        collect_without(sum, counts, box.corner, weight, t, 1);
        if (fits && t + 1 <= box.most_members) collect_without(sum, counts, inner, weight, t, -1);
        swings[t] = CoalitionCounts::number(sum);
    }
    return swings;
}

double ratio(BigInteger const& part, BigInteger const& whole) {
    return whole == 0 ? 0.0 : boost::multiprecision::cpp_rational(part, whole).convert_to<double>();
}

void require_room(Box const& box, std::size_t most_bytes) {
    double const need = CoalitionCounts::bytes(box.players, box.corner, box.most_members);
    if (need <= static_cast<double>(most_bytes)) return;
    throw Error(Problem{.place = {},
                        .what = {fmt::format("the counting table would need {:.3g} GiB", need / 1073741824.0),
                                 fmt::format("计数表需要 {:.3g} GiB", need / 1073741824.0)},
                        .found = {},
                        .expected = {"smaller weights (divide by a common factor) or fewer rules",
                                     "较小的权重（约去公因数）或较少的规则"},
                        .nearest = {}});
}

/// Swings and pivots of everyone; equal weights have equal power.
void count_swings(VotingPower& power, Box const& box, CoalitionCounts const& counts,
                  std::span<BigInteger const> factorial) {
    std::map<WeightVector, std::size_t> first_of;
    for (std::size_t i = 0; i < box.players; ++i) {
        auto const [same, is_new] = first_of.emplace(box.weights[i], i);
        BigInteger swings = is_new ? 0 : power.swings[same->second];
        BigInteger pivots = is_new ? 0 : power.pivots[same->second];
        if (is_new) {
            std::vector<BigInteger> const by_size = swings_by_size(counts, box, box.weights[i]);
            for (std::size_t t = 0; t < box.players; ++t) {
                swings += by_size[t];
                pivots += by_size[t] * (factorial[t] * factorial[box.players - 1 - t]);
            }
        }
        power.swings.push_back(swings);
        power.pivots.push_back(pivots);
    }
}

BigInteger count_winning(Box const& box, CoalitionCounts const& counts) {
    CoalitionCounts::SignedLimbs sum = counts.nothing();
    for (std::size_t t = 0; t <= box.most_members; ++t) counts.collect(sum, t, box.corner, 1);
    BigInteger const counted = CoalitionCounts::number(sum);
    return box.complements ? counted : (BigInteger(1) << box.players) - counted;
}

} // namespace

VotingPower voting_power(std::span<VotingRule const> rules, std::size_t most_bytes) {
    assert(!rules.empty());
    Box const box = box_of(rules);
    require_room(box, most_bytes);
    std::size_t const n = box.players;
    std::vector<WeightVector> ascending = box.weights; // light voters first keep the table small for longer
    std::ranges::sort(ascending);
    CoalitionCounts const counts(ascending, box.corner, box.most_members);
    std::vector<BigInteger> factorial(n + 1, 1);
    for (std::size_t k = 1; k <= n; ++k) factorial[k] = factorial[k - 1] * k;

    VotingPower power;
    count_swings(power, box, counts, factorial);
    power.winning = count_winning(box, counts);
    BigInteger const all_swings = std::accumulate(power.swings.begin(), power.swings.end(), BigInteger(0));
    for (std::size_t i = 0; i < n; ++i) {
        power.shapley_shubik.push_back(ratio(power.pivots[i], factorial[n]));
        power.banzhaf.push_back(ratio(power.swings[i], BigInteger(1) << (n - 1)));
        power.normalised_banzhaf.push_back(ratio(power.swings[i], all_swings));
    }
    return power;
}

} // namespace casus::game
