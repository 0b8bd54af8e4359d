#include "replicate_dilemma.hpp"

#include "opened_case.hpp"
#include "output.hpp"

#include "casus/replicate/dilemma_chapter.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

namespace casus::app {

void replicate_dilemma(SampledRun const& run, std::filesystem::path const& folder, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(run);
    replicate::DilemmaClaims const claims = replicate::read_dilemma_claims(folder);
    OpenedCase const opened =
        open_case((folder / "../us-alliance-system-2021.toml").lexically_normal().string(), run.parameters);
    replicate::DilemmaReplication const replication =
        replicate::judge_dilemma(claims, opened.read.base, opened.parameters.parameters, run.sampling());

    Manifest manifest = manifest_of("replicate", opened);
    manifest.case_files.insert(manifest.case_files.begin(), claims.files.begin(), claims.files.end());
    describe_sampling(manifest, run, call, started);
    if (!run.json.empty()) {
        nlohmann::ordered_json document = begin_document("casus.replication-dilemma/1", manifest);
        replicate::write_dilemma(replication, document);
        write_or_print(run.json, report::dump(document));
    }
    report::Report report =
        report_of("replicate", {"The cases of the paper on the alliance-system dilemma", "联盟体系困境论文的案例"},
                  {replicate::dilemma_chapter(replication)});
    report.manifest = std::move(manifest);
    deliver(run, call, report);
}

} // namespace casus::app
