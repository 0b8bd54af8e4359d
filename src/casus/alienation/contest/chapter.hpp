// The contest's results as chapters of a report.
#pragma once

#include "casus/alienation/contest/sampled.hpp"

#include <vector>

namespace casus::contest {

/// What stands out, who moves and who pays, prices, the sides and their equilibria, comparative statics, the method.
[[nodiscard]] std::vector<Chapter> chapters(Sampled const& sampled);

/// The few sentences a reader should see first.
[[nodiscard]] Notes what_stands_out(Sampled const& sampled);

/// Who is bought, at what price, and who is not worth buying; without shapes where there is nobody of either kind.
[[nodiscard]] Chapter price_chapter(Sampled const& sampled);

/// The sides, every equilibrium found, and what moves them.
[[nodiscard]] std::vector<Chapter> equilibrium_chapters(Sampled const& sampled);

/// The leader for 0, then the challengers.
[[nodiscard]] Actor const& side_of(World const& world, std::size_t side);

} // namespace casus::contest
