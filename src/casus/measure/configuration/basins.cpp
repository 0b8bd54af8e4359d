#include "casus/measure/configuration/basins.hpp"

#include "casus/base/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace casus::configuration {

namespace {

/// Follows moves to a label and writes it on every cell of the way, so that each cell is walked through about once. Threads
/// may walk the same way: they write the same label.
template <class Cell>
std::uint64_t follow(Cell* cells, std::uint64_t from, std::array<std::uint64_t, 32> const& flips,
                     std::vector<std::uint64_t>& way) {
    auto const at = [&](std::uint64_t partition) { return std::atomic_ref<Cell>(cells[partition]); };
    way.clear();
    std::uint64_t partition = from;
    Cell label = at(partition).load(std::memory_order_relaxed);
    while (label < first_label) {
        way.push_back(partition);
        partition ^= flips[label];
        label = at(partition).load(std::memory_order_relaxed);
    }
    for (std::uint64_t const passed : way) at(passed).store(label, std::memory_order_relaxed);
    return label - first_label;
}

template <class Cell>
std::vector<std::uint64_t> count_labels(std::span<Cell> cells, std::array<std::uint64_t, 32> const& flips,
                                        std::span<std::uint64_t const> minima, std::size_t threads) {
    for (std::size_t m = 0; m < minima.size(); ++m) cells[minima[m]] = static_cast<Cell>(first_label + m);
    std::size_t const workers = std::max<std::size_t>(1, threads);
    std::vector<std::vector<std::uint64_t>> counts(workers, std::vector<std::uint64_t>(minima.size(), 0));
    parallel_for(cells.size(), std::max<std::size_t>(cells.size() / 256, 4096), workers,
                 [&](std::size_t first, std::size_t last, std::size_t worker) {
                     std::vector<std::uint64_t> way;
                     for (std::size_t partition = first; partition < last; ++partition)
                         ++counts[worker][follow(cells.data(), partition, flips, way)];
                 });
    for (std::size_t w = 1; w < workers; ++w)
        for (std::size_t m = 0; m < minima.size(); ++m) counts[0][m] += counts[w][m];
    return std::move(counts[0]);
}

template <class Cell> std::vector<Cell> widened(std::span<std::uint8_t const> moves) {
    return {moves.begin(), moves.end()};
}

} // namespace

std::vector<std::uint64_t> count_basins(std::span<std::uint8_t> moves, std::array<std::uint64_t, 32> const& flips,
                                        std::span<std::uint64_t const> minima, std::size_t threads) {
    if (minima.size() <= most_byte_labels) return count_labels(moves, flips, minima, threads);
    if (minima.size() <= most_short_labels) {
        auto cells = widened<std::uint16_t>(moves);
        return count_labels(std::span(cells), flips, minima, threads);
    }
    auto cells = widened<std::uint32_t>(moves);
    return count_labels(std::span(cells), flips, minima, threads);
}

std::uint64_t basin_bytes(std::uint64_t partitions, std::size_t minima) {
    return partitions * (minima <= most_byte_labels ? 1 : minima <= most_short_labels ? 3 : 5);
}

} // namespace casus::configuration
