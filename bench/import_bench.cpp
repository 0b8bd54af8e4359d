// Imports: published files from the disk to typed columns, against reading, hashing and unzipping them alone; and
// everything in ../shared/data into a fresh store. Without that folder the benchmarks say so and measure nothing.
#include "casus/base/parallel.hpp"
#include "casus/data/files/content.hpp"
#include "casus/data/import/import.hpp"
#include "casus/data/store/import_files.hpp"

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <string>

namespace {

using namespace casus;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

fs::path folder() { return fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data"; }

/// By falling number of rows: 994,005, 870,109, 273,296 and 15,951.
constexpr std::array files{"similarity/converted_fpsim_alliance_S_valued_atop5_1.csv.gz", "unvotes/un_votes.csv.gz",
                           "atop/v5.1/converted_peacesciencer_atop5_1ddyr.csv.gz", "cow/nmc/NMC-60-abridged.csv"};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// One file; "ratio" is the whole import over the reading, hashing and unzipping that is part of it.
void file(benchmark::State& state) {
    fs::path const path = folder() / files[static_cast<std::size_t>(state.range(0))];
    if (!fs::exists(path)) {
        state.SkipWithError("no published files in ../shared/data");
        return;
    }
    double bytes_alone = 0.0;
    double whole = 0.0;
    std::size_t rows = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        auto start = Clock::now();
        bytes = data::read_content(path).bytes.size();
        bytes_alone += seconds_since(start);
        start = Clock::now();
        rows = data::import_file(path, {}).table.rows();
        double const seconds = seconds_since(start);
        whole += seconds;
        state.SetIterationTime(seconds);
    }
    state.SetLabel(path.filename().string());
    state.counters["rows"] = static_cast<double>(rows);
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.counters["ratio"] = whole / bytes_alone;
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void everything(benchmark::State& state) {
    if (!fs::exists(folder())) {
        state.SkipWithError("no published files in ../shared/data");
        return;
    }
    auto const published = data::files_below(folder()).files;
    fs::path const path = fs::temp_directory_path() / ("casus-import-bench-" + std::to_string(getpid()) + ".sqlite");
    std::size_t imported = 0;
    for (auto _ : state) {
        fs::remove(path);
        auto const start = Clock::now();
        data::Store store(path, data::Store::Access::Write);
        auto const outcomes = data::import_files(store, published,
                                                 {.file = {},
                                                  .imported_at = "2026-01-01T00:00:00Z",
                                                  .program = "bench",
                                                  .threads = static_cast<std::size_t>(state.range(0))});
        state.SetIterationTime(seconds_since(start));
        imported = 0;
        for (data::FileOutcome const& outcome : outcomes)
            imported += outcome.kind == data::FileOutcome::Kind::Imported ? 1 : 0;
    }
    state.counters["files"] = static_cast<double>(published.size());
    state.counters["imported"] = static_cast<double>(imported);
    state.counters["store_MB"] = static_cast<double>(fs::file_size(path)) / 1e6;
    fs::remove(path);
}

BENCHMARK(file)
    ->Name("import/file")
    ->DenseRange(0, static_cast<int>(files.size()) - 1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(everything)
    ->Name("import/everything")
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

} // namespace
