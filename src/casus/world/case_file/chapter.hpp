// What `casus check` prints of a case that is in order: its size, what its numbers rest on, what was filled in.
#pragma once

#include "casus/base/result.hpp"
#include "casus/world/case_file/case_file.hpp"

namespace casus::case_file {

/// Notes on the system and on the basis of its numbers, a table of defaulted and derived quantities, a table of
/// sources with the numbers that rest on each, the judgements that give no reason, and the scenarios where there are any.
[[nodiscard]] Chapter check_chapter(Case const& a_case);

} // namespace casus::case_file
