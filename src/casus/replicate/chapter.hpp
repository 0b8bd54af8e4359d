// The replication as a chapter of a report.
#pragma once

#include "casus/base/result.hpp"
#include "casus/replicate/replication.hpp"

namespace casus::replicate {

[[nodiscard]] Chapter chapter(Replication const& replication);

} // namespace casus::replicate
