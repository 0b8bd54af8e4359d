// The issues that data can speak for: security, trade, values. The rules are those of the shipped case.
#pragma once

#include "casus/world/from_panel/actors.hpp"

namespace casus::from_panel {

/// security: the worth of a pair from protection, need from threat. trade: worth from trade; sensitivity is
/// o/(o + 0.5), o exports plus imports over GDP, vulnerability 0.1 + 0.8 of the share of the largest of leader and
/// challengers in the actor's trade, both sd 0.1 (judgements: the rule is ours). values: worth from regimes. Trade of a
/// pair of which no data set says anything is judged to be none.
void add_issues(Holdings& holdings, Actors const& actors, StateFigures const& gdp, WorldBuilder& builder,
                std::vector<Text>& notes, std::vector<Problem>& problems);

} // namespace casus::from_panel
