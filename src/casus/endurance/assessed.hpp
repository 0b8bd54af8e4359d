// The lens's answer for one year, and its chapters: how long, because of what, what if, by which model.
#pragma once

#include "casus/endurance/what_if.hpp"

#include <string>
#include <vector>

namespace casus::endurance {

/// A what-if with what it does to each alliance, in the order of the alliances.
struct Compared {
    WhatIf what_if;
    std::vector<MovedOutlook> alliances;
};

struct Assessed {
    Model model;
    int year = 0;
    std::vector<Alliance> alliances;
    std::vector<Outlook> outlooks; ///< one for each alliance
    std::vector<Compared> what_ifs{};
    std::size_t draws = 0;
    std::vector<Text> notes{}; ///< what a reader must know of where the figures come from
};

/// Runs the lens on alliances and what-ifs, which are checked first (what_if.hpp). Alliances are put in the order of risk:
/// the one most likely to end in the first year first.
[[nodiscard]] Assessed assess(Model const& model, int year, std::vector<Alliance> alliances,
                              std::vector<WhatIf> const& what_ifs, Drawing const& drawing);

[[nodiscard]] Chapter outlook_chapter(Assessed const& assessed);
[[nodiscard]] Chapter claim_chapter(Assessed const& assessed);   ///< log-hazards against the average, by claim
[[nodiscard]] Chapter what_if_chapter(Assessed const& assessed); ///< `what_ifs` not empty
[[nodiscard]] Chapter ledger_chapter(Assessed const& assessed);  ///< for the page: a ledger an alliance
[[nodiscard]] Chapter model_chapter(Assessed const& assessed); ///< for the page: coefficients, what they were fitted on

/// A chance with its interval, in per cent.
[[nodiscard]] Number in_percent(Ranged const& chance, int decimals);

/// Alliances that curves and matrices show: those most at risk where there are more.
inline constexpr std::size_t most_shown = 12;

} // namespace casus::endurance
