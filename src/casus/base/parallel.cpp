#include "casus/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <exception>
#include <mutex>
#include <thread>

// The thread sanitizer cannot see into oneTBB, which is not built with it: plain threads stand in there.
#if defined(__SANITIZE_THREAD__)
#define CASUS_PLAIN_THREADS 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CASUS_PLAIN_THREADS 1
#endif
#endif

#ifdef CASUS_PLAIN_THREADS
#include <vector>
#else
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace casus {

namespace {

using Body = std::function<void(std::size_t first, std::size_t last, std::size_t worker)>;

/// The chunks of one loop, and the exception of the lowest chunk that threw. Chunks above one that threw are skipped,
/// chunks below it never: so which exception is rethrown does not depend on the threads either.
class Chunks {
public:
    Chunks(std::size_t count, std::size_t grain, Body const& body, Progress* progress)
        : count_(count), grain_(grain), chunks_((count + grain - 1) / grain), failed_(chunks_), body_(body),
          progress_(progress) {}

    [[nodiscard]] std::size_t size() const { return chunks_; }

    void run(std::size_t chunk, std::size_t worker) {
        if (chunk > failed_.load()) return;
        std::size_t const first = chunk * grain_;
        std::size_t const last = std::min(count_, first + grain_);
        try {
            body_(first, last, worker);
            if (progress_) progress_->advance(last - first);
        } catch (...) {
            std::lock_guard const lock(keeping_);
            if (chunk < failed_.load()) {
                failed_ = chunk;
                exception_ = std::current_exception();
            }
        }
    }

    void rethrow() const {
        if (exception_) std::rethrow_exception(exception_);
    }

private:
    std::size_t count_;
    std::size_t grain_;
    std::size_t chunks_;
    std::atomic<std::size_t> failed_;
    std::mutex keeping_;
    std::exception_ptr exception_;
    Body const& body_;
    Progress* progress_;
};

#ifdef CASUS_PLAIN_THREADS

void run_on_threads(Chunks& chunks, std::size_t threads) {
    std::atomic<std::size_t> next{0};
    auto const work = [&](std::size_t worker) {
        for (std::size_t chunk = next++; chunk < chunks.size(); chunk = next++) chunks.run(chunk, worker);
    };
    std::vector<std::jthread> others;
    for (std::size_t worker = 1; worker < threads; ++worker) others.emplace_back(work, worker);
    work(0);
}

#else

void run_on_threads(Chunks& chunks, std::size_t threads) {
    namespace tbb = oneapi::tbb;
    // Without this, oneTBB would hold a user who asks for more threads than cores to the cores.
    tbb::global_control const allow(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, chunks.size(), 1),
            [&](tbb::blocked_range<std::size_t> const& range) {
                auto const worker = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
                for (std::size_t chunk = range.begin(); chunk < range.end(); ++chunk) chunks.run(chunk, worker);
            },
            tbb::simple_partitioner());
    });
}

#endif

} // namespace

std::size_t default_threads() { return std::max<std::size_t>(1, std::thread::hardware_concurrency()); }

void parallel_for(std::size_t count, std::size_t grain, std::size_t threads, Body const& body, Progress* progress) {
    assert(grain > 0 && threads > 0);
    Chunks chunks(count, grain, body, progress);
    if (std::min(threads, chunks.size()) <= 1) {
        for (std::size_t chunk = 0; chunk < chunks.size(); ++chunk) chunks.run(chunk, 0);
    } else {
        run_on_threads(chunks, std::min(threads, chunks.size()));
    }
    chunks.rethrow();
}

} // namespace casus
