#include "casus/world/case_file/case_file.hpp"

#include "casus/base/file.hpp"
#include "casus/world/case_file/actor_section.hpp"
#include "casus/world/case_file/issue_section.hpp"
#include "casus/world/case_file/member_section.hpp"
#include "casus/world/case_file/scenario_section.hpp"
#include "casus/world/case_file/sheet.hpp"
#include "casus/world/case_file/treaty_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace casus::case_file {

namespace {

namespace fs = std::filesystem;

std::string const schema = "casus.case/1";
std::string const usual_parameters = "judgement";

/// One case file on its way into a builder.
class CaseReading {
public:
    explicit CaseReading(fs::path path) : path_(std::move(path)), file_(path_.string()) {}

    Case read();

private:
    TomlValue open_case();
    void read_schema(TomlValue const& document);
    void read_sources(TomlValue const& document);
    void read_header(TomlValue const& document);
    void read_roles(TomlValue const& document);
    void read_parameters(TomlValue const& document);
    void read_system(TomlValue const& section, Codes const& codes);
    void read_sections(TomlValue const& document);
    /// Calls `read` with the content and the path of every sheet that the key lists.
    void read_sheets(TomlValue const& document, std::string const& key,
                     std::function<void(std::string const&, std::string const&)> const& read);
    void remember(fs::path const& path, std::string const& content);
    [[noreturn]] void stop();

    fs::path path_;
    std::string file_;
    WorldBuilder builder_;
    TomlReader reader_{builder_.problems};
    Case case_;
    bool sheet_missing_ = false;
};

void CaseReading::remember(fs::path const& path, std::string const& content) {
    case_.files.push_back({path.filename().string(), sha256(content)});
    case_.paths.push_back(path);
}

TomlValue CaseReading::open_case() {
    std::string const content = read_file(path_);
    remember(path_, content);
    TomlValue document = read_toml(content, file_);
    document.place = {file_, 0, 0};
    return document;
}

void CaseReading::read_schema(TomlValue const& document) {
    Text const expected{fmt::format("\"{}\"", schema), fmt::format("\"{}\"", schema)};
    TomlValue const* value = reader_.require(document, "schema", expected);
    if (value != nullptr && value->text != schema)
        reader_.report({value->place, {"unknown schema", "未知的格式"}, value->text, expected, {}});
}

void CaseReading::read_sources(TomlValue const& document) {
    std::vector<std::string> keys;
    if (TomlValue const* section = document.find("sources"); section != nullptr && reader_.table(*section, "sources"))
        for (TomlEntry const& entry : section->entries) {
            keys.push_back(entry.key);
            builder_.sources.push_back({entry.key, reader_.text(entry.value, entry.key)});
            if (entry.key.find(':') != std::string::npos)
                reader_.report({entry.place,
                                {"not a key of a source", "不是有效的来源键"},
                                entry.key,
                                {"a key without a colon", "不含冒号的键"},
                                {}});
        }
    reader_.sources(std::move(keys));
}

void CaseReading::read_roles(TomlValue const& document) {
    if (TomlValue const* leader = reader_.require(document, "leader", {"the code of an actor", "行为体代码"})) {
        builder_.leader = reader_.text(*leader, "leader");
        builder_.leader_place = leader->place;
    }
    if (TomlValue const* challengers = reader_.require(document, "challengers", {"a list of actors", "行为体列表"}))
        for (Word& word : reader_.texts(*challengers, "challengers")) {
            builder_.challengers.push_back(std::move(word.text));
            builder_.challenger_places.push_back(std::move(word.place));
        }
    if (TomlValue const* partners = document.find("partners"))
        for (Word& word : reader_.texts(*partners, "partners")) {
            builder_.partners.push_back(std::move(word.text));
            builder_.partner_places.push_back(std::move(word.place));
        }
    if (TomlValue const* rivals = document.find("rivals"))
        for (Word& word : reader_.texts(*rivals, "rivals")) {
            builder_.rivals.push_back(std::move(word.text));
            builder_.rival_places.push_back(std::move(word.place));
        }
}

void CaseReading::read_header(TomlValue const& document) {
    builder_.whole = {file_, 0, 0};
    read_schema(document);
    if (TomlValue const* title = reader_.require(
            document, "title", {"text, or { en = \"…\", zh = \"…\" }", "文字，或 { en = \"…\", zh = \"…\" }"})) {
        builder_.title = reader_.bilingual(*title, "title");
        if (builder_.title.en.empty()) builder_.title.en = builder_.title.zh;
        if (builder_.title.zh.empty()) builder_.title.zh = builder_.title.en;
    }
    if (TomlValue const* year = reader_.require(document, "year", {"the year of the figures", "数字所属年份"}))
        builder_.year = Year{reader_.year(*year, "year", 0)};
    read_roles(document);
}

void CaseReading::read_parameters(TomlValue const& document) {
    case_.parameters = usual_parameters;
    case_.parameters_place = {file_, 0, 0};
    if (TomlValue const* value = document.find("parameters")) {
        case_.parameters = reader_.text(*value, "parameters");
        case_.parameters_place = value->place;
    }
}

void CaseReading::read_system(TomlValue const& section, Codes const& codes) {
    if (!reader_.table(section, "system")) return;
    reader_.only(section, table_keys({}, {Extent::System}));
    read_figures(reader_, section, {Extent::System}, {}, codes, builder_);
}

void CaseReading::read_sections(TomlValue const& document) {
    TomlValue empty;
    empty.place = document.place;
    auto const section = [&](std::string_view key) -> TomlValue const& {
        TomlValue const* found = document.find(key);
        return found == nullptr ? empty : *found;
    };
    TomlValue const* actors =
        reader_.require(document, "actors", {"[actors.CODE] for every actor", "每个行为体一节 [actors.代码]"});
    if (actors == nullptr) actors = &empty;
    read_actors(reader_, *actors, builder_);
    read_issues(reader_, section("issues"), builder_);
    read_groups(reader_, section("groups"), builder_);
    read_treaties(reader_, section("treaties"), builder_);

    Codes const codes(builder_);
    read_system(section("system"), codes);
    read_actor_figures(reader_, *actors, codes, builder_);
    read_issue_figures(reader_, section("issues"), codes, builder_);
    read_cells(reader_, section("cells"), codes, builder_);
    for (auto const& [key, kind] :
         {std::pair("figures", SheetKind::Figures), std::pair("judgements", SheetKind::Judgements)})
        read_sheets(document, key, [&, of = kind](std::string const& content, std::string const& path) {
            read_sheet(content, path, of, reader_, codes, builder_);
        });
    read_sheets(document, "treaty_figures", [&](std::string const& content, std::string const& path) {
        read_treaty_sheet(content, path, reader_, case_.treaty_figures);
    });
}

/// Names of the sheets beside a path that cannot be opened.
std::vector<std::string> sheets_in(fs::path const& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".csv") names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

void CaseReading::read_sheets(TomlValue const& document, std::string const& key,
                              std::function<void(std::string const&, std::string const&)> const& read) {
    TomlValue const* list = document.find(key);
    if (list == nullptr) return;
    for (Word const& word : reader_.texts(*list, key)) {
        fs::path const path = (path_.parent_path() / word.text).lexically_normal();
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) {
            reader_.report(
                unknown(word.place, {"no such sheet", "没有这个表格"}, word.text, sheets_in(path.parent_path())));
            sheet_missing_ = true;
            continue;
        }
        std::string const content = read_file(path);
        remember(path, content);
        read(content, path.string());
    }
}

void CaseReading::stop() {
    std::ranges::stable_sort(builder_.problems, {},
                             [](Problem const& p) { return std::tuple(p.place.file, p.place.line, p.place.column); });
    throw Error(std::move(builder_.problems));
}

Case CaseReading::read() {
    TomlValue const document = open_case();
    reader_.only(document, {"schema", "title", "year", "leader", "challengers", "partners", "rivals", "parameters",
                            "figures", "judgements", "treaty_figures", "sources", "system", "actors", "groups",
                            "treaties", "issues", "cells", "scenario"});
    read_sources(document);
    read_header(document);
    read_parameters(document);
    read_sections(document);
    // Without these, roles cannot be told and every figure would seem to be misplaced, or missing.
    if (builder_.leader.empty() || builder_.year.value == 0 || builder_.actors.empty() || sheet_missing_) stop();
    if (TomlValue const* section = document.find("scenario")) case_.scenarios = read_scenarios(reader_, *section);
    std::vector<std::string> treaties;
    for (WorldBuilder::Members const& treaty : builder_.treaties) treaties.push_back(treaty.code);
    check_treaty_figures(case_.treaty_figures, treaties, builder_.problems);
    case_.base = builder_;
    case_.world = builder_.build();
    check_paths(reader_, case_.scenarios, case_.world);
    if (!builder_.problems.empty()) stop();
    return std::move(case_);
}

} // namespace

Case read_case(std::filesystem::path const& path) { return CaseReading(path).read(); }

} // namespace casus::case_file
