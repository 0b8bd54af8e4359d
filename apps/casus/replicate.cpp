// casus replicate PAPER: the cases that a paper decides, expected against computed.
#include "opened_case.hpp"
#include "output.hpp"
#include "replicate_dilemma.hpp"
#include "replicate_endurance.hpp"
#include "sampled_run.hpp"
#include "verbs.hpp"

#include "casus/base/error.hpp"
#include "casus/replicate/chapter.hpp"
#include "casus/replicate/document.hpp"
#include "casus/replicate/replication.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace casus::app {

namespace {

struct ReplicateOptions : SampledRun {
    std::string paper;
    std::string cases;
    std::string store;
};

/// Where the shipped cases of a paper are: as the user says, where the user stands, or beside the program.
std::filesystem::path folder_of(ReplicateOptions const& options) {
    std::vector<std::string> const papers{"alienation", "dilemma", "endurance"};
    if (std::ranges::find(papers, options.paper) == papers.end())
        throw Error(Problem{.place = {},
                            .what = {"no cases of this paper", "没有这篇论文的案例"},
                            .found = options.paper,
                            .expected = {"alienation, dilemma or endurance", "alienation、dilemma 或 endurance"},
                            .nearest = nearest(options.paper, papers)});
    if (!options.cases.empty()) return options.cases;
    std::error_code ignored;
    std::filesystem::path const program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (std::filesystem::path const& cases :
         {std::filesystem::path("cases"), program / "../share/casus/cases", program / "../../cases"})
        if (std::filesystem::is_directory(cases / options.paper, ignored)) return cases / options.paper;
    throw Error(
        Problem{.place = {},
                .what = {"the paper's cases are not found", "找不到论文的案例"},
                .found = "cases/" + options.paper,
                .expected = {"--cases FOLDER, or a checkout to stand in", "--cases 文件夹，或在源码目录中运行"}});
}

void replicate(ReplicateOptions const& options, Call const& call) {
    if (options.paper == "endurance") {
        replicate_endurance(options, folder_of(options), options.store, call);
        return;
    }
    if (!options.store.empty())
        throw Error(Problem{{},
                            {"--store does not go with this paper", "--store 不适用于这篇论文"},
                            options.store,
                            {"nothing: its cases bring their own figures", "不给出：其案例自带数据"},
                            {}});
    if (options.paper == "dilemma") {
        replicate_dilemma(options, folder_of(options), call);
        return;
    }
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(options);
    case_file::ParameterSet const parameters = open_parameters(options.parameters);
    replicate::Replication const replication =
        replicate::replicate(folder_of(options), parameters.parameters, options.sampling());
    Manifest manifest = manifest_of("replicate");
    manifest.case_files = replication.files;
    manifest.parameters = parameters.file;
    manifest.parameter_set = parameters.parameters.set_name();
    describe_sampling(manifest, options, call, started);

    if (!options.json.empty()) {
        nlohmann::ordered_json document = begin_document("casus.replication/1", manifest);
        replicate::write_document(replication, document);
        write_or_print(options.json, report::dump(document));
    }
    report::Report report =
        report_of("replicate", {"The cases of the paper on alliance alienation", "联盟异化论文的案例"},
                  {replicate::chapter(replication)});
    report.manifest = std::move(manifest);
    deliver(options, call, report);
}

} // namespace

void add_replicate(CLI::App& program, Call const& call) {
    auto options = std::make_shared<ReplicateOptions>();
    Verb verb(program, call, "replicate",
              {"run the cases that a paper decides, expected against computed", "运行论文所论断的案例，比较预期与计算"},
              "casus replicate alienation", [options, &call] { replicate(*options, call); });
    verb.add_argument("PAPER", options->paper,
                      {"alienation, dilemma or endurance", "alienation、dilemma 或 endurance"});
    verb.add_option(
        "--cases", "FOLDER", options->cases,
        {"the paper's cases and codings, instead of the shipped ones", "论文案例与编码所在文件夹，代替随附的案例"});
    verb.add_store(options->store);
    add_sampled_run(
        verb, *options,
        {"write the replication as JSON (docs/); - for standard output", "以 JSON 写出结果（见 docs/）；- 为标准输出"},
        {"draws from the spreads of codings and parameters", "按编码与参数的离散程度抽样的次数"});
}

} // namespace casus::app
