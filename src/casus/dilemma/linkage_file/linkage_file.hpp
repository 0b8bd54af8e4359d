// Dated linkages between branches of an alliance system in TOML, cases/us-linkages.toml, schema "casus.linkages/1":
//
//     schema = "casus.linkages/1"
//
//     [[linkage]]                      # any number
//     code = "JPN-AUS-ACSA"
//     name = { en = "…", zh = "…" }    # the code when absent
//     date = "2017"                    # a year, or year and month "2021-09"
//     until = "2024"                   # when it ended; absent: it has not
//     members = ["JPN", "AUS"]         # every pair of them is linked; or
//     between = [["NATO"], ["JPN"]]    # every pair across, the level divided by the number of the larger side
//     level = 0.15                     # in [0,1]: share of a promise of defence
//     sd = 0.05                        # 0 when absent
//     source = "…"                     # free text
//     note = "…"
//
// Codes are of actors, treaties or groups of the case, the latter standing for their members but the leader. Pairs that
// share a branch are no linkage and fall out, with a warning where `members` names them.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/text.hpp"
#include "casus/dilemma/linkage.hpp"
#include "casus/world/world.hpp"

#include <filesystem>
#include <vector>

namespace casus::dilemma {

struct Linkages {
    std::vector<Linkage> list;  ///< in the order of the file
    std::vector<Text> warnings; ///< pairs named that share a branch
    HashedFile file;
};

/// Everything wrong with the file is one Error: keys missing or unknown, a code that the case does not know (with the
/// nearest), a member named twice, the leader, fewer than two members, no pair of different branches, a date that is none or an
/// end before the beginning, a level outside [0,1], a code twice.
[[nodiscard]] Linkages read_linkages(std::filesystem::path const& path, World const& world);

} // namespace casus::dilemma
