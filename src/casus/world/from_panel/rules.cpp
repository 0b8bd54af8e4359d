#include "casus/world/from_panel/rules.hpp"

namespace casus::from_panel {

std::string rules(Alliances alliances) {
    std::string const whose = alliances == Alliances::Atop ? "ATOP" : "Correlates of War";
    return "Actors are members of the interstate system on the last day of the year.\n"
           "Allies share a pact of defence or offence with the leader (" +
           whose +
           ") that was in force on some day of the year.\n"
           "Challengers, where the user named none: the year's major powers that are no allies and were rivals of the\n"
           "  leader, or on the other side of a dispute from it, in the last ten years.\n"
           "Environment: who is contiguous to an ally or partner, its rival, or was in a dispute with it in the last "
           "ten years.\n"
           "Contiguity: by land or river, or across up to 24 miles of water. Barrier 0: no way by land between the "
           "two.\n"
           "Regime: V-Dem's electoral democracy, else (polity2 + 10)/20. GDP: World Bank, else estimates in dollars "
           "of\n"
           "  2011 brought to the year's (sd 20 %). Military spending: SIPRI, else NMC's milex, else judged (latest of "
           "ten\n"
           "  years before, or the median share of GDP).\n"
           "Hostility of j to i: 1 - exp(-sum of 2^(-age/10) w) over disputes before the year that j began against i\n"
           "  (w = 0.5 (level - 1)/4 (1 - 1/states), half where j was revisionist on the other side) and years of\n"
           "  rivalry (w = 0.01).\n"
           "Trade: sensitivity o/(o + 0.5), o trade with the world over GDP; vulnerability 0.1 + 0.8 of the largest\n"
           "  share of leader or challenger.\n"
           "All else has the case format's defaults: they are where an analyst begins.\n";
}

} // namespace casus::from_panel
