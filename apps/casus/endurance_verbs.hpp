// The verbs below `casus endurance` that fit and judge.
#pragma once

#include "verbs.hpp"

#include "casus/fit/endurance_rows.hpp"

#include <cstdint>
#include <string>

namespace casus::app {

void add_endurance_fit(CLI::App& endurance, Call const& call);
void add_endurance_forecast(CLI::App& endurance, Call const& call);

/// What both ask of the store.
struct EnduranceOptions {
    std::string allies = "atop:defense";
    std::string store;
    std::uint64_t threads = 1;
};
void add_endurance_options(Verb& verb, EnduranceOptions& options);
[[nodiscard]] fit::EnduranceRows rows_asked(EnduranceOptions const& options);

} // namespace casus::app
