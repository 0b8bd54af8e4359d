// casus robust CASE: how ranks change across the named variants of the formula.
#include "opened_case.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/alienation/robust.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct RobustOptions {
    std::string path;
    std::string parameters;
    std::string json;
    bool reproducible = false;
};

void robust(RobustOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    World const& world = opened.read.world;
    auto const results = alienation::compare_formulas(world, opened.parameters.parameters);
    Manifest manifest = manifest_of("robust", opened);
    if (!options.reproducible) describe_run(manifest, call, started);
    auto const document = [&] {
        nlohmann::ordered_json json = begin_document("casus.robust/1", manifest);
        json["variants"] = alienation::robust_document(world, results);
        return json;
    };
    if (json_is_all(options.json, document)) return;
    report::Report report = report_on(opened, {"Robustness to the choice of formula", "对公式选择的稳健性"}, manifest);
    report.chapters.push_back(alienation::robust_chapter(world, results));
    print_report(report, call);
}

} // namespace

void add_robust(CLI::App& program, Call const& call) {
    auto options = std::make_shared<RobustOptions>();
    Verb verb(program, call, "robust",
              {"compare the ranks of allies across the named formula variants", "比较各公式变体下的盟国排名"},
              "casus robust cases/us-alliance-system-2021.toml", [options, &call] { robust(*options, call); });
    verb.add_case(options->path);
    verb.add_option("--json", "FILE", options->json,
                    {"write the comparison as JSON; - for standard output", "以 JSON 写出比较；- 为标准输出"});
    verb.add_parameters(options->parameters);
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
