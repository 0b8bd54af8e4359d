#include "casus/estimate/risk_sets.hpp"

#include "casus/estimate/order.hpp"

#include <algorithm>

namespace casus::estimate {
namespace {

/// A row in its place, with what comparing needs.
struct Key {
    std::uint32_t stratum = 0;
    bool event = false;
    double time = 0.0;
    std::uint32_t index = 0;
};

/// By stratum, latest end first, events before others.
std::vector<Key> by_end(Spells const& spells) {
    std::vector<std::uint32_t> order(spells.rows());
    std::size_t events = 0;
    for (std::uint8_t const event : spells.event) events += event != 0 ? 1 : 0;
    std::size_t others = events;
    events = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        order[spells.event[i] != 0 ? events++ : others++] = static_cast<std::uint32_t>(i);
    order_by_descending(spells.stop, order);
    if (!spells.strata.empty()) order_by_group(spells.strata, spells.stratum_count(), order);
    std::vector<Key> keys(order.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        keys[i] = {spells.stratum(order[i]), spells.event[order[i]] != 0, spells.stop[order[i]], order[i]};
    return keys;
}

/// Positions by stratum, latest beginning first.
std::vector<Key> by_beginning(Spells const& spells, std::vector<Key> const& ends) {
    std::vector<std::uint32_t> order(ends.size());
    std::vector<double> starts(ends.size());
    std::vector<std::uint32_t> strata(ends.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = static_cast<std::uint32_t>(i);
        starts[i] = spells.start[ends[i].index];
        strata[i] = ends[i].stratum;
    }
    order_by_descending(starts, order);
    if (!spells.strata.empty()) order_by_group(strata, spells.stratum_count(), order);
    std::vector<Key> keys(order.size());
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {strata[order[i]], false, starts[order[i]], order[i]};
    return keys;
}

void find_strata(std::vector<Key> const& ends, RiskSets& sets, std::size_t strata) {
    sets.stratum_begin.assign(strata + 1, static_cast<std::uint32_t>(ends.size()));
    for (std::size_t i = ends.size(); i-- > 0;) sets.stratum_begin[ends[i].stratum] = static_cast<std::uint32_t>(i);
    sets.end.assign(strata, 0.0);
    for (std::size_t s = strata; s-- > 0;) {
        sets.stratum_begin[s] = std::min(sets.stratum_begin[s], sets.stratum_begin[s + 1]);
        if (sets.stratum_begin[s] < sets.stratum_begin[s + 1]) sets.end[s] = ends[sets.stratum_begin[s]].time;
    }
}

void find_times(std::vector<Key> const& ends, RiskSets& sets) {
    auto const n = static_cast<std::uint32_t>(ends.size());
    for (std::uint32_t first = 0; first < n;) {
        std::uint32_t last = first;
        std::uint32_t events = 0;
        for (; last < n && ends[last].stratum == ends[first].stratum && ends[last].time == ends[first].time; ++last)
            if (ends[last].event) ++events;
        if (events > 0)
            sets.times.push_back({ends[first].time, ends[first].stratum, first, first + events, last,
                                  sets.stratum_begin[ends[first].stratum]});
        first = last;
    }
}

/// Walks rows and times of events, both latest first, side by side: set(index, how many times of the row's stratum are
/// later than the row's time, as a place among the sums).
template <class Set> void place_among_times(std::vector<Key> const& keys, RiskSets const& sets, Set const& set) {
    std::uint32_t k = 0;
    for (Key const& key : keys) {
        while (k < sets.times.size() && (sets.times[k].stratum < key.stratum ||
                                         (sets.times[k].stratum == key.stratum && sets.times[k].time > key.time)))
            ++k;
        set(key.index, k + key.stratum);
    }
}

void find_ends_of_risk(std::vector<Key> const& ends, RiskSets& sets) {
    std::vector<Key> positions = ends;
    for (std::size_t i = 0; i < positions.size(); ++i) positions[i].index = static_cast<std::uint32_t>(i);
    place_among_times(positions, sets, [&](std::uint32_t i, std::uint32_t place) { sets.from[i] = place; });
    // Without beginnings, all are at risk from their stratum's earliest time on: behind its last place.
    std::vector<std::uint32_t> behind(sets.stratum_begin.size() - 1);
    std::uint32_t k = 0;
    for (std::uint32_t s = 0; s < behind.size(); ++s) {
        while (k < sets.times.size() && sets.times[k].stratum == s) ++k;
        behind[s] = k + s;
    }
    for (std::size_t i = 0; i < ends.size(); ++i) sets.to[i] = behind[ends[i].stratum];
}

void find_beginnings(std::vector<Key> const& beginnings, RiskSets& sets) {
    sets.leaving.resize(beginnings.size());
    for (std::size_t i = 0; i < beginnings.size(); ++i) sets.leaving[i] = beginnings[i].index;
    place_among_times(beginnings, sets, [&](std::uint32_t i, std::uint32_t place) { sets.to[i] = place; });
    std::uint32_t gone = 0;
    for (RiskSets::EventTime& now : sets.times) {
        gone = std::max(gone, now.left);
        while (gone < beginnings.size() && beginnings[gone].stratum == now.stratum && beginnings[gone].time >= now.time)
            ++gone;
        now.left = gone;
    }
}

} // namespace

RiskSets::RiskSets(Spells const& spells) {
    auto const ends = by_end(spells);
    row.resize(ends.size());
    for (std::size_t i = 0; i < ends.size(); ++i) row[i] = ends[i].index;
    from.resize(ends.size());
    to.resize(ends.size());
    find_strata(ends, *this, spells.stratum_count());
    find_times(ends, *this);
    find_ends_of_risk(ends, *this);
    if (!spells.start.empty()) find_beginnings(by_beginning(spells, ends), *this);
}

} // namespace casus::estimate
