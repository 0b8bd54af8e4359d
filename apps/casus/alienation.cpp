// casus alienation: alienation as votes show it, what moves it, and how well it is forecast.
#include "alienation_verbs.hpp"

#include "casus/base/parallel.hpp"
#include "casus/data/import/source.hpp"
#include "casus/world/from_panel/citation.hpp"

#include <fmt/format.h>

namespace casus::app {

void add_alienation_options(Verb& verb, AlienationOptions& options) {
    options.threads = default_threads();
    verb.add_option("--leader", "STATE", options.leader,
                    {"whose allies, by COW, ISO or name (default USA)", "主导国：COW、ISO 代码或名称（默认 USA）"});
    verb.add_option("--allies", "WHO", options.allies,
                    {"atop:defense (default), cow:defense, members, or states with commas between",
                     "atop:defense（默认）、cow:defense、members，或以逗号分隔的国家"});
    verb.add_choice("--votes", options.votes, {"votes", "wide"},
                    {"which votes: un-votes (to 2020) or un-votes-wide (to 2024); the one that covers the years if not "
                     "given",
                     "所用投票：un-votes（至 2020）或 un-votes-wide（至 2024）；不给则取覆盖所需年份者"});
    verb.add_number("--carry", "YEARS", options.carry, 0, 20,
                    {"years that treaties are carried beyond their data", "条约在数据截止后顺延的年数"});
    verb.add_store(options.store);
    verb.add_number("--threads", "N", options.threads, 1, 1024, {"threads to use", "线程数"});
}

fit::AlienationRequest request_of(AlienationOptions const& options, int first_year, int last_year) {
    return {.leader = options.leader,
            .allies = options.allies,
            .first_year = first_year,
            .last_year = last_year,
            .carry = static_cast<int>(options.carry),
            .votes = options.votes,
            .threads = options.threads};
}

void add_citations(std::vector<data::Provenance> const& sources, report::Report& report) {
    for (data::Provenance const& source : sources)
        if (data::Source const* const known = data::source_named(source.dataset))
            report.sources.emplace_back(fmt::format("{} {}", source.dataset, source.version),
                                        from_panel::plain_citation(known->citation));
}

void add_alienation(CLI::App& program, Call const& call) {
    CLI::App& alienation = add_group(
        program, call, "alienation",
        {"what UN votes show of alienation, what moves it, forecasts", "证据所示的盟国异化：联合国投票、其动因与预测"},
        "casus alienation measure --leader USA --allies atop:defense --years 1990:2018");
    add_alienation_measure(alienation, call);
    add_alienation_fit(alienation, call);
    add_alienation_forecast(alienation, call);
}

} // namespace casus::app
