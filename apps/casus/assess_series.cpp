// casus assess --years A:B --leader CODE: the lens over a series of worlds from the store.
#include "assess_verb.hpp"
#include "data_verbs.hpp"
#include "opened_case.hpp"
#include "output.hpp"
#include "years.hpp"

#include "casus/alienation/evaluate.hpp"
#include "casus/alienation/series.hpp"
#include "casus/base/error.hpp"
#include "casus/base/progress.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace casus::app {

namespace {

/// Data sets that some year rests on, with their citations.
using Sources = std::map<std::string, std::string>;

struct Assessed {
    alienation::Series series;
    Sources sources;
};

/// All that is wrong with a year, in one text.
Text reason_of(Error const& error) {
    Text reason;
    for (Problem const& problem : error.problems()) {
        Problem placeless = problem; // the store, mostly, which is the same every year
        placeless.place = {};
        reason.en += (reason.en.empty() ? "" : "; ") + render(placeless, Language::English);
        reason.zh += (reason.zh.empty() ? "" : "；") + render(placeless, Language::Chinese);
    }
    return reason;
}

alienation::AssessedYear assess_year(data::Store const& store, AssessOptions const& options,
                                     Parameters const& parameters, int year, Sources& sources) {
    from_panel::WorldMade made = from_panel::world_of(store, request_of(options.world, year));
    World const world = made.builder.build();
    alienation::OutputPlan const plan(world);
    alienation::Buffers centre(world);
    alienation::evaluate(world, parameters, centre);
    ensemble::Spread const spread = sample_alienation(world, parameters, options, plan);
    alienation::AssessedYear assessed =
        alienation::assessed_year({world, parameters, centre, plan, spread.mean, spread.interval});
    assessed.notes = std::move(made.notes);
    for (SourceNote const& source : world.sources()) sources.emplace(source.key, source.citation);
    return assessed;
}

Assessed assess_years(data::Store const& store, AssessOptions const& options, Parameters const& parameters) {
    YearRange const years = years_of("--years", options.years);
    Assessed result;
    std::vector<Problem> first;
    Progress progress("years", static_cast<std::size_t>(years.last - years.first) + 1);
    for (int year = years.first; year <= years.last; ++year) {
        try {
            result.series.years.push_back(assess_year(store, options, parameters, year, result.sources));
        } catch (Error const& error) {
            if (first.empty()) first = error.problems();
            result.series.skipped.push_back({year, reason_of(error)});
        }
        progress.advance(1);
    }
    if (!result.series.years.empty()) return result;
    first.insert(first.begin(),
                 {.place = {},
                  .what = {fmt::format("none of the years {}–{} can be built; what {} lacks follows", years.first,
                                       years.last, years.first),
                           fmt::format("{}–{} 年无一能够建立；以下为 {} 年所缺", years.first, years.last, years.first)},
                  .found = {},
                  .expected = {},
                  .nearest = {}});
    throw Error(std::move(first));
}

nlohmann::ordered_json document_of(Assessed const& assessed, data::Store const& store, AssessOptions const& options,
                                   report::Report const& report) {
    nlohmann::ordered_json document = begin_document("casus.series/1", report.manifest);
    document["title"] = report::text_json(report.title);
    document["request"] = {{"years", options.years},
                           {"leader", options.world.leader},
                           {"challengers", options.world.challengers},
                           {"partners", options.world.partners},
                           {"alliances", options.world.alliances},
                           {"carry", options.world.carry}};
    document["sources"] = nlohmann::ordered_json::array();
    for (data::Provenance const& of : store.list())
        if (assessed.sources.contains(of.dataset))
            document["sources"].push_back({{"dataset", of.dataset},
                                           {"version", of.version},
                                           {"first_year", of.first_year},
                                           {"last_year", of.last_year},
                                           {"file", of.file},
                                           {"sha256", of.sha256}});
    document.update(alienation::series_document(assessed.series));
    return document;
}

report::Report series_report(Assessed const& assessed, Manifest manifest) {
    alienation::Series const& series = assessed.series;
    Text const& leader = series.years.back().leader.name;
    int const first = series.years.front().year;
    int const last = series.years.back().year;
    report::Report report;
    report.title = {fmt::format("The alliance system of {}, {}–{}", leader.en, first, last),
                    fmt::format("{}的联盟体系，{}–{} 年", leader.in(Language::Chinese), first, last)};
    report.subtitle = {fmt::format("Series of {} worlds from the data store: alienation", series.years.size()),
                       fmt::format("由数据仓库生成的 {} 个年度世界：联盟异化", series.years.size())};
    report.chapters.push_back(alienation::series_chapter(series));
    report.sources.assign(assessed.sources.begin(), assessed.sources.end());
    report.manifest = std::move(manifest);
    return report;
}

} // namespace

void assess_series(AssessOptions const& options, Call const& call) {
    auto const started = std::chrono::system_clock::now();
    (void)request_of(options.world, 0); // a leader must be there, whatever the year
    case_file::ParameterSet const parameters = open_parameters(options.parameters);
    data::Store const store(store_path(options.world.store), data::Store::Access::Read);
    Assessed const assessed = assess_years(store, options, parameters.parameters);

    Manifest manifest = manifest_of("assess");
    manifest.parameters = parameters.file;
    manifest.parameter_set = parameters.parameters.set_name();
    describe_sampling(manifest, options, call, started);
    report::Report const report = series_report(assessed, std::move(manifest));
    if (!options.json.empty())
        write_or_print(options.json, report::dump(document_of(assessed, store, options, report)));
    deliver(options, call, report);
}

} // namespace casus::app
