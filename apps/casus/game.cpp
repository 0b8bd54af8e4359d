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

namespace {

/// `casus game` alone, or with a word that none of its verbs is.
void refuse_without_verb(CLI::App const& game) {
    if (!game.get_subcommands().empty()) return;
    std::vector<std::string> const names{"solve", "voting", "verify", "explain"};
    Text const expected{"solve, voting, verify or explain", "solve、voting、verify 或 explain"};
    auto const words = game.remaining();
    if (words.empty())
        throw Error(Problem{.place = {},
                            .what = {"a verb is missing after game", "game 之后缺少命令"},
                            .found = {},
                            .expected = expected});
    throw Error(Problem{.place = {},
                        .what = {"unknown verb", "未知命令"},
                        .found = words.front(),
                        .expected = expected,
                        .nearest = nearest(words.front(), names)});
}

} // namespace

void add_game(CLI::App& program, Call const& call) {
    CLI::App* const game =
        program.add_subcommand("game", call.say({"cooperative games: values, core, structures, voting power",
                                                 "合作博弈：值、核心、联盟结构、投票权力"}));
    game->group(call.say({"Verbs", "命令"}));
    game->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    game->allow_extras();
    game->footer(call.say({"Example:\n  ", "示例：\n  "}) + "casus game solve docs/examples/glove.json");
    game->callback([game] { refuse_without_verb(*game); });
    add_game_solve(*game, call);
    add_game_voting(*game, call);
    add_game_verify(*game, call);
    add_game_explain(*game, call);
}

} // namespace casus::app
