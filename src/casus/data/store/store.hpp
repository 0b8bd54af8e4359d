// What was imported, with its provenance, in one SQLite file. Columns lie in it as they lie in memory, one blob each,
// so that a data set of a million rows is there in milliseconds; SQLite keeps it whole (one transaction per import).
#pragma once

#include "casus/base/error.hpp"
#include "casus/data/column.hpp"
#include "casus/data/provenance.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::data {

class Store {
public:
    enum class Access { Read, Write };

    /// Opens a store; Access::Write makes it (and its folder) where there is none. Errors: no such store, not a store,
    /// a store of another format, a folder that cannot be written, another program that holds it for longer than
    /// `patience`.
    Store(std::filesystem::path const& path, Access access,
          std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// $XDG_DATA_HOME/casus/store.sqlite, or ~/.local/share/casus/store.sqlite. An Error where neither variable is set.
    [[nodiscard]] static std::filesystem::path default_path();

    [[nodiscard]] std::filesystem::path const& path() const;

    /// Everything in the store, by data set, newest version first.
    [[nodiscard]] std::vector<Provenance> list() const;

    /// The newest version of a data set ("nmc"), or a given one ("nmc@5.0"); nothing where it is not in the store.
    [[nodiscard]] std::optional<Provenance> find(std::string_view dataset) const;

    /// Names of a data set's columns, in their order; empty where it is not in the store.
    [[nodiscard]] std::vector<std::string> column_names(std::string_view dataset) const;

    /// Columns of a data set, all or the named ones in that order. What is not there is an Error that says how to
    /// import it.
    [[nodiscard]] Table read(std::string_view dataset, std::vector<std::string> const& columns = {}) const;

    /// Puts a data set in, in one transaction, replacing an older import of the same version. False, and nothing done,
    /// where the same file (by hash), read by the same version of Casus, is there already.
    bool write(Provenance const& provenance, Table const& table);

    /// Takes a data set out ("nmc@5.0", or the newest version of "nmc"); false where it is not there.
    bool remove(std::string_view dataset);

    /// Checks SQLite's own structure and the SHA-256 of every column; one Problem for each fault.
    [[nodiscard]] std::vector<Problem> verify() const;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

/// Order of versions: "4.01" before "4.1" before "5.0" before "10", number by number; one with a leading zero is a
/// decimal fraction. A form of a release stands behind it: "2012-names" before "2012".
[[nodiscard]] bool older_version(std::string_view a, std::string_view b);

} // namespace casus::data
