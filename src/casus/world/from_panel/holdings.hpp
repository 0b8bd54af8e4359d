// What the store has for one year: which release of a data set says something of it, or, where the user allows it, of
// the years just before.
#pragma once

#include "casus/data/store/store.hpp"
#include "casus/world/structure.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::from_panel {

/// A release in the store.
struct Edition {
    std::string dataset; ///< "nmc"
    std::string version; ///< "6.0"
    int first_year = 0;  ///< its coverage
    int last_year = 0;

    [[nodiscard]] std::string name() const { return dataset + "@" + version; }
    /// "nmc: version 6.0, DETAIL", as sources of figures are written.
    [[nodiscard]] std::string source(std::string_view detail) const;
};

class Holdings {
public:
    /// `carry`: how many years a figure may be carried forward.
    Holdings(data::Store const& store, int year, int carry);

    [[nodiscard]] data::Store const& store() const { return *store_; }
    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] int earliest() const { return year_ - carry_; } ///< year whose figures may still be taken

    /// Releases that cover a year from `earliest` to `year`, newest first.
    [[nodiscard]] std::vector<Edition> editions(std::string_view dataset) const;
    /// The newest release that covers the year, else the one that comes nearest to it within what may be carried.
    [[nodiscard]] std::optional<Edition> edition(std::string_view dataset) const;
    [[nodiscard]] bool has_columns(Edition const& edition, std::span<std::string const> columns) const;

    /// Notes that a world rests on a data set, for its list of sources.
    void use(std::string_view dataset) { used_.emplace(dataset); }
    /// The data sets noted, each with its releases in the store and its citation.
    [[nodiscard]] std::vector<SourceNote> sources() const;

    /// What is missing where none of `datasets` covers the year: which releases would, and from how far one could carry.
    [[nodiscard]] Problem uncovered(Text const& what, std::span<std::string_view const> datasets, int year) const;

private:
    data::Store const* store_;
    int year_;
    int carry_;
    std::vector<Edition> all_; ///< by data set, newest first
    std::set<std::string> used_;
};

} // namespace casus::from_panel
