// The ledger behind one number of the lens.
#pragma once

#include "casus/alienation/buffers.hpp"
#include "casus/base/result.hpp"
#include "casus/world/parameters.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::alienation {

/// Name of an option for people: "follow", "deviate to China", "regroup", "abstain".
[[nodiscard]] Text option_name(World const& world, std::size_t option);
/// Code of an option for machines: "follow", a challenger's code, "regroup", "abstain".
[[nodiscard]] std::string option_key(World const& world, std::size_t option);

/// "alienation/AUS/trade": need, utilities of the options term by term, shares, flip points.
[[nodiscard]] Ledger explain_stance(World const& world, Parameters const& parameters, Buffers const& buffers,
                                    std::size_t assessed, IssueId issue);

/// "alienation/AUS": the alienation index issue by issue, and the regime.
[[nodiscard]] Ledger explain_actor(World const& world, Parameters const& parameters, Buffers const& buffers,
                                   std::size_t assessed);

/// "alienation/hegemon": table 2 of the paper, line by line.
[[nodiscard]] Ledger explain_hegemon(World const& world, Parameters const& parameters, Buffers const& buffers);

/// Every path that can be explained, the threats included.
[[nodiscard]] std::vector<std::string> explainable(World const& world);

/// The ledger at a path, evaluated at the central values; an Error names the nearest path where there is none.
[[nodiscard]] Ledger explain(World const& world, Parameters const& parameters, std::string_view path);

} // namespace casus::alienation
