// A line on the terminal that says how far long work has come. Silent when stderr is not a terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace casus {

class Progress {
public:
    /// `label` is printed before the bar; nothing appears before half a second has passed.
    Progress(std::string label, std::size_t total);
    ~Progress(); ///< wipes the line
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    /// Safe to call from any thread.
    void advance(std::size_t steps);

private:
    void paint(std::size_t done);

    std::string label_;
    std::size_t total_;
    bool visible_;
    bool painted_ = false;
    std::atomic<std::size_t> done_{0};
    std::atomic<long> last_tick_{0};
    std::mutex painting_;
    std::chrono::steady_clock::time_point start_;
};

} // namespace casus
