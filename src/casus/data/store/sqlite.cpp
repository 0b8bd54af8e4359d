#include "casus/data/store/sqlite.hpp"

#include "casus/base/file.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace casus::data {

namespace {

/// What a user can do about a code of SQLite.
Problem problem_of(std::filesystem::path const& path, int code, int system_error, char const* message) {
    Problem problem{.place = {.file = path.string()}, .what = {}};
    auto const because = [&](Text const& why) {
        problem.what = {fmt::format("the store cannot be read or written ({})", why.en),
                        fmt::format("数据仓库无法读写（{}）", why.zh)};
    };
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        problem.what = {"not a store of Casus", "不是 Casus 的数据仓库"};
        problem.expected = {"a file that `casus data import` has made", "由 `casus data import` 建立的文件"};
        break;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: // the SQL is the program's own, so the tables are not those of the format
        problem.what = {"the store is damaged", "数据仓库已损坏"};
        problem.expected = {"`casus data verify` to say where; move the file away and import anew",
                            "先用 `casus data verify` 查明损坏之处；移走该文件后重新导入"};
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        problem.what = {"another program holds the store", "另一个程序正占用数据仓库"};
        problem.expected = {"to try again once it has finished", "待其结束后重试"};
        break;
    case SQLITE_IOERR:
        // Where a limit on the size of files stops a write, SQLite has no number of the system's to give.
        if (system_error == 0 && (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC))
            because({"no space left, or a file may grow no larger", "空间不足，或文件大小已达上限"});
        else
            because(system_error != 0 ? reason_of(system_error) : Text{message, message});
        break;
    case SQLITE_FULL:
        because({"no space left", "空间不足"});
        break;
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_ROLLBACK) {
            problem.what = {"an import into the store was interrupted and must be undone first",
                            "先前的导入被中断，须先撤销"};
            problem.expected = {"`casus data list` by someone who may write it", "由有写权限者运行 `casus data list`"};
        } else {
            because({"no permission to write", "没有写权限"});
        }
        break;
    case SQLITE_NOMEM:
        throw std::bad_alloc();
    default:
        because(system_error != 0 ? reason_of(system_error) : Text{message, message});
    }
    return problem;
}

} // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(std::filesystem::path path, Access access, std::chrono::milliseconds patience)
    : path_(std::move(path)) {
    // Reading opens for writing as well where it may: what a killed import left must be undone before anyone reads.
    // An absolute path is never taken for a URI or a name that SQLite reserves.
    int const flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (access == Access::Write ? SQLITE_OPEN_CREATE : 0);
    sqlite3* handle = nullptr;
    int const code = sqlite3_open_v2(std::filesystem::absolute(path_).c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (!handle) throw std::bad_alloc();
    sqlite3_extended_result_codes(handle, 1);
    if (code != SQLITE_OK) fail(sqlite3_extended_errcode(handle));
    sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
}

void Database::fail(int code) const {
    assert(code != SQLITE_OK);
    assert((code & 0xff) != SQLITE_MISUSE && (code & 0xff) != SQLITE_RANGE);
    throw Error(problem_of(path_, code, sqlite3_system_errno(handle_.get()), sqlite3_errmsg(handle_.get())));
}

void Database::execute(char const* sql) const {
    int const code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(std::string_view sql) const {
    Statement statement(*this, sql);
    return statement.step() ? statement.whole(0) : 0;
}

void Statement::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database const& database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    int const code =
        sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) database.fail(code);
    statement_.reset(statement);
}

Statement& Statement::bind(std::int64_t number) {
    int const code = sqlite3_bind_int64(statement_.get(), ++bound_, number);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // A null pointer would be NULL, not the empty text.
    char const* const data = text.data() ? text.data() : "";
    int const code = sqlite3_bind_text64(statement_.get(), ++bound_, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

Statement& Statement::bind_bytes(std::string_view bytes) {
    char const* const data = bytes.data() ? bytes.data() : "";
    int const code = sqlite3_bind_blob64(statement_.get(), ++bound_, data, bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) database_.fail(code);
    return *this;
}

bool Statement::step() {
    int const code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail(code);
    return false;
}

void Statement::run() {
    while (step()) {}
    sqlite3_reset(statement_.get());
    bound_ = 0;
}

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::text(int column) const {
    auto const* const data = reinterpret_cast<char const*>(sqlite3_column_text(statement_.get(), column));
    return data ? std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                : std::string{};
}

std::string_view Statement::bytes(int column) const {
    auto const* const data = static_cast<char const*>(sqlite3_column_blob(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Transaction::Transaction(Database const& database, Kind kind) : database_(database) {
    database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    // SQLite has already rolled back after some failures; doing so again is refused, which is fine.
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

void BlobReader::Close::operator()(sqlite3_blob* blob) const { sqlite3_blob_close(blob); }

BlobReader::BlobReader(Database const& database, char const* table, char const* column)
    : database_(database), table_(table), column_(column) {}

std::size_t BlobReader::move_to(std::int64_t row) {
    int code = SQLITE_OK;
    if (blob_) {
        code = sqlite3_blob_reopen(blob_.get(), row);
    } else {
        sqlite3_blob* blob = nullptr;
        code = sqlite3_blob_open(database_.handle(), "main", table_, column_, row, 0, &blob);
        blob_.reset(blob);
    }
    if (code != SQLITE_OK) database_.fail(code);
    return static_cast<std::size_t>(sqlite3_blob_bytes(blob_.get()));
}

void BlobReader::read(void* place, std::size_t count, std::size_t offset) const {
    int const code = sqlite3_blob_read(blob_.get(), place, static_cast<int>(count), static_cast<int>(offset));
    if (code != SQLITE_OK) database_.fail(code);
}

} // namespace casus::data
