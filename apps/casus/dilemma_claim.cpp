// casus dilemma claim: the paper's central claim on random worlds.
#include "dilemma_verbs.hpp"

#include "output.hpp"
#include "report_files.hpp"

#include "casus/base/parallel.hpp"
#include "casus/dilemma/claim.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct ClaimOptions : ReportFiles {
    std::uint64_t worlds = 2000;
    std::uint64_t seed = 1;
    std::uint64_t threads = default_threads();
};

void claim_on_worlds(ClaimOptions const& options, Call const& call) {
    dilemma::Claim const claim =
        dilemma::test_claim({.seed = options.seed, .worlds = options.worlds, .threads = options.threads});
    report::Report const report = report_of("dilemma claim", {"When reinforcing no longer works", "强化何时失效"},
                                            {dilemma::claim_chapter(claim)});
    bool const told = write_files(options, call, report, [&] {
        nlohmann::ordered_json json = begin_document("casus.dilemma-claim/1", report.manifest);
        json.update(dilemma::claim_document(claim));
        return json;
    });
    if (!told) print_report(report, call);
}

} // namespace

void add_dilemma_claim(CLI::App& dilemma, Call const& call) {
    auto options = std::make_shared<ClaimOptions>();
    Verb verb(dilemma, call, "claim",
              {"the paper's central claim on random worlds, by rivals and domains",
               "以随机世界检验该文的核心论断，按对手数与领域数"},
              "casus dilemma claim --worlds 2000", [options, &call] { claim_on_worlds(*options, call); });
    verb.add_number("--worlds", "N", options->worlds, 1, 1'000'000, {"random worlds", "随机世界数"});
    verb.add_number("--seed", "N", options->seed, 0, 1'000'000'000, {"seed of the worlds", "世界的随机种子"});
    verb.add_number("--threads", "N", options->threads, 1, 1024,
                    {"threads; the result does not depend on them", "线程数；结果与之无关"});
    add_estimate_files(verb, *options);
}

} // namespace casus::app
