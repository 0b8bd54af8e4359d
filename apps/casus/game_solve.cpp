// casus game solve FILE: solutions of a game given by its values or by a description.
#include "game_verbs.hpp"
#include "output.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>

namespace casus::app {

namespace {

struct GameSolveOptions {
    std::string path;
    std::string solutions = "shapley,core,nucleolus,structure";
    std::string order; ///< empty: in bit order
    std::string json;
    bool reproducible = false;
    std::vector<std::string> apart;
    std::vector<std::string> together;
    std::string partition;
    std::string sampling = "orders";
    std::string size_weights;
    std::string point;
    std::vector<std::string> quotas;
    std::vector<std::string> weights;
    double range = 0.0;
    game::Request request;
};

[[noreturn]] void fail(Text what, std::string found, Text expected) {
    throw Error(Problem{.place = {},
                        .what = std::move(what),
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .nearest = {}});
}

game::Partition partition_named(std::string const& list, std::vector<std::string> const& players) {
    game::Partition partition;
    game::Coalition seen = 0;
    for (std::string const& block : split(list, '|')) {
        partition.push_back(game::coalition_named(block, players, {}));
        if (seen & partition.back()) fail({"the blocks of a partition overlap", "划分中的联盟有重叠"}, block, {});
        seen |= partition.back();
    }
    if (seen != game::everyone(players.size()))
        fail({"a partition leaves somebody out", "划分遗漏了参与者"}, list, {"A,B|C", "A,B|C"});
    return partition;
}

game::Allocation point_named(std::string const& list, std::vector<std::string> const& players) {
    game::Allocation point(players.size(), NAN);
    for (std::string const& piece : split(list)) {
        std::size_t const equals = piece.rfind('=');
        if (equals == std::string::npos) fail({"not a payment", "不是支付"}, piece, {"A=1,B=2,…", "A=1,B=2,…"});
        game::Coalition const one = game::coalition_named(piece.substr(0, equals), players, {});
        char* end = nullptr;
        double const value = std::strtod(piece.c_str() + equals + 1, &end);
        if (*end != '\0' || !std::isfinite(value)) fail({"not a finite number", "不是有限的数"}, piece, {});
        point[game::lowest_player(one)] = value;
    }
    for (std::size_t i = 0; i < players.size(); ++i)
        if (std::isnan(point[i]))
            fail({"a player has no payment", "有参与者没有支付"}, players[i], {"A=1,B=2,…", "A=1,B=2,…"});
    return point;
}

std::vector<double> weights_named(std::string const& list) {
    std::vector<double> weights;
    double sum = 0.0;
    for (std::string const& piece : split(list)) {
        double weight = -1.0;
        char const* const end = piece.data() + piece.size();
        auto const [stop, failure] = std::from_chars(piece.data(), end, weight);
        if (failure != std::errc{} || stop != end || !(weight >= 0.0) || !std::isfinite(weight))
            fail({"not a weight", "不是权重"}, piece, {"a number, 0 or more", "不小于 0 的数"});
        weights.push_back(weight);
        sum += weight;
    }
    if (!(sum > 0.0)) fail({"all weights are 0", "权重全为 0"}, list, {});
    return weights;
}

/// An option that nothing asked for reads would be ignored.
void refuse_idle_options(GameSolveOptions const& options) {
    bool const sampled =
        std::ranges::find(options.request.solutions, "shapley-sampled") != options.request.solutions.end();
    bool const by_coalitions = options.sampling == "coalitions";
    if (sampled && by_coalitions && options.request.sampling.seconds > 0.0)
        fail({"--seconds goes with --sampling orders", "--seconds 与 --sampling orders 并用"}, "--sampling coalitions",
             {});
    if (sampled && by_coalitions && options.range > 0.0)
        fail({"--range goes with --sampling orders", "--range 与 --sampling orders 并用"}, "--sampling coalitions", {});
}

/// What names players can only be read once the game is.
void read_names(GameSolveOptions& options, std::vector<std::string> const& players) {
    for (std::string const& pair : options.apart) {
        game::Coalition const both = game::coalition_named(pair, players, {});
        if (game::size_of(both) != 2)
            fail({"--apart names two players", "--apart 须给出两个参与者"}, pair, {"A,B", "A,B"});
        options.request.rules.apart.emplace_back(game::lowest_player(both), game::lowest_player(both & (both - 1)));
    }
    for (std::string const& group : options.together)
        options.request.rules.together.push_back(game::coalition_named(group, players, {}));
    if (!options.partition.empty()) options.request.partition = partition_named(options.partition, players);
    if (!options.point.empty()) options.request.point = point_named(options.point, players);
    options.request.solutions = split(options.solutions);
    if (!options.size_weights.empty()) options.request.size_weights = weights_named(options.size_weights);
    options.request.sample_coalitions = options.sampling == "coalitions";
    if (options.range > 0.0) options.request.sampling.range = options.range;
}

game::GameFile read(GameSolveOptions const& options) {
    if (options.quotas.empty() && options.weights.empty())
        return game::read_game(options.path, order_named(options.order, options.path));
    if (!options.order.empty()) fail({"--order goes with a list of values", "--order 用于取值列表"}, "--quota", {});
    return game::voting_file(options.quotas, options.weights, {});
}

void solve(GameSolveOptions options, Call const& call) {
    if (options.path.empty() && options.quotas.empty())
        fail({"no game", "没有博弈"}, {},
             {"a game file, or --quota and --weights", "博弈文件，或 --quota 与 --weights"});
    if (!options.path.empty() && !(options.quotas.empty() && options.weights.empty()))
        fail({"a game file and --quota at once", "同时给出博弈文件与 --quota"}, options.path,
             {"one or the other", "二者择一"});
    game::GameFile const file = read(options);
    std::optional<game::DenseGame> room;
    if (file.players.size() > 60) (void)game::listed(file, options.path, room); // says what to do instead
    read_names(options, file.players);
    refuse_idle_options(options);
    game::Answer const answer = game::solve(file, options.path, options.request);
    if (json_is_all(options.json, [&] { return game::answer_document(answer, !options.reproducible); })) return;
    std::string const title = options.path.empty() ? std::string("voting game") : options.path;
    print_report(game_report("game solve", options.path, {"Cooperative game: " + title, "合作博弈：" + title},
                             game::answer_chapter(answer)),
                 call);
}

void add_structure_options(Verb& verb, GameSolveOptions& options) {
    game::BlockRules& rules = options.request.rules;
    verb.add_number("--count", "K", options.request.count, 1, 1'000'000,
                    {"how many of the best structures", "给出前几个最优结构"});
    verb.add_list("--apart", "A,B", options.apart,
                  {"two players never in one block; repeatable", "不得同组的两个参与者；可重复"});
    verb.add_list("--together", "A,B", options.together,
                  {"players always in one block; repeatable", "必须同组的参与者；可重复"});
    verb.add_number("--least-size", "K", rules.least_size, 1, 64, {"smallest block", "最小的联盟规模"});
    verb.add_number("--most-size", "K", rules.most_size, 1, 64, {"largest block", "最大的联盟规模"});
    verb.add_option("--partition", "A,B|C", options.partition,
                    {"partition whose stability is asked", "要考察稳定性的划分"});
    verb.add_choice("--share", options.request.share, {"equal", "shapley", "preferences"},
                    {"how blocks share without side payments (default: the file's preferences, or equal)",
                     "无转移支付时联盟内如何分配（默认：文件中的偏好，否则平均）"});
}

void add_value_options(Verb& verb, GameSolveOptions& options) {
    game::SamplingPlan& plan = options.request.sampling;
    verb.add_option("--point", "A=1,B=2", options.point, {"payment whose membership is asked", "要考察归属的支付"});
    verb.add_real("--epsilon", "X", options.request.epsilon, -1e300, 1e300, {"ε of the ε-core", "ε-核心的 ε"});
    verb.add_real("--probability", "P", options.request.probability, 0.0, 1.0,
                  {"of the binomial semivalue", "二项半值的概率"});
    verb.add_option("--size-weights", "P,P,...", options.size_weights,
                    {"of the semivalue: how often a player meets 0, 1, 2 … others; scaled to add up to 1",
                     "半值的权重：参与者遇到 0、1、2 …… 个他人的机会；缩放至总和为 1"});
    verb.add_choice("--sampling", options.sampling, {"orders", "coalitions"},
                    {"how shapley-sampled draws", "shapley-sampled 的抽样方式"});
    verb.add_number("--evaluations", "N", plan.most_evaluations, 1, 1'000'000'000'000,
                    {"most evaluations when sampling", "抽样的最多取值次数"});
    verb.add_real("--error", "X", plan.error, 0.0, 1e300, {"stop sampling at this error", "误差达到此值即停止抽样"});
    verb.add_real("--seconds", "S", plan.seconds, 0.0, 1e9,
                  {"stop sampling orders after this time", "按次序抽样的时限"});
    verb.add_real("--range", "X", options.range, 0.0, 1e300,
                  {"known range of marginal contributions: gives a bound", "已知的边际贡献范围：可给出误差界"});
    verb.add_number("--seed", "S", plan.seed, 0, ~std::uint64_t{0}, {"seed of the sampling", "抽样种子"});
}

} // namespace

void add_game_solve(CLI::App& game, Call const& call) {
    auto options = std::make_shared<GameSolveOptions>();
    options->request.threads = default_threads();
    Verb verb(game, call, "solve",
              {"solve a game given by values, goods, gloves or votes", "求解以取值、物品、手套或投票给出的博弈"},
              "casus game solve docs/examples/glove.json --solution shapley,core,nucleolus",
              [options, &call] { solve(*options, call); });
    verb.add_optional_argument("FILE", options->path,
                               {"game file: .json, text, .npy, .raw", "博弈文件：.json、文本、.npy、.raw"});
    verb.add_option(
        "--solution", "LIST", options->solutions,
        {"solutions, by comma; casus game explain lists them", "解，用逗号分隔；casus game explain 列出全部"});
    add_order(verb, options->order);
    verb.add_list(
        "--quota", "Q", options->quotas,
        {"a voting game instead of a file; repeatable with --weights", "以投票博弈代替文件；可与 --weights 重复"});
    verb.add_list("--weights", "W,W,...", options->weights, {"weights of a voting rule", "表决规则的权重"});
    verb.add_option("--json", "FILE", options->json,
                    {"write the answer as JSON; - for standard output", "以 JSON 写出解答；- 为标准输出"});
    verb.add_flag("--reproducible", options->reproducible, {"leave the seconds out of the JSON", "JSON 中不含用时"});
    verb.add_number("--threads", "T", options->request.threads, 1, 1024,
                    {"threads; the answer does not depend on them", "线程数；不影响解答"});
    add_structure_options(verb, *options);
    add_value_options(verb, *options);
    verb.add_language();
}

} // namespace casus::app
