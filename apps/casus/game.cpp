// casus game: cooperative games, whoever the players are.
#include "game_verbs.hpp"

#include "casus/base/file.hpp"
#include "casus_version.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::app {

void add_language_option(CLI::App& verb, Call const& call) {
    verb.add_option("--lang", call.say({"language, en or zh", "语言，en 或 zh"}))
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("LANG");
}

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

void add_game(CLI::App& program, Call const& call) {
    CLI::App* const game =
        program.add_subcommand("game", call.say({"cooperative games: values, core, structures, voting power",
                                                 "合作博弈：值、核心、联盟结构、投票权力"}));
    game->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    game->require_subcommand(1);
    game->footer(call.say({"Example:\n  ", "示例：\n  "}) +
                 "casus game solve docs/examples/glove.json --solution shapley,core,nucleolus");
    add_game_solve(*game, call);
    add_game_voting(*game, call);
    add_game_verify(*game, call);
    add_game_explain(*game, call);
}

} // namespace casus::app
