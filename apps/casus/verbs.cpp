#include "verbs.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <system_error>

namespace casus::app {

namespace {

/// Refuses what nobody took, naming the nearest of the verb's options.
void refuse_leftovers(CLI::App const& program, CLI::App const& verb) {
    std::vector<std::string> options;
    for (CLI::Option const* const option : verb.get_options())
        for (std::string const& name : option->get_lnames()) options.push_back("--" + name);
    for (std::string const& word : program.remaining(true)) {
        if (word == "--") continue;
        if (!word.starts_with("-"))
            throw Error(Problem{.place = {}, .what = {"one argument too many", "多余的参数"}, .found = word});
        std::string list = "--help";
        for (CLI::App const* app = &verb; app != nullptr; app = app->get_parent()) list = app->get_name() + " " + list;
        throw Error(Problem{.place = {},
                            .what = {"unknown option", "未知选项"},
                            .found = word,
                            .expected = {"an option that " + list + " lists", list + " 所列选项"},
                            .nearest = nearest(word.substr(0, word.find('=')), options)});
    }
}

void refuse_empty(std::string const& name, std::string const& value, Text const& description) {
    if (value.empty())
        throw Error(Problem{.place = {}, .what = {name + " is empty", name + " 为空"}, .expected = description});
}

std::uint64_t whole_number(std::string const& name, std::string const& word, std::uint64_t low, std::uint64_t high) {
    std::uint64_t value = 0;
    char const* const end = word.data() + word.size();
    auto const [stop, failure] = std::from_chars(word.data(), end, value);
    if (failure == std::errc{} && stop == end && value >= low && value <= high) return value;
    throw Error(Problem{.place = {},
                        .what = {"bad value of " + name, name + " 的取值无效"},
                        .found = word,
                        .expected = {fmt::format("a whole number from {} to {}", low, high),
                                     fmt::format("从 {} 到 {} 的整数", low, high)}});
}

/// "a, b or c".
Text one_of(std::vector<std::string> const& names) {
    std::string const first = fmt::format("{}", fmt::join(names.begin(), names.end() - 1, ", "));
    std::string const first_zh = fmt::format("{}", fmt::join(names.begin(), names.end() - 1, "、"));
    return names.size() == 1 ? Text{names.back(), names.back()}
                             : Text{first + " or " + names.back(), first_zh + " 或 " + names.back()};
}

void refuse_without_verb(CLI::App const& group) {
    if (!group.get_subcommands().empty()) return;
    std::vector<std::string> names;
    for (CLI::App const* const verb : group.get_subcommands([](CLI::App const*) { return true; }))
        names.push_back(verb->get_name());
    auto const words = group.remaining();
    if (words.empty())
        throw Error(Problem{.place = {},
                            .what = {fmt::format("a verb is missing after {}", group.get_name()),
                                     fmt::format("{} 之后缺少命令", group.get_name())},
                            .found = {},
                            .expected = one_of(names)});
    throw Error(Problem{.place = {},
                        .what = {"unknown verb", "未知命令"},
                        .found = words.front(),
                        .expected = one_of(names),
                        .nearest = nearest(words.front(), names)});
}

} // namespace

CLI::App& add_group(CLI::App& program, Call const& call, std::string const& name, Text const& description,
                    std::string const& example) {
    CLI::App* const group = program.add_subcommand(name, call.say(description));
    group->group(call.say({"Verbs", "命令"}));
    group->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    group->allow_extras();
    group->footer(call.say({"Example:\n  ", "示例：\n  "}) + example);
    group->callback([group] { refuse_without_verb(*group); });
    return *group;
}

Verb::Verb(CLI::App& program, Call const& call, std::string const& name, Text const& description,
           std::string const& example, std::function<void()> const& run)
    : verb_(program.add_subcommand(name, call.say(description))), call_(call) {
    verb_->group(call.say({"Verbs", "命令"}));
    verb_->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    verb_->footer(call.say({"Example:\n  ", "示例：\n  "}) + example);
    verb_->allow_extras();
    verb_->callback([&program, verb = verb_, run] {
        if (!verb->get_subcommands().empty()) return; // a verb below this one was named, and runs itself
        refuse_leftovers(program, *verb);
        run();
    });
}

void Verb::add_case(std::string& path) {
    add_argument("CASE", path, {"the case file (docs/case-format.md)", "案例文件（见 docs/case-format.md）"});
}

void Verb::add_argument(std::string const& name, std::string& value, Text const& description) {
    auto const take = [name, &value, description](std::string const& word) {
        refuse_empty(name, word, description);
        value = word;
    };
    verb_->add_option_function<std::string>(name, take, call_.say(description))->required()->type_name("");
}

void Verb::add_optional_argument(std::string const& name, std::string& value, Text const& description) {
    verb_->add_option(name, value, call_.say(description))->type_name("");
}

CLI::Option* Verb::add_words(std::string const& name, std::vector<std::string>& values, Text const& description) {
    auto const take = [name, &values, description](std::vector<std::string> const& words) {
        for (std::string const& word : words) refuse_empty(name, word, description);
        values = words;
    };
    return verb_->add_option_function<std::vector<std::string>>(name, take, call_.say(description))->type_name("");
}

void Verb::add_arguments(std::string const& name, std::vector<std::string>& values, Text const& description) {
    add_words(name, values, description)->required();
}

void Verb::add_optional_arguments(std::string const& name, std::vector<std::string>& values, Text const& description) {
    (void)add_words(name, values, description);
}

void Verb::add_option(std::string const& name, std::string const& type, std::string& value, Text const& description) {
    auto const take = [name, &value](std::string const& word) {
        refuse_empty(name, word, {});
        value = word;
    };
    verb_->add_option_function<std::string>(name, take, call_.say(description))->type_name(type);
}

void Verb::add_number(std::string const& name, std::string const& type, std::uint64_t& value, std::uint64_t low,
                      std::uint64_t high, Text const& description) {
    auto const take = [name, &value, low, high](std::string const& word) {
        value = whole_number(name, word, low, high);
    };
    verb_->add_option_function<std::string>(name, take, call_.say(description))
        ->type_name(type)
        ->default_str(std::to_string(value));
}

void Verb::add_real(std::string const& name, std::string const& type, double& value, double low, double high,
                    Text const& description) {
    auto const take = [name, &value, low, high](std::string const& word) {
        char const* const end = word.data() + word.size();
        auto const [stop, failure] = std::from_chars(word.data(), end, value);
        if (failure == std::errc{} && stop == end && value >= low && value <= high) return;
        throw Error(Problem{.place = {},
                            .what = {"bad value of " + name, name + " 的取值无效"},
                            .found = word,
                            .expected = {fmt::format("a number from {} to {}", low, high),
                                         fmt::format("从 {} 到 {} 的数", low, high)}});
    };
    verb_->add_option_function<std::string>(name, take, call_.say(description))->type_name(type);
}

void Verb::add_list(std::string const& name, std::string const& type, std::vector<std::string>& values,
                    Text const& description) {
    auto const take = [name, &values](std::vector<std::string> const& words) {
        for (std::string const& word : words) refuse_empty(name, word, {});
        values = words;
    };
    verb_->add_option_function<std::vector<std::string>>(name, take, call_.say(description))
        ->type_name(type)
        ->allow_extra_args(false);
}

void Verb::add_choice(std::string const& name, std::string& value, std::vector<std::string> const& choices,
                      Text const& description) {
    auto const take = [name, &value, choices](std::string const& word) {
        for (std::string const& choice : choices)
            if (choice == word) {
                value = word;
                return;
            }
        throw Error(Problem{.place = {},
                            .what = {"bad value of " + name, name + " 的取值无效"},
                            .found = word,
                            .expected = {fmt::format("one of {}", fmt::join(choices, ", ")),
                                         fmt::format("下列之一：{}", fmt::join(choices, "、"))},
                            .nearest = nearest(word, choices)});
    };
    verb_->add_option_function<std::string>(name, take, call_.say(description))
        ->type_name(fmt::format("{}", fmt::join(choices, "|")));
}

void Verb::add_flag(std::string const& name, bool& value, Text const& description) {
    verb_->add_flag(name, value, call_.say(description))->disable_flag_override();
}

void Verb::add_parameters(std::string& set) {
    add_option("--parameters", "SET", set,
               {"parameter set or file instead of the case's own", "参数集或参数文件，代替案例所指"});
}

void Verb::add_reproducible(bool& reproducible) {
    add_flag("--reproducible", reproducible,
             {"leave out what describes the run (time, threads, command line)",
              "省略对运行过程的描述（时间、线程、命令行）"});
}

void Verb::add_store(std::string& path) {
    add_option("--store", "FILE", path,
               {"the store of imported data, instead of ~/.local/share/casus/store.sqlite",
                "已导入数据的仓库，代替 ~/.local/share/casus/store.sqlite"});
}

void Verb::add_language() {
    // For the help only: the language is taken off the command line before CLI11 sees it, since errors are in it.
    verb_
        ->add_option("--lang", call_.say({"language, en or zh; the locale's where not given",
                                          "语言，en 或 zh；默认取自区域设置"}))
        ->type_name("LANG");
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

} // namespace casus::app
