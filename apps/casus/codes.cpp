// casus codes: who a state code stands for, and what the others call it.
#include "codes_verbs.hpp"

#include "casus_version.hpp"

#include <nlohmann/json.hpp>

namespace casus::app {

report::Report codes_report(std::string const& verb, Text title, Chapter chapter) {
    report::Report report;
    report.title = std::move(title);
    report.manifest.verb = verb;
    report.manifest.program_version = program_version;
    report.manifest.git_commit = git_commit;
    report.manifest.compiler = compiler;
    report.chapters.push_back(std::move(chapter));
    return report;
}

nlohmann::ordered_json era_json(data::StateEra const& era) {
    using Json = nlohmann::ordered_json;
    auto const number = [](int value) { return value == 0 ? Json(nullptr) : Json(value); };
    auto const letters = [](std::string const& value) { return value.empty() ? Json(nullptr) : Json(value); };
    Json json;
    json["cow"] = number(era.cow);
    json["cow_letters"] = letters(era.cow_letters);
    json["gw"] = number(era.gleditsch_ward);
    json["iso2"] = letters(era.iso2);
    json["iso3"] = letters(era.iso3);
    json["name"] = {{"en", era.name.en}, {"zh", era.name.zh}};
    json["first_year"] = era.first_year;
    json["last_year"] = era.last_year == 9999 ? Json(nullptr) : Json(era.last_year);
    return json;
}

std::vector<std::string> const& code_systems() {
    static std::vector<std::string> const words{"cow", "cow-letters", "gw", "iso2", "iso3", "name"};
    return words;
}

namespace {

/// `casus codes` alone, or with a word that none of its verbs is.
void refuse_without_verb(CLI::App const& codes) {
    if (!codes.get_subcommands().empty()) return;
    Text const expected{"convert or show", "convert 或 show"};
    auto const words = codes.remaining();
    if (words.empty())
        throw Error(Problem{.place = {},
                            .what = {"a verb is missing after codes", "codes 之后缺少命令"},
                            .found = {},
                            .expected = expected});
    throw Error(Problem{.place = {},
                        .what = {"unknown verb", "未知命令"},
                        .found = words.front(),
                        .expected = expected,
                        .nearest = nearest(words.front(), {"convert", "show"})});
}

} // namespace

void add_codes(CLI::App& program, Call const& call) {
    CLI::App* const codes =
        program.add_subcommand("codes", call.say({"state codes by year: COW, Gleditsch–Ward, ISO 3166, names",
                                                  "国家代码：COW、Gleditsch–Ward、ISO 3166 与名称，随年份而变"}));
    codes->group(call.say({"Verbs", "命令"}));
    codes->set_help_flag("-h,--help", call.say({"print this help", "显示帮助"}));
    codes->allow_extras();
    codes->footer(call.say({"Examples:\n  ", "示例：\n  "}) +
                  "casus codes convert --from cow --to iso3 --year 1990 365 255\n  casus codes show Germany");
    codes->callback([codes] { refuse_without_verb(*codes); });
    add_codes_convert(*codes, call);
    add_codes_show(*codes, call);
}

} // namespace casus::app
