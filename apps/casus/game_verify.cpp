// casus game verify GAME ANSWER.json: check an answer apart from the code that found it.
#include "game_verbs.hpp"
#include "output.hpp"

#include "casus/base/file.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct GameVerifyOptions {
    std::string game;
    std::string answer;
    std::string order;
};

Text name_of(game::Verdict verdict) {
    switch (verdict) {
    case game::Verdict::Proven:
        return {"proven", "已证明"};
    case game::Verdict::WithinRounding:
        return {"proven within rounding", "在舍入范围内已证明"};
    case game::Verdict::Refuted:
        return {"REFUTED", "被驳倒"};
    case game::Verdict::Unchecked:
        break;
    }
    return {"not checked", "未检验"};
}

nlohmann::ordered_json parse(std::string const& path) {
    try {
        return nlohmann::ordered_json::parse(read_file(path));
    } catch (nlohmann::json::parse_error const&) {
        throw Error(Problem{.place = {.file = path},
                            .what = {"not valid JSON", "不是有效的 JSON"},
                            .found = {},
                            .expected = {},
                            .nearest = {}});
    }
}

void verify(GameVerifyOptions const& options, Call const& call) {
    game::GameFile const file = game::read_game(options.game, order_named(options.order, options.game));
    auto const checks = game::check_answer(file, options.game, parse(options.answer));
    Table table{.id = "checks",
                .title = {"Checks", "检验"},
                .note = {},
                .columns = {{.key = "solution", .head = {"solution", "解"}},
                            {.key = "verdict", .head = {"verdict", "结论"}},
                            {.key = "reason", .head = {"reason", "理由"}}},
                .rows = {}};
    std::string refuted;
    for (game::Check const& check : checks) {
        table.rows.push_back({Text{check.key, {}}, name_of(check.verdict), check.reason});
        if (check.verdict == game::Verdict::Refuted) refuted += (refuted.empty() ? "" : ", ") + check.key;
    }
    print_report(game_report("game verify", options.game, {"Is the answer right?", "解答正确吗？"},
                             {.id = "verify", .title = {"Checks", "检验"}, .lead = {}, .shapes = {std::move(table)}}),
                 call);
    if (!refuted.empty())
        throw Error(Problem{.place = {.file = options.answer},
                            .what = {"the answer does not hold", "解答不成立"},
                            .found = refuted,
                            .expected = {},
                            .nearest = {}});
}

} // namespace

void add_game_verify(CLI::App& game, Call const& call) {
    auto options = std::make_shared<GameVerifyOptions>();
    Verb verb(game, call, "verify", {"check an answer by its certificates", "用证明检验解答"},
              "casus game verify docs/examples/glove.json answer.json", [options, &call] { verify(*options, call); });
    verb.add_argument("GAME", options->game, {"game file", "博弈文件"});
    verb.add_argument("ANSWER", options->answer, {"JSON that casus game solve wrote", "casus game solve 写出的 JSON"});
    add_order(verb, options->order);
    verb.add_language();
}

} // namespace casus::app
