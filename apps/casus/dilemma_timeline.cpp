#include "dilemma_verbs.hpp"

#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"

#include "casus/base/error.hpp"
#include "casus/dilemma/linkage_file/linkage_file.hpp"
#include "casus/dilemma/timeline/timeline_chapter.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct TimelineOptions : SampledRun {
    std::string path;
    std::string linkages;
};

void dilemma_timeline(TimelineOptions const& options, Call const& call) {
    refuse_mixed_output(options);
    if (options.linkages.empty())
        throw Error(
            Problem{{},
                    {"no linkages", "没有联结"},
                    {},
                    {"--linkages FILE, as cases/us-linkages.toml", "--linkages 文件，如 cases/us-linkages.toml"},
                    {}});
    auto const started = std::chrono::system_clock::now();
    OpenedCase const opened = open_case(options.path, options.parameters);
    dilemma::Linkages const linkages = dilemma::read_linkages(options.linkages, opened.read.world);
    dilemma::Timeline timeline =
        dilemma::timeline(opened.read.world, opened.parameters.parameters, linkages.list, options.sampling());
    timeline.notes.insert(timeline.notes.end(), linkages.warnings.begin(), linkages.warnings.end());

    Manifest manifest = manifest_of("dilemma timeline", opened);
    manifest.case_files.push_back(linkages.file);
    describe_sampling(manifest, options, call, started);
    if (!options.json.empty()) {
        nlohmann::ordered_json document = begin_document("casus.dilemma-timeline/1", manifest);
        document["title"] = report::text_json(opened.read.world.title());
        document["year"] = opened.read.world.year().value;
        dilemma::write_timeline(timeline, document);
        write_or_print(options.json, report::dump(document));
    }
    report::Report report =
        report_on(opened, {"The system before and after each linkage", "历次联结前后的联盟体系"}, std::move(manifest));
    report.chapters.push_back(dilemma::timeline_chapter(timeline));
    deliver(options, call, report);
}

} // namespace

void add_dilemma_timeline(CLI::App& dilemma, Call const& call) {
    auto options = std::make_shared<TimelineOptions>();
    Verb verb(dilemma, call, "timeline",
              {"what dated linkages did to the system, one after another", "历次联盟联结对体系的改变"},
              "casus dilemma timeline cases/us-alliance-system-2021.toml --linkages cases/us-linkages.toml",
              [options, &call] { dilemma_timeline(*options, call); });
    verb.add_case(options->path);
    verb.add_option("--linkages", "FILE", options->linkages,
                    {"dated linkages (docs/dilemma-cases.md)", "有日期的联结（见 docs/dilemma-cases.md）"});
    add_sampled_run(
        verb, *options,
        {"write the time line as JSON (docs/dilemma-cases.md); - for standard output",
         "以 JSON 写出演变（见 docs/dilemma-cases.md）；- 为标准输出"},
        {"draws from the spreads of figures, parameters and levels", "按数据、参数与联结程度的离散抽样的次数"});
}

} // namespace casus::app
