// casus VERB [OPTIONS] FILE
#include "verbs.hpp"

#include "casus/base/error.hpp"
#include "casus_version.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace casus::app {

namespace {

constexpr int user_error = 2;

/// --lang where it is given, else the locale's. Needed before parsing, since help and errors are in it.
Language choose_language(std::vector<std::string> const& arguments) {
    for (std::size_t n = 1; n < arguments.size(); ++n) {
        std::string_view const word = arguments[n];
        if (word == "--lang=zh" || (word == "--lang" && n + 1 < arguments.size() && arguments[n + 1] == "zh"))
            return Language::Chinese;
        if (word.starts_with("--lang")) return Language::English;
    }
    for (char const* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        char const* const value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("zh") ? Language::Chinese : Language::English;
    }
    return Language::English;
}

std::vector<std::string> verb_names(CLI::App const& program) {
    std::vector<std::string> names;
    for (CLI::App const* const verb : program.get_subcommands([](CLI::App const*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

/// Refuses a first word that is no verb, before CLI11 would take it for something else.
void check_verb(CLI::App const& program, Call const& call) {
    if (call.arguments.size() < 2 || call.arguments[1].starts_with("-")) return;
    auto const names = verb_names(program);
    for (std::string const& name : names)
        if (name == call.arguments[1]) return;
    std::string list;
    for (std::string const& name : names) list += (list.empty() ? "" : ", ") + name;
    throw Error({.place = {},
                 .what = {"unknown verb", "未知命令"},
                 .found = call.arguments[1],
                 .expected = {"one of " + list, "下列之一：" + list},
                 .nearest = nearest(call.arguments[1], names)});
}

/// Refuses what a verb did not take, naming the nearest of its options.
void refuse_leftovers(CLI::App const& verb) {
    std::vector<std::string> options;
    for (CLI::Option const* const option : verb.get_options())
        for (std::string const& name : option->get_lnames()) options.push_back("--" + name);
    for (std::string const& word : verb.remaining()) {
        bool const option = word.starts_with("-");
        throw Error({.place = {},
                     .what = option ? Text{"unknown option", "未知选项"} : Text{"one argument too many", "多余的参数"},
                     .found = word,
                     .expected = option ? Text{"an option that casus " + verb.get_name() + " --help lists",
                                               "casus " + verb.get_name() + " --help 所列选项"}
                                        : Text{},
                     .nearest = option ? nearest(word.substr(0, word.find('=')), options) : std::string{}});
    }
}

/// CLI11's own complaints, with a Chinese heading.
Text heading_of(CLI::ParseError const& error) {
    std::string const kind = error.get_name();
    if (kind == "RequiredError") return {"something is missing", "缺少必需的参数"};
    if (kind == "ConversionError" || kind == "ValidationError") return {"bad value", "取值无效"};
    if (kind == "ArgumentMismatch") return {"wrong number of values", "取值个数不符"};
    return {"cannot read the command line", "无法解析命令行"};
}

int run(Call const& call) {
    CLI::App program{call.say({"Casus: alliance politics, computable and testable", "Casus：可计算、可检验的联盟政治"}),
                     "casus"};
    program.set_version_flag("--version", fmt::format("casus {} ({}, {})", program_version, git_commit, compiler),
                             call.say({"print version, commit and compiler", "显示版本、提交与编译器"}));
    program.set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    program.require_subcommand(1);
    program.footer(call.say({"Start with:  casus assess cases/us-alliance-system-2021.toml\n"
                             "Each verb has help with an example:  casus assess --help",
                             "从这里开始：  casus assess cases/us-alliance-system-2021.toml\n"
                             "每个命令都有带示例的帮助：  casus assess --help"}));
    if (call.language == Language::Chinese) {
        auto const& labels = program.get_formatter();
        labels->label("Usage", "用法");
        labels->label("OPTIONS", "选项");
        labels->label("SUBCOMMAND", "命令");
        labels->label("SUBCOMMANDS", "命令");
        labels->label("Subcommands", "命令");
        labels->label("Options", "选项");
        labels->label("Positionals", "参数");
        labels->label("REQUIRED", "必需");
    }
    add_assess(program, call);
    add_explain(program, call);
    add_robust(program, call);
    add_check(program, call);

    if (call.arguments.size() < 2) {
        fmt::print("{}", program.help());
        return user_error;
    }
    check_verb(program, call);
    std::vector<std::string> words(call.arguments.rbegin(),
                                   call.arguments.rend() - 1); // CLI11 takes them from the back
    try {
        program.parse(words);
    } catch (CLI::ParseError const& error) {
        if (error.get_exit_code() == 0) return program.exit(error);
        throw Error({.place = {},
                     .what = {heading_of(error).en + ": " + error.what(), heading_of(error).zh + "：" + error.what()},
                     .found = {},
                     .expected = {},
                     .nearest = {}});
    }
    return 0;
}

} // namespace

CLI::App* add_verb(CLI::App& program, Call const& call, std::string const& name, Text const& description,
                   std::string const& example, std::function<void()> const& run) {
    CLI::App* const verb = program.add_subcommand(name, call.say(description));
    verb->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    verb->footer(call.say({"Example:\n  ", "示例：\n  "}) + example);
    verb->allow_extras();
    verb->callback([verb, run] {
        refuse_leftovers(*verb);
        run();
    });
    return verb;
}

int main_with_errors(int argc, char** argv) {
    Call call;
    call.arguments.assign(argv, argv + argc);
    call.language = choose_language(call.arguments);
    try {
        return run(call);
    } catch (Error const& error) {
        for (Problem const& problem : error.problems())
            fmt::print(stderr, "{}{}\n", call.say({"error: ", "错误："}), render(problem, call.language));
        return user_error;
    }
}

} // namespace casus::app

int main(int argc, char** argv) { return casus::app::main_with_errors(argc, argv); }
