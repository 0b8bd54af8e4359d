#include "casus/game/answer_parts.hpp"

#include <fmt/format.h>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

[[noreturn]] void not_an_answer(std::string found) {
    throw Error(Problem{.place = {},
                        .what = {"not an answer to this game", "不是该博弈的解答"},
                        .found = std::move(found),
                        .expected = {"a file that casus game solve --json wrote", "casus game solve --json 写出的文件"},
                        .nearest = {}});
}

} // namespace

Json by_player(std::vector<std::string> const& players, std::span<double const> values) {
    Json json = Json::object();
    for (std::size_t i = 0; i < players.size(); ++i) json[players[i]] = values[i];
    return json;
}

Allocation from_players(std::vector<std::string> const& players, Json const& json) {
    Allocation values;
    for (std::string const& player : players) {
        if (!json.is_object() || !json.contains(player) || !json[player].is_number()) not_an_answer(player);
        values.push_back(json[player].get<double>());
    }
    return values;
}

Json members_of(std::vector<std::string> const& players, Coalition coalition) {
    Json json = Json::array();
    for_each_member(coalition, [&](std::size_t i) { json.push_back(players[i]); });
    return json;
}

Coalition from_members(std::vector<std::string> const& players, Json const& json) {
    if (!json.is_array()) not_an_answer(json.dump());
    Coalition members = 0;
    for (Json const& name : json) {
        if (!name.is_string()) not_an_answer(name.dump());
        members |= coalition_named(name.get<std::string>(), players, {});
    }
    return members;
}

Json blocks_of(std::vector<std::string> const& players, Partition const& partition) {
    Json json = Json::array();
    for (Coalition const block : partition) json.push_back(members_of(players, block));
    return json;
}

Partition from_blocks(std::vector<std::string> const& players, Json const& json) {
    Partition partition;
    for (Json const& block : json) partition.push_back(from_members(players, block));
    return partition;
}

std::string partition_name(std::vector<std::string> const& players, Partition const& partition) {
    std::string name;
    for (Coalition const block : partition) name += (name.empty() ? "" : " | ") + name_of(block, players);
    return name;
}

Json weights_json(std::vector<std::string> const& players, std::vector<ProofWeight> const& weights) {
    Json json = Json::array();
    for (ProofWeight const& w : weights)
        json.push_back({{"members", members_of(players, w.coalition)}, {"weight", w.weight.str()}});
    return json;
}

std::vector<ProofWeight> from_weights(std::vector<std::string> const& players, Json const& json) {
    std::vector<ProofWeight> weights;
    for (Json const& entry : json) {
        if (!entry.is_object() || !entry.contains("members") || !entry.contains("weight")) not_an_answer(entry.dump());
        try {
            weights.push_back({from_members(players, entry["members"]), Rational(entry["weight"].get<std::string>())});
        } catch (Error const&) { throw; } catch (std::exception const&) {
            not_an_answer(entry["weight"].dump());
        }
    }
    return weights;
}

Json rules_json(std::vector<std::string> const& players, BlockRules const& rules) {
    Json json = Json::object();
    json["apart"] = Json::array();
    for (auto const& [i, j] : rules.apart) json["apart"].push_back(members_of(players, single(i) | single(j)));
    json["together"] = blocks_of(players, rules.together);
    json["least_size"] = rules.least_size;
    json["most_size"] = rules.most_size;
    return json;
}

BlockRules from_rules(std::vector<std::string> const& players, Json const& json) {
    BlockRules rules;
    for (Json const& pair : json.at("apart")) {
        Coalition const both = from_members(players, pair);
        rules.apart.emplace_back(lowest_player(both), lowest_player(both & (both - 1)));
    }
    rules.together = from_blocks(players, json.at("together"));
    rules.least_size = json.at("least_size").get<std::size_t>();
    rules.most_size = json.at("most_size").get<std::size_t>();
    return rules;
}

std::string braced(std::vector<std::string> const& players, Coalition coalition) {
    return fmt::format("{{{}}}", name_of(coalition, players));
}

std::string shown(double value) {
    std::string const text = fmt::format("{:.6g}", value + 0.0);
    return text.starts_with('-') ? "−" + text.substr(1) : text;
}

Notes notes(std::string id, Text title, std::vector<Text> items) {
    return {.id = std::move(id), .title = std::move(title), .items = std::move(items)};
}

} // namespace casus::game
