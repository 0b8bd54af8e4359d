// Parallel loops whose results cannot depend on the number of threads: the body gets an index and a worker number,
// and writes only to what belongs to the index (or to scratch that belongs to the worker).
#pragma once

#include "casus/base/progress.hpp"

#include <cstddef>
#include <functional>

namespace casus {

/// Number of threads to use when the user names none: one per core.
[[nodiscard]] std::size_t default_threads();

/// Calls body(first, last, worker) for consecutive chunks of [0, count) of at most `grain` indices; worker is in
/// [0, threads). Chunk limits depend on count and grain alone. The first exception is rethrown after all have ended.
void parallel_for(std::size_t count, std::size_t grain, std::size_t threads,
                  std::function<void(std::size_t first, std::size_t last, std::size_t worker)> const& body,
                  Progress* progress = nullptr);

} // namespace casus
