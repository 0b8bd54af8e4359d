// The bridge from a panel of alliance-years to the alliances that the lens reads, by the names of columns.
#pragma once

#include "casus/data/panel/panel.hpp"
#include "casus/data/panel/treaties.hpp"
#include "casus/endurance/alliance.hpp"
#include "casus/endurance/model.hpp"

#include <string>
#include <vector>

namespace casus::endurance {

/// What some member owes: as in the models that `casus endurance fit` makes by default, or whatever there is.
enum class Owing { DefenseOrOffense, Anything };

struct OfPanel {
    std::vector<Alliance> alliances;         ///< by number; members by their letters of the Correlates of War
    std::vector<std::string> without_column; ///< terms of the model that the panel has no column for
};

/// The alliances of a year: age is the column years_in_force, terms are the columns of their names. An Error where there is
/// none, with the years of the panel.
[[nodiscard]] OfPanel alliances_of(data::Panel const& panel, data::Treaties const& treaties, Model const& model,
                                   int year, Owing owing = Owing::Anything);

/// The letters of the Correlates of War for a state as users write it (COW or ISO 3166 letters, or a name); empty where
/// nobody is meant.
[[nodiscard]] std::string letters_of(std::string const& word, int year);

/// Those that `chosen` means: an alliance's number, or members with commas between (COW or ISO 3166 letters, or names): all
/// alliances that these are members of. An Error for anything else.
[[nodiscard]] std::vector<Alliance> chosen_of(std::vector<Alliance> alliances, std::string const& chosen, int year);

} // namespace casus::endurance
