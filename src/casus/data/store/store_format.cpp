#include "casus/data/store/store_format.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <unistd.h>

#include <cerrno>

namespace casus::data {

namespace {

/// "Casu": what SQLite files of Casus have in their header, so that `file` and we know them.
constexpr int application_id = 0x43617375;
/// Raised whenever the tables, or what the bytes in them mean, change.
constexpr int format = 2;

// Cells lie in a table of their own, so that a look at what there is never reads through them.
constexpr char const* tables = R"(
CREATE TABLE imports(
    id INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    version TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_kept INTEGER NOT NULL,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    program TEXT NOT NULL,
    rows INTEGER NOT NULL,
    UNIQUE(dataset, version)) STRICT;
CREATE TABLE rejected(
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    reason_en TEXT NOT NULL,
    reason_zh TEXT NOT NULL) STRICT;
CREATE INDEX rejected_of ON rejected(import);
CREATE TABLE missing(
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    column TEXT NOT NULL,
    code INTEGER NOT NULL,
    cells INTEGER NOT NULL) STRICT;
CREATE INDEX missing_of ON missing(import);
CREATE TABLE notes(
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    note_en TEXT NOT NULL,
    note_zh TEXT NOT NULL) STRICT;
CREATE INDEX notes_of ON notes(import);
CREATE TABLE columns(
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE(import, position),
    UNIQUE(import, name)) STRICT;
CREATE TABLE cells(
    id INTEGER PRIMARY KEY REFERENCES columns(id) ON DELETE CASCADE,
    bytes BLOB NOT NULL) STRICT;
)";

Error no_store(std::filesystem::path const& path) {
    return Error(Problem{.place = {.file = path.string()},
                         .what = {"there is no store here yet", "这里还没有数据仓库"},
                         .found = {},
                         .expected = {"`casus data import FILE…` to make one, or --store with the place of another",
                                      "先用 `casus data import FILE…` 建立，或以 --store 指明另一处"}});
}

Error other_format(std::filesystem::path const& path, std::int64_t found) {
    return Error(Problem{
        .place = {.file = path.string()},
        .what = {"a store of another format", "数据仓库的格式不同"},
        .found = std::to_string(found),
        .expected = {fmt::format("format {}: import the files anew with --store elsewhere, or use the version "
                                 "of Casus that made this store",
                                 format),
                     fmt::format("格式 {}：以 --store 指明另一处并重新导入，或使用建立它的那个 Casus 版本", format)}});
}

Error no_folder(std::filesystem::path const& folder, int error_number) {
    Text const why = reason_of(error_number);
    return Error(Problem{.place = {.file = folder.string()},
                         .what = {fmt::format("no store can be made in this folder ({})", why.en),
                                  fmt::format("无法在该文件夹中建立数据仓库（{}）", why.zh)}});
}

/// Makes sure that a store can be made in the folder: SQLite would only say that it cannot find the file.
void make_folder(std::filesystem::path const& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) throw no_folder(folder, failure.value());
    if (access(folder.c_str(), W_OK) != 0) throw no_folder(folder, errno);
}

/// True for a database that holds nothing at all, as a new file does.
bool is_blank(Database const& database) {
    return database.number("PRAGMA application_id") == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

void make_tables(Database const& database) {
    // Larger pages than usual: the cells of a column are read in one go. They must be set before the first table.
    database.execute("PRAGMA page_size = 16384");
    Transaction whole(database, Transaction::Kind::Write);
    if (!is_blank(database)) return; // another program was faster
    database.execute(tables);
    database.execute(fmt::format("PRAGMA application_id = {}", application_id).c_str());
    database.execute(fmt::format("PRAGMA user_version = {}", format).c_str());
    whole.commit();
}

void check_format(Database const& database) {
    if (database.number("PRAGMA application_id") != application_id) database.fail(SQLITE_NOTADB);
    std::int64_t const found = database.number("PRAGMA user_version");
    if (found != format) throw other_format(database.path(), found);
}

/// A rollback journal, not a write-ahead log: new pages are written once and not twice, and a store on a medium that
/// cannot be written is still read. Debian's SQLite overwrites with zeros what it deletes, which nobody needs here.
void settle(Database const& database, Database::Access access) {
    database.execute("PRAGMA trusted_schema = OFF");
    if (access == Database::Access::Read) {
        database.execute("PRAGMA query_only = ON");
        return;
    }
    database.execute("PRAGMA foreign_keys = ON");
    database.execute("PRAGMA synchronous = FULL");
    Statement(database, "PRAGMA secure_delete = OFF").run();
    Statement(database, "PRAGMA cache_size = -65536").run();
}

} // namespace

Database open_store(std::filesystem::path const& path, Database::Access access, std::chrono::milliseconds patience) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        if (access == Database::Access::Read) throw no_store(path);
        make_folder(std::filesystem::absolute(path).parent_path());
    }
    Database database(path, access, patience);
    if (is_blank(database)) {
        if (access == Database::Access::Read) throw no_store(path);
        make_tables(database);
    }
    check_format(database);
    settle(database, access);
    return database;
}

std::vector<Problem> structural_faults(Database const& database) {
    std::vector<Problem> problems;
    auto const report = [&](std::string const& fault) {
        problems.push_back({.place = {.file = database.path().string()},
                            .what = {"the store is damaged: " + fault, "数据仓库已损坏：" + fault},
                            .found = {},
                            .expected = {"move the file away and import anew", "移走该文件后重新导入"}});
    };
    try {
        Statement check(database, "PRAGMA integrity_check");
        while (check.step())
            if (std::string const line = check.text(0); line != "ok") report(line);
        Statement references(database, "PRAGMA foreign_key_check");
        while (references.step())
            report(fmt::format("a row of {} refers to nothing in {}", references.text(0), references.text(2)));
        if (database.number("SELECT count(*) FROM columns") != database.number("SELECT count(*) FROM cells"))
            report("columns without cells");
    } catch (Error const& error) { problems.push_back(error.problems().front()); }
    return problems;
}

} // namespace casus::data
