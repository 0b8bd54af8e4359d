// casus fit conflict: emboldenment and deterrence.
#include "alienation_verbs.hpp"
#include "fit_verbs.hpp"
#include "output.hpp"

#include "casus/fit/dyad_conflict.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

struct ConflictOptions {
    DyadOptions of;
    std::string peace = "without";
};

void fit_conflict_and_show(ConflictOptions const& options, Call const& call) {
    FitBase const base = base_of(options.of);
    fit::DyadRequest const request = dyad_request(options.of, base);
    fit::DyadYears const rows = dyads_asked(options.of, request);
    fit::ConflictFit const fitted = fit::fit_conflict(
        rows, options.peace == "mean" ? fit::PeaceInFile::AtMean : fit::PeaceInFile::Without, options.of.threads);
    bool const printed = write_parameters(options.of, base, fitted.block);
    report::Report report = report_of("fit conflict", {"Emboldenment and deterrence", "纵容与威慑"},
                                      {fit::conflict_fit_chapter(rows, fitted, request)});
    add_citations(rows.sources, report);
    bool const all = write_files(options.of.files, call, report, [&] {
        nlohmann::ordered_json document = begin_document("casus.fit-conflict/1", report.manifest);
        document.update(fit::conflict_fit_document(rows, fitted));
        return document;
    });
    if (!all && !printed) print_report(report, call);
}

} // namespace

void add_fit_conflict(CLI::App& fit, Call const& call) {
    auto options = std::make_shared<ConflictOptions>();
    Verb verb(fit, call, "conflict",
              {"whether allies embolden and deter, and the chances of conflict", "盟友是否纵容与威慑，以及冲突概率"},
              "casus fit conflict --parameters mid --out params/mid.toml",
              [options, &call] { fit_conflict_and_show(*options, call); });
    verb.add_choice("--peace", options->peace, {"without", "mean"},
                    {"the file's equations: without years at peace (default), or with them at their mean",
                     "文件所用方程：不含和平年数（默认），或含之并取均值"});
    add_dyad_options(verb, options->of);
}

} // namespace casus::app
