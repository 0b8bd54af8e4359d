#include "casus/alienation/buffers.hpp"

#include <algorithm>
#include <cassert>

namespace casus::alienation {

namespace {

Buffers::GoodsPricing price_goods(Issue const& issue) {
    Buffers::GoodsPricing pricing;
    if (issue.match != MatchRule::Goods) return pricing;
    std::vector<game::ProductionRecipe> recipes;
    for (Recipe const& recipe : issue.recipes) recipes.push_back({recipe.price, recipe.uses});
    pricing.vertices = game::VertexPrices::list(recipes, issue.goods.size());
    if (!pricing.vertices) pricing.simplex.emplace(recipes, issue.goods.size());
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
        pricing.push_back(price_goods(issue));
        pooled.resize(std::max(pooled.size(), issue.goods.size()));
        if (issue.code == "security") security = k;
    }
    for (std::size_t side = 0; side + 1 < size.sides; ++side) {
        ActorId const partner = side == 0 ? world.leader() : world.challengers()[side - 1];
        for (ActorId const actor : world.assessed()) {
            auto const environment = world.environment(actor);
            auto const found = std::find(environment.begin(), environment.end(), partner);
            assert(found != environment.end());
            side_threat.push_back(threats.position(actor, static_cast<std::size_t>(found - environment.begin())));
        }
    }
}

} // namespace casus::alienation
