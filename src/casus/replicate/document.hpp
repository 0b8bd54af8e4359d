// The replication as a document for machines (docs/replication-json.md).
#pragma once

#include "casus/replicate/replication.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::replicate {

/// The fields of "casus.replication/1" after `manifest`.
void write_document(Replication const& replication, nlohmann::ordered_json& document);

} // namespace casus::replicate
