// A table's rows as CSV (RFC 4180, UTF-8, LF), any stretch of them at a time.
#pragma once

#include "casus/data/column.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace casus::data {

/// Missing is NA; the word "NA" itself is put in quotes, as is an empty word.
class CsvText {
public:
    /// `table` has columns and must outlive this.
    explicit CsvText(Table const& table);

    [[nodiscard]] std::string header() const;

    /// Appends the rows [first, last), each with its line end.
    void append_rows(std::size_t first, std::size_t last, Values<char>& out) const;

private:
    struct Words {
        std::int32_t const* numbers;
        std::vector<std::string> quoted; ///< the dictionary as it is written
    };
    using Cells = std::variant<std::int8_t const*, std::int16_t const*, std::int32_t const*, double const*, Words>;

    static Cells cells_of(Column const& column);
    static char* write_cell_of(Cells const& cells, std::size_t row, char* out);

    Table const& table_;
    std::vector<Cells> columns_;
    std::size_t widest_row_ = 0; ///< bytes
};

} // namespace casus::data
