// Roll calls of the UN General Assembly, year by year: who voted what, and on which issues.
#pragma once

#include "casus/data/store/store.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace casus::fit {

/// Voeten's issue codes; a roll call bears none, one or several.
enum class RollCallIssue : std::uint8_t { MiddleEast, Nuclear, Disarmament, HumanRights, Colonialism, Development };
inline constexpr std::size_t roll_call_issues = 6;
/// "me", "nu", "di", "hr", "co", "ec", in the order of RollCallIssue, and "all": every roll call, with an issue or not.
inline constexpr std::array<std::string_view, roll_call_issues + 1> issue_words{"me", "nu", "di", "hr",
                                                                                "co", "ec", "all"};
[[nodiscard]] Text issue_name(std::size_t position); ///< of issue_words

enum class Vote : std::uint8_t { No, Abstention, Yes, None }; ///< None: absent, or no member

/// The roll calls of one calendar year.
struct RollCallYear {
    int year = 0;
    std::vector<int> states;          ///< COW numbers of all that voted, ascending
    std::vector<std::uint8_t> issues; ///< of each roll call: bit 1 << RollCallIssue, and bit 6 for "all"
    std::vector<Vote> votes;          ///< [state · issues.size() + roll call]

    [[nodiscard]] std::span<Vote const> of(std::size_t state) const {
        return {votes.data() + state * issues.size(), issues.size()};
    }
    /// Position of a COW number; nothing where it did not vote in this year.
    [[nodiscard]] std::optional<std::size_t> find(int state) const;
};

/// Which votes: un-votes with un-roll-calls and un-roll-call-issues (1946–2019, and one roll call of 2020), or
/// un-votes-wide (1946 to June 2024, those after 2015 from another hand).
enum class VoteSource { Votes, Wide };

struct RollCalls {
    std::vector<RollCallYear> years; ///< of the years asked for, those with roll calls, ascending
    std::vector<data::Provenance> sources;
    std::vector<Text> notes; ///< votes that no state could be found for
};

/// Errors: data sets that are not in the store.
[[nodiscard]] RollCalls read_roll_calls(data::Store const& store, VoteSource source, int first_year, int last_year);

} // namespace casus::fit
