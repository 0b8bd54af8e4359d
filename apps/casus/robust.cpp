// casus robust CASE: how ranks change across the named variants of the formula.
#include "opened_case.hpp"
#include "verbs.hpp"

#include "casus/alienation/robust.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct Options {
    std::string path;
    std::string parameters;
    std::string json;
};

void robust(Options const& options, Call const& call) {
    OpenedCase const opened = open_case(options.path, options.parameters);
    World const& world = opened.read.world;
    auto const results = alienation::compare_formulas(world, opened.parameters.parameters);
    Manifest const manifest = manifest_of("robust", opened);
    if (!options.json.empty()) {
        nlohmann::ordered_json document;
        document["schema"] = "casus.robust/1";
        document["manifest"] = report::manifest_json(manifest, true);
        document["variants"] = alienation::robust_document(world, results);
        write_or_print(options.json, report::dump(document));
        if (options.json == "-") return;
    }
    report::Report report = report_on(opened, {"Robustness to the choice of formula", "对公式选择的稳健性"}, manifest);
    report.chapters.push_back(alienation::robust_chapter(world, results));
    print_report(report, call);
}

} // namespace

void add_robust(CLI::App& program, Call const& call) {
    auto options = std::make_shared<Options>();
    CLI::App* const verb =
        add_verb(program, call, "robust",
                 {"compare the ranks of allies across the named formula variants", "比较各公式变体下的盟国排名"},
                 "casus robust cases/us-alliance-system-2021.toml", [options, &call] { robust(*options, call); });
    verb->add_option("CASE", options->path, call.say({"case file", "案例文件"}))->required();
    verb->add_option(
            "--json", options->json,
            call.say({"write the comparison as JSON; - for standard output", "以 JSON 写出比较；- 为标准输出"}))
        ->type_name("FILE");
    verb->add_option("--parameters", options->parameters,
                     call.say({"parameter set or file instead of the case's own", "参数集或参数文件，代替案例所指"}))
        ->type_name("SET");
    verb->add_option("--lang", call.say({"language, en or zh", "语言，en 或 zh"}))
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("LANG");
}

} // namespace casus::app
