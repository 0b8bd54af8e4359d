// The verbs below `casus fit`: parameters of the formulas from what states did to each other.
#pragma once

#include "report_files.hpp"
#include "verbs.hpp"

#include "casus/fit/dyad_parameters.hpp"
#include "casus/fit/dyad_years.hpp"
#include "casus/world/case_file/parameter_file.hpp"

#include <cstdint>
#include <string>

namespace casus::app {

void add_fit_threat(CLI::App& fit, Call const& call);
void add_fit_conflict(CLI::App& fit, Call const& call);

/// What both ask.
struct DyadOptions {
    std::string years = "1817:2014";
    std::string until;
    std::string began = "originators";
    std::string hostility = "worlds";
    std::string parameters;
    std::string out;
    std::string store;
    std::uint64_t threads = 1;
    ReportFiles files;
};
void add_dyad_options(Verb& verb, DyadOptions& options);

/// The parameter set that a fit starts from: its text, and the reaches that rows are made with.
struct FitBase {
    std::string text;
    case_file::ParameterSet set;
};
[[nodiscard]] FitBase base_of(DyadOptions const& options);
[[nodiscard]] fit::DyadRequest dyad_request(DyadOptions const& options, FitBase const& base);
[[nodiscard]] fit::DyadYears dyads_asked(DyadOptions const& options, fit::DyadRequest const& request);
/// Writes --out where it was asked for. True where it went to standard output.
[[nodiscard]] bool write_parameters(DyadOptions const& options, FitBase const& base, fit::EstimatedBlock const& block);

} // namespace casus::app
