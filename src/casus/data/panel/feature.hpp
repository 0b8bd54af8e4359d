// What a data set adds to a panel. A feature says what it knows, of single states or of pairs, once, in the data set's
// own terms; spread.hpp lays it out over whatever rows the panel has. Missing is missing: where a data set does not
// cover a year the cell is NA; where it covers it and says nothing, the cell is what the data set means by that.
#pragma once

#include "casus/base/text.hpp"
#include "casus/data/panel/frame.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

/// The width of a panel column: flags and small counts (8 bits), small whole numbers (16), whole numbers (32), reals.
/// A column is at least as wide; values that need more make it wider.
enum class Width { Flag, Small, Whole, Real };

/// Years that a data set covers; outside them every cell is NA.
struct Coverage {
    int first_year = 0;
    int last_year = 0;
};

/// Which import a column comes from.
struct Origin {
    std::string dataset;
    std::string version;
};

/// A yearly quantity of single states: "cinc". In panels of pairs it becomes cinc1 and cinc2.
struct StateSeries {
    std::string name;
    Text label; ///< what it is, with its unit
    Width width = Width::Real;
    Origin origin;
    Coverage coverage;
    double otherwise = missing<double>; ///< inside the coverage where no value was given
    /// [state of the system][year − coverage.first_year]; NaN: nothing given.
    std::vector<double> values;

    [[nodiscard]] std::size_t years() const {
        return static_cast<std::size_t>(coverage.last_year - coverage.first_year) + 1;
    }
};

/// One value of a pair over consecutive years.
struct PairSpell {
    std::uint32_t first = 0; ///< positions in the system
    std::uint32_t second = 0;
    std::int16_t first_year = 0;
    std::int16_t last_year = 0;
    double value = 0.0; ///< NaN: the data set says that it does not know, which is not the same as saying nothing
};

/// What a quantity of pairs says of one state in a year, in panels of single states.
struct PerState {
    enum class How {
        Count, ///< partners with a value above zero
        Sum,   ///< of what is known of all partners
        Max,
    };
    How how = How::Count;
    std::string name;
    Text label;
    Width width = Width::Small;
};

/// A yearly quantity of pairs: "atop_defense". In panels of single states it stands as `per_state` says, or not at all.
struct PairSeries {
    enum class Join { Max, Min, Sum, Last }; ///< of several values for one pair and year; unknown ones give way
    enum class Direction {
        None,    ///< a spell holds for both directions
        Joined,  ///< from first to second; undirected pairs have both directions joined
        Ordered, ///< from first to second; undirected pairs have that of the lower number
    };
    std::string name;
    Text label;
    Width width = Width::Flag;
    Origin origin;
    Coverage coverage;
    double otherwise = missing<double>; ///< inside the coverage where nothing was given: 0 or NA
    Direction direction = Direction::None;
    Join join = Join::Max;
    std::vector<PairSpell> spells{}; ///< in any order, except that Join::Last takes the later one
    std::optional<PerState> per_state{};
};

/// A column computed on the panel's own rows, as similarity is; rows are the frame's (or the alliances').
struct RowSeries {
    Text label;
    Origin origin;
    Coverage coverage;
    Column column;
};

/// A thing worth saying of a join: codes that no state of the system has, rows of years in which the state was not a
/// member, values given twice. `rows` of the source are concerned; `example` is one.
struct JoinNote {
    Origin origin;
    Text what;
    std::size_t rows = 0;
    std::string example;
};

struct FeatureColumns {
    std::vector<StateSeries> states;
    std::vector<PairSeries> pairs;
    std::vector<RowSeries> rows;
    std::vector<JoinNote> notes;
    std::vector<Origin> also{}; ///< data sets that the columns rest on beside those that they come from
};

struct AllianceYear;
struct Treaties;

/// What a feature reads: `choice` is what the user wrote after the colon, "atop", "atop@4.01", or empty.
struct FeatureRequest {
    Store const* store;
    Frame const* frame;
    std::string choice;
    std::size_t threads = 1;
    Treaties const* treaties = nullptr;                   ///< in panels of alliances: whose rows these are
    std::vector<AllianceYear> const* alliances = nullptr; ///< in panels of alliances: their rows

    /// `base` with the version that the choice names: "atop-member@4.01" of base "atop-member" and choice "atop@4.01".
    [[nodiscard]] std::string dataset(std::string_view base) const {
        std::size_t const at = choice.find('@');
        return std::string(base) + (at == std::string::npos ? "" : choice.substr(at));
    }
    /// The choice without its version.
    [[nodiscard]] std::string_view word() const { return std::string_view(choice).substr(0, choice.find('@')); }
};

struct Feature {
    std::string_view name; ///< as in --with: "alliances"
    Text title;
    std::vector<std::string_view> choices; ///< what may follow the colon; the first is the default; may be empty
    bool only_pairs = false;               ///< has nothing to say in a panel of single states
    bool only_alliances = false;           ///< makes columns on the rows of panels of alliances, and on no others
    FeatureColumns (*columns)(FeatureRequest const&);
};

/// Every feature, in the order of the documentation; one file each in panel/features/.
[[nodiscard]] std::span<Feature const> all_features();

} // namespace casus::data
