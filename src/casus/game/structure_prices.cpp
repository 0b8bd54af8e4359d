#include "casus/game/structure_prices.hpp"

#include "casus/game/price_program.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace casus::game {

namespace {

constexpr double price_tolerance = 5e-9; ///< on worths scaled to 1: what a coalition must exceed its price by to enter

double sum_of_absolutes(Allocation const& prices) {
    return std::accumulate(prices.begin(), prices.end(), 0.0, [](double sum, double p) { return sum + std::abs(p); });
}

} // namespace

CoveringPrices::CoveringPrices(DenseGame const& game, ExcessScan& scan)
    : game_(game), n_(game.players()), largest_(game.scale()), whole_(game.whole()) {
    double const everyones = game.total();
    double share = std::isfinite(everyones) ? everyones / static_cast<double>(n_) : 0.0;
    if (whole_) share = std::floor(share);
    for (std::size_t i = 0; i < n_; ++i) own_.push_back(std::isfinite(game[single(i)]) ? game[single(i)] : share);
    spread_ = std::max(scan.spread(own_), 1e-12 * largest_); // less is rounding
    generate_rows(scan);
}

double CoveringPrices::bound() const { return std::accumulate(prices_.begin(), prices_.end(), 0.0); }

double CoveringPrices::slack(Coalition coalition) const {
    if (!whole_) return sum_over(coalition, prices_) - game_[coalition];
    std::int64_t paid = 0;
    for_each_member(coalition, [&](std::size_t i) { paid += units_[i]; });
    return unit_ * static_cast<double>(paid - static_cast<std::int64_t>(game_[coalition] / unit_));
}

double CoveringPrices::above_own(Coalition coalition) const {
    if (!whole_) return game_[coalition] - sum_over(coalition, own_);
    auto worth = static_cast<std::int64_t>(game_[coalition]);
    for_each_member(coalition, [&](std::size_t i) { worth -= static_cast<std::int64_t>(own_[i]); });
    return static_cast<double>(worth);
}

/// The linear program's rows: everybody, singles and pairs to begin with, then what a scan finds above its price.
void CoveringPrices::generate_rows(ExcessScan& scan) {
    PriceProgram program(n_, 4.0 * static_cast<double>(n_));
    std::unordered_set<Coalition> entered;
    auto const enter = [&](std::vector<Coalition> const& coalitions) {
        std::vector<Coalition> rows;
        std::vector<double> worths;
        for (Coalition const s : coalitions) {
            if (!std::isfinite(game_[s]) || !entered.insert(s).second) continue;
            rows.push_back(s);
            worths.push_back(above_own(s) / spread_);
        }
        if (!rows.empty()) program.enter(rows, worths);
        rows_.insert(rows_.end(), rows.begin(), rows.end());
        return !rows.empty();
    };
    std::vector<Coalition> rows{everyone(n_)};
    for (std::size_t i = 0; i < n_; ++i) {
        rows.push_back(single(i));
        for (std::size_t j = 0; j < i; ++j) rows.push_back(single(i) | single(j));
    }
    enter(rows);
    for (;;) {
        Allocation prices = program.solve();
        for (std::size_t i = 0; i < n_; ++i) prices[i] = own_[i] + spread_ * prices[i];
        put_on_grid(prices);
        auto const worst = scan.largest(prices_, {}, 0.0, 8 * n_);
        rows.clear();
        for (Excess const& found : worst)
            if (found.excess > price_tolerance * spread_) rows.push_back(found.coalition);
        if (!enter(rows)) {
            lift(worst.empty() ? 0.0 : worst.front().excess);
            return;
        }
    }
}

/// Rounds prices up to multiples of a power of two so large that every sum of them, and of them and a worth that lies on
/// the grid itself, is exact.
void CoveringPrices::put_on_grid(Allocation const& prices) {
    double const range = largest_ + sum_of_absolutes(prices);
    unit_ = std::ldexp(1.0, std::ilogb(range) - 50);
    if (whole_) unit_ = std::min(unit_, 1.0);
    whole_ = whole_ && range / unit_ < 0x1p60;
    rounding_ = whole_ && range / unit_ < 0x1p52 ? 0.0 : 0x1p-51 * range;
    prices_ = prices;
    for (double& p : prices_) p = unit_ * std::ceil(p / unit_);
}

/// Covers what the program's own tolerance left uncovered.
void CoveringPrices::lift(double largest_excess) {
    double const more = unit_ * std::ceil((largest_excess + rounding_) / unit_);
    units_.clear();
    for (double& p : prices_) {
        p += more;
        if (whole_) units_.push_back(static_cast<std::int64_t>(p / unit_));
    }
}

} // namespace casus::game
