// casus dilemma links CASE: which members of different branches had best be joined, under a budget.
#include "dilemma_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/links/chapter.hpp"
#include "casus/dilemma/links/drawn.hpp"
#include "casus/report/graphml.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>

namespace casus::app {

namespace {

struct LinksRun : SampledRun {
    LinksRun() { draws = 100; }

    std::string path;
    std::string budget;
    std::string objective = "reliability";
    std::vector<std::string> forbid;
    std::vector<std::string> require;
    std::vector<std::string> ceilings;
    std::string candidates = "20";
    std::uint64_t levels = 1;
    double seconds = 10.0;
    std::uint64_t nodes = 0;
    std::string graphml;
};

/// Of all pairs, when candidates are some of them: enough for a bound, and the same on every machine.
constexpr std::uint64_t nodes_for_all_pairs = 8;

double budget_of(std::string const& text) {
    double value = 0.0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= 0.0 &&
        value < std::numeric_limits<double>::infinity())
        return value;
    throw Error(Problem{{},
                        text.empty() ? Text{"--budget is missing", "缺少 --budget"}
                                     : Text{"bad value of --budget", "--budget 的取值无效"},
                        text,
                        {"a number that is not negative: what links may cost, in full loads of one rival",
                         "非负的数：联结可用的成本，以应对一个对手的全部负担为单位"},
                        {}});
}

/// "20", "all", or pairs.
struct CandidatesAsked {
    std::size_t most = std::numeric_limits<std::size_t>::max();
    std::vector<std::string> among{};
};

CandidatesAsked candidates_of(std::string const& text) {
    if (text == "all") return {};
    if (text.find('-') != std::string::npos && text.front() != '-') return {.among = split(text)};
    std::size_t most = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), most);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && most > 0) return {.most = most};
    throw Error(Problem{{},
                        {"bad value of --candidates", "--candidates 的取值无效"},
                        text,
                        {"a number above 0, all, or pairs A-B,C-D", "大于 0 的数、all，或 A-B,C-D 形式的各对"},
                        {}});
}

dilemma::LinkAnalysis analysed(LinksRun const& run, OpenedCase const& opened, dilemma::Reading& reading) {
    using namespace dilemma;
    World const& world = opened.read.world;
    Parameters const& parameters = opened.parameters.parameters;
    double const budget = budget_of(run.budget);
    CandidatesAsked const asked = candidates_of(run.candidates);
    read_inputs(world, parameters, reading);
    LinkProblem const all = link_problem(world, reading.system, reading.inputs, parameters[Parameter::LinkLevel],
                                         {run.forbid, run.require, asked.among, run.ceilings, budget, run.levels});
    LinkObjective const objective = run.objective == "strength" ? LinkObjective::Strength : LinkObjective::Reliability;
    SearchLimits limits{.seconds = run.seconds};
    if (run.nodes > 0) limits.nodes = run.nodes, limits.seconds = std::numeric_limits<double>::infinity();
    LinkProblem some = narrowed(all, objective, asked.most);
    if (!enumerable(some)) some = all; // a search needs none left out
    LinkAnalysis analysis = analyse_links(std::move(some), objective, limits, run.threads);
    if (analysis.problem.candidates.size() < all.candidates.size()) {
        analysis.search = search_links(
            all, objective, {.seconds = std::numeric_limits<double>::infinity(), .nodes = nodes_for_all_pairs});
        analysis.searched = all.candidates;
    }
    if (enumerable(analysis.problem))
        draw_links(world, parameters, budget, {run.seed, run.draws, run.threads}, analysis);
    return analysis;
}

void link_members(LinksRun const& run, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(run);
    OpenedCase const opened = open_case(run.path, run.parameters);
    dilemma::Reading reading(opened.read.world);
    dilemma::LinkAnalysis const analysis = analysed(run, opened, reading);
    dilemma::LinkReport const linked{opened.read.world, reading.system, analysis};
    report::Report report =
        report_on(opened, {"Links between branches of the alliance system", "联盟体系分支之间的联结"},
                  manifest_of("dilemma links", opened));
    describe_sampling(report.manifest, run, call, started);
    report.manifest.draws = analysis.draws;
    if (!run.graphml.empty()) write_or_print(run.graphml, report::graphml(dilemma::link_network(linked)));
    bool const json_alone = json_is_all(run.json, [&] {
        nlohmann::ordered_json json = begin_document("casus.dilemma-links/1", report.manifest);
        json["title"] = report::text_json(report.title);
        json.update(dilemma::link_document(linked));
        return json;
    });
    if ((json_alone || run.graphml == "-") && run.csv.empty() && run.html.empty()) return;
    report.chapters = {dilemma::link_chapter(linked, false)};
    report::Report page = report;
    page.chapters = {dilemma::link_chapter(linked, true)};
    deliver(run, call, report, page);
}

} // namespace

void add_dilemma_links(CLI::App& dilemma, Call const& call) {
    auto run = std::make_shared<LinksRun>();
    Verb verb(dilemma, call, "links",
              {"which members of different branches had best be joined, under a budget",
               "在预算之内，哪些不同分支联盟的成员最宜联结"},
              "casus dilemma links CASE.toml --budget 0.1\n"
              "  casus dilemma links CASE.toml --budget 0.2 --objective strength --require JPN-GBR --forbid KOR-TUR",
              [run, &call] { link_members(*run, call); });
    verb.add_case(run->path);
    verb.add_option(
        "--budget", "B", run->budget,
        {"what links may cost, in full loads of one rival", "联结可用的成本，以应对一个对手的全部负担为单位"});
    verb.add_choice("--objective", run->objective, {"reliability", "strength", "frontier"},
                    {"what the best set is best by; frontier: reliability, and what each cost buys",
                     "最佳组合的标准；frontier：可靠性，并示每一成本所能换得的"});
    verb.add_list("--forbid", "A-B", run->forbid, {"a link not to be made; may be repeated", "不得建立的联结；可重复"});
    verb.add_list("--require", "A-B", run->require,
                  {"a link that is made first, at its ceiling; may be repeated", "首先按上限建立的联结；可重复"});
    verb.add_list("--ceiling", "A-B=S", run->ceilings,
                  {"the support that a link can reach, in place of the rule; may be repeated",
                   "联结所能达到的支持，代替规则；可重复"});
    verb.add_option("--candidates", "N|all|A-B,…", run->candidates,
                    {"the N pairs that alone bring most for their cost (20), all pairs, or these",
                     "单独而言性价比最高的 N 对（20）、全部各对，或所列各对"});
    verb.add_number("--levels", "L", run->levels, 1, 2,
                    {"1: whole links; 2: half ones too", "1：完整联结；2：亦可为一半"});
    verb.add_real("--seconds", "S", run->seconds, 0.1, 86'400.0,
                  {"time for the search where sets are too many to value each", "组合过多而须搜索时的时限"});
    verb.add_number(
        "--nodes", "N", run->nodes, 0, 1'000'000'000,
        {"end the search after so many nodes rather than by time; 0: by time", "按节点数而非时间结束搜索；0：按时间"});
    verb.add_option("--graphml", "FILE", run->graphml,
                    {"write the system with the best links as GraphML; - for standard output",
                     "以 GraphML 写出含最佳联结的体系；- 为标准输出"});
    add_sampled_run(verb, *run,
                    {"write everything as JSON (docs/dilemma-links.md); - for standard output",
                     "以 JSON 写出全部结果（见 docs/dilemma-links.md）；- 为标准输出"},
                    {"draws from the spreads of figures and parameters: how often each link is in the best set",
                     "按数据与参数的离散程度抽样的次数：各联结属于最佳组合的频率"});
}

} // namespace casus::app
