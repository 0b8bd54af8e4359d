#include "casus/world/from_panel/pair_figures.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::from_panel {

namespace {

constexpr int by_land = 1;
constexpr int across_24_miles = 3;

Pair ordered(int one, int other) { return {std::min(one, other), std::max(one, other)}; }

} // namespace

Neighbours::Neighbours(Holdings& holdings, std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 1> datasets{"contiguity"};
    std::optional<Edition> const edition = holdings.edition("contiguity");
    if (!edition) {
        problems.push_back(holdings.uncovered({"contiguity", "相邻关系"}, datasets, holdings.year()));
        return;
    }
    int const year = std::min(holdings.year(), edition->last_year);
    source_ = edition->source(fmt::format("conttype, {}", year));
    data::Table const table =
        holdings.store().read(edition->name(), {"statelno", "statehno", "conttype", "begin", "end"});
    auto const low = data::whole_in(table, "statelno", "contiguity"),
               high = data::whole_in(table, "statehno", "contiguity"),
               kind = data::whole_in(table, "conttype", "contiguity"),
               begin = data::whole_in(table, "begin", "contiguity"), end = data::whole_in(table, "end", "contiguity");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (begin[row] / 100 > year || end[row] / 100 < year) continue; // 192001 is January 1920
        auto const [at, fresh] = kind_.try_emplace(ordered(low[row], high[row]), kind[row]);
        if (!fresh) at->second = std::min(at->second, kind[row]);
    }
    join_lands();
}

void Neighbours::join_lands() {
    for (auto const& [pair, kind] : kind_) {
        if (kind != by_land) continue;
        int const one = landmass(pair.first);
        int const other = landmass(pair.second);
        landmass_[pair.first] = one;
        landmass_[pair.second] = one;
        for (auto& [state, land] : landmass_)
            if (land == other) land = one;
    }
}

int Neighbours::landmass(int state) const {
    auto const found = landmass_.find(state);
    return found == landmass_.end() ? state : found->second;
}

bool Neighbours::contiguous(int one, int other) const {
    auto const found = kind_.find(ordered(one, other));
    return found != kind_.end() && found->second <= across_24_miles;
}

bool Neighbours::joined_by_land(int one, int other) const {
    auto const found = kind_.find(ordered(one, other));
    if (found != kind_.end()) return found->second == by_land;
    return landmass(one) == landmass(other);
}

std::vector<int> Neighbours::of(int state) const {
    std::vector<int> result;
    for (auto const& [pair, kind] : kind_) {
        if (kind > across_24_miles) continue;
        if (pair.first == state) result.push_back(pair.second);
        if (pair.second == state) result.push_back(pair.first);
    }
    return result;
}

} // namespace casus::from_panel
