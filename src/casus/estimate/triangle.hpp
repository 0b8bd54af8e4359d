// The triangular factor of a design: all that least squares needs of it, without squaring its condition.
#pragma once

#include "casus/estimate/design.hpp"

#include "casus/base/text.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace casus::estimate {

/// R of X = QR with XᵀX = RᵀR, row-major and square, of columns that are scaled by `scale` row by row (none: by 1).
/// By Householder reflections, chunk by chunk; cost is linear in rows. Results do not depend on `threads`.
[[nodiscard]] std::vector<double> triangle_of(std::span<double const* const> columns, std::size_t rows,
                                              std::span<double const> scale, std::size_t threads);

/// Which columns of a design can be told apart.
struct Independent {
    std::vector<std::size_t> columns; ///< kept, in their order
    std::vector<Text> notes; ///< a line for each that is dropped: constant, or a combination of those before it
};

/// Goes from the first column to the last and drops what lies within 10⁻⁷ of its length (R's tolerance) in the span of
/// those kept before it. Rows whose `scale` is 0 do not count.
[[nodiscard]] Independent independent_columns(Design const& design, std::span<double const> scale, std::size_t threads);

/// Where the named columns lie in memory.
[[nodiscard]] std::vector<double const*> places_of(Design const& design, std::span<std::size_t const> columns);

} // namespace casus::estimate
