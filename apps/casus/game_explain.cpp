// casus game explain [SOLUTION]: what the solutions are.
#include "game_verbs.hpp"
#include "output.hpp"

#include "casus/game/catalogue.hpp"

#include <memory>

namespace casus::app {

namespace {

void explain(std::string const& key, Call const& call) {
    Chapter chapter{.id = "solutions", .title = {"Solutions", "解"}, .lead = {}, .shapes = {}};
    for (game::SolutionNote const& note : game::solution_catalogue()) {
        if (!key.empty() && &game::solution_note(key) != &note) continue;
        chapter.shapes.emplace_back(Notes{.id = note.key,
                                          .title = {note.key + ": " + note.name.en, note.key + "：" + note.name.zh},
                                          .items = {note.meaning, {note.source, {}}}});
    }
    print_report(
        game_report("game explain", {}, {"Solutions of cooperative games", "合作博弈的解"}, std::move(chapter)), call);
}

} // namespace

void add_game_explain(CLI::App& game, Call const& call) {
    auto key = std::make_shared<std::string>();
    Verb verb(game, call, "explain", {"say what the solutions mean and where they come from", "说明各个解的含义与出处"},
              "casus game explain nucleolus", [key, &call] {
                  if (!key->empty()) (void)game::solution_note(*key);
                  explain(*key, call);
              });
    verb.add_optional_argument("SOLUTION", *key, {"one solution; all when left out", "某一个解；省略则列出全部"});
    verb.add_language();
}

} // namespace casus::app
