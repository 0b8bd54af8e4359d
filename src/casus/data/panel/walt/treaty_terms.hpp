// What ATOP says of a treaty's terms, for each member's spell in each phase.
#pragma once

#include "casus/data/panel/walt/walt.hpp"

#include <map>
#include <string>
#include <vector>

namespace casus::data::walt {

/// Columns of the file of members that the ground's treaties come from.
class TreatyTerms {
public:
    /// Errors: the treaties are not ATOP's; the data set lacks one of the columns, or has words in it.
    TreatyTerms(Ground const& ground, std::vector<std::string> const& columns);

    /// Spells (positions in Treaty::members) under whose terms the row's year begins; in a year that begins without
    /// the alliance, those that it begins with in that year.
    [[nodiscard]] static std::vector<std::size_t> in_force(AllianceYear const& row);
    /// The spells that the alliance first began with.
    [[nodiscard]] static std::vector<std::size_t> at_signing(Treaty const& treaty);

    /// NaN where missing.
    [[nodiscard]] double value(std::string const& column, Treaty const& treaty, std::size_t spell) const;

private:
    std::map<std::string, std::vector<double>> values_;
    std::map<int, std::vector<std::size_t>> rows_of_; ///< by treaty, in the order of Treaty::members
};

} // namespace casus::data::walt
