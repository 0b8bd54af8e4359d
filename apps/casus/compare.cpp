// casus compare CASE: the case as it stands beside what-if scenarios, in paired draws.
#include "asked_scenarios.hpp"
#include "dilemma_run.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"
#include "verbs.hpp"

#include "casus/alienation/compare/compare_document.hpp"
#include "casus/alienation/compare/overview.hpp"
#include "casus/alienation/compare/scenario_chapter.hpp"
#include "casus/alienation/evaluate.hpp"
#include "casus/base/error.hpp"
#include "casus/ensemble/paired.hpp"
#include "casus/report/json.hpp"
#include "casus/world/scenario.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace casus::app {

namespace {

struct CompareOptions : SampledRun {
    std::string path;
    std::string lens = "alienation";
    AskedScenarios scenarios;
};

/// What the command line asks for: its own changes as one scenario, the scenarios it names, or all of the case.
std::vector<Scenario> asked(CompareOptions const& options, std::vector<Scenario> const& known) {
    std::vector<Scenario> all = scenarios_of(options.scenarios, known);
    if (all.empty()) all = known;
    if (all.empty())
        throw Error(
            Problem{{},
                    {"nothing to compare with", "没有可比较的情景"},
                    {},
                    {"--set PATH=VALUE, or a [[scenario]] in the case", "--set 路径=值，或案例中的 [[scenario]]"},
                    {}});
    refuse_repeated(all);
    return all;
}

/// One world of the comparison, evaluated at its centre.
struct Evaluated {
    Evaluated(World a_world, Parameters some_parameters, alienation::OutputPlan const& plan)
        : world(std::move(a_world)), parameters(std::move(some_parameters)), centre(world), central(plan.count()) {
        alienation::evaluate(world, parameters, centre);
        plan.write(centre, central);
    }
    World world;
    Parameters parameters;
    alienation::Buffers centre;
    std::vector<double> central;
};

ensemble::Paired draw(std::vector<std::unique_ptr<Evaluated>> const& worlds, CompareOptions const& options,
                      alienation::OutputPlan const& plan) {
    std::vector<ensemble::Setting> settings;
    for (auto const& each : worlds) settings.push_back({each->world, each->parameters});
    return ensemble::sample_paired(
        settings, options.sampling(), plan.count(), [&plan](World const& world) -> ensemble::Evaluate {
            auto buffers = std::make_shared<alienation::Buffers>(world);
            return [buffers, &plan](World const& drawn, Parameters const& parameters, std::span<double> row) {
                alienation::evaluate(drawn, parameters, *buffers);
                plan.write(*buffers, row);
            };
        });
}

alienation::Comparison comparison_of(std::vector<Scenario> const& scenarios,
                                     std::vector<std::unique_ptr<Evaluated>> const& worlds,
                                     ensemble::Paired const& drawn, alienation::OutputPlan const& plan) {
    auto const sampled = [&](std::size_t n) {
        return alienation::Sampled{worlds[n]->world,  worlds[n]->parameters, worlds[n]->centre, plan,
                                   drawn.own[n].mean, drawn.own[n].interval};
    };
    alienation::Comparison comparison{sampled(0), worlds[0]->central, {}};
    for (std::size_t n = 0; n < scenarios.size(); ++n)
        comparison.scenarios.push_back(
            {scenarios[n], sampled(n + 1), worlds[n + 1]->central, drawn.difference[n].interval});
    return comparison;
}

void deliver(CompareOptions const& options, Call const& call, report::Report& report,
             alienation::Comparison const& comparison) {
    if (!options.json.empty()) {
        nlohmann::ordered_json json = begin_document("casus.compare/1", report.manifest);
        json["title"] = report::text_json(comparison.base.world.title());
        json["year"] = comparison.base.world.year().value;
        json["scenarios"] = alienation::compare_document(comparison);
        write_or_print(options.json, report::dump(json));
    }
    report.chapters.push_back(alienation::overview_chapter(comparison));
    for (alienation::Compared const& one : comparison.scenarios)
        report.chapters.push_back(alienation::scenario_chapter(comparison, one));
    app::deliver(options, call, report);
}

void compare_alienation(CompareOptions const& options, Call const& call, OpenedCase const& opened,
                        std::chrono::system_clock::time_point started) {
    std::vector<Scenario> const scenarios = asked(options, opened.read.scenarios);
    alienation::OutputPlan const plan(opened.read.world);
    std::vector<std::unique_ptr<Evaluated>> worlds;
    worlds.push_back(std::make_unique<Evaluated>(opened.read.world, opened.parameters.parameters, plan));
    for (Scenario const& scenario : scenarios) {
        Altered altered = apply(scenario, opened.read.base, opened.parameters.parameters);
        worlds.push_back(std::make_unique<Evaluated>(std::move(altered.world), std::move(altered.parameters), plan));
    }
    ensemble::Paired const drawn = draw(worlds, options, plan);
    alienation::Comparison const comparison = comparison_of(scenarios, worlds, drawn, plan);

    Manifest manifest = manifest_of("compare", opened);
    describe_sampling(manifest, options, call, started);
    report::Report report =
        report_on(opened, {"What if: the base and its scenarios", "假设分析：基准与各情景"}, std::move(manifest));
    deliver(options, call, report, comparison);
}

void compare_dilemma(CompareOptions const& options, Call const& call, OpenedCase const& opened,
                     std::chrono::system_clock::time_point started) {
    DilemmaRun const run(opened, asked(options, opened.read.scenarios), Promises::Given, options.sampling());
    dilemma::Comparison const comparison = run.comparison();
    Manifest manifest = manifest_of("compare", opened);
    describe_sampling(manifest, options, call, started);
    report::Report report =
        report_on(opened, {"What if: the two risks of ties", "假设分析：关系的两种风险"}, std::move(manifest));
    if (!options.json.empty()) {
        nlohmann::ordered_json json = begin_document("casus.dilemma-compare/1", report.manifest);
        json["title"] = report::text_json(run.base().world.title());
        json["year"] = run.base().world.year().value;
        json["scenarios"] = dilemma::what_if_document(comparison);
        write_or_print(options.json, report::dump(json));
    }
    for (dilemma::Compared const& one : comparison.scenarios)
        report.chapters.push_back(dilemma::what_if_chapter(comparison, one));
    app::deliver(options, call, report);
}

void compare(CompareOptions const& options, Call const& call) {
    refuse_mixed_output(options);
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    if (options.lens == "dilemma")
        compare_dilemma(options, call, opened, started);
    else
        compare_alienation(options, call, opened, started);
}

} // namespace

void add_compare(CLI::App& program, Call const& call) {
    auto options = std::make_shared<CompareOptions>();
    Verb verb(program, call, "compare",
              {"ask what if: the case beside scenarios, what changes and by which terms",
               "假设分析：比较案例与各情景，何者改变、由哪些项引起"},
              "casus compare cases/us-alliance-system-2021.toml --set 'hegemon.credibility=0.4'\n"
              "  casus compare cases/us-alliance-system-2021.toml --scenario nation-first --html what-if.html",
              [options, &call] { compare(*options, call); });
    verb.add_case(options->path);
    verb.add_choice(
        "--lens", options->lens, {"alienation", "dilemma"},
        {"whose numbers to compare: stances, or the two risks of ties", "比较何种结果：立场，或关系的两种风险"});
    add_scenarios(verb, options->scenarios,
                  {"a scenario of the case; may be repeated; all of them where neither this nor --set is given",
                   "案例中的情景；可重复；两者都未给出时取全部情景"});
    add_sampled_run(verb, *options,
                    {"write the comparison as JSON (docs/compare-json.md); - for standard output",
                     "以 JSON 写出比较（见 docs/compare-json.md）；- 为标准输出"});
}

} // namespace casus::app
