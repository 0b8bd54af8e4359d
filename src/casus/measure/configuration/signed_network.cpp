#include "casus/measure/configuration/signed_network.hpp"

#include <algorithm>
#include <numeric>

namespace casus::configuration {

namespace {

/// n × n: 1, −1, or 0 where there is no tie.
std::vector<std::int64_t> sign_matrix(SignedNetwork const& network) {
    std::size_t const n = network.actors.size();
    std::vector<std::int64_t> signs(n * n, 0);
    for (SignedTie const& tie : network.ties) signs[tie.from * n + tie.to] = signs[tie.to * n + tie.from] = tie.sign;
    return signs;
}

} // namespace

std::array<std::uint64_t, 4> triangles(SignedNetwork const& network) {
    std::size_t const n = network.actors.size();
    std::vector<std::int64_t> const signs = sign_matrix(network);
    std::array<std::uint64_t, 4> counts{};
    for (SignedTie const& tie : network.ties)
        for (std::size_t third = 0; third < n; ++third) {
            std::int64_t const one = signs[tie.from * n + third];
            std::int64_t const other = signs[tie.to * n + third];
            if (one == 0 || other == 0) continue;
            ++counts[static_cast<std::size_t>((tie.sign < 0) + (one < 0) + (other < 0))];
        }
    for (std::uint64_t& count : counts) count /= 3; // each was met from each of its ties
    return counts;
}

std::vector<std::size_t> components(SignedNetwork const& network) {
    std::vector<std::size_t> part(network.actors.size());
    std::iota(part.begin(), part.end(), std::size_t{0});
    auto const root = [&](std::size_t actor) {
        while (part[actor] != actor) actor = part[actor] = part[part[actor]];
        return actor;
    };
    for (SignedTie const& tie : network.ties) {
        std::size_t const a = root(tie.from);
        std::size_t const b = root(tie.to);
        part[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::size_t> number(part.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < part.size(); ++i) number[i] = root(i) == i ? next++ : number[root(i)];
    return number;
}

Frustration frustration(SignedNetwork const& network, std::uint64_t most_nodes) {
    WholeWeights const weights{.actors = network.actors.size(), .weights = sign_matrix(network)};
    BestBlocs best = best_blocs(weights, {.most_blocs = 2, .most_nodes = most_nodes});
    Frustration found{.blocs = std::move(best.blocs), .frustrated = {}, .nodes = best.nodes};
    std::int64_t enemies = 0;
    for (std::size_t t = 0; t < network.ties.size(); ++t) {
        SignedTie const& tie = network.ties[t];
        if (tie.sign < 0) ++enemies;
        if ((found.blocs[tie.from] == found.blocs[tie.to]) == (tie.sign < 0)) found.frustrated.push_back(t);
    }
    // Friends apart less enemies apart is the sum that was minimised; enemies together are those that are not apart.
    found.bound = static_cast<std::uint64_t>(std::max<std::int64_t>(0, best.bound + enemies));
    return found;
}

} // namespace casus::configuration
