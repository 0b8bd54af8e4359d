// casus endurance CASE: how long each alliance stands, because of what, and what if.
#include "endurance_outlook.hpp"

#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "opened_model.hpp"
#include "output.hpp"
#include "sampled_run.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/alliance_years.hpp"
#include "casus/endurance/assessed.hpp"
#include "casus/endurance/document.hpp"
#include "casus/endurance/from_panel/of_panel.hpp"
#include "casus/endurance/of_case.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <memory>

namespace casus::app {

namespace {

struct EnduranceRun : SampledRun {
    std::string path;
    std::string year;
    std::string alliance;
    std::string allies = "atop:defense";
    std::string store;
    std::vector<std::string> changes;
    std::vector<std::string> events;
};

std::vector<endurance::WhatIf> what_ifs_of(EnduranceRun const& run) {
    std::vector<endurance::WhatIf> all;
    std::vector<endurance::TermChange> changes;
    for (std::string const& change : run.changes) changes.push_back(endurance::parse_term_change(change));
    if (!changes.empty()) all.push_back(endurance::what_if_terms(std::move(changes)));
    for (std::string const& event : run.events) {
        if (std::ranges::find(all, event, &endurance::WhatIf::code) != all.end())
            throw Error(Problem{{}, {"what-if named twice", "假设重复"}, event, {}, {}});
        all.push_back(endurance::named_what_if(event));
    }
    return all;
}

endurance::Drawing drawing_of(EnduranceRun const& run) {
    return {.seed = run.seed, .draws = run.draws, .threads = run.threads};
}

void deliver_outlook(EnduranceRun const& run, Call const& call, report::Report& report,
                     endurance::Assessed const& assessed) {
    bool const json_alone = json_is_all(run.json, [&] {
        nlohmann::ordered_json json = begin_document("casus.endurance-outlook/1", report.manifest);
        json["title"] = report::text_json(report.title);
        json.update(endurance::document(assessed));
        return json;
    });
    if (json_alone && run.csv.empty() && run.html.empty()) return;
    report.chapters = {endurance::outlook_chapter(assessed), endurance::claim_chapter(assessed)};
    if (!assessed.what_ifs.empty()) report.chapters.push_back(endurance::what_if_chapter(assessed));
    report::Report page = report;
    page.chapters.push_back(endurance::ledger_chapter(assessed));
    page.chapters.push_back(endurance::model_chapter(assessed));
    deliver(run, call, report, page);
}

void put_run(report::Report& report, EnduranceRun const& run, Call const& call, endurance::ModelFile const& model,
             std::chrono::system_clock::time_point started) {
    report.manifest.parameters = model.file;
    report.manifest.parameter_set = model.model.name;
    describe_sampling(report.manifest, run, call, started);
}

Text subtitle_of(int year) {
    return {fmt::format("Endurance of alliances, {}", year), fmt::format("{} 年联盟的存续", year)};
}

void assess_case(EnduranceRun const& run, Call const& call, endurance::ModelFile const& model,
                 std::chrono::system_clock::time_point started) {
    OpenedCase const opened = open_case(run.path, {});
    World const& world = opened.read.world;
    endurance::Assessed assessed =
        endurance::assess(model.model, world.year().value,
                          endurance::alliances_of(world, opened.read.treaty_figures, model.model, {run.path, 0, 0}),
                          what_ifs_of(run), drawing_of(run));
    report::Report report = report_on(opened, subtitle_of(assessed.year), manifest_of("endurance", opened));
    put_run(report, run, call, model, started);
    deliver_outlook(run, call, report, assessed);
}

void assess_store(EnduranceRun const& run, Call const& call, endurance::ModelFile const& model,
                  std::chrono::system_clock::time_point started) {
    int const year = year_of("--year", run.year);
    data::Store const store(store_path(run.store), data::Store::Access::Read);
    data::Panel const panel = data::walt_years(store, {year, year}, run.threads);
    endurance::OfPanel found = endurance::alliances_of(panel, data::read_treaties(store, "atop"), model.model, year,
                                                       run.allies == "atop:all" ? endurance::Owing::Anything
                                                                                : endurance::Owing::DefenseOrOffense);
    if (!run.alliance.empty()) found.alliances = endurance::chosen_of(std::move(found.alliances), run.alliance, year);
    std::vector<endurance::WhatIf> what_ifs = what_ifs_of(run);
    for (endurance::WhatIf& what_if : what_ifs)
        if (std::string letters = endurance::letters_of(what_if.member, year); !letters.empty())
            what_if.member = std::move(letters);
    endurance::Assessed assessed =
        endurance::assess(model.model, year, std::move(found.alliances), what_ifs, drawing_of(run));
    if (run.allies == "atop:all")
        assessed.notes.push_back(
            {"The shipped model was fitted on alliances with defence or offence owed; the others here "
             "lie outside what it knows.",
             "随附模型以负有防御或进攻义务的联盟拟合；此处其余联盟在其所知之外。"});
    if (!found.without_column.empty())
        assessed.notes.push_back(
            {fmt::format("The panel has no column for these terms, which count as average: {}.",
                         fmt::join(found.without_column, ", ")),
             fmt::format("面板没有下列各项的列，按平均计：{}。", fmt::join(found.without_column, "、"))});
    report::Report report = report_of("endurance", {"Alliances in ATOP", "ATOP 中的联盟"}, {});
    report.subtitle = subtitle_of(year);
    for (data::Provenance const& source : panel.sources) {
        report.manifest.case_files.push_back({source.file, source.sha256});
        report.sources.emplace_back(source.dataset + " " + source.version, source.file);
    }
    put_run(report, run, call, model, started);
    deliver_outlook(run, call, report, assessed);
}

/// A case, or a year from the store: not both, not neither.
void endure(EnduranceRun const& run, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(run);
    bool const stored =
        !run.year.empty() || !run.alliance.empty() || !run.store.empty() || run.allies != "atop:defense";
    if (stored && !run.path.empty())
        throw Error(Problem{
            {},
            {"both a case and alliances from the store", "同时给出案例与数据仓库的联盟"},
            run.path,
            {"a case alone, or --year with --alliance and --store", "只给案例，或用 --year 及 --alliance、--store"},
            {}});
    if (stored && run.year.empty())
        throw Error(Problem{{},
                            {"--year is missing", "缺少 --year"},
                            {},
                            {"the year of the alliances, as 1985", "联盟所在年份，如 1985"},
                            {}});
    if (!stored && run.path.empty())
        throw Error(Problem{
            {},
            {"CASE is missing", "缺少 CASE"},
            {},
            {"the case file, or --year for alliances from the store", "案例文件，或用 --year 取数据仓库中的联盟"},
            {}});
    endurance::ModelFile const model = open_model(run.parameters);
    if (stored)
        assess_store(run, call, model, started);
    else
        assess_case(run, call, model, started);
}

} // namespace

CLI::App& add_endurance_outlook(CLI::App& program, Call const& call) {
    auto run = std::make_shared<EnduranceRun>();
    Verb verb(program, call, "endurance",
              {"how long alliances stand, because of what, and what if", "联盟能维持多久、原因何在、假设分析"},
              "casus endurance CASE.toml --what-if leader-declines --html endurance.html\n"
              "  casus endurance --year 1985 --alliance USA,GBR --set institution=1",
              [run, &call] { endure(*run, call); });
    verb.add_optional_argument("CASE", run->path,
                               {"the case file, with figures of its treaties (docs/case-format.md); or none, and "
                                "alliances from the store",
                                "案例文件，附条约的数字（见 docs/case-format.md）；或不给出，改用数据仓库的联盟"});
    verb.add_option("--year", "YEAR", run->year,
                    {"alliances of this year from the store (ATOP, with the columns of walt)",
                     "数据仓库中该年的联盟（ATOP，附 walt 各列）"});
    verb.add_choice(
        "--allies", run->allies, {"atop:defense", "atop:all"},
        {"alliances in which somebody owes defence or offence, as those that the model was fitted on, or all",
         "有成员负有防御或进攻义务的联盟，与拟合所用者一致；或全部"});
    verb.add_option("--alliance", "ID|A,B", run->alliance,
                    {"only this one by its number, or those that these are all members of",
                     "只取此编号的联盟，或同时包含这些成员的联盟"});
    verb.add_store(run->store);
    verb.add_option("--params", "FILE", run->parameters,
                    {"the fitted model, a path or the name of a shipped one; endurance-atop where not given",
                     "拟合所得模型，路径或内置模型名；默认 endurance-atop"});
    verb.add_list("--set", "[ALLIANCE.]TERM=VALUE", run->changes,
                  {"what if: a term changed, as regime_change=1 or NATO.balance=+0.5; may be repeated, all are made "
                   "together",
                   "假设：改变某项，如 regime_change=1 或 NATO.balance=+0.5；可重复，一并生效"});
    verb.add_list("--what-if", "EVENT", run->events,
                  {"regime-change:MEMBER, leader-declines[:SHARE] (a third) or institution[:LEVEL] (1); may be "
                   "repeated, each by itself",
                   "regime-change:成员、leader-declines[:份额]（默认三分之一）或 institution[:水平]（默认 "
                   "1）；可重复，各自计算"});
    add_report_files(verb, *run,
                     {"write everything as JSON (docs/endurance-json.md); - for standard output",
                      "以 JSON 写出全部结果（见 docs/endurance-json.md）；- 为标准输出"});
    add_draws(
        verb, *run,
        {"draws from the errors of the coefficients and the ranges of figures", "按系数的误差与数字的范围抽样的次数"});
    return *program.get_subcommand("endurance");
}

} // namespace casus::app
