// TOML as a tree that keeps the order and the place of everything: toml++ sorts keys, and is slow to compile.
#pragma once

#include "casus/base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::case_file {

struct TomlEntry;

/// A value of a TOML document with the place where it begins.
struct TomlValue {
    enum class Kind { String, Number, Boolean, Time, Table, Array };

    Kind kind = Kind::Table;
    Place place;
    std::string text;               ///< String: the text itself; otherwise how to quote the value in a message
    double number = 0.0;            ///< Number
    bool whole = false;             ///< Number: written as an integer
    bool truth = false;             ///< Boolean
    std::vector<TomlEntry> entries; ///< Table, in the order of the file
    std::vector<TomlValue> items;   ///< Array

    /// The value of a key of a table; nullptr where there is none.
    [[nodiscard]] TomlValue const* find(std::string_view key) const;
};

struct TomlEntry {
    std::string key;
    Place place; ///< of the key
    TomlValue value;
};

/// The document as one table. What is not TOML is an Error that names `file`, line and column.
[[nodiscard]] TomlValue read_toml(std::string_view content, std::string const& file);

} // namespace casus::case_file
