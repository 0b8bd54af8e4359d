// casus explain CASE PATH: the terms behind one number.
#include "opened_case.hpp"
#include "verbs.hpp"

#include "casus/alienation/explain.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct Options {
    std::string path;
    std::string what;
    std::string parameters;
    std::string json;
};

void explain(Options const& options, Call const& call) {
    OpenedCase const opened = open_case(options.path, options.parameters);
    Ledger const ledger = alienation::explain(opened.read.world, opened.parameters.parameters, options.what);
    Manifest const manifest = manifest_of("explain", opened);
    if (!options.json.empty()) {
        nlohmann::ordered_json document;
        document["schema"] = "casus.ledger/1";
        document["manifest"] = report::manifest_json(manifest, true);
        document["ledger"] = report::shape_json(ledger);
        write_or_print(options.json, report::dump(document));
        if (options.json == "-") return;
    }
    report::Report report = report_on(opened, {"Explanation of " + options.what, "解释：" + options.what}, manifest);
    report.chapters.push_back({"explain", ledger.title, {}, {ledger}});
    print_report(report, call);
}

} // namespace

void add_explain(CLI::App& program, Call const& call) {
    auto options = std::make_shared<Options>();
    CLI::App* const verb =
        add_verb(program, call, "explain",
                 {"show the terms behind one number, with their sources", "显示一个数字背后的各项及其来源"},
                 "casus explain cases/us-alliance-system-2021.toml alienation/AUS/trade",
                 [options, &call] { explain(*options, call); });
    verb->add_option("CASE", options->path, call.say({"case file", "案例文件"}))->required();
    verb->add_option("PATH", options->what,
                     call.say({"alienation/ACTOR/ISSUE, alienation/ACTOR, alienation/hegemon or threat/ACTOR",
                               "alienation/行为体/议题、alienation/行为体、alienation/hegemon 或 threat/行为体"}))
        ->required();
    verb->add_option("--json", options->json,
                     call.say({"write the ledger as JSON; - for standard output", "以 JSON 写出明细；- 为标准输出"}))
        ->type_name("FILE");
    verb->add_option("--parameters", options->parameters,
                     call.say({"parameter set or file instead of the case's own", "参数集或参数文件，代替案例所指"}))
        ->type_name("SET");
    verb->add_option("--lang", call.say({"language, en or zh", "语言，en 或 zh"}))
        ->check(CLI::IsMember({"en", "zh"}))
        ->type_name("LANG");
}

} // namespace casus::app
