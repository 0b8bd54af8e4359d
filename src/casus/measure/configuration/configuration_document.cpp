#include "casus/measure/configuration/configuration_document.hpp"

#include "casus/measure/configuration/configuration_words.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::configuration {

namespace {

using LandscapeJson = nlohmann::ordered_json;

LandscapeJson actors_json(Configured const& answer) {
    auto list = LandscapeJson::array();
    for (std::size_t i = 0; i < answer.landscape.count(); ++i)
        list.push_back({{"actor", answer.landscape.actors[i]},
                        {"size", answer.landscape.sizes[i]},
                        {"bloc", answer.best.blocs[i] + 1},
                        {"frustration", frustration_of(answer.weights, answer.best.blocs, i)}});
    return list;
}

LandscapeJson minima_json(Configured const& answer) {
    if (!answer.minima) return nullptr;
    auto list = LandscapeJson::array();
    for (Minimum const& minimum : answer.minima->found)
        list.push_back({{"energy", answer.weights.energy_of(minimum.apart)},
                        {"blocks", blocks_json(answer.landscape.actors, minimum.blocs)},
                        {"basin", minimum.basin ? LandscapeJson(*minimum.basin) : LandscapeJson(nullptr)},
                        {"strict", minimum.strict}});
    return list;
}

LandscapeJson best_json(Configured const& answer) {
    return {{"energy", answer.best_energy()},
            {"bound", answer.weights.energy_of(answer.best.bound)},
            {"proven", answer.best.proven()},
            {"blocks", blocks_json(answer.landscape.actors, answer.best.blocs)},
            {"nodes", answer.best.nodes}};
}

LandscapeJson pivots_json(Configured const& answer) {
    auto list = LandscapeJson::array();
    for (Pivot const& pivot : answer.pivots) {
        bool const possible = std::isfinite(pivot.change);
        list.push_back(
            {{"pair", {answer.landscape.actors[pivot.first], answer.landscape.actors[pivot.second]}},
             {"together", pivot.together},
             {"propensity", answer.landscape.propensity(pivot.first, pivot.second)},
             {"change", possible ? LandscapeJson(pivot.change) : LandscapeJson(nullptr)},
             {"proven", pivot.proven},
             {"then", possible ? blocks_json(answer.landscape.actors, pivot.then) : LandscapeJson(nullptr)}});
    }
    return list;
}

} // namespace

nlohmann::ordered_json document(Configured const& answer) {
    auto notes = LandscapeJson::array();
    for (Text const& note : answer.notes) notes.push_back({{"en", note.en}, {"zh", note.zh}});
    return {{"actors", actors_json(answer)},
            {"most_blocs", answer.most_blocs},
            {"exact", answer.weights.exact},
            {"partitions", answer.minima ? LandscapeJson(answer.minima->partitions) : LandscapeJson(nullptr)},
            {"minima", minima_json(answer)},
            {"best", best_json(answer)},
            {"pivots", pivots_json(answer)},
            {"notes", std::move(notes)}};
}

nlohmann::ordered_json document(SignedNetwork const& network, Frustration const& found) {
    auto const by_enemies = triangles(network);
    std::vector<std::size_t> const parts = components(network);
    auto actors = LandscapeJson::array();
    for (std::size_t i = 0; i < network.actors.size(); ++i)
        actors.push_back({{"actor", network.actors[i]}, {"bloc", found.blocs[i] + 1}, {"component", parts[i] + 1}});
    auto frustrated = LandscapeJson::array();
    for (std::size_t const t : found.frustrated) {
        SignedTie const& tie = network.ties[t];
        frustrated.push_back({{"from", network.actors[tie.from]}, {"to", network.actors[tie.to]}, {"sign", tie.sign}});
    }
    return {
        {"actors", std::move(actors)},
        {"ties", network.ties.size()},
        {"triangles", {{"+++", by_enemies[0]}, {"++-", by_enemies[1]}, {"+--", by_enemies[2]}, {"---", by_enemies[3]}}},
        {"frustration",
         {{"index", found.frustrated.size()},
          {"bound", found.bound},
          {"proven", found.proven()},
          {"nodes", found.nodes}}},
        {"blocks", blocks_json(network.actors, found.blocs)},
        {"frustrated", std::move(frustrated)}};
}

} // namespace casus::configuration
