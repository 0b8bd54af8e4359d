// Many things made in parallel and taken one after another, in order: files are read by all cores and written by one.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace casus {

/// Calls make(i) for every i < count on `threads` threads, and take(i, what it made) on the calling thread in the order
/// of i. At most twice as many things as threads wait to be taken, so that memory stays bounded. The exception of the
/// lowest i, of either call, is rethrown after all threads have ended; nothing after it is taken.
template <class Make, class Take>
void make_in_parallel_take_in_order(std::size_t count, std::size_t threads, Make const& make, Take const& take) {
    using Thing = decltype(make(std::size_t{}));
    struct Slot {
        std::optional<Thing> thing;
        std::exception_ptr failure;
    };
    std::vector<Slot> slots(count);
    std::mutex lock;
    std::condition_variable changed;
    std::size_t next = 0;
    std::size_t taken = 0;
    std::size_t const ahead = 2 * std::max<std::size_t>(1, threads);

    auto const work = [&] {
        for (;;) {
            std::unique_lock held(lock);
            changed.wait(held, [&] { return next >= count || next < taken + ahead; });
            if (next >= count) return;
            std::size_t const mine = next++;
            held.unlock();
            Slot slot;
            try {
                slot.thing.emplace(make(mine));
            } catch (...) { slot.failure = std::current_exception(); }
            held.lock();
            slots[mine] = std::move(slot);
            changed.notify_all();
        }
    };
    std::vector<std::jthread> workers;
    for (std::size_t n = 0; n < std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, count)); ++n)
        workers.emplace_back(work);

    try {
        for (std::size_t i = 0; i < count; ++i) {
            std::unique_lock held(lock);
            changed.wait(held, [&] { return slots[i].thing || slots[i].failure; });
            Slot const slot = std::exchange(slots[i], {});
            held.unlock();
            if (slot.failure) std::rethrow_exception(slot.failure);
            take(i, *slot.thing);
            held.lock();
            taken = i + 1;
            changed.notify_all();
        }
    } catch (...) {
        std::lock_guard const held(lock);
        next = count;
        changed.notify_all();
        throw;
    }
}

} // namespace casus
