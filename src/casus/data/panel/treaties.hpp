// Alliances as what they are: treaties of two or more members, each with its days and its obligations. Dyads are made
// from them only where a method needs dyads.
#pragma once

#include "casus/data/panel/feature.hpp"
#include "casus/data/panel/join.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

/// What a member of an alliance owes.
enum class Obligation : std::uint8_t { Defense, Offense, Neutrality, NonAggression, Consultation, Entente };
inline constexpr std::size_t obligation_kinds = 6;

/// A set of obligations; of some a data set may say that it does not know them.
struct Obligations {
    std::uint8_t owed = 0;    ///< bit 1 << Obligation
    std::uint8_t unknown = 0; ///< likewise; never together with owed

    [[nodiscard]] bool owes(Obligation kind) const { return (owed >> static_cast<unsigned>(kind)) & 1U; }
    [[nodiscard]] bool unsure(Obligation kind) const { return (unknown >> static_cast<unsigned>(kind)) & 1U; }
    friend bool operator==(Obligations const&, Obligations const&) = default;
};

/// One unbroken stretch of one member in one phase of a treaty; its terms do not change in it.
struct TreatyMember {
    int state = 0; ///< COW number as the data set has it; beyond 1000: no state of the system
    int phase = 0; ///< 0: the treaty has no phases
    int first_day = 0;
    int last_day = 0;     ///< the last day of the coverage where it was then still in force
    bool goes_on = false; ///< still in force then
    Obligations obligations;
};

struct Treaty {
    int id = 0;
    bool varies = false; ///< members owe different things to different fellow members; the data do not say to whom
    std::vector<TreatyMember> members; ///< in the order of the file
};

struct Treaties {
    Origin origin;
    Coverage coverage;
    std::vector<Treaty> list; ///< by id

    /// The obligations that the data set codes.
    [[nodiscard]] std::span<Obligation const> kinds() const;
};

/// "atop" (members' spells of ATOP) or "cow" (of the Correlates of War), with a version or without: "atop@4.01".
[[nodiscard]] Treaties read_treaties(Store const& store, std::string_view choice);

/// The column's ending for an obligation: "defense", "nonagg".
[[nodiscard]] std::string_view word_of(Obligation kind);
[[nodiscard]] Text label_of(Obligation kind);

/// What each member owes each other, by years: one list of spells for each of treaties.kinds(). A pair has a treaty's
/// terms in every year with a day on which both are members of the same phase; in a year in which phases follow each
/// other the later counts. A member's obligations are taken to hold towards all others (see Treaty::varies).
[[nodiscard]] std::vector<std::vector<PairSpell>> owed_by_pairs(Treaties const& treaties, StateJoin& join);

} // namespace casus::data
