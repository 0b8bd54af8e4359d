// casus alienation measure: how far allies vote from their leader in the UN, by issue and year.
#include "alienation_verbs.hpp"
#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "years.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/data/sources/sources.hpp"
#include "casus/fit/measured_chapter.hpp"
#include "casus/fit/measured_document.hpp"
#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"
#include "casus/world/from_panel/citation.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace casus::app {

namespace {

struct AlienationMeasureOptions {
    std::string leader;
    std::string allies;
    std::string issues = "all";
    std::string years;
    std::string votes;
    double alone = 0.1;
    std::uint64_t carry = 0;
    std::uint64_t threads = 0;
    std::string store;
    std::string json, csv, html;
    bool reproducible = false;
};

void require(std::string const& value, std::string const& option, Text expected) {
    if (!value.empty()) return;
    throw Error(Problem{
        .place = {}, .what = {option + " is missing", "缺少 " + option}, .found = {}, .expected = std::move(expected)});
}

fit::MeasureRequest request_of(AlienationMeasureOptions const& options) {
    require(options.leader, "--leader", {"the state that leads, as USA", "主导国，如 USA"});
    require(options.allies, "--allies",
            {"atop:defense, cow:defense, members, or codes with commas between",
             "atop:defense、cow:defense、members，或以逗号分隔的代码"});
    require(options.years, "--years", {"years as 1990:2018", "年份，如 1990:2018"});
    auto const [first, last] = years_of("--years", options.years);
    fit::MeasureRequest request;
    request.leader = options.leader;
    request.allies = options.allies;
    if (options.issues != "all") request.issues = split(options.issues);
    request.first_year = first;
    request.last_year = last;
    request.carry = static_cast<int>(options.carry);
    request.votes = options.votes;
    request.alone = options.alone;
    request.threads = options.threads;
    return request;
}

/// Data sets with what to cite for them; the hashes of their files go into the manifest.
void put_sources(report::Report& report, fit::Measured const& measured) {
    for (data::Provenance const& source : measured.sources) {
        report.manifest.case_files.push_back({source.file, source.sha256});
        data::Source const* const known = data::source_named(source.dataset);
        report.sources.emplace_back(
            source.dataset + " " + source.version,
            known ? fmt::format("{}; {}", known->title.en, from_panel::plain_citation(known->citation)) : source.file);
    }
}

/// A file of all cells where the path ends as one or is "-"; a folder of every table otherwise.
void write_csv_of(report::Report report, fit::Measured const& measured, std::string const& path) {
    if (path.empty()) return;
    Table cells = measured_cells(measured);
    if (path == "-" || path.ends_with(".csv")) {
        write_or_print(path, *report::csv(cells));
        return;
    }
    report.chapters.front().shapes.emplace_back(std::move(cells));
    report::write_csv(report, path);
}

void measure(AlienationMeasureOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    if (std::ranges::count(std::array{options.json, options.csv, options.html}, "-") > 1)
        throw Error(Problem{.place = {},
                            .what = {"only one of --json, --csv and --html can go to standard output",
                                     "--json、--csv 与 --html 中只能有一个写到标准输出"}});
    fit::MeasureRequest const request = request_of(options);
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    fit::Measured const measured = fit::measure_alienation(store, request);
    report::Report report = report_of("alienation measure", {"Measured alienation", "异化的实测"}, {});
    put_sources(report, measured);
    if (!options.reproducible) describe_run(report.manifest, call, started);
    bool const json_alone = json_is_all(options.json, [&] {
        nlohmann::ordered_json json = begin_document("casus.measured/1", report.manifest);
        json.update(document(measured));
        return json;
    });
    if (json_alone && options.csv.empty() && options.html.empty()) return;
    report.chapters.push_back(measured_chapter(measured));
    write_csv_of(report, measured, options.csv);
    if (!options.html.empty()) write_or_print(options.html, report::html(report, call.language));
    if (!json_alone && options.csv != "-" && options.html != "-") print_report(report, call);
}

} // namespace

void add_alienation_measure(CLI::App& alienation, Call const& call) {
    auto options = std::make_shared<AlienationMeasureOptions>();
    options->threads = default_threads();
    Verb verb(alienation, call, "measure",
              {"how far allies vote from their leader in the UN, by issue and year",
               "盟国在联合国的投票与主导国相距多远，按议题与年份"},
              "casus alienation measure --leader USA --allies atop:defense --years 1990:2018 --html us.html\n"
              "  casus alienation measure --leader RUS --allies POL,HUN,BUL --issues me,hr --years 1970:1991",
              [options, &call] { measure(*options, call); });
    verb.add_option("--leader", "CODE", options->leader,
                    {"the leader: COW or ISO 3166 code, or name", "主导国：COW 或 ISO 3166 代码，或名称"});
    verb.add_option("--allies", "GROUP", options->allies,
                    {"by treaty, year by year: atop or cow, with an obligation as atop:defense; members for all that "
                     "vote; or codes with commas between",
                     "按条约逐年确定：atop 或 cow，可加义务如 atop:defense；members 为全体投票者；或以逗号分隔的代码"});
    verb.add_option("--years", "FIRST:LAST", options->years, {"calendar years of the votes", "表决的日历年份"});
    verb.add_option("--issues", "CODE,…", options->issues,
                    {"of me, nu, di, hr, co, ec; all (default) for these and all roll calls together",
                     "取自 me、nu、di、hr、co、ec；all（默认）为各议题与全部表决"});
    verb.add_choice(
        "--of", options->votes, {"votes", "wide"},
        {"un-votes (to 2019) or un-votes-wide (to June 2024); the first that covers the years where not given",
         "un-votes（至 2019）或 un-votes-wide（至 2024 年 6 月）；不给则取先覆盖这些年份者"});
    verb.add_number("--carry", "N", options->carry, 0, 30,
                    {"years that alliances go on beyond the end of their data set", "联盟数据截止后沿用的年数"});
    verb.add_real("--alone", "SHARE", options->alone, 0.0, 1.0,
                  {"the leader stands alone where less than this share of the votes are like its own",
                   "与主导国投票相同者低于此比例即视为孤立"});
    verb.add_option("--json", "FILE", options->json,
                    {"write everything as JSON (docs/measured-alienation.md); - for standard output",
                     "以 JSON 写出全部结果（见 docs/measured-alienation.md）；- 为标准输出"});
    verb.add_option(
        "--csv", "FILE|DIR", options->csv,
        {"write all cells into a file that ends in .csv (- for standard output), or every table into a folder",
         "写出全部单元到以 .csv 结尾的文件（- 为标准输出），或将各表写入文件夹"});
    verb.add_option("--html", "FILE", options->html,
                    {"write a report that opens in a browser, offline; - for standard output",
                     "写出可离线用浏览器打开的报告；- 为标准输出"});
    verb.add_store(options->store);
    verb.add_number("--threads", "N", options->threads, 1, 1024,
                    {"threads; the answer does not depend on them", "线程数；结果与之无关"});
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
