// Which figures, or which parameter, a path of a what-if names.
//
//   hegemon.X, leader.X                      X a quantity of the system, or of an actor: the leader's
//   actor[A].X, challenger[A].X              a quantity of an actor; A a code or a group's (group[A].X is the same)
//   actor[A].X[B]                            a quantity of two actors; without [B]: with every other actor
//   ally[A].issue[K].X, partner[A].…         a quantity of an actor on an issue
//   ally[A].issue[K].X[S]                    one with a side: a challenger, regroup, or the leader; without [S]: all
//                                            challengers
//   challenger[S].issue[K].X                 the same for every assessed actor
//   actor[A].issue[K].endowment[G]           how much of good G it brings
//   issue[K].X                               a quantity of an issue, or of every actor on it
//   parameter.X                              a parameter
//
// A code left out, or `all`, stands for all: ally.reward is every ally's on every issue. Of a group, ally[…], partner[…] and
// challenger[…] name the members that are such. hegemon.budget, hegemon.cost and X.spending are short for reward_budget,
// alliance_cost and military_spending.
#pragma once

#include "casus/base/error.hpp"
#include "casus/world/parameters.hpp"
#include "casus/world/world.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus {

/// A parameter, or positions within a quantity's values.
struct PathTarget {
    std::optional<Parameter> parameter{};
    Quantity quantity{};
    std::vector<std::size_t> positions{}; ///< ascending, at least one, unless it is a parameter
};

/// What `path` names in the world. An Error at `place` where it names nothing, with the nearest path that names something.
[[nodiscard]] PathTarget resolve_path(World const& world, std::string const& path, Place const& place);

} // namespace casus
