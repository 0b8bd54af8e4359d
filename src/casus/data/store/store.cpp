#include "casus/data/store/store.hpp"

#include "casus/base/file.hpp"
#include "casus/data/store/column_bytes.hpp"
#include "casus/data/store/dataset_name.hpp"
#include "casus/data/store/sqlite.hpp"
#include "casus/data/store/store_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <mutex>
#include <utility>

namespace casus::data {

struct Store::Connection {
    Database database;
    std::mutex turn; ///< a transaction belongs to the connection, so threads take turns
};

namespace {

/// An import as the store numbers it.
struct Entry {
    std::int64_t id = 0;
    std::string version;
};

std::vector<Entry> entries_of(Database const& database, std::string_view dataset) {
    Statement query(database, "SELECT id, version FROM imports WHERE dataset = ?");
    query.bind(dataset);
    std::vector<Entry> entries;
    while (query.step()) entries.push_back({query.whole(0), query.text(1)});
    std::ranges::sort(entries, [](Entry const& a, Entry const& b) { return older_version(b.version, a.version); });
    return entries;
}

/// The release asked for, or the newest.
std::optional<Entry> entry_of(Database const& database, DatasetName const& name) {
    for (Entry const& entry : entries_of(database, name.dataset))
        if (!name.version || entry.version == *name.version) return entry;
    return std::nullopt;
}

Provenance provenance_of(Database const& database, std::int64_t import) {
    Statement query(database, "SELECT dataset, version, file, sha256, rows_read, rows_kept, first_year, last_year, "
                              "imported_at, program FROM imports WHERE id = ?");
    query.bind(import);
    if (!query.step()) return {};
    Provenance provenance{.dataset = query.text(0),
                          .version = query.text(1),
                          .file = query.text(2),
                          .sha256 = query.text(3),
                          .rows_read = static_cast<std::size_t>(query.whole(4)),
                          .rows_kept = static_cast<std::size_t>(query.whole(5)),
                          .rejected = {},
                          .missing = {},
                          .notes = {},
                          .first_year = static_cast<int>(query.whole(6)),
                          .last_year = static_cast<int>(query.whole(7)),
                          .imported_at = query.text(8),
                          .program = query.text(9)};
    Statement rejected(database, "SELECT line, reason_en, reason_zh FROM rejected WHERE import = ? ORDER BY id");
    rejected.bind(import);
    while (rejected.step())
        provenance.rejected.push_back({static_cast<int>(rejected.whole(0)), Text{rejected.text(1), rejected.text(2)}});
    Statement missing(database, "SELECT column, code, cells FROM missing WHERE import = ? ORDER BY id");
    missing.bind(import);
    while (missing.step())
        provenance.missing.push_back({missing.text(0), missing.whole(1), static_cast<std::size_t>(missing.whole(2))});
    Statement notes(database, "SELECT note_en, note_zh FROM notes WHERE import = ? ORDER BY id");
    notes.bind(import);
    while (notes.step()) provenance.notes.push_back({notes.text(0), notes.text(1)});
    return provenance;
}

std::vector<std::string> datasets_in(Database const& database) {
    Statement query(database, "SELECT DISTINCT dataset FROM imports ORDER BY dataset");
    std::vector<std::string> names;
    while (query.step()) names.push_back(query.text(0));
    return names;
}

/// A column as the store numbers it.
struct Stored {
    std::int64_t id = 0;
    std::string name;
    std::string kind;
    std::string sha256;
};

std::vector<Stored> columns_of(Database const& database, std::int64_t import) {
    Statement query(database, "SELECT id, name, kind, sha256 FROM columns WHERE import = ? ORDER BY position");
    query.bind(import);
    std::vector<Stored> columns;
    while (query.step()) columns.push_back({query.whole(0), query.text(1), query.text(2), query.text(3)});
    return columns;
}

std::size_t rows_of(Database const& database, std::int64_t import) {
    Statement query(database, "SELECT rows FROM imports WHERE id = ?");
    query.bind(import);
    return query.step() ? static_cast<std::size_t>(query.whole(0)) : 0;
}

Error no_such_column(Database const& database, std::string const& dataset, std::string const& column,
                     std::vector<Stored> const& columns) {
    std::vector<std::string> names;
    for (Stored const& stored : columns) names.push_back(stored.name);
    std::string const near = nearest(column, names);
    constexpr std::size_t shown = 12;
    bool const more = names.size() > shown;
    if (more) names.resize(shown);
    return Error(Problem{.place = {.file = database.path().string()},
                         .what = {fmt::format("no column of {}", dataset), fmt::format("{} 没有这一列：", dataset)},
                         .found = column,
                         .expected = {fmt::format("one of {}{}", fmt::join(names, ", "), more ? ", …" : ""),
                                      fmt::format("下列之一：{}{}", fmt::join(names, "、"), more ? "……" : "")},
                         .nearest = near});
}

std::vector<Stored> chosen(Database const& database, std::string const& dataset, std::vector<Stored> columns,
                           std::vector<std::string> const& names) {
    if (names.empty()) return columns;
    std::vector<Stored> result;
    for (std::string const& name : names) {
        auto const found = std::ranges::find(columns, name, &Stored::name);
        if (found == columns.end()) throw no_such_column(database, dataset, name, columns);
        result.push_back(*found);
    }
    return result;
}

Problem damaged_column(Database const& database, Provenance const& of, std::string const& column) {
    return {.place = {.file = database.path().string()},
            .what = {fmt::format("column {} of {} {} is damaged", column, of.dataset, of.version),
                     fmt::format("{} {} 的列 {} 已损坏", of.dataset, of.version, column)},
            .found = {},
            .expected = {
                fmt::format("`casus data remove {0}@{1}` and the import of {2} anew", of.dataset, of.version, of.file),
                fmt::format("先 `casus data remove {0}@{1}`，再重新导入 {2}", of.dataset, of.version, of.file)}};
}

/// What the hash of a column covers: its name and kind as well as its bytes.
std::string hash_of(std::string_view name, std::string_view kind, std::string_view bytes) {
    return sha256(fmt::format("{}\n{}\n{}", name, kind, sha256(bytes)));
}

void write_columns(Database const& database, std::int64_t import, Table const& table) {
    Statement column(database, "INSERT INTO columns(import, position, name, kind, sha256) VALUES(?, ?, ?, ?, ?)"
                               " RETURNING id");
    Statement cells(database, "INSERT INTO cells(id, bytes) VALUES(?, ?)");
    std::string scratch;
    for (std::size_t position = 0; position < table.columns.size(); ++position) {
        Column const& each = table.columns[position];
        std::string_view const bytes = bytes_of(each, scratch);
        std::string const hash = hash_of(each.name, kind_of(each), bytes);
        column.bind(import).bind(position).bind(each.name).bind(kind_of(each)).bind(std::string_view(hash));
        column.step();
        std::int64_t const id = column.whole(0);
        column.run();
        cells.bind(id).bind_bytes(bytes).run();
    }
}

std::int64_t write_provenance(Database const& database, Provenance const& provenance, std::size_t rows) {
    Statement import(database, "INSERT INTO imports(dataset, version, file, sha256, rows_read, rows_kept, first_year, "
                               "last_year, imported_at, program, rows) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                               " RETURNING id");
    import.bind(provenance.dataset).bind(provenance.version).bind(provenance.file).bind(provenance.sha256);
    import.bind(provenance.rows_read).bind(provenance.rows_kept);
    import.bind(provenance.first_year).bind(provenance.last_year);
    import.bind(provenance.imported_at).bind(provenance.program).bind(rows);
    import.step();
    std::int64_t const id = import.whole(0);
    import.run();
    Statement rejected(database, "INSERT INTO rejected(import, line, reason_en, reason_zh) VALUES(?, ?, ?, ?)");
    for (Rejected const& each : provenance.rejected)
        rejected.bind(id).bind(each.line).bind(each.reason.en).bind(each.reason.zh).run();
    Statement missing(database, "INSERT INTO missing(import, column, code, cells) VALUES(?, ?, ?, ?)");
    for (MissingCount const& each : provenance.missing)
        missing.bind(id).bind(each.column).bind(each.code).bind(each.cells).run();
    Statement notes(database, "INSERT INTO notes(import, note_en, note_zh) VALUES(?, ?, ?)");
    for (Text const& each : provenance.notes) notes.bind(id).bind(each.en).bind(each.zh).run();
    return id;
}

void remove_import(Database const& database, std::string_view dataset, std::string_view version) {
    // Columns, cells, rejected rows, counts of missing and notes go with it: they refer to it.
    Statement(database, "DELETE FROM imports WHERE dataset = ? AND version = ?").bind(dataset).bind(version).run();
}

bool same_import(Database const& database, Provenance const& provenance) {
    Statement query(database, "SELECT 1 FROM imports WHERE dataset = ? AND version = ? AND sha256 = ? AND program = ?");
    query.bind(provenance.dataset).bind(provenance.version).bind(provenance.sha256).bind(provenance.program);
    return query.step();
}

} // namespace

Store::Store(std::filesystem::path const& path, Access access, std::chrono::milliseconds patience)
    : connection_(new Connection{
          open_store(path, access == Access::Write ? Database::Access::Write : Database::Access::Read, patience), {}}) {
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::filesystem::path Store::default_path() {
    // The XDG rules say that a relative path is to be ignored.
    char const* const data = std::getenv("XDG_DATA_HOME");
    if (data && *data == '/') return std::filesystem::path(data) / "casus" / "store.sqlite";
    char const* const home = std::getenv("HOME");
    if (home && *home) return std::filesystem::path(home) / ".local" / "share" / "casus" / "store.sqlite";
    throw Error(Problem{.place = {},
                        .what = {"no place for the store: neither XDG_DATA_HOME nor HOME is set",
                                 "无处存放数据仓库：XDG_DATA_HOME 与 HOME 均未设置"},
                        .found = {},
                        .expected = {"--store FILE", "--store FILE"}});
}

std::filesystem::path const& Store::path() const { return connection_->database.path(); }

std::vector<Provenance> Store::list() const {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction const whole(database, Transaction::Kind::Read);
    std::vector<Provenance> all;
    for (std::string const& dataset : datasets_in(database))
        for (Entry const& entry : entries_of(database, dataset)) all.push_back(provenance_of(database, entry.id));
    return all;
}

std::optional<Provenance> Store::find(std::string_view dataset) const {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction const whole(database, Transaction::Kind::Read);
    auto const entry = entry_of(database, dataset_name(dataset));
    if (!entry) return std::nullopt;
    return provenance_of(database, entry->id);
}

std::vector<std::string> Store::column_names(std::string_view dataset) const {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction const whole(database, Transaction::Kind::Read);
    std::vector<std::string> names;
    if (auto const entry = entry_of(database, dataset_name(dataset)))
        for (Stored& each : columns_of(database, entry->id)) names.push_back(std::move(each.name));
    return names;
}

Table Store::read(std::string_view dataset, std::vector<std::string> const& columns) const {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction const whole(database, Transaction::Kind::Read);
    DatasetName const name = dataset_name(dataset);
    auto const entry = entry_of(database, name);
    if (!entry) {
        std::vector<std::string> versions;
        for (Entry& other : entries_of(database, name.dataset)) versions.push_back(std::move(other.version));
        throw absent_dataset(path(), name, datasets_in(database), versions);
    }
    std::size_t const rows = rows_of(database, entry->id);
    BlobReader blob(database, "cells", "bytes");
    Table table;
    for (Stored& each : chosen(database, name.dataset, columns_of(database, entry->id), columns)) {
        std::size_t const size = blob.move_to(each.id);
        auto cells = cells_of(each.kind, rows, size, [&blob](void* place, std::size_t count, std::size_t offset) {
            blob.read(place, count, offset);
        });
        if (!cells) throw Error(damaged_column(database, provenance_of(database, entry->id), each.name));
        table.columns.push_back({std::move(each.name), std::move(*cells)});
    }
    return table;
}

bool Store::write(Provenance const& provenance, Table const& table) {
    assert(std::ranges::all_of(table.columns, [&](Column const& each) { return each.rows() == table.rows(); }));
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction whole(database, Transaction::Kind::Write);
    if (same_import(database, provenance)) return false;
    remove_import(database, provenance.dataset, provenance.version);
    write_columns(database, write_provenance(database, provenance, table.rows()), table);
    whole.commit();
    return true;
}

bool Store::remove(std::string_view dataset) {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction whole(database, Transaction::Kind::Write);
    DatasetName const name = dataset_name(dataset);
    auto const entry = entry_of(database, name);
    if (!entry) return false;
    remove_import(database, name.dataset, entry->version);
    whole.commit();
    return true;
}

std::vector<Problem> Store::verify() const {
    std::lock_guard const turn(connection_->turn);
    Database const& database = connection_->database;
    Transaction const whole(database, Transaction::Kind::Read);
    std::vector<Problem> problems = structural_faults(database);
    if (!problems.empty()) return problems; // nothing that stands on it can be trusted
    for (std::string const& dataset : datasets_in(database))
        for (Entry const& entry : entries_of(database, dataset)) {
            Provenance const of = provenance_of(database, entry.id);
            std::size_t const rows = rows_of(database, entry.id);
            for (Stored const& each : columns_of(database, entry.id)) {
                Statement cells(database, "SELECT bytes FROM cells WHERE id = ?");
                cells.bind(each.id);
                std::string_view const bytes = cells.step() ? cells.bytes(0) : std::string_view{};
                auto const source = [bytes](void* place, std::size_t count, std::size_t offset) {
                    bytes.copy(static_cast<char*>(place), count, offset);
                };
                if (hash_of(each.name, each.kind, bytes) != each.sha256 ||
                    !cells_of(each.kind, rows, bytes.size(), source))
                    problems.push_back(damaged_column(database, of, each.name));
            }
        }
    return problems;
}

} // namespace casus::data
