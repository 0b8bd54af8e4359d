#include "casus/game/dense_game.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>

namespace casus::game {

DenseGame::DenseGame(std::size_t players, std::vector<double> values) : players_(players), values_(std::move(values)) {
    assert(players < 64 && values_.size() == std::size_t{1} << players);
    assert(values_[0] == 0.0);
}

double DenseGame::scale() const {
    double largest = 0.0;
    for (double const value : values_)
        if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    return largest == 0.0 ? 1.0 : largest;
}

std::uint64_t dense_bytes(std::size_t players) {
    return players > 60 ? std::numeric_limits<std::uint64_t>::max() : std::uint64_t{8} << players;
}

namespace {

std::uint64_t machine_bytes() {
    return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::string gibibytes(double bytes) { return fmt::format("{:.3g} GiB", bytes / 1073741824.0); }

} // namespace

void require_memory_for(std::size_t players, Place const& place) {
    std::uint64_t const have = machine_bytes();
    if (dense_bytes(players) <= have) return;
    std::string const need = gibibytes(std::ldexp(8.0, static_cast<int>(std::min<std::size_t>(players, 1000))));
    std::string const own = gibibytes(static_cast<double>(have));
    throw Error(Problem{.place = place,
                        .what = {fmt::format("too many players to list 2^n values: that would need {}", need),
                                 fmt::format("参与者太多，无法列出 2^n 个值：需要 {}", need)},
                        .found = std::to_string(players),
                        .expected = {fmt::format("no more than fit into the {} of this machine", own),
                                     fmt::format("不超过本机的 {}", own)},
                        .nearest = {}});
}

} // namespace casus::game
