// Many files into a store: read by all cores, written in their order, one transaction each.
#pragma once

#include "casus/data/import/import.hpp"
#include "casus/data/store/store.hpp"

#include "casus/base/progress.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace casus::data {

/// What became of one file.
struct FileOutcome {
    enum class Kind {
        Imported,
        AlreadyThere, ///< the store has it from this very file
        Outdone,      ///< another of the files holds the same release with as many rows or more
        Failed
    };
    Kind kind = Kind::Failed;
    Provenance provenance{};                 ///< of the import; where outdone, of the one that was taken
    std::vector<std::string> fits_as_well{}; ///< other releases that the file could be
    std::vector<Problem> problems{};         ///< where it failed; their places have the whole path
};

struct ImportRun {
    ImportOptions file;
    std::string imported_at; ///< UTC, ISO 8601
    std::string program;     ///< version of Casus
    std::size_t threads = 1;
};

/// One outcome for each file. What is wrong with a file stops no other; what is wrong with the store (a full disk) is
/// an Error, and what was imported before it stays. Neither depends on the threads, and the same files again change
/// nothing: of several files of one release the one that keeps the most rows is taken, the first of equals.
[[nodiscard]] std::vector<FileOutcome> import_files(Store& store, std::span<std::filesystem::path const> files,
                                                    ImportRun const& run, Progress* progress = nullptr);

/// The files below a folder, in the order of their paths, that are named as data sets are (.csv, .tab, .tsv, .txt,
/// .dta, and these gzipped); hidden ones are passed over. `others` counts what is named otherwise.
struct FolderFiles {
    std::vector<std::filesystem::path> files;
    std::size_t others = 0;
};
[[nodiscard]] FolderFiles files_below(std::filesystem::path const& folder);

} // namespace casus::data
