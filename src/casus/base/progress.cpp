#include "casus/base/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace casus {

namespace {

constexpr long milliseconds_before_first = 500;
constexpr long milliseconds_between = 100;
constexpr std::size_t bar_width = 30;

void put(std::string const& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

} // namespace

Progress::Progress(std::string label, std::size_t total)
    : label_(std::move(label)), total_(std::max<std::size_t>(1, total)), visible_(isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
    if (painted_) put("\r\x1b[K");
}

void Progress::advance(std::size_t steps) {
    std::size_t const done = done_ += steps;
    if (!visible_) return;
    auto const elapsed = std::chrono::steady_clock::now() - start_;
    long const now = static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count());
    long last = last_tick_.load();
    if (now < milliseconds_before_first || now - last < milliseconds_between) return;
    // Of the threads that come by at once, one paints.
    if (last_tick_.compare_exchange_strong(last, now)) paint(done);
}

void Progress::paint(std::size_t done) {
    std::lock_guard const lock(painting_);
    double const share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total_));
    auto const filled = static_cast<std::size_t>(share * static_cast<double>(bar_width));
    put(fmt::format("\r{} [{}{}] {:3.0f} %\x1b[K", label_, std::string(filled, '='),
                    std::string(bar_width - filled, ' '), 100.0 * share));
    painted_ = true;
}

} // namespace casus
