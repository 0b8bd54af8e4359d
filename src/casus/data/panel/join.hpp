// How rows of a data set find their states in a system, and what is said of those that do not.
#pragma once

#include "casus/data/codes/codes.hpp"
#include "casus/data/panel/feature.hpp"
#include "casus/data/panel/numbers.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::data {

/// Version and coverage of an import, for the series made from it. Errors: it is not in the store.
struct Imported {
    Origin origin;
    Coverage coverage;
};
[[nodiscard]] Imported imported(Store const& store, std::string const& dataset);

/// The newest import of a data set that has the column, as "rivalry-td@2012": of some data sets there are releases with
/// names of states only, which no panel can join. `dataset` itself where it names a version or where none has the column.
[[nodiscard]] std::string newest_with(Store const& store, std::string const& dataset, std::string_view column);

/// Finds states by their numbers in another's code, and counts the rows that find none.
class StateJoin {
public:
    /// `code` is that of the data set, Cow or GleditschWard; where the system has the other, numbers are converted for
    /// each year.
    StateJoin(StateSystem const& system, StateCode code, Origin origin);

    /// Position of the state that had the number in that year; nothing where the system has no such state.
    [[nodiscard]] std::optional<std::uint32_t> find(int number, int year) const;

    /// The same for one row of the data set, counting it where its state is not in the system, or not in that year.
    [[nodiscard]] std::optional<std::uint32_t> take(int number, int year);

    /// A row of a pair: both or nothing; counted once.
    struct Pair {
        std::uint32_t first;
        std::uint32_t second;
    };
    [[nodiscard]] std::optional<Pair> take(int first, int second, int year);

    /// A row of a pair over years adds its value to the series, in pieces where a number changes hands. It counts as
    /// lost where no year of it finds both.
    void add_spell(std::vector<PairSpell>& spells, int first, int second, int first_year, int last_year, double value);

    /// The same without counting, for who counts rows in another way.
    enum class Found { Nobody, Outside, Members };
    Found add_uncounted(std::vector<PairSpell>& spells, int first, int second, int first_year, int last_year,
                        double value) const;

    /// Counts a row of one state over years as take does, lost where no year of it finds the state a member.
    void count_spell(int number, int first_year, int last_year);

    /// True where the state is a member on a day of the year.
    [[nodiscard]] bool member(std::uint32_t state, int year) const;

    /// A value that was given before: counted.
    void count_repeated(int number, int year);

    /// What was lost or given twice, for FeatureColumns::notes.
    void report(std::vector<JoinNote>& notes) const;

private:
    struct Lost {
        std::size_t rows = 0;
        std::string example;
    };

    StateSystem const* system_;
    StateCode code_;
    Origin origin_;
    bool same_code_;
    int first_year_;
    int last_year_;
    std::vector<std::uint8_t> member_; ///< [state][year − first_year_]
    Lost unknown_;                     ///< no such state in the system
    Lost outside_;                     ///< not a member then
    Lost repeated_;

    [[nodiscard]] bool within(int year) const { return first_year_ <= year && year <= last_year_; }
    static void count(Lost& lost, int number, int year, std::optional<int> other = {});
};

/// A column of a data set with a row for each state and year, and the column that it becomes.
struct StateColumn {
    std::string_view source;
    std::string name;
    Text label;
    Width width = Width::Real;
};

/// Series from a data set with a row for each state and year. A value given twice stays as first given, and is noted.
/// Rows of years beyond the system's list are no loss: the panel does not go there.
[[nodiscard]] FeatureColumns state_years(FeatureRequest const& request, std::string const& dataset, StateCode code,
                                         std::string const& number, std::span<StateColumn const> columns);

/// A column of a data set with a row for each pair and year.
struct PairColumn {
    std::string_view source;
    PairSeries series; ///< without spells, origin and coverage
};

[[nodiscard]] FeatureColumns pair_years(FeatureRequest const& request, std::string const& dataset, StateCode code,
                                        std::span<PairColumn const> columns);

} // namespace casus::data
