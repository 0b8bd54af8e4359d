// casus codes show: all that a code or a name ever stood for, and who came before and after.
#include "codes_verbs.hpp"
#include "output.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>

namespace casus::app {

namespace {

using Json = nlohmann::ordered_json;
using Eras = std::vector<data::StateEra const*>;

struct CodesShowOptions {
    std::string code;
    std::string json;
};

constexpr data::StateCode all_systems[] = {data::StateCode::Cow,           data::StateCode::CowLetters,
                                           data::StateCode::GleditschWard, data::StateCode::Iso2,
                                           data::StateCode::Iso3,          data::StateCode::Name};

/// In any system; where several know it ("SWZ"), all of them.
Eras eras_of(std::string const& code) {
    std::set<data::StateEra const*> found;
    for (data::StateCode const system : all_systems)
        for (data::StateEra const* const era : data::eras_of(system, code)) found.insert(era);
    Eras eras(found.begin(), found.end());
    std::sort(eras.begin(), eras.end(), [](data::StateEra const* a, data::StateEra const* b) {
        return std::tuple(a->first_year, a->last_year, a) < std::tuple(b->first_year, b->last_year, b);
    });
    if (eras.empty()) static_cast<void>(data::state_of(data::StateCode::Name, code, Year(2000))); // says what is near
    return eras;
}

std::vector<data::Succession const*> successions_of(Eras const& eras) {
    std::vector<data::Succession const*> list;
    for (data::Succession const& succession : data::all_successions())
        if (std::any_of(eras.begin(), eras.end(), [&](data::StateEra const* era) {
                return era->name.en == succession.from || era->name.en == succession.to;
            }))
            list.push_back(&succession);
    return list;
}

/// The name in both languages, from any era that is called so.
Text name_of(std::string_view english) {
    for (data::StateEra const& era : data::all_state_eras())
        if (era.name.en == english) return era.name;
    return {std::string(english), {}};
}

Entry cell(std::string const& code) {
    if (code.empty()) return std::monostate{};
    return Text{code, code};
}

Table table_of(Eras const& eras) {
    Table table{.id = "eras",
                .title = {"Codes by year", "各年代码"},
                .note = {"A code holds in calendar years with at least one day of membership.",
                         "代码在至少有一天为成员的年份有效。"},
                .columns = {{.key = "years", .head = {"years", "年份"}},
                            {.key = "name", .head = {"name", "名称"}},
                            {.key = "cow", .head = {"COW", "COW"}},
                            {.key = "cow_letters", .head = {"letters", "字母"}},
                            {.key = "gw", .head = {"GW", "GW"}},
                            {.key = "iso2", .head = {"ISO 2", "ISO 2"}},
                            {.key = "iso3", .head = {"ISO 3", "ISO 3"}}},
                .rows = {}};
    for (data::StateEra const* const era : eras) {
        std::string const years =
            std::to_string(era->first_year) + "–" + (era->last_year == 9999 ? "" : std::to_string(era->last_year));
        table.rows.push_back({Text{years, years}, era->name, cell(data::code_of(*era, data::StateCode::Cow)),
                              cell(era->cow_letters), cell(data::code_of(*era, data::StateCode::GleditschWard)),
                              cell(era->iso2), cell(era->iso3)});
    }
    return table;
}

Notes notes_of(std::vector<data::Succession const*> const& successions) {
    Notes notes{.id = "successions", .title = {"Successions", "继承"}, .items = {}};
    for (data::Succession const* const each : successions) {
        std::string const year = std::to_string(each->year);
        Text const from = name_of(each->from);
        Text const to = name_of(each->to);
        notes.items.push_back({year + ": " + from.en + " → " + to.en, year + "：" + from.zh + " → " + to.zh});
    }
    return notes;
}

Json document_of(std::string const& code, Eras const& eras, std::vector<data::Succession const*> const& successions) {
    Json document;
    document["schema"] = "casus.codes/1";
    document["code"] = code;
    document["states"] = Json::array();
    for (data::StateEra const* const era : eras) document["states"].push_back(era_json(*era));
    document["successions"] = Json::array();
    for (data::Succession const* const each : successions)
        document["successions"].push_back(
            {{"year", each->year}, {"from", std::string(each->from)}, {"to", std::string(each->to)}});
    return document;
}

void show(CodesShowOptions const& options, Call const& call) {
    Eras const eras = eras_of(options.code);
    auto const successions = successions_of(eras);
    if (json_is_all(options.json, [&] { return document_of(options.code, eras, successions); })) return;
    Chapter chapter{.id = "codes", .title = {"Codes", "代码"}, .lead = {}, .shapes = {table_of(eras)}};
    if (!successions.empty()) chapter.shapes.emplace_back(notes_of(successions));
    print_report(report_of("codes show", {"State codes: " + options.code, "国家代码：" + options.code}, {chapter}),
                 call);
}

} // namespace

void add_codes_show(CLI::App& codes, Call const& call) {
    auto options = std::make_shared<CodesShowOptions>();
    Verb verb(codes, call, "show",
              {"all that a code or a name ever stood for, with predecessors and successors",
               "列出代码或名称代表过的所有国家及其前身与继承者"},
              "casus codes show 255\n  casus codes show Germany", [options, &call] { show(*options, call); });
    verb.add_argument("CODE", options->code,
                      {"a number, letters or a name, in English or Chinese", "数字、字母或中英文名称"});
    verb.add_option("--json", "FILE", options->json,
                    {"write them as JSON; - for standard output", "以 JSON 写出；- 为标准输出"});
    verb.add_language();
}

} // namespace casus::app
