// Directed dyad-years: does a begin a militarised dispute with b in the year, and what was known when it began.
//
// Every column but `initiates` is of the year before, or of events before the year. Years of a dispute that goes on from
// the year before are no rows: the two cannot begin what they are in, and how far it goes is not known yet.
#pragma once

#include "casus/fit/dyad_disputes.hpp"

#include <cstdint>
#include <vector>

namespace casus::fit {

struct DyadRequest {
    int first_year = 1817;
    int last_year = 2014;
    Beginners beginners = Beginners::Originators;
    HostilityBasis hostility = HostilityBasis::Worlds;
    double land_reach = 1500.0;    ///< km, of closeness
    double sea_reach = 6000.0;     ///< km
    double support_reach = 6000.0; ///< km
    std::size_t threads = 1;
};

struct DyadYears {
    int first_year = 0;
    int last_year = 0;
    std::vector<std::int16_t> sender; ///< a, COW number
    std::vector<std::int16_t> target; ///< b
    std::vector<std::int16_t> year;
    std::vector<std::uint32_t> dyad; ///< of a and b in whatever order
    std::vector<std::uint8_t> initiates;
    std::vector<double> sender_power; ///< CINC, shares of the system
    std::vector<double> target_power;
    std::vector<double> distance;   ///< between capitals, km
    std::vector<double> contiguity; ///< 1 by land or across up to 24 miles of water
    std::vector<double> barrier;    ///< 0: no way by land between the two
    std::vector<double> closeness;  ///< max(barrier·(1 if contiguous else e^{−d/land_reach}), e^{−d/sea_reach})
    std::vector<double> hostility;  ///< g_{a→b}, at least 0.01
    std::vector<double> peace;      ///< years since their last dispute, or since both were there
    std::vector<double> sender_offence;  ///< m/(m+50), m military spending in 2021's billions; NaN: spending not known
    std::vector<double> sender_support;  ///< what defence pacts promise a, without b, in shares of the system's power
    std::vector<double> target_support;  ///< what they promise b, without a
    std::vector<double> joint_democracy; ///< V-Dem's electoral democracy of the less democratic; NaN: not known
    std::size_t going_on = 0;            ///< dyad-years left out: a dispute goes on
    std::size_t lacking = 0;             ///< left out: power, distance or contiguity of the year before not known
    std::vector<data::Provenance> sources;

    [[nodiscard]] std::size_t size() const { return year.size(); }
};

/// World military spending of 2021 in dollars (SIPRI's countries, current dollars): offence is the state's share of the
/// world's spending in its year times this, so that pounds, dollars and two centuries of prices fall out and m/(m+50bn)
/// means what it does in the worlds of today.
inline constexpr double world_spending = 2.07e12;

/// From the store's newest nmc, contiguity, capitals, atop-member, vdem, mid-participant and rivalry-tss. Errors: one of
/// them is missing; no such years.
[[nodiscard]] DyadYears dyad_years(data::Store const& store, DyadRequest const& request);

} // namespace casus::fit
