// Where a data set comes from, and what became of the rows of its file.
#pragma once

#include "casus/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace casus::data {

/// A row of the file that was not taken.
struct Rejected {
    int line = 0;
    Text reason;
};

/// Cells that held a code for missing.
struct MissingCount {
    std::string column;
    std::int64_t code = 0;
    std::size_t cells = 0;
};

/// Where an imported data set comes from and what became of its rows.
struct Provenance {
    std::string dataset; ///< "nmc"
    std::string version; ///< "6.0"
    std::string file;    ///< name without folders
    std::string sha256;  ///< of the file as it lay on disk
    std::size_t rows_read = 0;
    std::size_t rows_kept = 0;
    std::vector<Rejected> rejected; ///< all of them
    std::vector<MissingCount> missing;
    std::vector<Text> notes{}; ///< what a user should know of the rows that were kept: keys that repeat
    int first_year = 0;        ///< the release's coverage
    int last_year = 0;
    std::string imported_at; ///< UTC, ISO 8601
    std::string program;     ///< version of Casus
};

/// May be read from several threads at once.
} // namespace casus::data
