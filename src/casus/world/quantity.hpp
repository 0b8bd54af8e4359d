// Every figure that a world can hold: its name in case files, what it is indexed by, its range and its default.
// Case files, judgement sheets, the check, the JSON schema and the documentation all read this one table.
#pragma once

#include "casus/base/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace casus {

/// What a quantity is indexed by.
enum class Extent {
    System,    ///< one number
    Actor,     ///< [actor]
    Issue,     ///< [issue]
    Cell,      ///< [assessed actor][issue]
    SideCell,  ///< [side][assessed actor][issue]; sides: leader, challengers in order, regroup
    Dyad,      ///< [actor][partner], directed
    Endowment, ///< [actor][good], the goods of all issues one after another
};

enum class Quantity : std::size_t {
    // System: the leader's own means
    RewardBudget,
    AllianceCost,
    Credibility,
    // Actor
    Power,
    Gdp,
    MilitarySpending,
    Area,
    Latitude,
    Longitude,
    Landlocked,
    Regime,
    Offence,
    Land,
    SeaAir,
    Depth,
    Commitment,
    ExitCost,
    // Issue
    NonNeutrality,
    Gains,
    Openness,
    Governance,
    Heterogeneity,
    // Cell
    Salience,
    Sensitivity,
    Vulnerability,
    Reward,
    Share,
    Balancing,
    Pressure,
    Membership,
    // SideCell
    Match,
    Exclusivity,
    Offer,
    // Dyad
    Trade,
    Distance,
    Contiguity,
    Barrier,
    Hostility,
    // Endowment
    Endowment,
    // The alliance system as a whole; behind the others, so that their random numbers stay
    PromiseBudget,
    OffenceAdvantage,
    Autonomy,
    Worth,
    Allegiance,
    Linkage,
    Count
};

inline constexpr std::size_t quantity_count = static_cast<std::size_t>(Quantity::Count);

/// What happens to a figure that a case does not give.
enum class Absent {
    Error,   ///< the case is refused
    Default, ///< `fallback` is taken and `casus check` lists it
    Derived, ///< computed from other figures (see world/derive.hpp); an error where those are missing too
};

struct QuantityInfo {
    Quantity quantity;
    std::string_view key; ///< name in case files
    Extent extent;
    double low; ///< least and greatest value allowed
    double high;
    Absent absent;
    double fallback;       ///< for Absent::Default
    std::string_view unit; ///< empty for pure numbers
    Text label;
    Text meaning;
};

[[nodiscard]] QuantityInfo const& info(Quantity quantity);
[[nodiscard]] std::array<QuantityInfo, quantity_count> const& all_quantities();
[[nodiscard]] std::optional<Quantity> quantity_named(std::string_view key);

} // namespace casus
