// casus dilemma CASE: who fears what more on every tie, against whom, and what remedies do.
#include "asked_scenarios.hpp"
#include "dilemma_run.hpp"
#include "dilemma_verbs.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/chapter.hpp"
#include "casus/dilemma/document.hpp"
#include "casus/dilemma/remedy.hpp"
#include "casus/dilemma/strategy_chapter.hpp"
#include "casus/dilemma/strategy_document.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct DilemmaOptions : SampledRun {
    std::string path;
    std::string promises = "given";
    AskedScenarios scenarios;
    std::vector<std::string> remedies;

    [[nodiscard]] Promises source() const { return promises == "given" ? Promises::Given : Promises::Assessed; }
};

/// Allegiance that is assessed does not hear of autonomy: a remedy that works through it would do nothing.
void refuse_deaf_remedy(DilemmaOptions const& options, std::string const& remedy) {
    if (options.source() == Promises::Given || !(remedy.starts_with("autonomy") || remedy.starts_with("out-of-area")))
        return;
    throw Error(Problem{{},
                        {"this remedy moves allegiance, which --promises assessed takes from alienation",
                         "此对策改变对主导国的承诺，而 --promises assessed 取自联盟异化分析"},
                        remedy,
                        {"--promises given, or another remedy", "--promises given，或其他对策"},
                        {}});
}

std::vector<Scenario> what_ifs(DilemmaOptions const& options, OpenedCase const& opened) {
    std::vector<Scenario> all = scenarios_of(options.scenarios, opened.read.scenarios);
    for (std::string const& named : options.remedies) {
        refuse_deaf_remedy(options, named);
        all.push_back(dilemma::remedy(opened.read.world, named));
    }
    refuse_repeated(all);
    return all;
}

void deliver_dilemma(DilemmaOptions const& options, Call const& call, report::Report& report, DilemmaRun const& run,
                     dilemma::StrategiesSampled const& strategies) {
    dilemma::Comparison const comparison = run.comparison();
    dilemma::Sampled const& sampled = comparison.base;
    std::vector<dilemma::OffenceRow> const offence =
        dilemma::offence_rows(run.base().world, run.base().parameters, run.base().allegiance);
    if (!options.json.empty()) {
        nlohmann::ordered_json json = begin_document("casus.dilemma/1", report.manifest);
        json["title"] = report::text_json(run.base().world.title());
        json["year"] = run.base().world.year().value;
        json["dilemma"] = dilemma::document(sampled, offence);
        json["dilemma"].update(dilemma::strategy_document(strategies));
        json["dilemma"]["what_if"] = dilemma::what_if_document(comparison);
        write_or_print(options.json, report::dump(json));
    }
    report::Report page = report;
    page.chapters = dilemma::chapters(sampled, offence);
    page.chapters.push_back(dilemma::strategy_chapter(strategies));
    for (dilemma::Compared const& one : comparison.scenarios)
        report.chapters.push_back(dilemma::what_if_chapter(comparison, one));
    if (report.chapters.empty())
        report.chapters = page.chapters;
    else
        page.chapters.insert(page.chapters.end(), report.chapters.begin(), report.chapters.end());
    if (!options.html.empty()) {
        page.chapters.push_back(dilemma::ledger_chapter(sampled));
        page.chapters.push_back(dilemma::method_chapter(sampled, options.draws));
    }
    app::deliver(options, call, report, page);
}

void assess_dilemma(DilemmaOptions const& options, Call const& call) {
    refuse_mixed_output(options);
    auto const started = std::chrono::system_clock::now();
    if (options.path.empty())
        throw Error(Problem{{},
                            {"CASE is missing", "缺少 CASE"},
                            {},
                            {"the case file (docs/case-format.md)", "案例文件（见 docs/case-format.md）"},
                            {}});
    OpenedCase const opened = open_case(options.path, options.parameters);
    DilemmaRun const run(opened, what_ifs(options, opened), options.source(), options.sampling());
    dilemma::StrategiesSampled const strategies =
        dilemma::strategy_sampled(run.base().world, run.base().parameters, options.sampling(), {}, run.assessed());
    Manifest manifest = manifest_of("dilemma", opened);
    describe_sampling(manifest, options, call, started);
    int const year = run.base().world.year().value;
    report::Report report = report_on(
        opened, {fmt::format("The alliance-system dilemma, {}", year), fmt::format("{} 年的联盟体系困境", year)},
        std::move(manifest));
    deliver_dilemma(options, call, report, run, strategies);
}

} // namespace

CLI::App& add_dilemma_assess(CLI::App& program, Call const& call) {
    auto options = std::make_shared<DilemmaOptions>();
    Verb verb(program, call, "dilemma",
              {"the alliance-system dilemma: abandonment and entrapment on every tie",
               "联盟体系困境：每一对关系中的被抛弃与被牵连"},
              "casus dilemma cases/us-alliance-system-2021.toml --html dilemma.html",
              [options, &call] { assess_dilemma(*options, call); });
    verb.add_optional_argument("CASE", options->path,
                               {"the case file (docs/case-format.md)", "案例文件（见 docs/case-format.md）"});
    verb.add_choice(
        "--promises", options->promises, {"given", "assessed"},
        {"members' allegiance: given by the case or by rule, or alienation's share of following on security",
         "成员对主导国的承诺：案例所给或按规则，或联盟异化分析中安全议题上的追随度"});
    add_scenarios(verb, options->scenarios, {"a what-if of the case; may be repeated", "案例中的情景；可重复"});
    verb.add_list(
        "--remedy", "REMEDY[:ACTOR]", options->remedies,
        {"contribute, out-of-area, autonomy, loopholes, conditional or reassure, of all members or of one; may "
         "be repeated, each by itself",
         "contribute、out-of-area、autonomy、loopholes、conditional 或 reassure，对全部或一个成员；可重复，各自计算"});
    add_sampled_run(verb, *options,
                    {"write everything as JSON (docs/dilemma-json.md); - for standard output",
                     "以 JSON 写出全部结果（见 docs/dilemma-json.md）；- 为标准输出"});
    return *program.get_subcommand("dilemma");
}

} // namespace casus::app
