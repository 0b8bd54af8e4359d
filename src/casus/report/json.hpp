// Manifests and shapes as JSON. Every text stands in both languages, so that the bytes do not depend on the
// reader's; numbers keep full precision; what is missing is null.
#pragma once

#include "casus/base/manifest.hpp"
#include "casus/base/result.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace casus::report {

/// {"program": {name, version, commit, compiler}, "verb", "case": [{name, sha256}], "parameters": {set, name, sha256},
/// "seed", "draws", "run": {…}}; seed and draws are left out where nothing was drawn, `run` where `reproducible`.
[[nodiscard]] nlohmann::ordered_json manifest_json(Manifest const& manifest, bool reproducible);

/// {"en", "zh"}.
[[nodiscard]] nlohmann::ordered_json text_json(Text const& text);

/// {"shape": "notes" | "matrix" | "bars" | "curves" | "network" | "scatter" | "table" | "ledger", "id", "title", …};
/// cells of a matrix are objects in row-major order, points of a curve objects, rows of a table objects keyed by column;
/// the edges of a network name nodes and kinds by their keys.
[[nodiscard]] nlohmann::ordered_json shape_json(Shape const& shape);

/// Indented by two spaces, with a line end; what is not UTF-8 is replaced, what is not finite is null.
[[nodiscard]] std::string dump(nlohmann::ordered_json const& json);

} // namespace casus::report
