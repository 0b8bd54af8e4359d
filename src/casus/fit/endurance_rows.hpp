// Alliances in years, as models of how they end read them: what was known when the year began, and whether it ended.
#pragma once

#include "casus/data/panel/treaties.hpp"
#include "casus/data/provenance.hpp"
#include "casus/fit/endurance_terms.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace casus::fit {

/// Which treaties: those under which somebody owes defence or offence, or every one.
enum class Scope { Defense, All };

/// How an alliance ended, by ATOP: `ending` of the alliance-years.
enum class Ending : std::uint8_t { None, Fulfilled, Violated, Renegotiated, StateDeath, Other };
inline constexpr std::size_t endings = 6;

[[nodiscard]] std::string_view word_of(Ending ending);
[[nodiscard]] Text label_of(Ending ending);

struct EnduranceRows {
    std::vector<EnduranceTerm> terms;        ///< that are there
    std::vector<std::vector<double>> values; ///< [term][row], NaN: not known
    std::vector<int> since;                  ///< [term] first year that its sources cover

    /// By alliance, then year; all of one length.
    std::vector<std::uint32_t> alliance; ///< numbered from 0 without gaps
    std::vector<int> year;
    std::vector<int> age; ///< whole years in force when the year begins
    std::vector<Ending> ending;
    std::vector<std::uint8_t> owed; ///< a bit for each data::Obligation
    std::vector<double> exit_rate;  ///< see member_exit_rates()

    std::vector<int> id; ///< [alliance] ATOP's number
    int last_year = 0;   ///< of the data
    std::vector<data::Provenance> sources{};

    [[nodiscard]] std::size_t size() const { return year.size(); }
    [[nodiscard]] std::size_t alliances() const { return id.size(); }
    [[nodiscard]] bool ends(std::size_t row) const { return ending[row] != Ending::None; }
};

/// The alliance-years of ATOP with Walt's terms. Obligations and members are those of the year before; of a treaty's
/// first year, those of its signing. Years in which two members are not both bound are no rows.
/// Errors: a data set that the store lacks.
[[nodiscard]] EnduranceRows endurance_rows(data::Store const& store, Scope scope, std::size_t threads);

/// Leaves only the terms named, for models of other authors. Error (with the nearest) for a name that is not there.
void keep_terms(EnduranceRows& rows, std::vector<std::string> const& names);

/// Who is bound in a row.
using MembersOfRows = std::vector<std::vector<int>>;

inline constexpr int exit_window = 10;

/// Of each row: of the other alliances that a member belonged to in the ten years before, the share that ended in them with
/// that member still bound, averaged over members that had any. Where none had: that share among all alliances; 0 where
/// there were none.
[[nodiscard]] std::vector<double> member_exit_rates(EnduranceRows const& rows, MembersOfRows const& members);

} // namespace casus::fit
