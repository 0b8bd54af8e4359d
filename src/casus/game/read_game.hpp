// Games as users have them in files: JSON with players and coalitions by name, plain text, raw or .npy float64.
// The formats are described in docs/games.md. Everything wrong is an Error with its place.
#pragma once

#include "casus/game/constructions.hpp"
#include "casus/game/preferences.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::game {

/// How a list of values goes through the coalitions.
enum class Order {
    Bits,          ///< {1}, {2}, {1,2}, {3}, {1,3}, {2,3}, {1,2,3}
    Lexicographic, ///< by size, then by members: {1}, {2}, {3}, {1,2}, {1,3}, {2,3}, {1,2,3}
};

/// What a game file says: either values or voting rules, and what may come with them.
struct GameFile {
    std::vector<std::string> players;
    std::optional<DenseGame> game; ///< absent for voting games, and where there are preferences alone
    std::vector<VotingRule> rules; ///< all must be met; empty unless a voting game
    std::optional<Links> links;    ///< for the Myerson value
    Partition unions;              ///< a-priori unions for the Owen value; empty when there are none
    /// What a core point of a production game comes from: prices of the goods times endowments; empty otherwise.
    std::vector<double> production_core_point;
    std::optional<Preferences> preferences; ///< for stability without side payments

    [[nodiscard]] bool has_worths() const { return game || !rules.empty(); }
};

/// By extension: .json; .npy; .bin, .raw or .f64 (little-endian float64); anything else is plain text.
[[nodiscard]] GameFile read_game(std::filesystem::path const& path, Order order = Order::Bits);

[[nodiscard]] GameFile game_from_json(std::string_view content, std::string const& file);
[[nodiscard]] GameFile game_from_text(std::string_view content, std::string const& file, Order order);
[[nodiscard]] GameFile game_from_npy(std::string_view content, std::string const& file, Order order);
[[nodiscard]] GameFile game_from_raw(std::string_view content, std::string const& file, Order order);

/// The game of a file, listed: its own values, or `room` filled from voting rules (0 throughout for preferences alone). An
/// Error when 2^n values do not fit.
[[nodiscard]] DenseGame const& listed(GameFile const& file, std::string const& name, std::optional<DenseGame>& room);

/// The rules as a user typed them, checked: equal numbers of weights, quota from 1 to the total.
void check_rules(std::vector<VotingRule> const& rules, std::string const& file);

/// A voting game from the command line: a list of whole weights by comma for each quota; players 1 … n without names.
[[nodiscard]] GameFile voting_file(std::vector<std::string> const& quotas, std::vector<std::string> const& weights,
                                   std::vector<std::string> const& players);

/// The players of a list of names by comma; names may hold blanks inside. An Error for unknown or repeated ones.
[[nodiscard]] Coalition coalition_named(std::string_view names, std::vector<std::string> const& players,
                                        Place const& place);

} // namespace casus::game
