// The verbs below `casus alienation`, and what they share.
#pragma once

#include "verbs.hpp"

#include "casus/fit/alienation_data.hpp"
#include "casus/report/document.hpp"

#include <cstdint>
#include <string>

namespace casus::app {

void add_alienation_measure(CLI::App& alienation, Call const& call);
void add_alienation_fit(CLI::App& alienation, Call const& call);
void add_alienation_forecast(CLI::App& alienation, Call const& call);

/// What fit and forecast ask of the store.
struct AlienationOptions {
    std::string leader = "USA";
    std::string allies = "atop:defense";
    std::string votes;
    std::string store;
    std::uint64_t carry = 2;
    std::uint64_t threads = 1;
};
void add_alienation_options(Verb& verb, AlienationOptions& options);
[[nodiscard]] fit::AlienationRequest request_of(AlienationOptions const& options, int first_year, int last_year);

/// Key and citation of each data set, for a report.
void add_citations(std::vector<data::Provenance> const& sources, report::Report& report);

} // namespace casus::app
