// A panel: keys first, sorted and unique, then what was asked for; with the coverage of every column beside it.
//
//     casus::data::Store store(path, casus::data::Store::Access::Read);
//     casus::data::Panel panel = casus::data::build_panel(store, {.unit = casus::data::Unit::DirectedDyadYear,
//         .first_year = 1816, .last_year = 2016, .features = {{"alliances", "atop"}, {"nmc", ""}}});
//     std::span<double const> cinc = panel.table["cinc1"].as<double>();
#pragma once

#include "casus/data/panel/feature.hpp"

#include "casus/base/progress.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

struct FeatureChoice {
    std::string name;     ///< "alliances"
    std::string choice{}; ///< "atop", "atop@4.01", "@5.0" (a version of the default), or empty
};

/// "alliances:atop@4.01" or "nmc@5.0" as users write it.
[[nodiscard]] FeatureChoice feature_choice(std::string_view text);

struct PanelRequest {
    Unit unit = Unit::DirectedDyadYear;
    System system = System::Cow;
    int first_year = 0; ///< 0: as early as the state system goes
    int last_year = 0;  ///< 0: as late as the state system's list goes
    std::vector<FeatureChoice> features;
    std::size_t threads = 1;
};

/// What a column is and how much of it is there.
struct PanelColumn {
    std::string name;
    Text label;
    Origin origin; ///< empty for keys
    Coverage coverage;
    std::size_t missing = 0; ///< cells that are NA
};

struct Panel {
    Unit unit;
    System system;
    int first_year;
    int last_year;
    Table table;
    std::vector<PanelColumn> columns; ///< one for each column of the table
    std::vector<JoinNote> notes;
    std::vector<Origin> also{};      ///< data sets that columns rest on beside those that they come from
    std::vector<Provenance> sources; ///< of every data set used
};

/// Any unit but AllianceYear, which alliance_years makes. Errors, all in one go where they can be: unknown feature or
/// choice (with the nearest), one asked for twice, one that has nothing to say of single states; a data set that is not
/// in the store; years in which the system has nobody. Years beyond the system's list are left out, with a note.
[[nodiscard]] Panel build_panel(Store const& store, PanelRequest const& request, Progress* progress = nullptr);

/// A feature that was asked for, with its choice spelt out.
struct AskedFeature {
    Feature const* feature;
    std::string choice;
};

/// Looks the request's features up; what is wrong with them is one Error.
[[nodiscard]] std::vector<AskedFeature> asked_features(PanelRequest const& request);

/// Years that the request asks for, as far as the list of states (or of alliances) covers them; what is left out is
/// noted. Errors: no such year.
[[nodiscard]] Coverage years_asked(PanelRequest const& request, Coverage const& there, Origin const& origin,
                                   std::vector<JoinNote>& notes);

/// Takes over what a feature noted of its joins, and the data sets that it rests on beside its columns'.
void keep_notes(Panel& panel, FeatureColumns&& given);

/// The provenance of every data set that a column or a note rests on, each once.
[[nodiscard]] std::vector<Provenance> sources_of(Panel const& panel, Store const& store);

/// "country-year" and so on, as users type it.
[[nodiscard]] std::string_view word_of(Unit unit);

/// The coverage sidecar, {"schema": "casus.panel/1", …}: docs/panel-json.md.
[[nodiscard]] nlohmann::ordered_json panel_sidecar(Panel const& panel);

} // namespace casus::data
