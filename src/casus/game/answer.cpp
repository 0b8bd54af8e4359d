#include "casus/game/answer.hpp"

#include "casus/game/answer_parts.hpp"
#include "casus/game/catalogue.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>

namespace casus::game {

using Json = nlohmann::ordered_json;

namespace {

Solved solve_one(Desk const& desk, std::string const& key) {
    if (auto solved = solve_value(desk, key)) return std::move(*solved);
    if (auto solved = solve_core(desk, key)) return std::move(*solved);
    auto solved = solve_structure(desk, key);
    assert(solved && "every note of the catalogue has its solver");
    return std::move(*solved);
}

/// Decimals that show four digits of the largest payment.
int decimals_for(std::vector<Solved> const& solved) {
    double largest = 0.0;
    for (Solved const& one : solved)
        if (one.allocation)
            for (double const x : *one.allocation) largest = std::max(largest, std::abs(x));
    return largest == 0.0 ? 2 : std::clamp(4 - static_cast<int>(std::floor(std::log10(largest))), 0, 9);
}

} // namespace

Answer solve(GameFile const& file, std::string const& name, Request const& request) {
    for (std::string const& key : request.solutions) {
        (void)solution_note(key);
        if (!file.has_worths() && key != "stability")
            throw Error(Problem{.place = {.file = name},
                                .what = {"the game has preferences but no values", "博弈只有偏好，没有值"},
                                .found = key,
                                .expected = {"--solution stability", "--solution stability"},
                                .nearest = {}});
    }
    std::optional<DenseGame> room;
    DenseGame const& game = listed(file, name, room);
    Desk const desk{file, game, request};
    Answer answer{file.players, {}};
    for (std::string const& key : request.solutions) {
        auto const begin = std::chrono::steady_clock::now();
        answer.solved.push_back(solve_one(desk, key));
        answer.solved.back().seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    return answer;
}

Json answer_document(Answer const& answer, bool with_seconds) {
    Json document;
    document["schema"] = "casus.game/1";
    document["players"] = answer.players;
    document["solutions"] = Json::object();
    document["certificates"] = Json::object();
    for (Solved const& one : answer.solved) {
        document["solutions"][one.key] = one.json;
        if (!one.certificate.is_null()) document["certificates"][one.key] = one.certificate;
    }
    if (with_seconds)
        for (Solved const& one : answer.solved) document["seconds"][one.key] = one.seconds;
    return document;
}

Chapter answer_chapter(Answer const& answer) {
    Chapter chapter{.id = "game", .title = {"Solutions", "解"}, .lead = {}, .shapes = {}};
    Table table{.id = "payments",
                .title = {"Who gets what", "各得多少"},
                .note = {},
                .columns = {{.key = "player", .head = {"player", "参与者"}}},
                .rows = {}};
    int const decimals = decimals_for(answer.solved);
    for (std::string const& player : answer.players) table.rows.push_back({Text{player, {}}});
    for (Solved const& one : answer.solved) {
        if (!one.allocation) continue;
        table.columns.push_back({.key = one.key, .head = solution_note(one.key).name});
        for (std::size_t i = 0; i < answer.players.size(); ++i)
            table.rows[i].emplace_back(Number{.value = (*one.allocation)[i] + 0.0, .decimals = decimals});
    }
    if (table.columns.size() > 1) chapter.shapes.emplace_back(std::move(table));
    for (Solved const& one : answer.solved)
        chapter.shapes.insert(chapter.shapes.end(), one.shapes.begin(), one.shapes.end());
    return chapter;
}

} // namespace casus::game
