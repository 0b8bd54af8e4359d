#include "casus/measure/configuration/minima.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/measure/configuration/basins.hpp"
#include "casus/measure/configuration/descent.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstring>
#include <memory>

namespace casus::configuration {

namespace {

constexpr std::size_t most_minima = 1'000'000;

/// The lowest five bits of whole numbers of magnitude below 2^51, without a conversion that would not vectorise: added to
/// 1.5 · 2^52 they stand in the lowest bits of the double.
void write_moves(Descent::Steepest const& steepest, std::uint8_t* moves, std::size_t many) {
    for (std::size_t v = 0; v < many; ++v) {
        double const shifted = steepest[v] + 0x1.8p52;
        std::uint64_t bits = 0;
        std::memcpy(&bits, &shifted, sizeof(bits));
        moves[v] = static_cast<std::uint8_t>(bits & 31);
    }
}

struct StableCell {
    std::uint64_t partition = 0;
    bool strict = true; ///< the least change is above 0
};

[[noreturn]] void refuse_minima() {
    throw Error(Problem{.place = {},
                        .what = {"too many local minima", "局部极小过多"},
                        .found = {},
                        .expected = {"at most 1,000,000: actors without propensities are indifferent between sides",
                                     "至多 1,000,000 个：没有倾向的行为体对两边无所谓"}});
}

/// All cells without a move that lowers the energy; fills `moves` unless it is null.
std::vector<StableCell> stable_cells(Descent const& descent, std::uint8_t* moves, MinimaPlan const& plan) {
    std::uint64_t const chunk = std::max<std::uint64_t>(1, descent.blocks() / 256); // a power of two
    std::vector<std::vector<StableCell>> found(descent.blocks() / chunk);
    std::atomic<std::size_t> total{0};
    std::size_t const in_block = std::min<std::size_t>(Descent::block, descent.partitions());
    parallel_for(found.size(), 1, std::max<std::size_t>(1, plan.threads),
                 [&](std::size_t first, std::size_t last, std::size_t) {
                     for (std::size_t c = first; c < last; ++c) {
                         descent.over_blocks(c * chunk, chunk, [&](std::uint64_t high, Descent::Steepest const& steep) {
                             if (moves != nullptr) write_moves(steep, moves + high * Descent::block, in_block);
                             double most = steep[0];
                             for (std::size_t v = 1; v < in_block; ++v) most = steep[v] > most ? steep[v] : most;
                             if (most < 0.0) return;
                             for (std::size_t v = 0; v < in_block; ++v)
                                 if (steep[v] >= 0.0) found[c].push_back({high * Descent::block + v, steep[v] >= 32.0});
                         });
                         if ((total += found[c].size()) > most_minima) refuse_minima();
                         if (plan.progress != nullptr) plan.progress->advance(chunk * in_block);
                     }
                 });
    std::vector<StableCell> all;
    for (auto const& part : found) all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

Minima local_minima(WholeWeights const& weights, MinimaPlan const& plan) {
    Descent const descent(weights);
    Minima minima{.found = {}, .partitions = descent.partitions(), .memory = 0};
    std::unique_ptr<std::uint8_t[]> moves;
    if (plan.basins && basin_bytes(minima.partitions, 1) <= plan.memory)
        moves = std::make_unique_for_overwrite<std::uint8_t[]>(minima.partitions);
    std::vector<StableCell> const cells = stable_cells(descent, moves.get(), plan);

    std::vector<std::uint64_t> numbers;
    for (StableCell const& cell : cells) numbers.push_back(cell.partition);
    minima.memory = plan.basins ? basin_bytes(minima.partitions, cells.size()) : 0;
    std::vector<std::uint64_t> basins;
    if (moves && minima.memory <= plan.memory) {
        basins = count_basins({moves.get(), minima.partitions}, descent.flips(), numbers, plan.threads);
        if (plan.progress != nullptr) plan.progress->advance(minima.partitions);
    }
    for (std::size_t m = 0; m < cells.size(); ++m) {
        Blocs blocs = descent.blocs_of(cells[m].partition);
        std::int64_t const sum = apart(weights, blocs);
        minima.found.push_back(
            {std::move(blocs), sum, cells[m].strict, basins.empty() ? std::nullopt : std::optional(basins[m])});
    }
    std::ranges::sort(minima.found, [](Minimum const& a, Minimum const& b) {
        return a.apart != b.apart ? a.apart < b.apart : a.blocs < b.blocs;
    });
    return minima;
}

} // namespace casus::configuration
