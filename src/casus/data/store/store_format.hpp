// The store's file: how it is told from other files, its tables, and whether they are sound.
#pragma once

#include "casus/data/store/sqlite.hpp"

#include <chrono>
#include <filesystem>
#include <vector>

namespace casus::data {

/// Opens a store; Access::Write makes it, and its folder, where there is none. Errors as for Store.
[[nodiscard]] Database open_store(std::filesystem::path const& path, Database::Access access,
                                  std::chrono::milliseconds patience);

/// What SQLite itself finds wrong with its pages, indices and references; one Problem each.
[[nodiscard]] std::vector<Problem> structural_faults(Database const& database);

} // namespace casus::data
