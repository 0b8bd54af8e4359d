// casus check CASE: validate a case and list what was filled in.
#include "opened_case.hpp"
#include "output.hpp"
#include "verbs.hpp"

#include "casus/report/json.hpp"
#include "casus/world/case_file/chapter.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct CheckOptions {
    std::string path;
    std::string json;
    bool reproducible = false;
};

/// An Error with what is wrong in all of the case's scenarios.
void try_scenarios(OpenedCase const& opened) {
    std::vector<Problem> problems;
    for (Scenario const& scenario : opened.read.scenarios) {
        try {
            (void)apply(scenario, opened.read.base, opened.parameters.parameters);
        } catch (Error const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty()) throw Error(std::move(problems));
}

void check(CheckOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, {});
    try_scenarios(opened);
    Manifest manifest = manifest_of("check", opened);
    if (!options.reproducible) describe_run(manifest, call, started);
    Chapter const chapter = case_file::check_chapter(opened.read);
    auto const document = [&] {
        nlohmann::ordered_json json = begin_document("casus.check/1", manifest);
        json["shapes"] = nlohmann::ordered_json::array();
        for (Shape const& shape : chapter.shapes) json["shapes"].push_back(report::shape_json(shape));
        return json;
    };
    if (json_is_all(options.json, document)) return;
    report::Report report = report_on(opened, {"Check of the case: no error", "案例检查：无错误"}, manifest);
    report.sources.clear(); // the chapter lists them, with what rests on each
    report.chapters.push_back(chapter);
    print_report(report, call);
}

} // namespace

void add_check(CLI::App& program, Call const& call) {
    auto options = std::make_shared<CheckOptions>();
    Verb verb(program, call, "check", {"validate a case and list what was filled in", "校验案例并列出自动补充的数据"},
              "casus check cases/us-alliance-system-2021.toml", [options, &call] { check(*options, call); });
    verb.add_case(options->path);
    verb.add_option("--json", "FILE", options->json,
                    {"write the check as JSON; - for standard output", "以 JSON 写出检查结果；- 为标准输出"});
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
