// casus assess CASE: every lens that the case has input for.
#include "opened_case.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/alienation/chapter.hpp"
#include "casus/alienation/document.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <memory>

namespace casus::app {

namespace {

struct Options {
    std::string path;
    std::string parameters;
    std::string json;
    std::string csv;
    std::string html;
    std::uint64_t draws = 2000;
    std::uint64_t seed = 1;
    std::uint64_t threads = default_threads();
    bool reproducible = false;
};

ensemble::Spread sample_alienation(OpenedCase const& opened, Options const& options,
                                   alienation::OutputPlan const& plan) {
    World const& world = opened.read.world;
    return ensemble::sample(
        world, opened.parameters.parameters, {.seed = options.seed, .draws = options.draws, .threads = options.threads},
        plan.count(), [&]() -> ensemble::Evaluate {
            auto buffers = std::make_shared<alienation::Buffers>(world);
            return [buffers, &plan](World const& drawn, Parameters const& parameters, std::span<double> row) {
                alienation::evaluate(drawn, parameters, *buffers);
                plan.write(*buffers, row);
            };
        });
}

nlohmann::ordered_json document_of(World const& world, alienation::Sampled const& sampled, Manifest const& manifest) {
    nlohmann::ordered_json document;
    document["schema"] = "casus.assessment/1";
    document["title"] = report::text_json(world.title());
    document["year"] = world.year().value;
    document["manifest"] = report::manifest_json(manifest, manifest.run.empty());
    document["threat"] = alienation::threat_document(sampled);
    document["alienation"] = alienation::document(sampled);
    return document;
}

/// Files first, the terminal last: whoever sees the report knows that all of it was written.
void deliver(Options const& options, Call const& call, report::Report& report, alienation::Sampled const& sampled) {
    if (!options.json.empty())
        write_or_print(options.json, report::dump(document_of(sampled.world, sampled, report.manifest)));
    report.chapters = alienation::chapters(sampled);
    if (!options.csv.empty()) report::write_csv(report, options.csv);
    if (!options.html.empty()) {
        report::Report page = report;
        page.chapters.push_back(alienation::ledger_chapter(sampled));
        page.chapters.push_back(alienation::method_chapter(sampled, options.draws));
        write_or_print(options.html, report::html(page, call.language));
    }
    if (options.json != "-" && options.html != "-") print_report(report, call);
}

void assess(Options const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    if (options.json == "-" && options.html == "-")
        throw Error(Problem{
            .place = {},
            .what = {"--json and --html cannot both go to standard output", "--json 与 --html 不能同时写到标准输出"}});
    OpenedCase const opened = open_case(options.path, options.parameters);
    World const& world = opened.read.world;
    Parameters const& parameters = opened.parameters.parameters;

    alienation::OutputPlan const plan(world);
    alienation::Buffers centre(world);
    alienation::evaluate(world, parameters, centre);
    ensemble::Spread const spread = sample_alienation(opened, options, plan);
    alienation::Sampled const sampled{world, parameters, centre, plan, spread.mean, spread.interval};

    Manifest manifest = manifest_of("assess", opened);
    manifest.seed = options.seed;
    manifest.draws = options.draws;
    if (!options.reproducible) {
        describe_run(manifest, call, started);
        manifest.run.emplace_back("threads", std::to_string(options.threads));
    }
    report::Report report = report_on(opened,
                                      {fmt::format("Assessment for {}: alienation", world.year().value),
                                       fmt::format("{} 年评估：联盟异化", world.year().value)},
                                      std::move(manifest));
    deliver(options, call, report, sampled);
}

} // namespace

void add_assess(CLI::App& program, Call const& call) {
    auto options = std::make_shared<Options>();
    Verb verb(
        program, call, "assess",
        {"assess an alliance system: who follows, on what, until when", "评估联盟体系：谁追随、在什么议题上、到何时"},
        "casus assess cases/us-alliance-system-2021.toml --html report.html --csv tables",
        [options, &call] { assess(*options, call); });
    verb.add_case(options->path);
    verb.add_option("--json", "FILE", options->json,
                    {"write the assessment as JSON (docs/assessment-json.md); - for standard output",
                     "以 JSON 写出评估（见 docs/assessment-json.md）；- 为标准输出"});
    verb.add_option("--csv", "DIR", options->csv,
                    {"write every table as CSV into a folder", "将各表以 CSV 写入文件夹"});
    verb.add_option("--html", "FILE", options->html,
                    {"write a report that opens in a browser, offline; - for standard output",
                     "写出可离线用浏览器打开的报告；- 为标准输出"});
    verb.add_parameters(options->parameters);
    verb.add_number("--draws", "N", options->draws, 1, 100'000,
                    {"draws from the spreads of figures and parameters", "按数据与参数的离散程度抽样的次数"});
    verb.add_number("--seed", "S", options->seed, 0, std::numeric_limits<std::uint64_t>::max(),
                    {"seed of the random numbers", "随机数种子"});
    verb.add_number("--threads", "T", options->threads, 1, 1024,
                    {"threads; the answer does not depend on them", "线程数；结果与之无关"});
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
