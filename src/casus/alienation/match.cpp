#include "casus/alienation/match.hpp"

#include "casus/game/pair.hpp"

#include <array>
#include <cmath>

namespace casus::alienation {

namespace {

/// Calls use(assessed, position in match, ally, partner) for every cell of an issue that the case leaves to the rule.
template <class Use> void for_each_ruled(World const& world, std::size_t issue, Use use) {
    auto const given = world.values(Quantity::Match);
    std::size_t const cells = world.size().cells();
    for (std::size_t side = 0; side + 1 < world.size().sides; ++side) {
        std::size_t const partner = world.side_actor(side).index();
        for (std::size_t n = 0; n < world.size().assessed; ++n) {
            std::size_t const position = side * cells + n * world.size().issues + issue;
            if (std::isnan(given[position])) use(n, side, position, world.assessed()[n].index(), partner);
        }
    }
}

void by_trade(World const& world, Parameters const& parameters, std::size_t issue, Buffers& buffers) {
    auto const trade = world.values(Quantity::Trade);
    auto const gdp = world.values(Quantity::Gdp);
    double const half = parameters[Parameter::TradeHalf];
    for_each_ruled(world, issue, [&](std::size_t, std::size_t, std::size_t position, std::size_t i, std::size_t a) {
        double const x = gdp[i] > 0.0 ? trade[i * world.size().actors + a] / gdp[i] : 0.0;
        buffers.match[position] = x / (x + half);
    });
}

void by_regime(World const& world, std::size_t issue, Buffers& buffers) {
    auto const regime = world.values(Quantity::Regime);
    for_each_ruled(world, issue, [&](std::size_t, std::size_t, std::size_t position, std::size_t i, std::size_t a) {
        buffers.match[position] = 1.0 - std::abs(regime[i] - regime[a]);
    });
}

void by_protection(World const& world, Parameters const& parameters, std::size_t issue, Buffers& buffers) {
    auto const power = world.values(Quantity::Power);
    auto const distance = world.values(Quantity::Distance);
    auto const commitment = world.values(Quantity::Commitment);
    double const reach = parameters[Parameter::SeaReach];
    for_each_ruled(
        world, issue, [&](std::size_t n, std::size_t side, std::size_t position, std::size_t i, std::size_t a) {
            // Only the leader has promised anything; a case gives a challenger's protection cell by cell.
            double const promise = side == 0 ? commitment[i] : 0.0;
            double const arriving = power[a] * std::exp(-distance[i * world.size().actors + a] / reach);
            double const threat = buffers.threats.pair[buffers.side_threat[side * world.size().assessed + n]];
            double const together = arriving + power[i];
            buffers.match[position] = together > 0.0 ? promise * (arriving / together) * (1.0 - threat) : 0.0;
        });
}

void by_goods(World const& world, std::size_t issue, Buffers& buffers) {
    Issue const& goods_issue = world.issues()[issue];
    std::size_t const goods = goods_issue.goods.size();
    auto const endowment = world.values(Quantity::Endowment);
    auto const regime = world.values(Quantity::Regime);
    double const base = world.value(Quantity::Governance, issue);
    double const heterogeneity = world.value(Quantity::Heterogeneity, issue);
    Buffers::GoodsPricing& pricing = buffers.pricing[issue];
    auto const owned = [&](std::size_t a) {
        return endowment.subspan(a * world.size().goods + goods_issue.first_good, goods);
    };
    for (std::size_t a = 0; a < world.size().actors; ++a) buffers.alone[a] = pricing.value(owned(a));
    for_each_ruled(world, issue, [&](std::size_t, std::size_t, std::size_t position, std::size_t i, std::size_t a) {
        auto const of_i = owned(i);
        auto const of_a = owned(a);
        for (std::size_t g = 0; g < goods; ++g) buffers.pooled[g] = of_i[g] + of_a[g];
        std::array<double, 2> const regimes{regime[i], regime[a]};
        double const together =
            pricing.value({buffers.pooled.data(), goods}) - game::governance_cost(base, heterogeneity, regimes);
        buffers.match[position] = game::pair_surplus(together, buffers.alone[i], buffers.alone[a]);
    });
}

} // namespace

void match_sides(World const& world, Parameters const& parameters, Buffers& buffers) {
    auto const given = world.values(Quantity::Match);
    for (std::size_t n = 0; n < given.size(); ++n) buffers.match[n] = given[n];
    for (std::size_t k = 0; k < world.size().issues; ++k) {
        switch (world.issues()[k].match) {
        case MatchRule::Given:
            break;
        case MatchRule::Goods:
            by_goods(world, k, buffers);
            break;
        case MatchRule::Trade:
            by_trade(world, parameters, k, buffers);
            break;
        case MatchRule::Regime:
            by_regime(world, k, buffers);
            break;
        case MatchRule::Protection:
            by_protection(world, parameters, k, buffers);
            break;
        }
    }
}

} // namespace casus::alienation
