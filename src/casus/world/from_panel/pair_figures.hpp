// Figures of pairs of states from the data sets of the store.
#pragma once

#include "casus/world/from_panel/state_figures.hpp"

#include <map>
#include <utility>
#include <vector>

namespace casus::from_panel {

using Pair = std::pair<int, int>; ///< COW numbers

/// Who lies beside whom (contiguity): on land or across a river (conttype 1), or facing each other across up to 24 miles
/// of water (2 and 3), as in the shipped case. Wider water is no contiguity.
class Neighbours {
public:
    explicit Neighbours(Holdings& holdings, std::vector<Problem>& problems);

    [[nodiscard]] bool contiguous(int one, int other) const;
    /// True where an army could walk from one to the other, over others' land if need be: not across water, narrow or
    /// not. Those who face each other across narrow water meet there and not by way of the land around it.
    [[nodiscard]] bool joined_by_land(int one, int other) const;
    /// All contiguous to `state`.
    [[nodiscard]] std::vector<int> of(int state) const;
    [[nodiscard]] std::string const& source() const { return source_; }

private:
    std::map<Pair, int> kind_; ///< the nearest kind of the year, lower number first
    std::map<int, int> landmass_;
    std::string source_;

    [[nodiscard]] int landmass(int state) const;
    void join_lands();
};

/// Trade between two states, current US dollars, as the first reports it where the data set knows reporters.
class PairTrade {
public:
    /// cow-trade, both directions added up (one that is missing left out, and said), else imf-dots.
    explicit PairTrade(Holdings& holdings, std::vector<Problem>& problems);

    /// Nothing where no data set says anything of the pair.
    [[nodiscard]] Given const* find(int actor, int partner) const;
    /// "cow-trade": the data sets that say nothing of a pair that find() does not know.
    [[nodiscard]] std::string const& silent() const { return silent_; }

private:
    std::map<Pair, Given> of_; ///< [actor, partner]
    std::string silent_;
};

} // namespace casus::from_panel
