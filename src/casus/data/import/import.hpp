// From a file on disk to a table with its provenance: recognise, read, check, count. The store is not involved.
#pragma once

#include "casus/data/import/source.hpp"
#include "casus/data/provenance.hpp"

#include <filesystem>
#include <string_view>

namespace casus::data {

struct Import {
    Provenance provenance; ///< without imported_at and program, which the caller knows
    Table table;
    std::vector<std::string> fits_as_well; ///< other releases that the file could be, "nmc@6.0"
};

struct ImportOptions {
    std::string_view insist{}; ///< "nmc" or "nmc@5.0"; empty: whatever the file is
    /// Rows that cannot be taken (another length than the header, a word where a number must be, a year that cannot
    /// be, a state's code that nobody knows) are an Error that lists them; with this they are rejected and counted.
    bool reject_bad_rows = false;
};

/// Reads a file into the columns of its source: those that the source lists in its order and under its names, then, if
/// it keeps them, all others as they come, in lower case (unnamed ones as "row", where first, or "column_7").
/// Rows that are wholly empty or exact repeats of an earlier one are always left out and counted as rejected. Errors:
/// those of read_content, open_rows and recognise; rows that cannot be taken, the first twenty and how many more.
[[nodiscard]] Import import_file(std::filesystem::path const& path, ImportOptions const& options);

} // namespace casus::data
