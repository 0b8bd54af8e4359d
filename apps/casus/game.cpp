// casus game: cooperative games, whoever the players are.
#include "game_verbs.hpp"

#include "casus/base/file.hpp"
#include "casus_version.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::app {

report::Report game_report(std::string const& verb, std::string const& path, Text title, Chapter chapter) {
    report::Report report;
    report.title = std::move(title);
    report.manifest.verb = verb;
    report.manifest.program_version = program_version;
    report.manifest.git_commit = git_commit;
    report.manifest.compiler = compiler;
    if (!path.empty())
        report.manifest.case_files.push_back(
            {std::filesystem::path(path).filename().string(), sha256(read_file(path))});
    report.chapters.push_back(std::move(chapter));
    return report;
}

std::vector<std::string> split(std::string const& list, char at) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= list.size();) {
        std::size_t const end = std::min(list.find(at, begin), list.size());
        std::size_t const first = list.find_first_not_of(' ', begin);
        std::size_t const last = list.find_last_not_of(' ', end == 0 ? 0 : end - 1);
        pieces.push_back(first < end ? list.substr(first, last - first + 1) : std::string{});
        begin = end + 1;
    }
    return pieces;
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
