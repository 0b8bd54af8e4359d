// What verbs share that draw from the spreads of a case and report: how they draw, and where their results go.
#pragma once

#include "verbs.hpp"

#include "casus/base/manifest.hpp"
#include "casus/base/parallel.hpp"
#include "casus/ensemble/spread.hpp"
#include "casus/report/document.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace casus::app {

struct SampledRun {
    std::string parameters;
    std::string json;
    std::string csv;
    std::string html;
    std::uint64_t draws = 2000;
    std::uint64_t seed = 1;
    std::uint64_t threads = default_threads();
    bool reproducible = false;

    [[nodiscard]] ensemble::Sampling sampling() const { return {.seed = seed, .draws = draws, .threads = threads}; }
};

/// --json, --csv and --html.
void add_report_files(Verb& verb, SampledRun& run, Text const& json);

/// --draws, --seed, --threads, --reproducible and --lang.
void add_draws(Verb& verb, SampledRun& run, Text const& spreads);

/// --json, --csv, --html, --parameters, --draws, --seed, --threads, --reproducible and --lang. `json` says what is written
/// as JSON, `spreads` of what the draws are.
void add_sampled_run(Verb& verb, SampledRun& run, Text const& json,
                     Text const& spreads = {"draws from the spreads of figures and parameters",
                                            "按数据与参数的离散程度抽样的次数"});

/// An Error where JSON and HTML would both go to standard output.
void refuse_mixed_output(SampledRun const& run);

/// Adds seed and draws and, unless the run is to be reproducible, how it was run.
void describe_sampling(Manifest& manifest, SampledRun const& run, Call const& call,
                       std::chrono::system_clock::time_point started);

/// Writes the report's tables and page where they were asked for, then prints it unless a document went to standard
/// output. Files first, the terminal last: whoever sees the report knows that all of it was written. `page` is what
/// goes into the HTML where that is more than the report.
void deliver(SampledRun const& run, Call const& call, report::Report const& report, report::Report const& page);
void deliver(SampledRun const& run, Call const& call, report::Report const& report);

} // namespace casus::app
