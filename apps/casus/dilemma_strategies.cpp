// casus dilemma strategies CASE: to be dropped at merging, for `casus dilemma CASE` shows the chapter.
#include "dilemma_verbs.hpp"

#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"

#include "casus/dilemma/strategy_chapter.hpp"
#include "casus/dilemma/strategy_document.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct StrategyOptions : SampledRun {
    std::string path;
};

void show_strategies(StrategyOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    dilemma::StrategiesSampled const sampled =
        dilemma::strategy_sampled(opened.read.world, opened.parameters.parameters, options.sampling());
    Manifest manifest = manifest_of("dilemma strategies", opened);
    describe_sampling(manifest, options, call, started);
    report::Report report = report_on(opened, {"Strategies", "战略"}, std::move(manifest));
    bool const alone = json_is_all(options.json, [&] {
        nlohmann::ordered_json json = begin_document("casus.dilemma/1", report.manifest);
        json["dilemma"] = dilemma::strategy_document(sampled);
        return json;
    });
    if (alone && options.html.empty()) return;
    report.chapters = {dilemma::strategy_chapter(sampled)};
    deliver(options, call, report);
}

} // namespace

void add_dilemma_strategies(CLI::App& dilemma, Call const& call) {
    auto options = std::make_shared<StrategyOptions>();
    Verb verb(dilemma, call, "strategies", {"strategies alone", "仅战略"}, "casus dilemma strategies CASE.toml",
              [options, &call] { show_strategies(*options, call); });
    verb.add_case(options->path);
    add_sampled_run(verb, *options, {"write JSON", "写出 JSON"});
}

} // namespace casus::app
