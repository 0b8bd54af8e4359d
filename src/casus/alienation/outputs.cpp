#include "casus/alienation/outputs.hpp"

#include <algorithm>
#include <array>

namespace casus::alienation {

OutputPlan::OutputPlan(World const& world)
    : index_(world.size().cells()), dispersion_(index_ + world.size().assessed),
      swing_(dispersion_ + world.size().assessed), regime_(swing_ + world.size().assessed),
      threat_(regime_ + 3 * world.size().allies), system_(threat_ + world.size().actors), hegemon_(system_ + 3),
      best_(hegemon_ + 3), count_(best_ + 3) {}

std::size_t best_strategy(HegemonLedger const& ledger) {
    std::array<double, 3> const scores{ledger.maintain(), ledger.remould(), ledger.weaken()};
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void OutputPlan::write(Buffers const& b, std::span<double> row) const {
    auto const follow = b.follow();
    std::copy(follow.begin(), follow.end(), row.begin());
    auto const put = [&](std::vector<double> const& from, std::size_t at) {
        std::copy(from.begin(), from.end(), row.begin() + static_cast<std::ptrdiff_t>(at));
    };
    put(b.index, index_);
    put(b.dispersion, dispersion_);
    put(b.swing_index, swing_);
    put(b.threats.total, threat_);
    std::fill(row.begin() + static_cast<std::ptrdiff_t>(regime_), row.begin() + static_cast<std::ptrdiff_t>(threat_),
              0.0);
    for (std::size_t n = 0; n < b.regime.size(); ++n) row[regime(n, b.regime[n])] = 1.0;
    row[system_] = b.system.polarisation;
    row[system_ + 1] = b.system.cross_membership;
    row[system_ + 2] = b.system.mobilisable_power;
    row[hegemon_] = b.hegemon.maintain();
    row[hegemon_ + 1] = b.hegemon.remould();
    row[hegemon_ + 2] = b.hegemon.weaken();
    for (std::size_t which = 0; which < 3; ++which) row[best_ + which] = which == best_strategy(b.hegemon) ? 1.0 : 0.0;
}

} // namespace casus::alienation
