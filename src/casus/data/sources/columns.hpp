// Words to describe the columns of a data set with.
#pragma once

#include "casus/data/import/source.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace casus::data::sources {

using Columns = std::vector<SourceColumn>;
using Names = std::vector<std::string>;

/// A column of which nothing is known but its name.
[[nodiscard]] SourceColumn column(std::string name, Names also = {});
/// Calendar years.
[[nodiscard]] SourceColumn year(std::string name, Names also = {});
/// Calendar years in which `number` stands beside the years and means something else.
[[nodiscard]] SourceColumn year_or(std::string name, int number, Names also = {});
/// States by their COW number.
[[nodiscard]] SourceColumn cow(std::string name, Names also = {});
/// States by their COW number, and others that the source gives numbers of its own.
[[nodiscard]] SourceColumn cow_and_others(std::string name, Names also = {});
/// States by their three COW letters.
[[nodiscard]] SourceColumn cow_letters(std::string name, Names also = {});
/// States by name.
[[nodiscard]] SourceColumn state_name(std::string name, Names also = {});
/// States by their Gleditsch–Ward number.
[[nodiscard]] SourceColumn gleditsch_ward(std::string name, Names also = {});
/// States by their two or three ISO 3166 letters.
[[nodiscard]] SourceColumn iso2(std::string name, Names also = {});
[[nodiscard]] SourceColumn iso3(std::string name, Names also = {});
/// The same column, in which regions, territories or the source's own numbers stand beside states.
[[nodiscard]] SourceColumn and_others(SourceColumn column);
/// Words.
[[nodiscard]] SourceColumn text(std::string name, Names also = {});
/// Numbers, of which some stand for missing.
[[nodiscard]] SourceColumn number(std::string name, std::vector<int> missing, Names also = {});

/// The same column with numbers that stand for missing.
[[nodiscard]] SourceColumn coded(SourceColumn column, std::vector<int> missing);

/// The same column, without which the file is not this data set.
[[nodiscard]] SourceColumn required(SourceColumn column);
[[nodiscard]] Columns required(Columns columns);

/// Several columns of which nothing is known but their names.
[[nodiscard]] Columns each(Names const& names);
/// Several columns of numbers with the same codes for missing.
[[nodiscard]] Columns each(Names const& names, std::vector<int> const& missing);
/// stem1, stem2 … up to `last`, all like `like`.
[[nodiscard]] Columns numbered(std::string const& stem, int last, SourceColumn const& like = {});
/// One list after the other.
[[nodiscard]] Columns together(std::initializer_list<Columns> lists);

} // namespace casus::data::sources
