// casus fit threat: the weights of the threat score.
#include "alienation_verbs.hpp"
#include "fit_verbs.hpp"
#include "output.hpp"

#include "casus/fit/dyad_threat.hpp"
#include "casus/world/threats.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace casus::app {

namespace {

void fit_threat_and_show(DyadOptions const& options, Call const& call) {
    FitBase const base = base_of(options);
    fit::DyadRequest const request = dyad_request(options, base);
    fit::DyadYears const rows = dyads_asked(options, request);
    fit::ThreatFit const fitted = fit::fit_threat(rows, threat_coefficients(base.set.parameters), options.threads);
    bool const printed = write_parameters(options, base, fitted.block);
    report::Report report = report_of("fit threat", {"Weights of the threat score", "威胁得分的权重"},
                                      {fit::threat_fit_chapter(rows, fitted, request)});
    add_citations(rows.sources, report);
    bool const all = write_files(options.files, call, report, [&] {
        nlohmann::ordered_json document = begin_document("casus.fit-threat/1", report.manifest);
        document.update(fit::threat_fit_document(rows, fitted));
        return document;
    });
    if (!all && !printed) print_report(report, call);
}

} // namespace

void add_fit_threat(CLI::App& fit, Call const& call) {
    auto options = std::make_shared<DyadOptions>();
    Verb verb(fit, call, "threat",
              {"weights of the threat score from who began disputes with whom", "由谁对谁挑起争端估计威胁得分的权重"},
              "casus fit threat --out params/mid.toml", [options, &call] { fit_threat_and_show(*options, call); });
    add_dyad_options(verb, *options);
}

} // namespace casus::app
