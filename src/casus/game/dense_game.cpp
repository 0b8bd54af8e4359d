#include "casus/game/dense_game.hpp"

#include "casus/game/lanes.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
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
    Lanes most = {};
    Lanes const infinite = Lanes{} + std::numeric_limits<double>::infinity();
    std::size_t at = 0;
    for (; at + lane_count <= values_.size(); at += lane_count) {
        Lanes size;
        load(size, values_.data() + at);
        size = size < 0.0 ? -size : size;
        size = size < infinite ? size : Lanes{};
        most = size > most ? size : most;
    }
    double largest = 0.0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) largest = std::max(largest, most[lane]);
    for (; at < values_.size(); ++at)
        if (std::isfinite(values_[at])) largest = std::max(largest, std::abs(values_[at]));
    return largest == 0.0 ? 1.0 : largest;
}

bool DenseGame::whole() const {
    return std::ranges::all_of(values_, [](double v) {
        return (std::trunc(v) == v && std::abs(v) <= 0x1p53) || v == -std::numeric_limits<double>::infinity();
    });
}

double machine_bytes() {
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

namespace {

/// "12 GiB", "1.5 TiB".
std::string shown_bytes(double bytes) {
    constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    std::size_t unit = 0;
    for (; bytes >= 1024.0 && unit + 1 < units.size(); ++unit) bytes /= 1024.0;
    if (bytes >= 1024.0) return fmt::format("2^{} EiB", std::ilogb(bytes));
    return fmt::format("{:.{}f} {}", bytes, bytes < 10.0 && bytes != std::floor(bytes) ? 1 : 0, units[unit]);
}

} // namespace

void require_memory_for(std::size_t players, Place const& place) {
    double const have = machine_bytes();
    double const need = std::ldexp(8.0 * copies_at_peak, static_cast<int>(std::min<std::size_t>(players, 900)));
    if (need <= have) return;
    throw Error(
        Problem{.place = place,
                .what = {fmt::format("too many players to list 2^n values: that would need {}", shown_bytes(need)),
                         fmt::format("参与者太多，无法列出 2^n 个值：需要 {}", shown_bytes(need))},
                .found = std::to_string(players),
                .expected = {fmt::format("no more than fit into the {} of this machine", shown_bytes(have)),
                             fmt::format("不超过本机的 {}", shown_bytes(have))},
                .nearest = {}});
}

} // namespace casus::game
