// A CSV file whose first row names its columns, and what may be wrong with its cells.
#pragma once

#include "casus/base/csv.hpp"
#include "casus/base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::configuration {

struct HeadedFile {
    std::string path;
    CsvRow header;
    std::vector<CsvRow> rows; ///< each as long as the header, cells without blanks around them

    /// Place of a cell in the file.
    [[nodiscard]] Place place(CsvField const& field) const { return {path, field.line, field.column}; }

    /// Number of a column; an Error with the nearest name where there is none of that name.
    [[nodiscard]] std::size_t column(std::string const& name) const;
};

/// An Error where the file cannot be read, is empty, or has a row of another length than the header.
[[nodiscard]] HeadedFile read_headed(std::string const& path);

/// A finite number, with or without a plus before it.
[[nodiscard]] std::optional<double> finite_number(std::string_view text);

/// Number of `name` among `actors`; adds an "unknown actor" to `problems` where it is none of them.
[[nodiscard]] std::optional<std::size_t> actor_named(HeadedFile const& file, CsvField const& field,
                                                     std::vector<std::string> const& actors,
                                                     std::vector<Problem>& problems);

/// Throws what has been found, at most twenty of it.
void throw_if_any(std::vector<Problem> problems);

} // namespace casus::configuration
