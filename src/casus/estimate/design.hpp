// The columns of a regression, ready to be estimated: complete, numeric, named.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace casus::estimate {

/// Rows × columns, column-major. No cell is NaN: who makes a design drops or refuses rows with missing values first.
struct Design {
    std::size_t rows = 0;
    std::vector<std::string> names;
    std::vector<double> values;

    [[nodiscard]] std::size_t columns() const { return names.size(); }
    [[nodiscard]] std::span<double const> column(std::size_t c) const { return {values.data() + c * rows, rows}; }
    void add(std::string name, std::span<double const> column) {
        names.push_back(std::move(name));
        values.insert(values.end(), column.begin(), column.end());
    }
};

} // namespace casus::estimate
