// The sidecar of a panel: docs/panel-json.md.
#include "casus/data/import/source.hpp"
#include "casus/data/panel/panel.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace casus::data {

namespace {

using Json = nlohmann::ordered_json;

Json text_json(Text const& text) { return {{"en", text.en}, {"zh", text.zh}}; }

Json coverage_json(Coverage const& coverage) { return {{"first", coverage.first_year}, {"last", coverage.last_year}}; }

/// The keys of the BibTeX entries: what stands between "{" and "," after an "@".
std::vector<std::string> keys_of(std::string const& bibtex) {
    std::vector<std::string> keys;
    for (std::size_t at = bibtex.find('@'); at != std::string::npos; at = bibtex.find("\n@", at + 1)) {
        std::size_t const open = bibtex.find('{', at);
        std::size_t const comma = bibtex.find(',', open);
        if (open == std::string::npos || comma == std::string::npos) break;
        keys.push_back(bibtex.substr(open + 1, comma - open - 1));
    }
    return keys;
}

std::string bibtex_of(std::string const& dataset) {
    Source const* const source = source_named(dataset);
    return source ? source->citation : std::string();
}

char const* kind_of(Column const& column) {
    constexpr std::array kinds{"int8", "int16", "int32", "float64", "text"};
    return kinds[column.cells.index()];
}

Json column_json(PanelColumn const& column, Column const& cells, std::size_t rows) {
    return {{"name", column.name},
            {"label", text_json(column.label)},
            {"type", kind_of(cells)},
            {"source", column.origin.dataset},
            {"version", column.origin.version},
            {"years", coverage_json(column.coverage)},
            {"missing", column.missing},
            {"share_missing", rows ? static_cast<double>(column.missing) / static_cast<double>(rows) : 0.0},
            {"citations", keys_of(bibtex_of(column.origin.dataset))}};
}

Json source_json(Provenance const& source) {
    return {{"dataset", source.dataset},
            {"version", source.version},
            {"file", source.file},
            {"sha256", source.sha256},
            {"rows", source.rows_kept},
            {"rejected", source.rejected.size()},
            {"years", {{"first", source.first_year}, {"last", source.last_year}}},
            {"bibtex", bibtex_of(source.dataset)}};
}

Json note_json(JoinNote const& note) {
    return {{"source", note.origin.dataset},
            {"version", note.origin.version},
            {"what", text_json(note.what)},
            {"rows", note.rows},
            {"example", note.example}};
}

} // namespace

std::string_view word_of(Unit unit) {
    switch (unit) {
    case Unit::CountryYear:
        return "country-year";
    case Unit::DyadYear:
        return "dyad-year";
    case Unit::DirectedDyadYear:
        return "directed-dyad-year";
    case Unit::AllianceYear:
        break;
    }
    return "alliance-year";
}

Json panel_sidecar(Panel const& panel) {
    Json columns = Json::array();
    for (std::size_t i = 0; i < panel.columns.size(); ++i)
        columns.push_back(column_json(panel.columns[i], panel.table.columns[i], panel.table.rows()));
    Json sources = Json::array();
    for (Provenance const& source : panel.sources) sources.push_back(source_json(source));
    Json notes = Json::array();
    for (JoinNote const& note : panel.notes) notes.push_back(note_json(note));
    return {{"schema", "casus.panel/1"},       {"unit", word_of(panel.unit)},
            {"system", word_of(panel.system)}, {"years", {{"first", panel.first_year}, {"last", panel.last_year}}},
            {"rows", panel.table.rows()},      {"columns", std::move(columns)},
            {"sources", std::move(sources)},   {"notes", std::move(notes)}};
}

} // namespace casus::data
