// For tests: alliances that end as known coefficients have it.
#pragma once

#include "casus/base/random.hpp"
#include "casus/fit/endurance_rows.hpp"
#include "casus/fit/hazard_model.hpp"

#include <cmath>
#include <utility>

namespace casus::fit {

/// ln hazard = −3 − 0.4 ln(1 + age) − 1.2 common_threat + 0.9 regime_change; regime_distance does nothing. Two alliances
/// begin in each year from 1850, each of members 2n and 2n + 1 of twenty states.
struct MadeUpAlliances {
    EnduranceRows rows;
    MembersOfRows members;
};

[[nodiscard]] inline MadeUpAlliances made_up_alliances(int last_year = 2000) {
    MadeUpAlliances made;
    EnduranceRows& rows = made.rows;
    for (EnduranceTerm const& term : endurance_terms())
        if (term.name == "common_threat" || term.name == "regime_change" || term.name == "regime_distance") {
            rows.terms.push_back(term);
            rows.since.push_back(1816);
        }
    rows.values.resize(3);
    rows.sources.emplace_back();
    rows.sources.back().dataset = "made-up";
    rows.sources.back().version = "1";
    rows.last_year = last_year;
    for (int begin = 1850; begin <= last_year; ++begin)
        for (std::uint32_t twin = 0; twin < 2; ++twin) {
            auto const alliance = static_cast<std::uint32_t>(rows.id.size());
            rows.id.push_back(static_cast<int>(1000 + alliance));
            double threat = 0.5;
            for (int year = begin; year <= last_year; ++year) {
                auto const age = static_cast<std::uint32_t>(year - begin);
                auto const u = uniforms({.seed = 7, .run = alliance, .purpose = Purpose::Test}, age);
                threat = 0.8 * threat + 0.2 * u[0];
                double const change = u[1] < 0.2 ? 1.0 : 0.0;
                rows.values[0].push_back(threat);
                rows.values[1].push_back(change);
                rows.values[2].push_back(u[2]);
                rows.alliance.push_back(alliance);
                rows.year.push_back(year);
                rows.age.push_back(static_cast<int>(age));
                rows.owed.push_back(begin % 3 == 0 ? 5 : 1);
                made.members.push_back({static_cast<int>(alliance % 10) * 2, static_cast<int>(alliance % 10) * 2 + 1});
                double const eta = -3.0 - 0.4 * std::log1p(age) - 1.2 * threat + 0.9 * change;
                bool const ends = u[3] < -std::expm1(-std::exp(eta));
                rows.ending.push_back(!ends ? Ending::None : alliance % 3 == 0 ? Ending::Violated : Ending::Fulfilled);
                if (ends) break;
            }
        }
    // Terms stand in the order of the list, in which the threat comes first and the distance last.
    rows.exit_rate = member_exit_rates(rows, made.members);
    return made;
}

} // namespace casus::fit
