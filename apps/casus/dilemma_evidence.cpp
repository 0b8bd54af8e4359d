#include "dilemma_verbs.hpp"

#include "data_verbs.hpp"
#include "estimate_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "sampled_run.hpp"

#include "casus/data/files/rows.hpp"
#include "casus/fit/honoured_chapter.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct EvidenceOptions : SampledRun {
    std::string data;
    std::string store;
};

void dilemma_evidence(EvidenceOptions const& options, Call const& call) {
    refuse_mixed_output(options);
    if (options.data.empty())
        throw Error(Problem{{},
                            {"no data", "没有数据"},
                            {},
                            {"--data FILE: Leeds–Anac or Berkemeier–Fuhrmann (docs/dilemma-cases.md)",
                             "--data 文件：Leeds–Anac 或 Berkemeier–Fuhrmann（见 docs/dilemma-cases.md）"},
                            {}});
    auto const started = std::chrono::system_clock::now();
    case_file::ParameterSet const parameters = open_parameters(options.parameters);
    data::Content const content = data::read_content(options.data);
    estimate::Frame const frame = read_frame(options.data, fit::honoured_columns(data::open_rows(content)->header()));
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    fit::HonouredRows const rows = fit::honoured_rows(frame, store, parameters.parameters);
    fit::HonourJudgement const judgement = fit::judge_honoured(rows, options.seed);

    Manifest manifest = manifest_of("dilemma evidence");
    manifest.case_files = {{content.name, content.sha256}};
    for (data::Provenance const& source : rows.sources) manifest.case_files.push_back({source.file, source.sha256});
    manifest.parameters = parameters.file;
    manifest.parameter_set = parameters.parameters.set_name();
    manifest.seed = options.seed;
    if (!options.reproducible) describe_run(manifest, call, started);
    if (!options.json.empty()) {
        nlohmann::ordered_json document = begin_document("casus.dilemma-evidence/1", manifest);
        fit::write_honoured(rows, judgement, document);
        write_or_print(options.json, report::dump(document));
    }
    report::Report report = report_of(
        "dilemma evidence", {"Evidence for reliability: alliances called upon in war", "可靠性的证据：战争中的联盟"},
        {fit::honoured_chapter(rows, judgement)});
    report.manifest = std::move(manifest);
    deliver(options, call, report);
}

} // namespace

void add_dilemma_evidence(CLI::App& dilemma, Call const& call) {
    auto options = std::make_shared<EvidenceOptions>();
    Verb verb(dilemma, call, "evidence",
              {"predicted abandonment against alliances honoured or not in war", "预测的被抛弃与战争中联盟是否履约"},
              "casus dilemma evidence --data LeedsAnacIIrep.csv",
              [options, &call] { dilemma_evidence(*options, call); });
    verb.add_option("--data", "FILE", options->data,
                    {"Leeds and Anac 2005, or Berkemeier and Fuhrmann 2018, as CSV or .dta",
                     "Leeds 与 Anac 2005，或 Berkemeier 与 Fuhrmann 2018，CSV 或 .dta"});
    verb.add_store(options->store);
    verb.add_parameters(options->parameters);
    add_report_files(verb, *options,
                     {"write the evidence as JSON (docs/dilemma-cases.md); - for standard output",
                      "以 JSON 写出证据（见 docs/dilemma-cases.md）；- 为标准输出"});
    verb.add_number("--seed", "N", options->seed, 0, std::uint64_t{1} << 62U,
                    {"seed of the drawn wars", "重抽战争的种子"});
    verb.add_reproducible(options->reproducible);
    verb.add_language();
}

} // namespace casus::app
