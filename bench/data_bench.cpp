// Panels: from an opened store to columns in memory, against what writing that many bytes costs by itself.
// Needs ../shared/data; without it the benchmarks say so and measure nothing.
#include "casus/data/import/import.hpp"
#include "casus/data/panel/panel.hpp"

#include "casus/base/parallel.hpp"

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <string>

namespace {

using namespace casus;
namespace fs = std::filesystem;

fs::path folder() { return fs::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data"; }

data::Store const& store() {
    static data::Store const opened = [] {
        fs::path const path = fs::temp_directory_path() / ("casus-bench-" + std::to_string(getpid()) + ".sqlite");
        data::Store writing(path, data::Store::Access::Write);
        for (char const* const file :
             {"cow/states/states2016.csv", "cow/states/majors2016.csv", "cow/nmc/NMC-60-abridged.csv",
              "atop/v5.1/atop5_1m.csv", "cow/contiguity/contdir.csv", "regime/converted_isard_cw_democracy.csv"}) {
            data::Import const read = data::import_file(folder() / file, {});
            writing.write(read.provenance, read.table);
        }
        return data::Store(path, data::Store::Access::Read);
    }();
    return opened;
}

std::size_t bytes_of(data::Panel const& panel) {
    std::size_t bytes = 0;
    for (data::Column const& column : panel.table.columns)
        std::visit(
            [&](auto const& held) {
                using Held = std::decay_t<decltype(held)>;
                if constexpr (!std::is_same_v<Held, data::Words>)
                    bytes += held.size() * sizeof(typename Held::value_type);
            },
            column.cells);
    return bytes;
}

/// The panel that the aim names: ATOP, capabilities, major powers, contiguity and regime on directed dyads.
data::PanelRequest request_to(int last_year, std::size_t threads) {
    return {.unit = data::Unit::DirectedDyadYear,
            .system = data::System::Cow,
            .first_year = 1816,
            .last_year = last_year,
            .features = {{"alliances", "atop"}, {"nmc", ""}, {"majors", ""}, {"contiguity", ""}, {"regime", ""}},
            .threads = threads};
}

void build(benchmark::State& state) {
    if (!fs::exists(folder())) {
        state.SkipWithError("no published files in ../shared/data");
        return;
    }
    auto const request = request_to(static_cast<int>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    std::size_t bytes = 0;
    std::size_t rows = 0;
    for (auto _ : state) {
        data::Panel const panel = data::build_panel(store(), request);
        bytes = bytes_of(panel);
        rows = panel.table.rows();
        benchmark::DoNotOptimize(panel.table.columns.data());
    }
    state.counters["rows"] = static_cast<double>(rows);
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

/// The least that a panel of this size can cost: as many fresh bytes of the same memory, written once, by as many
/// threads; the ratio of the two times is what the panel costs above its bytes.
void write_alone(benchmark::State& state) {
    if (!fs::exists(folder())) {
        state.SkipWithError("no published files in ../shared/data");
        return;
    }
    auto const threads = static_cast<std::size_t>(state.range(1));
    std::size_t const bytes =
        bytes_of(data::build_panel(store(), request_to(static_cast<int>(state.range(0)), threads)));
    constexpr std::size_t piece = 1 << 18;
    for (auto _ : state) {
        data::Values<std::int8_t> fresh(bytes);
        parallel_for(bytes, piece, threads, [&](std::size_t first, std::size_t last, std::size_t) {
            std::memset(fresh.data() + first, 1, last - first);
        });
        benchmark::DoNotOptimize(fresh.data());
        benchmark::ClobberMemory();
    }
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    for (int const last_year : {1900, 1950, 2016})
        for (int const threads : {1, 2}) benchmark->Args({last_year, threads});
    benchmark->ArgNames({"to", "threads"})->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(build)->Name("panel/build")->Apply(sizes);
BENCHMARK(write_alone)->Name("panel/write_alone")->Apply(sizes);

} // namespace
