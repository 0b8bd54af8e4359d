// How the parts of an answer are written, shared by those who write and those who check it.
#pragma once

#include "casus/game/answer.hpp"
#include "casus/game/kohlberg.hpp"

namespace casus::game {

/// What the solutions of one request work on.
struct Desk {
    GameFile const& file;
    DenseGame const& game;
    Request const& request;

    [[nodiscard]] std::vector<std::string> const& players() const { return file.players; }
};

/// {"A": 0.5, …}.
[[nodiscard]] nlohmann::ordered_json by_player(std::vector<std::string> const& players, std::span<double const> values);
[[nodiscard]] Allocation from_players(std::vector<std::string> const& players, nlohmann::ordered_json const& json);

/// ["A", "B"].
[[nodiscard]] nlohmann::ordered_json members_of(std::vector<std::string> const& players, Coalition coalition);
[[nodiscard]] Coalition from_members(std::vector<std::string> const& players, nlohmann::ordered_json const& json);

[[nodiscard]] nlohmann::ordered_json blocks_of(std::vector<std::string> const& players, Partition const& partition);
[[nodiscard]] Partition from_blocks(std::vector<std::string> const& players, nlohmann::ordered_json const& json);

/// "A, B | C".
[[nodiscard]] std::string partition_name(std::vector<std::string> const& players, Partition const& partition);

/// [{"members": […], "weight": "1/3"}].
[[nodiscard]] nlohmann::ordered_json weights_json(std::vector<std::string> const& players,
                                                  std::vector<ProofWeight> const& weights);
[[nodiscard]] std::vector<ProofWeight> from_weights(std::vector<std::string> const& players,
                                                    nlohmann::ordered_json const& json);

[[nodiscard]] nlohmann::ordered_json rules_json(std::vector<std::string> const& players, BlockRules const& rules);
[[nodiscard]] BlockRules from_rules(std::vector<std::string> const& players, nlohmann::ordered_json const& json);

/// "{A, B}".
[[nodiscard]] std::string braced(std::vector<std::string> const& players, Coalition coalition);

/// Six digits, with a minus sign as the tables have it; for people.
[[nodiscard]] std::string shown(double value);

[[nodiscard]] Notes notes(std::string id, Text title, std::vector<Text> items);

/// Solutions of the values' kind, and of the core's and structures'; nothing when the key is another's.
[[nodiscard]] std::optional<Solved> solve_value(Desk const& desk, std::string const& key);
[[nodiscard]] std::optional<Solved> solve_core(Desk const& desk, std::string const& key);
[[nodiscard]] std::optional<Solved> solve_structure(Desk const& desk, std::string const& key);

} // namespace casus::game
