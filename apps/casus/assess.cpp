// casus assess CASE: every lens that the case has input for.
#include "opened_case.hpp"
#include "verbs.hpp"

#include "casus/alienation/chapter.hpp"
#include "casus/alienation/document.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/base/file.hpp"
#include "casus/base/parallel.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/report/csv.hpp"
#include "casus/report/html.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct Options {
    std::string path;
    std::string parameters;
    std::string json;
    std::string csv;
    std::string html;
    std::size_t draws = 2000;
    std::uint64_t seed = 1;
    std::size_t threads = default_threads();
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

void assess(Options const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
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
    if (!options.reproducible) describe_run(manifest, call, options.threads, started);

    if (!options.json.empty()) {
        nlohmann::ordered_json document;
        document["schema"] = "casus.assessment/1";
        document["title"] = {{"en", world.title().en}, {"zh", world.title().zh}};
        document["year"] = world.year().value;
        document["manifest"] = report::manifest_json(manifest, options.reproducible);
        document["threat"] = alienation::threat_document(sampled);
        document["alienation"] = alienation::document(sampled);
        write_or_print(options.json, report::dump(document));
    }

    report::Report report = report_on(opened,
                                      {fmt::format("Assessment for {}: alienation", world.year().value),
                                       fmt::format("{} 年评估：联盟异化", world.year().value)},
                                      manifest);
    report.chapters = alienation::chapters(sampled);
    if (options.json != "-") print_report(report, call);
    if (!options.csv.empty()) report::write_csv(report, options.csv);
    if (!options.html.empty()) {
        report.chapters.push_back(alienation::ledger_chapter(sampled));
        report.chapters.push_back(alienation::method_chapter(sampled, options.draws));
        write_file(options.html, report::html(report, call.language));
    }
}

} // namespace

void add_assess(CLI::App& program, Call const& call) {
    auto options = std::make_shared<Options>();
    CLI::App* const verb = add_verb(
        program, call, "assess",
        {"assess an alliance system: who follows, on what, until when", "评估联盟体系：谁追随、在什么议题上、到何时"},
        "casus assess cases/us-alliance-system-2021.toml --html report.html --json -",
        [options, &call] { assess(*options, call); });
    verb->add_option("CASE", options->path,
                     call.say({"case file (docs/case-format.md)", "案例文件（docs/case-format.md）"}))
        ->required();
    verb->add_option(
            "--json", options->json,
            call.say({"write the assessment as JSON; - for standard output", "以 JSON 写出评估；- 为标准输出"}))
        ->type_name("FILE");
    verb->add_option("--csv", options->csv,
                     call.say({"write every table as CSV into a folder", "将各表以 CSV 写入文件夹"}))
        ->type_name("DIR");
    verb->add_option("--html", options->html,
                     call.say({"write a report that opens in a browser, offline", "写出可离线用浏览器打开的报告"}))
        ->type_name("FILE");
    verb->add_option("--parameters", options->parameters,
                     call.say({"parameter set or file instead of the case's own", "参数集或参数文件，代替案例所指"}))
        ->type_name("SET");
    verb->add_option("--draws", options->draws,
                     call.say({"draws from the spreads of figures and parameters", "按数据与参数的离散程度抽样的次数"}))
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str()
        ->type_name("N");
    verb->add_option("--seed", options->seed, call.say({"seed of the random numbers", "随机数种子"}))
        ->capture_default_str()
        ->type_name("S");
    verb->add_option("--threads", options->threads,
                     call.say({"threads; the answer does not depend on them", "线程数；结果与之无关"}))
        ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
        ->capture_default_str()
        ->type_name("T");
    verb->add_flag("--reproducible", options->reproducible,
                   call.say({"leave out what describes the run (time, threads, command line)",
                             "省略对运行过程的描述（时间、线程、命令行）"}));
    verb->add_option("--lang",
                     call.say({"language, en or zh; the locale's where not given", "语言，en 或 zh；默认取自区域设置"}))
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("LANG");
}

} // namespace casus::app
