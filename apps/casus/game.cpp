// casus game: cooperative games, whoever the players are.
#include "game_verbs.hpp"

#include "output.hpp"

#include "casus/base/file.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::app {

report::Report game_report(std::string const& verb, std::string const& path, Text title, Chapter chapter) {
    report::Report report = report_of(verb, std::move(title), {std::move(chapter)});
    if (!path.empty())
        report.manifest.case_files.push_back(
            {std::filesystem::path(path).filename().string(), sha256(read_file(path))});
    return report;
}

void add_order(Verb& verb, std::string& order) {
    verb.add_choice("--order", order, {"bits", "lexicographic"},
                    {"order of the values in a list (default: bits)", "列表中取值的顺序（默认：bits）"});
}

game::Order order_named(std::string const& order, std::string const& path) {
    if (!order.empty() && std::filesystem::path(path).extension() == ".json")
        throw Error(
            Problem{.place = {},
                    .what = {"--order goes with text, .npy and .raw files", "--order 用于文本、.npy 与 .raw 文件"},
                    .found = path,
                    .expected = {R"("order" in the file)", R"(文件中的 "order")"},
                    .nearest = {}});
    return order == "lexicographic" ? game::Order::Lexicographic : game::Order::Bits;
}

void add_game(CLI::App& program, Call const& call) {
    CLI::App& game = add_group(
        program, call, "game",
        {"cooperative games: values, core, structures, voting power", "合作博弈：值、核心、联盟结构、投票权力"},
        "casus game solve docs/examples/glove.json");
    add_game_solve(game, call);
    add_game_voting(game, call);
    add_game_verify(game, call);
    add_game_explain(game, call);
}

} // namespace casus::app
