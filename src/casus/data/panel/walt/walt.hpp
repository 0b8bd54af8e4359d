// Walt's terms of an alliance in a year, as columns of alliance-years. A term says what was known when the year began:
// levels are of the year before, changes end with the year before. One file per family of terms.
#pragma once

#include "casus/data/panel/alliance_rows.hpp"
#include "casus/data/panel/feature.hpp"

#include <span>
#include <string>
#include <vector>

namespace casus::data::walt {

/// What the terms are computed from.
struct Ground {
    Store const* store = nullptr;
    StateSystem const* system = nullptr;
    Treaties const* treaties = nullptr;
    std::span<AllianceYear const> rows; ///< by alliance, then year
};

/// A column with a value (NaN: not known) for each row of the ground.
struct TermColumn {
    std::string name;
    Text label;
    Origin origin;     ///< the data set it mainly rests on
    Coverage coverage; ///< rows outside it are NaN
    std::vector<double> values;
    std::vector<std::string> words{}; ///< in place of values, where the column is of words; empty: not known
    std::vector<Origin> also{};       ///< further data sets that it rests on
};

[[nodiscard]] std::vector<TermColumn> threat_terms(Ground const& ground);      ///< threat.cpp
[[nodiscard]] std::vector<TermColumn> balance_terms(Ground const& ground);     ///< balance.cpp
[[nodiscard]] std::vector<TermColumn> intent_terms(Ground const& ground);      ///< intent.cpp
[[nodiscard]] std::vector<TermColumn> means_terms(Ground const& ground);       ///< means.cpp
[[nodiscard]] std::vector<TermColumn> doubt_terms(Ground const& ground);       ///< doubt.cpp
[[nodiscard]] std::vector<TermColumn> regime_terms(Ground const& ground);      ///< regime_terms.cpp
[[nodiscard]] std::vector<TermColumn> institution_terms(Ground const& ground); ///< institution.cpp
[[nodiscard]] std::vector<TermColumn> affinity_terms(Ground const& ground);    ///< affinity.cpp
[[nodiscard]] std::vector<TermColumn> setting_terms(Ground const& ground);     ///< setting.cpp
[[nodiscard]] std::vector<TermColumn> ending_terms(Ground const& ground);      ///< ending.cpp

} // namespace casus::data::walt
