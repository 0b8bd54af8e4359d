#include "command_line.hpp"

#include "dilemma_verbs.hpp"

#include "help_layout.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/base/error.hpp"
#include "casus_version.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>

namespace casus::app {

namespace {

constexpr int user_error = 2;

Language locale_language() {
    for (char const* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        char const* const value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("zh") ? Language::Chinese : Language::English;
    }
    return Language::English;
}

Text const languages{"en or zh", "en 或 zh"};

/// Takes every --lang off the words, wherever it stands, and gives the last one's language.
Language take_language(std::vector<std::string>& words, Language otherwise) {
    for (std::size_t n = 0; n < words.size() && words[n] != "--";) {
        bool const joined = words[n].starts_with("--lang=");
        if (!joined && words[n] != "--lang") {
            ++n;
            continue;
        }
        if (!joined && n + 1 == words.size())
            throw Error(Problem{.place = {},
                                .what = {"--lang wants a value", "--lang 需要一个值"},
                                .found = {},
                                .expected = languages});
        std::string const value = joined ? words[n].substr(7) : words[n + 1];
        if (value != "en" && value != "zh")
            throw Error(
                Problem{.place = {}, .what = {"unknown language", "未知语言"}, .found = value, .expected = languages});
        otherwise = value == "zh" ? Language::Chinese : Language::English;
        auto const at = words.begin() + static_cast<std::ptrdiff_t>(n);
        words.erase(at, at + (joined ? 1 : 2));
    }
    return otherwise;
}

void add_verbs(CLI::App& program, Call const& call) {
    program.formatter(std::make_shared<HelpLayout>(call.language));
    program.set_version_flag("--version", fmt::format("casus {} ({}, {})", program_version, git_commit, compiler),
                             call.say({"print version, commit and compiler", "显示版本、提交与编译器"}));
    program.set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    program
        .add_option("--lang",
                    call.say({"language, en or zh; the locale's where not given", "语言，en 或 zh；默认取自区域设置"}))
        ->type_name("LANG");
    program.allow_extras();
    program.footer(call.say({"Each verb has help of its own:  casus assess --help\nStart with:\n  ",
                             "每个命令都有自己的帮助：casus assess --help\n从这里开始：\n  "}) +
                   "casus assess cases/us-alliance-system-2021.toml");
    add_assess(program, call);
    add_explain(program, call);
    add_robust(program, call);
    add_contest(program, call);
    add_compare(program, call);
    add_check(program, call);
    add_game(program, call);
    add_codes(program, call);
    add_data(program, call);
    add_panel(program, call);
    add_cite(program, call);
    add_world(program, call);
    add_similarity(program, call);
    add_alienation(program, call);
    add_dilemma(program, call);
    add_endurance(program, call);
    add_estimate(program, call);
    add_fit(program, call);
    add_replicate(program, call);
    add_configuration(program, call);
    add_balance(program, call);
}

/// Refuses a first word that is neither a verb nor one of the program's own options.
void check_first(CLI::App const& program, std::string const& word) {
    if (word == "-h" || word == "--help" || word == "--version") return;
    std::vector<std::string> names;
    for (CLI::App const* const verb : program.get_subcommands([](CLI::App const*) { return true; }))
        names.push_back(verb->get_name());
    for (std::string const& name : names)
        if (name == word) return;
    if (word.starts_with("-")) {
        std::vector<std::string> const options{"--help", "--version", "--lang"};
        throw Error(Problem{.place = {},
                            .what = {"unknown option", "未知选项"},
                            .found = word,
                            .expected = {"a verb, --help, --version or --lang", "命令、--help、--version 或 --lang"},
                            .nearest = nearest(word, options)});
    }
    throw Error(Problem{.place = {},
                        .what = {"unknown verb", "未知命令"},
                        .found = word,
                        .expected = {fmt::format("one of {}", fmt::join(names, ", ")),
                                     fmt::format("下列之一：{}", fmt::join(names, "、"))},
                        .nearest = nearest(word, names)});
}

/// CLI11's complaint about a required argument, an option without its value, or one that is given twice.
Problem problem_of(CLI::App const& program, CLI::ParseError const& error) {
    CLI::App const* named_verb = &program;
    while (!named_verb->get_subcommands().empty()) named_verb = named_verb->get_subcommands().front();
    CLI::App const& verb = *named_verb;
    std::string const message = error.what();
    std::string const named = message.substr(0, message.find_first_of(": "));
    for (CLI::Option const* const option : verb.get_options()) {
        std::string const name = option->get_name();
        if (name != named && name != "--" + named) continue;
        Text const about{option->get_description(), option->get_description()};
        if (option->get_required() && option->count() == 0)
            return {.place = {}, .what = {name + " is missing", "缺少 " + name}, .found = {}, .expected = about};
        if (option->get_type_name().empty()) return {.place = {}, .what = {name + " takes no value", name + " 不带值"}};
        if (option->count() > 1)
            return {.place = {}, .what = {name + " is given more than once", name + " 给出了不止一次"}};
        std::string const& type = option->get_type_name();
        return {.place = {},
                .what = {name + " wants a value", name + " 需要一个值"},
                .found = {},
                .expected = {name + " " + type, name + " " + type}};
    }
    return {.place = {}, .what = {"cannot read the command line: " + message, "无法解析命令行：" + message}};
}

void complain(Call const& call, Error const& error) {
    for (Problem const& problem : error.problems())
        std::fputs((call.say({"error: ", "错误："}) + render(problem, call.language) + "\n").c_str(), stderr);
}

int run(Call const& call, std::vector<std::string> words) {
    CLI::App program{call.say({"Casus: alliance politics, computable and testable", "Casus：可计算、可检验的联盟政治"}),
                     "casus"};
    add_verbs(program, call);
    if (words.empty()) {
        std::fputs(program.help().c_str(), stderr);
        return user_error;
    }
    check_first(program, words.front());
    try {
        program.parse(std::vector<std::string>(words.rbegin(), words.rend())); // CLI11 takes them from the back
    } catch (CLI::CallForHelp const&) { print(program.help()); } catch (CLI::CallForVersion const&) {
        print(program.version() + "\n");
    } catch (CLI::ParseError const& error) { throw Error(problem_of(program, error)); }
    return 0;
}

} // namespace

int run_command_line(int argc, char** argv) {
    // A file that may grow no larger is an error to report, as a full disk is, and not a signal to die of.
    std::signal(SIGXFSZ, SIG_IGN);
    Call call;
    call.arguments.assign(argv, argv + argc);
    call.language = locale_language();
    try {
        std::vector<std::string> words(call.arguments.begin() + (argc > 0 ? 1 : 0), call.arguments.end());
        call.language = take_language(words, call.language);
        return run(call, std::move(words));
    } catch (Error const& error) { complain(call, error); } catch (std::bad_alloc const&) {
        complain(call, Error(Problem{.place = {},
                                     .what = {"not enough memory", "内存不足"},
                                     .found = {},
                                     .expected = {"fewer draws or players, or a larger machine",
                                                  "更少的抽样或参与者，或更大的机器"}}));
    }
    return user_error;
}

} // namespace casus::app
