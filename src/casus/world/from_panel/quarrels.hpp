// Who has been at odds with whom: militarised disputes and standing rivalries before a year, and the hostility that
// follows from them (measure/hostility.hpp):
//
//   a dispute (mid-participant, else gml-participant) that j began against i, or joined on the side that began it:
//       weight 0.5 · intensity of j's own highest level of hostility · scope of the dispute; half of that where j was on
//       the other side but revisionist; nothing otherwise. Two states and use of force come to 0.19, their war to 0.25.
//   a year of standing rivalry (rivalry-tss, else rivalry-td), for both: weight 0.01, so that an old one comes to 0.13
//
// The weights are the founders' choice, near those of the shipped case. Crises are not among the events: what the store
// has of them (icb) is at the level of the system and does not say who triggered them against whom.
#pragma once

#include "casus/measure/hostility.hpp"
#include "casus/world/from_panel/pair_figures.hpp"

#include <map>
#include <string>
#include <vector>

namespace casus::from_panel {

/// Years, before the world's own, in which a dispute or a rivalry makes a challenger or a part of the environment.
inline constexpr int years_remembered = 10;

class Quarrels {
public:
    Quarrels(Holdings& holdings, std::vector<Problem>& problems, std::vector<Text>& notes);

    /// On opposite sides of a dispute in one of the last years_remembered years.
    [[nodiscard]] bool disputed(int one, int other) const;
    /// Strategic rivals in the year itself or in one of the last years_remembered.
    [[nodiscard]] bool rivals(int one, int other) const;
    /// All that disputed() or rivals() holds for.
    [[nodiscard]] std::vector<int> opponents(int state) const;

    struct Towards {
        int from; ///< j, who means ill
        int to;   ///< i
        Given hostility;
    };
    /// Every pair whose hostility is above the floor, by numbers.
    [[nodiscard]] std::vector<Towards> hostilities() const;

private:
    int year_;
    std::map<Pair, std::vector<measure::HostileEvent>> events_; ///< [from, to]
    std::map<Pair, int> last_dispute_;                          ///< lower number first: last year before the world's
    std::map<Pair, int> last_rivalry_;                          ///< likewise, the world's included
    std::string source_;

    void read_disputes(Holdings& holdings, std::vector<Problem>& problems, std::vector<Text>& notes);
    void read_rivalries(Holdings& holdings, std::vector<Text>& notes);
};

} // namespace casus::from_panel
