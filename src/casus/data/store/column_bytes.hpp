// Columns as bytes, the way the store keeps them: the cells as they lie in memory (little-endian), and behind the
// cells of a text its dictionary: how many words, the length of each (32 bits all), then their letters.
#pragma once

#include "casus/data/column.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace casus::data {

/// "int8", "int16", "int32", "real" or "text".
[[nodiscard]] std::string_view kind_of(Column const& column);

/// The bytes of a column; a text is put together in `scratch`, all others are the column's own memory.
[[nodiscard]] std::string_view bytes_of(Column const& column, std::string& scratch);

/// Copies `count` bytes from `offset` on to `place`.
using ByteSource = std::function<void(void* place, std::size_t count, std::size_t offset)>;

/// Cells of a kind from `size` bytes. Nothing where the bytes cannot be those of `rows` such cells: another length, a
/// kind that nobody knows, a dictionary or a word's number that is out of bounds.
[[nodiscard]] std::optional<Cells> cells_of(std::string_view kind, std::size_t rows, std::size_t size,
                                            ByteSource const& source);

} // namespace casus::data
