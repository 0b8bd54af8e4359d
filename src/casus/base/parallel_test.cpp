#include "casus/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace casus {
namespace {

TEST(Parallel, CoversEveryIndexOnceWhateverTheThreads) {
    for (std::size_t const threads : {1u, 2u, 3u, 8u})
        for (std::size_t const count : {0u, 1u, 7u, 64u, 1000u})
            for (std::size_t const grain : {1u, 7u, 64u, 5000u}) {
                std::vector<int> visits(count, 0);
                parallel_for(count, grain, threads, [&](std::size_t first, std::size_t last, std::size_t) {
                    for (std::size_t i = first; i < last; ++i) ++visits[i];
                });
                EXPECT_EQ(visits, std::vector<int>(count, 1)) << count << ' ' << grain << ' ' << threads;
            }
}

TEST(Parallel, ChunkLimitsDependOnCountAndGrainAlone) {
    std::set<std::pair<std::size_t, std::size_t>> const expected{{0, 30}, {30, 60}, {60, 90}, {90, 100}};
    for (std::size_t const threads : {1u, 2u, 8u}) {
        std::mutex adding;
        std::set<std::pair<std::size_t, std::size_t>> chunks;
        parallel_for(100, 30, threads, [&](std::size_t first, std::size_t last, std::size_t) {
            std::lock_guard const lock(adding);
            chunks.insert({first, last});
        });
        EXPECT_EQ(chunks, expected) << threads;
    }
}

TEST(Parallel, NoTwoChunksShareAWorkerAtOnce) {
    std::size_t const threads = 4;
    std::vector<std::atomic<int>> busy(threads);
    std::atomic<int> clashes{0};
    parallel_for(2000, 1, threads, [&](std::size_t, std::size_t, std::size_t worker) {
        ASSERT_LT(worker, threads);
        if (busy[worker]++ != 0) ++clashes;
        std::this_thread::yield();
        --busy[worker];
    });
    EXPECT_EQ(clashes, 0);
}

TEST(Parallel, RethrowsTheExceptionOfTheLowestChunk) {
    for (std::size_t const threads : {1u, 2u, 8u})
        for (int repeat = 0; repeat < 20; ++repeat) {
            std::string message;
            try {
                parallel_for(1000, 1, threads, [](std::size_t first, std::size_t, std::size_t) {
                    if (first >= 500 && first % 3 == 0) throw std::runtime_error(std::to_string(first));
                });
            } catch (std::runtime_error const& error) { message = error.what(); }
            EXPECT_EQ(message, "501");
        }
}

TEST(Parallel, LoopsMayNest) {
    std::vector<double> sums(40, 0.0);
    parallel_for(sums.size(), 3, 4, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t i = first; i < last; ++i) {
            std::vector<double> terms(50);
            parallel_for(terms.size(), 7, 2, [&](std::size_t from, std::size_t to, std::size_t) {
                for (std::size_t j = from; j < to; ++j) terms[j] = static_cast<double>(i + j);
            });
            for (double const term : terms) sums[i] += term;
        }
    });
    for (std::size_t i = 0; i < sums.size(); ++i) EXPECT_EQ(sums[i], 50.0 * static_cast<double>(i) + 1225.0);
}

TEST(Parallel, UsesAtLeastOneThreadByDefault) { EXPECT_GE(default_threads(), 1u); }

} // namespace
} // namespace casus
