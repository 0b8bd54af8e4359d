// casus game voting: power in weighted voting, counted exactly for hundreds of voters.
#include "game_verbs.hpp"
#include "output.hpp"

#include "casus/game/voting_power.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

using Json = nlohmann::ordered_json;

struct GameVotingOptions {
    std::string path;
    std::vector<std::string> quotas;
    std::vector<std::string> weights;
    std::string players;
    std::string json;
};

game::GameFile read(GameVotingOptions const& options) {
    if (options.path.empty())
        return game::voting_file(options.quotas, options.weights,
                                 options.players.empty() ? std::vector<std::string>{} : split(options.players));
    if (!options.quotas.empty() || !options.weights.empty() || !options.players.empty())
        throw Error(Problem{.place = {},
                            .what = {"a game file and --quota, --weights or --players at once",
                                     "同时给出博弈文件与 --quota、--weights 或 --players"},
                            .found = options.path,
                            .expected = {"one or the other", "二者择一"},
                            .nearest = {}});
    game::GameFile file = game::read_game(options.path);
    if (file.rules.empty())
        throw Error(Problem{
            .place = {.file = options.path},
            .what = {"not a voting game", "不是投票博弈"},
            .found = {},
            .expected = {R"("voting": [{"quota": …, "weights": […]}])", R"("voting": [{"quota": …, "weights": […]}])"},
            .nearest = {}});
    return file;
}

Json document_of(game::GameFile const& file, game::VotingPower const& power) {
    Json document;
    document["schema"] = "casus.game/1";
    document["players"] = file.players;
    Json& solutions = document["solutions"];
    for (std::size_t i = 0; i < file.players.size(); ++i) {
        std::string const& player = file.players[i];
        solutions["shapley"][player] = power.shapley_shubik[i];
        solutions["banzhaf"][player] = power.banzhaf[i];
        solutions["banzhaf-normalised"][player] = power.normalised_banzhaf[i];
        document["counts"]["swings"][player] = power.swings[i].str();
        document["counts"]["pivots"][player] = power.pivots[i].str();
    }
    document["counts"]["winning"] = power.winning.str();
    return document;
}

Chapter chapter_of(game::GameFile const& file, game::VotingPower const& power) {
    Table table{.id = "power",
                .title = {"Voting power", "投票权力"},
                .note = {"Counted exactly: every coalition and every order of arrival.",
                         "精确计数：遍及所有联盟与所有到来次序。"},
                .columns = {{.key = "player", .head = {"player", "参与者"}}},
                .rows = {}};
    for (std::size_t r = 0; r < file.rules.size(); ++r)
        table.columns.push_back({.key = "weight_" + std::to_string(r + 1),
                                 .head = {"weight (quota " + std::to_string(file.rules[r].quota) + ")",
                                          "权重（配额 " + std::to_string(file.rules[r].quota) + "）"}});
    table.columns.push_back({.key = "shapley_shubik", .head = {"Shapley–Shubik", "沙普利–舒比克"}});
    table.columns.push_back({.key = "banzhaf", .head = {"Banzhaf", "班扎夫"}});
    table.columns.push_back({.key = "banzhaf_normalised", .head = {"normalised", "归一化"}});
    for (std::size_t i = 0; i < file.players.size(); ++i) {
        std::vector<Entry> row{Text{file.players[i], {}}};
        for (game::VotingRule const& rule : file.rules)
            row.emplace_back(Number{.value = static_cast<double>(rule.weights[i]), .decimals = 0});
        for (double const x : {power.shapley_shubik[i], power.banzhaf[i], power.normalised_banzhaf[i]})
            row.emplace_back(Number{.value = x, .decimals = 6});
        table.rows.push_back(std::move(row));
    }
    return {.id = "voting", .title = {"Voting power", "投票权力"}, .lead = {}, .shapes = {std::move(table)}};
}

void voting(GameVotingOptions const& options, Call const& call) {
    game::GameFile const file = read(options);
    game::VotingPower const power = game::voting_power(file.rules);
    if (json_is_all(options.json, [&] { return document_of(file, power); })) return;
    print_report(game_report("game voting", options.path, {"Weighted voting", "加权投票"}, chapter_of(file, power)),
                 call);
}

} // namespace

void add_game_voting(CLI::App& game, Call const& call) {
    auto options = std::make_shared<GameVotingOptions>();
    Verb verb(game, call, "voting",
              {"power in weighted voting, several rules jointly", "加权投票中的权力，可多条规则并用"},
              "casus game voting --quota 51 --weights 50,49,1 --players Large,Middle,Small",
              [options, &call] { voting(*options, call); });
    verb.add_optional_argument("FILE", options->path, {"game file with \"voting\"", "含 \"voting\" 的博弈文件"});
    verb.add_list("--quota", "Q", options->quotas, {"quota of a rule; repeatable", "规则的配额；可重复"});
    verb.add_list("--weights", "W,W,...", options->weights, {"weights of a rule; repeatable", "规则的权重；可重复"});
    verb.add_option("--players", "A,B,...", options->players, {"names of the voters", "投票者名称"});
    verb.add_option("--json", "FILE", options->json,
                    {"write the counts as JSON; - for standard output", "以 JSON 写出计数；- 为标准输出"});
    verb.add_language();
}

} // namespace casus::app
