// Any bytes as a data set. The first byte names one of the sources, whose header is then put before the bytes, so that
// every source meets rows of its own; beyond the last source the bytes are the whole file.

#include "casus/data/import/import.hpp"

#include "casus/base/csv.hpp"
#include "casus/base/error.hpp"
#include "casus/base/file.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

namespace data = casus::data;

/// The columns that a release of the source must have; the second byte says whether it has the optional ones too.
std::string header(data::Source const& source, std::uint8_t choice) {
    std::string line;
    for (data::SourceColumn const& column : source.columns)
        if (column.need == data::SourceColumn::Need::Required || choice % 2)
            line += casus::csv_field(column.name) + ',';
    for (std::string const& column : source.versions[choice / 2 % source.versions.size()].has)
        if (line.find(column) == std::string::npos) line += casus::csv_field(column) + ',';
    if (!line.empty()) line.back() = '\n';
    return std::string(static_cast<std::size_t>(source.skip), '\n') + line;
}

std::filesystem::path const& path() {
    static std::filesystem::path const in_memory = "/dev/shm/casus-fuzz-" + std::to_string(::getpid()) + ".csv";
    static int const removed_at_exit = std::atexit([] { std::filesystem::remove(path()); });
    (void)removed_at_exit;
    return in_memory;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size < 2) return 0;
    std::string file(reinterpret_cast<char const*>(bytes) + 2, size - 2);
    data::ImportOptions options{.insist = {}, .reject_bad_rows = bytes[1] >= 128};
    if (auto const sources = data::all_sources(); bytes[0] < sources.size()) {
        data::Source const& source = sources[bytes[0]];
        file.insert(0, header(source, bytes[1]));
        options.insist = source.dataset;
    }
    try {
        casus::write_file(path(), file);
        auto const import = data::import_file(path(), options);
        for (data::Column const& column : import.table.columns)
            if (column.rows() != import.provenance.rows_kept) std::abort();
    } catch (casus::Error const&) { // as it should be
    }
    return 0;
}
