#include "casus/base/network_places.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace casus {

namespace {

constexpr double map_height = 0.75; ///< of a map one wide
constexpr double stretching = 0.6;  ///< 0: an honest map; 1: places in equal steps from rank to rank
constexpr double filled = 0.62;     ///< share of the map that the boxes kept free around places take
constexpr double box_shape = 1.5;   ///< width of a box by its height: a node with its name is wider than high
constexpr int most_rounds = 400;

using Members = std::vector<std::size_t>; ///< indices of sites

/// Longitudes counted eastwards from the eastern shore of the widest gap.
std::vector<double> unrolled(std::span<NetworkSite const> sites, Members const& members) {
    std::vector<double> sorted;
    for (std::size_t const i : members) sorted.push_back(sites[i].coordinates->longitude.value);
    std::sort(sorted.begin(), sorted.end());
    double first = sorted.front();
    double widest = sorted.front() + 360.0 - sorted.back();
    for (std::size_t k = 1; k < sorted.size(); ++k)
        if (sorted[k] - sorted[k - 1] > widest) {
            widest = sorted[k] - sorted[k - 1];
            first = sorted[k];
        }
    std::vector<double> east;
    for (std::size_t const i : members) {
        double const longitude = sites[i].coordinates->longitude.value;
        east.push_back(longitude < first ? longitude + 360.0 - first : longitude - first);
    }
    return east;
}

/// Values brought to [0, 1] in part by size and in part by rank (equal values share theirs): ½ where all are equal.
std::vector<double> stretched(std::vector<double> const& values) {
    auto const [low, high] = std::minmax_element(values.begin(), values.end());
    std::vector<double> result;
    for (double const value : values) {
        auto const is_less = [value](double other) { return other < value; };
        auto const is_more = [value](double other) { return other > value; };
        auto const below = static_cast<double>(std::count_if(values.begin(), values.end(), is_less));
        auto const above = static_cast<double>(std::count_if(values.begin(), values.end(), is_more));
        double const rank = below + above > 0 ? below / (below + above) : 0.5;
        double const size = *high > *low ? (value - *low) / (*high - *low) : 0.5;
        result.push_back((1 - stretching) * size + stretching * rank);
    }
    return result;
}

/// Moves two boxes that touch apart, each half the way, in the direction in which the way is shorter for its size.
bool part(NetworkPlace& a, NetworkPlace& b, double width, double height) {
    double const over_x = width - std::abs(b.x - a.x);
    double const over_y = height - std::abs(b.y - a.y);
    if (over_x <= 1e-9 || over_y <= 1e-9) return false;
    if (over_x / width <= over_y / height) {
        double const step = (b.x >= a.x ? 0.5 : -0.5) * over_x;
        a.x -= step;
        b.x += step;
    } else {
        double const step = (b.y >= a.y ? 0.5 : -0.5) * over_y;
        a.y -= step;
        b.y += step;
    }
    return true;
}

/// Back into the map, whatever the places have grown to.
void rescale(std::vector<NetworkPlace>& places) {
    auto const by_x = [](NetworkPlace const& a, NetworkPlace const& b) { return a.x < b.x; };
    auto const by_y = [](NetworkPlace const& a, NetworkPlace const& b) { return a.y < b.y; };
    auto const [west, east] = std::minmax_element(places.begin(), places.end(), by_x);
    auto const [south, north] = std::minmax_element(places.begin(), places.end(), by_y);
    NetworkPlace const least{west->x, south->y};
    double const width = east->x - least.x;
    double const height = north->y - least.y;
    for (NetworkPlace& place : places) {
        place.x = width > 0 ? (place.x - least.x) / width : 0.5;
        place.y = map_height * (height > 0 ? (place.y - least.y) / height : 0.5);
    }
}

void spread_apart(std::vector<NetworkPlace>& places) {
    double const height = std::sqrt(filled * map_height / (box_shape * static_cast<double>(places.size())));
    for (int round = 0; round < most_rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j)
                moved = part(places[i], places[j], box_shape * height, height) || moved;
        if (!moved) break;
    }
    rescale(places);
}

std::vector<NetworkPlace> on_the_map(std::span<NetworkSite const> sites, Members const& members) {
    std::vector<double> latitudes;
    for (std::size_t const i : members) latitudes.push_back(sites[i].coordinates->latitude.value);
    std::vector<double> const x = stretched(unrolled(sites, members));
    std::vector<double> const y = stretched(latitudes);
    std::vector<NetworkPlace> places;
    for (std::size_t k = 0; k < members.size(); ++k) places.push_back({x[k], map_height * y[k]});
    spread_apart(places);
    return places;
}

/// From the top, clockwise.
NetworkPlace on_the_ellipse(std::size_t k, std::size_t count) {
    double const angle = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(count);
    return {0.5 + 0.5 * std::sin(angle), map_height * (0.5 + 0.5 * std::cos(angle))};
}

} // namespace

std::vector<NetworkPlace> network_places(std::span<NetworkSite const> sites) {
    Members mapped;
    Members others;
    for (std::size_t i = 0; i < sites.size(); ++i) (sites[i].coordinates ? mapped : others).push_back(i);
    std::stable_sort(others.begin(), others.end(),
                     [&](std::size_t a, std::size_t b) { return sites[a].group < sites[b].group; });
    std::vector<NetworkPlace> places(sites.size());
    for (std::size_t k = 0; k < others.size(); ++k) places[others[k]] = on_the_ellipse(k, others.size());
    if (mapped.empty()) return places;
    double const share = others.empty() ? 1.0 : std::numbers::sqrt2 / 2 * 0.85; // a map within the ellipse
    std::vector<NetworkPlace> const map = on_the_map(sites, mapped);
    for (std::size_t k = 0; k < mapped.size(); ++k)
        places[mapped[k]] = {0.5 + share * (map[k].x - 0.5), map_height / 2 + share * (map[k].y - map_height / 2)};
    return places;
}

} // namespace casus
