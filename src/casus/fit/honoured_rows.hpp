// Alliances called upon in war, honoured or not (Leeds and Anac 2005; Berkemeier and Fuhrmann 2018), with what the lens of the
// dilemma would have predicted of each from the store: who was at war with whom, who owed what, and how strong all were.
//
//   dep_i = P_m/(p_i + P_m)             P_m the war's other side, bearing in full: it has come to war (T = 1)
//   κ_h = min(1, budget/Σ_wars max_j c dep_j)   over the wars of that year in which a fellow member of one of h's treaties fights
//                                               and h's treaty is in force
//   exit_h = floor + slope (1 − Σ s_k²)         s_k shares of power of h and the war's other side
//   A_ih = dep_i (1 − c κ_h (1 − exit_h)),  broken = 1 − c κ_h (1 − exit_h)        c = 0.8, an alliance by treaty
//
// h is the strongest other member of the treaty that is not on the other side. No coefficient is fitted. Distance is left out: most
// of these wars are before the data on it begin.
#pragma once

#include "casus/base/text.hpp"
#include "casus/data/store/store.hpp"
#include "casus/estimate/frame.hpp"
#include "casus/world/parameters.hpp"

#include <string>
#include <vector>

namespace casus::fit {

struct HonouredRow {
    int war = 0;    ///< COW number
    int year = 0;   ///< in which it began for the holder
    int treaty = 0; ///< ATOP number
    int holder = 0; ///< COW number of the member at war
    int ally = 0;   ///< h
    bool honoured = false;
    std::vector<double> published; ///< the data set's own covariates
    double democratic =
        0.0; ///< share of the other members with Polity of 6 or more; of those known, else the sample's mean
    double dependence = 0.0;
    double spread_thin = 1.0;
    double exit = 0.0;
    double broken = 0.0;      ///< probability that the promise is not kept
    double abandonment = 0.0; ///< A_ih
};

struct HonouredRows {
    std::string study;                  ///< "Leeds–Anac"
    std::vector<std::string> published; ///< names of the covariates
    std::vector<HonouredRow> rows;
    std::vector<Text> notes; ///< rows left out, and why
    std::vector<data::Provenance> sources;
};

/// Columns that the frame must have: war, atopid, ccode1, honor3 and covariates, or cowwarid, atopid, honorBF, violateBF
/// and covariates; which of the two is told by the names in `columns`. An Error where they are neither.
[[nodiscard]] std::vector<std::string> honoured_columns(std::vector<std::string> const& columns);

/// Of Berkemeier and Fuhrmann, whose unit is a treaty in a war, the holder is the weakest member at war.
/// An Error where the store lacks cow-war-participant, atop-member, nmc or polity, or no row is left.
[[nodiscard]] HonouredRows honoured_rows(estimate::Frame const& frame, data::Store const& store,
                                         Parameters const& parameters);

} // namespace casus::fit
