#include "replicate_endurance.hpp"

#include "data_verbs.hpp"
#include "opened_model.hpp"
#include "output.hpp"

#include "casus/data/panel/alliance_years.hpp"
#include "casus/endurance/from_panel/of_panel.hpp"
#include "casus/replicate/endurance_chapter.hpp"
#include "casus/report/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::app {

namespace {

/// The years of the claims and the ten before each, which is all that they look at, as far as the data reach.
data::Panel panel_for(std::vector<replicate::EnduranceClaim> const& claims, data::Store const& store,
                      data::Coverage const& known, std::size_t threads) {
    auto const [first, last] = std::ranges::minmax(claims, {}, &replicate::EnduranceClaim::year);
    int const last_year = std::clamp(last.year, known.first_year, known.last_year);
    return data::walt_years(store, {std::clamp(first.year - 10, known.first_year, last_year), last_year}, threads);
}

} // namespace

void replicate_endurance(SampledRun const& run, std::filesystem::path const& folder, std::string const& store_given,
                         Call const& call) {
    auto const started = std::chrono::system_clock::now();
    refuse_mixed_output(run);
    replicate::EnduranceClaims const claims = replicate::read_endurance_claims(folder);
    endurance::ModelFile const model = open_model(run.parameters);
    data::Store const store(store_path(store_given), data::Store::Access::Read);
    data::Treaties const treaties = data::read_treaties(store, "atop");
    data::Panel const panel = panel_for(claims.list, store, treaties.coverage, run.threads);
    endurance::CoefficientDraws const draws(model.model,
                                            {.seed = run.seed, .draws = run.draws, .threads = run.threads});
    std::vector<replicate::JudgedClaim> const judged =
        replicate::judge(claims.list, model.model, draws, [&](int year, replicate::Population population) {
            if (year < panel.first_year || year > panel.last_year) return std::vector<endurance::Alliance>{};
            bool const fitted = population == replicate::Population::Fitted;
            return endurance::alliances_of(panel, treaties, model.model, year,
                                           fitted ? endurance::Owing::DefenseOrOffense : endurance::Owing::Anything)
                .alliances;
        });

    Manifest manifest = manifest_of("replicate");
    manifest.case_files = {claims.file};
    for (data::Provenance const& source : panel.sources) manifest.case_files.push_back({source.file, source.sha256});
    manifest.parameters = model.file;
    manifest.parameter_set = model.model.name;
    describe_sampling(manifest, run, call, started);
    if (!run.json.empty()) {
        nlohmann::ordered_json document = begin_document("casus.replication-endurance/1", manifest);
        replicate::write_endurance(judged, document);
        write_or_print(run.json, report::dump(document));
    }
    report::Report report =
        report_of("replicate", {"The cases of the paper on endurance and collapse", "联盟存续与瓦解论文的案例"},
                  {replicate::endurance_chapter(judged)});
    report.manifest = std::move(manifest);
    deliver(run, call, report);
}

} // namespace casus::app
