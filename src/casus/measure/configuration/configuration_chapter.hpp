// The answers as chapters of a report.
#pragma once

#include "casus/base/result.hpp"
#include "casus/measure/configuration/configure.hpp"
#include "casus/measure/configuration/signed_network.hpp"

#include <optional>

namespace casus::configuration {

/// A change of one propensity and what it leads to.
struct ChangedPropensity {
    std::size_t first = 0;
    std::size_t second = 0;
    double before = 0.0;
    double after = 0.0;
    Configured answer;
};

/// A configuration that was asked about.
struct AskedBlocs {
    Blocs blocs;
    std::optional<WayDown> way; ///< of two blocs where minima are listed
};

/// Tables of minima and pivots show their first `most_rows`.
[[nodiscard]] Chapter configuration_chapter(Configured const& answer, std::size_t most_rows);
[[nodiscard]] Chapter change_chapter(Configured const& before, ChangedPropensity const& change);
[[nodiscard]] Chapter asked_chapter(Configured const& answer, AskedBlocs const& asked);
[[nodiscard]] Chapter balance_chapter(SignedNetwork const& network, Frustration const& found);

} // namespace casus::configuration
