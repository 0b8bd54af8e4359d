// What those who check an answer share: the game, what is claimed, and how a verdict is put.
#pragma once

#include "casus/game/answer_parts.hpp"

namespace casus::game {

/// An answer beside the game that it is about.
struct Examined {
    GameFile const& file;
    DenseGame const& game;
    nlohmann::ordered_json const& solutions;
    nlohmann::ordered_json const& certificates;

    [[nodiscard]] std::vector<std::string> const& players() const { return file.players; }
    /// What is forgiven between two decimals: 1e-9 of the largest worth.
    [[nodiscard]] double tolerance() const { return 1e-9 * game.scale(); }
    [[nodiscard]] bool certified(std::string const& key) const { return certificates.contains(key); }
};

/// Up to here checks go over all coalitions in exact fractions.
inline constexpr std::size_t most_players_to_check = 16;

/// Proven with the reason given, or refuted with what is wrong.
[[nodiscard]] Check verdict(std::string const& key, std::optional<Text> const& wrong,
                            Text const& reason = {"holds", "成立"});
[[nodiscard]] Check unchecked(std::string const& key, Text reason);

/// Checks of the values' kind, of the core's and of structures'; nothing when the key is another's. JSON that lacks what a
/// solution has throws nlohmann's exception.
[[nodiscard]] std::optional<Check> check_value(Examined const& answer, std::string const& key);
[[nodiscard]] std::optional<Check> check_core(Examined const& answer, std::string const& key);
[[nodiscard]] std::optional<Check> check_structure(Examined const& answer, std::string const& key);

} // namespace casus::game
