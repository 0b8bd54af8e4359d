#include "casus/alienation/buffers.hpp"

#include <algorithm>
#include <cassert>

namespace casus::alienation {

namespace {

constexpr std::uint32_t lessons = 16;

/// Teaches a simplex the bases that the world and some draws of it need: every actor alone and with every side.
void teach(World const& world, Issue const& issue, game::SimplexPrices& simplex) {
    std::size_t const goods = issue.goods.size();
    std::vector<double> pooled(goods);
    World drawn = world;
    for (std::uint32_t lesson = 0; lesson <= lessons; ++lesson) {
        if (lesson > 0) world.draw(0, lesson, drawn);
        auto const owned = [&](ActorId actor) {
            return drawn.values(Quantity::Endowment)
                .subspan(actor.index() * world.size().goods + issue.first_good, goods);
        };
        for (std::size_t a = 0; a < world.size().actors; ++a) simplex.learn(owned(ActorId{a}));
        for (std::size_t side = 0; side + 1 < world.size().sides; ++side) {
            for (ActorId const actor : world.assessed()) {
                for (std::size_t g = 0; g < goods; ++g) pooled[g] = owned(actor)[g] + owned(world.side_actor(side))[g];
                simplex.learn(pooled);
            }
        }
    }
}

Buffers::GoodsPricing price_goods(World const& world, Issue const& issue) {
    Buffers::GoodsPricing pricing;
    if (issue.match != MatchRule::Goods) return pricing;
    std::vector<game::ProductionRecipe> recipes;
    for (Recipe const& recipe : issue.recipes) recipes.push_back({recipe.price, recipe.uses});
    pricing.vertices = game::VertexPrices::list(recipes, issue.goods.size());
    if (!pricing.vertices) {
        pricing.simplex.emplace(recipes, issue.goods.size());
        teach(world, issue, *pricing.simplex);
    }
    return pricing;
}

} // namespace

Buffers::Buffers(World const& world) : threats(world) {
    Dimensions const& size = world.size();
    std::size_t const cells = size.cells();
    for (auto* column : {&need, &weight, &exclusion, &swing, &log_sum, &outside}) column->resize(cells);
    match.resize(size.sides * cells);
    utility.resize(option_count(world) * cells);
    share.resize(option_count(world) * cells);
    scratch.resize(option_count(world) * cells);
    for (auto* column : {&index, &dispersion, &swing_index}) column->resize(size.assessed);
    value.resize(size.allies);
    outside_value.resize(size.allies);
    regime.resize(size.allies);
    non_neutrality.resize(size.issues);
    alone.resize(size.actors);
    for (std::size_t k = 0; k < size.issues; ++k) {
        Issue const& issue = world.issues()[k];
        pricing.push_back(price_goods(world, issue));
        pooled.resize(std::max(pooled.size(), issue.goods.size()));
        if (issue.code == "security") security = k;
    }
    for (std::size_t side = 0; side + 1 < size.sides; ++side) {
        ActorId const partner = world.side_actor(side);
        for (ActorId const actor : world.assessed()) {
            auto const environment = world.environment(actor);
            auto const found = std::find(environment.begin(), environment.end(), partner);
            assert(found != environment.end());
            side_threat.push_back(threats.position(actor, static_cast<std::size_t>(found - environment.begin())));
        }
    }
}

} // namespace casus::alienation
