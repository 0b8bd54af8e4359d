// casus explain CASE PATH: the terms behind one number.
#include "opened_case.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/alienation/explain.hpp"
#include "casus/base/error.hpp"
#include "casus/dilemma/explain.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace casus::app {

namespace {

struct ExplainOptions {
    std::string path;
    std::string what;
    std::string parameters;
    std::string json;
    bool reproducible = false;
};

/// Whether a line of the ledger rests on the source: its note begins with the key.
bool cites(Ledger const& ledger, std::string const& key) {
    return std::any_of(ledger.lines.begin(), ledger.lines.end(), [&key](LedgerLine const& line) {
        return line.source.en == key || line.source.en.starts_with(key + ":");
    });
}

/// The ledger at a path of any lens; an Error names the nearest of all paths.
Ledger ledger_at(World const& world, Parameters const& parameters, std::string const& path) {
    auto const of_alienation = alienation::explainable(world);
    if (std::ranges::find(of_alienation, path) != of_alienation.end())
        return alienation::explain(world, parameters, path);
    auto all = dilemma::explainable(world);
    if (std::ranges::find(all, path) != all.end() || (all.empty() && path.starts_with("dilemma/")))
        return dilemma::explain(world, parameters, path);
    all.insert(all.end(), of_alienation.begin(), of_alienation.end());
    throw Error(
        Problem{{},
                {"nothing to explain at", "没有可解释的路径"},
                path,
                {"alienation/ACTOR/ISSUE, alienation/ACTOR, alienation/hegemon, threat/ACTOR, "
                 "dilemma/MEMBER/RIVAL, dilemma/MEMBER, dilemma/leader/ACTOR or dilemma/system",
                 "alienation/行为体/议题、alienation/行为体、alienation/hegemon、threat/行为体、dilemma/成员/对手、"
                 "dilemma/成员、dilemma/leader/行为体 或 dilemma/system"},
                nearest(path, all)});
}

void explain(ExplainOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    Ledger ledger = ledger_at(opened.read.world, opened.parameters.parameters, options.what);
    Manifest manifest = manifest_of("explain", opened);
    if (!options.reproducible) describe_run(manifest, call, started);
    auto const document = [&] {
        nlohmann::ordered_json json = begin_document("casus.ledger/1", manifest);
        json["ledger"] = report::shape_json(ledger);
        return json;
    };
    if (json_is_all(options.json, document)) return;
    report::Report report = report_on(opened, {"Explanation of " + options.what, "解释：" + options.what}, manifest);
    std::erase_if(report.sources, [&ledger](auto const& source) { return !cites(ledger, source.first); });
    Text const title = std::exchange(ledger.title, {}); // said once, at the head of the chapter
    report.chapters.push_back({"explain", title, {}, {std::move(ledger)}});
    print_report(report, call);
}

} // namespace

void add_explain(CLI::App& program, Call const& call) {
    auto options = std::make_shared<ExplainOptions>();
    Verb verb(program, call, "explain",
              {"show the terms behind one number, with their sources", "显示一个数字背后的各项及其来源"},
              "casus explain cases/us-alliance-system-2021.toml alienation/AUS/trade",
              [options, &call] { explain(*options, call); });
    verb.add_case(options->path);
    verb.add_argument(
        "PATH", options->what,
        {"alienation/ACTOR/ISSUE, alienation/ACTOR, alienation/hegemon, threat/ACTOR, dilemma/MEMBER/RIVAL, "
         "dilemma/MEMBER, dilemma/leader/ACTOR or dilemma/system",
         "alienation/行为体/议题、alienation/行为体、alienation/hegemon、threat/行为体、"
         "dilemma/成员/对手、dilemma/成员、dilemma/leader/行为体 或 dilemma/system"});
    verb.add_option("--json", "FILE", options->json,
                    {"write the ledger as JSON; - for standard output", "以 JSON 写出明细；- 为标准输出"});
    verb.add_parameters(options->parameters);
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
