// The verbs below `casus game`, and what they share.
#pragma once

#include "verbs.hpp"

#include "casus/game/answer.hpp"
#include "casus/report/document.hpp"

#include <string>
#include <vector>

namespace casus::app {

void add_game_solve(CLI::App& game, Call const& call);
void add_game_voting(CLI::App& game, Call const& call);
void add_game_verify(CLI::App& game, Call const& call);
void add_game_explain(CLI::App& game, Call const& call);

/// A report with one chapter on a game; `path` names the file whose hash goes into the manifest, empty for none.
[[nodiscard]] report::Report game_report(std::string const& verb, std::string const& path, Text title, Chapter chapter);

/// --order, for lists of values; a JSON file says its order itself.
void add_order(Verb& verb, std::string& order);
[[nodiscard]] game::Order order_named(std::string const& order, std::string const& path);

} // namespace casus::app
