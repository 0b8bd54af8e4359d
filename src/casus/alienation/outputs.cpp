#include "casus/alienation/outputs.hpp"

#include <algorithm>
#include <numeric>

namespace casus::alienation {

OutputPlan::OutputPlan(World const& world)
    : index_(world.size().cells()), dispersion_(index_ + world.size().assessed),
      swing_(dispersion_ + world.size().assessed), regime_(swing_ + world.size().assessed),
      threat_(regime_ + 3 * world.size().allies), system_(threat_ + world.size().actors), hegemon_(system_ + 3),
      best_(hegemon_ + strategies), margin_(best_ + strategies), lines_(margin_ + strategies),
      will_(lines_ + hegemon_lines().size()), mean_index_(will_ + 4), count_(mean_index_ + 1) {}

double mean_index(Buffers const& buffers) {
    std::size_t const allies = buffers.regime.size();
    double const sum =
        std::accumulate(buffers.index.begin(), buffers.index.begin() + static_cast<std::ptrdiff_t>(allies), 0.0);
    return allies > 0 ? sum / static_cast<double>(allies) : 0.0;
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
    HegemonLedger const& h = b.hegemon;
    for (std::size_t which = 0; which < strategies; ++which) {
        row[hegemon(which)] = net_of(h, which);
        row[best(which)] = which == best_strategy(h) ? 1.0 : 0.0;
        row[margin(which)] = margin_of(h, which);
    }
    auto const all = hegemon_lines();
    for (std::size_t n = 0; n < all.size(); ++n) row[line(n)] = h.*all[n].amount;
    row[will_] = h.need;
    row[will_ + 1] = h.will;
    row[will_ + 2] = h.capacity;
    row[will_ + 3] = h.gap();
    row[mean_index_] = alienation::mean_index(b);
}

} // namespace casus::alienation
