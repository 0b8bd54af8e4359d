// casus assess CASE: every lens that the case has input for.
#include "assess_verb.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/alienation/chapter.hpp"
#include "casus/alienation/document.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/base/error.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

ensemble::Spread sample_alienation(World const& world, Parameters const& parameters, AssessOptions const& options,
                                   alienation::OutputPlan const& plan) {
    return ensemble::sample(world, parameters, options.sampling(), plan.count(), [&]() -> ensemble::Evaluate {
        auto buffers = std::make_shared<alienation::Buffers>(world);
        return [buffers, &plan](World const& drawn, Parameters const& drawn_parameters, std::span<double> row) {
            alienation::evaluate(drawn, drawn_parameters, *buffers);
            plan.write(*buffers, row);
        };
    });
}

namespace {

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

void deliver(AssessOptions const& options, Call const& call, report::Report& report,
             alienation::Sampled const& sampled) {
    if (!options.json.empty())
        write_or_print(options.json, report::dump(document_of(sampled.world, sampled, report.manifest)));
    report.chapters = alienation::chapters(sampled);
    report::Report page = report;
    if (!options.html.empty()) {
        page.chapters.push_back(alienation::ledger_chapter(sampled));
        page.chapters.push_back(alienation::method_chapter(sampled, options.draws));
    }
    app::deliver(options, call, report, page);
}

void assess_case(AssessOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    World const& world = opened.read.world;
    Parameters const& parameters = opened.parameters.parameters;

    alienation::OutputPlan const plan(world);
    alienation::Buffers centre(world);
    alienation::evaluate(world, parameters, centre);
    ensemble::Spread const spread = sample_alienation(world, parameters, options, plan);
    alienation::Sampled const sampled{world, parameters, centre, plan, spread.mean, spread.interval};

    Manifest manifest = manifest_of("assess", opened);
    describe_sampling(manifest, options, call, started);
    report::Report report = report_on(opened,
                                      {fmt::format("Assessment for {}: alienation", world.year().value),
                                       fmt::format("{} 年评估：联盟异化", world.year().value)},
                                      std::move(manifest));
    deliver(options, call, report, sampled);
}

Error refusal(Text what, std::string found, Text expected) {
    return Error(
        Problem{.place = {}, .what = std::move(what), .found = std::move(found), .expected = std::move(expected)});
}

/// A case, or years from the store: not both, not neither.
void assess(AssessOptions const& options, Call const& call) {
    refuse_mixed_output(options);
    bool const series = !options.years.empty() || any_given(options.world);
    if (series && !options.path.empty())
        throw refusal({"both a case and worlds from the store", "同时给出案例与数据仓库的世界"}, options.path,
                      {"a case alone, or --years, --leader and --store without one",
                       "只给案例，或不给案例而用 --years、--leader、--store"});
    if (!series && options.path.empty())
        throw refusal({"CASE is missing", "缺少 CASE"}, {},
                      {"the case file (docs/case-format.md)", "案例文件（见 docs/case-format.md）"});
    if (series && options.years.empty())
        throw refusal({"--years is missing", "缺少 --years"}, {},
                      {"the years of the series, as 1990:2015", "序列的年份，如 1990:2015"});
    if (series)
        assess_series(options, call);
    else
        assess_case(options, call);
}

} // namespace

void add_assess(CLI::App& program, Call const& call) {
    auto options = std::make_shared<AssessOptions>();
    Verb verb(
        program, call, "assess",
        {"assess an alliance system: who follows, on what, until when", "评估联盟体系：谁追随、在什么议题上、到何时"},
        "casus assess cases/us-alliance-system-2021.toml --html report.html --csv tables\n"
        "  casus assess --years 1990:2015 --leader USA --html series.html",
        [options, &call] { assess(*options, call); });
    verb.add_optional_argument("CASE", options->path,
                               {"the case file (docs/case-format.md); or none, and worlds from the store",
                                "案例文件（见 docs/case-format.md）；或不给出，改用数据仓库的世界"});
    verb.add_option(
        "--years", "A:B", options->years,
        {"assess a world from the store for each of these years", "对其中每一年由数据仓库生成的世界作评估"});
    add_world_options(verb, options->world);
    add_sampled_run(
        verb, *options,
        {"write the assessment as JSON (docs/); - for standard output", "以 JSON 写出评估（见 docs/）；- 为标准输出"});
}

} // namespace casus::app
