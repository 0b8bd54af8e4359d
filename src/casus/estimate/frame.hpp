// Columns as they come from a file: numbers or words, some missing.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace casus::estimate {

/// Numbers (NaN: missing), or words as numbers of a dictionary (−1: missing). One of the two is empty.
struct Variable {
    std::string name;
    std::vector<double> numbers{};
    std::vector<std::int32_t> words{};
    std::vector<std::string> dictionary{};

    [[nodiscard]] bool is_text() const { return !words.empty(); }
    [[nodiscard]] bool is_missing(std::size_t row) const {
        return is_text() ? words[row] < 0 : std::isnan(numbers[row]);
    }
};

struct Frame {
    std::string name; ///< of the file, for messages
    std::size_t rows = 0;
    std::vector<Variable> variables{};
    std::vector<std::string> names{}; ///< of all columns of the file, also of those that are not among `variables`

    [[nodiscard]] Variable const* find(std::string_view column) const {
        for (Variable const& variable : variables)
            if (variable.name == column) return &variable;
        return nullptr;
    }
};

} // namespace casus::estimate
