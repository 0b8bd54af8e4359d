// As much of SQLite as the store needs: a connection, statements, transactions and blobs, with SQLite's complaints as
// errors that say what a user can do.
#pragma once

#include "casus/base/error.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_blob;

namespace casus::data {

/// An open database file. Everything below belongs to one and must not outlive it.
class Database {
public:
    enum class Access { Read, Write };

    /// Opens the file, which must be there for reading. Another program that holds it is waited for as long as
    /// `patience`; that goes for every later call as well.
    Database(std::filesystem::path path, Access access, std::chrono::milliseconds patience);

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

    /// Runs SQL that gives no rows.
    void execute(char const* sql) const;
    /// The first cell of the first row, as a whole number.
    [[nodiscard]] std::int64_t number(std::string_view sql) const;
    /// An Error for a code that SQLite has given; `code` must not be SQLITE_OK.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// An SQL statement with its parameters, bound in the order in which they stand.
class Statement {
public:
    Statement(Database const& database, std::string_view sql);

    Statement& bind(std::int64_t number);
    Statement& bind(std::size_t number) { return bind(static_cast<std::int64_t>(number)); }
    Statement& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
    /// Text and bytes must live until the statement has run.
    Statement& bind(std::string_view text);
    Statement& bind_bytes(std::string_view bytes);

    /// Moves to the next row; false where there is none.
    bool step();
    /// Runs it to its end and makes it ready for other parameters.
    void run();

    [[nodiscard]] std::int64_t whole(int column) const;
    [[nodiscard]] std::string text(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;

private:
    struct Close {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database const& database_;
    std::unique_ptr<sqlite3_stmt, Close> statement_;
    int bound_ = 0;
};

/// Everything between its making and commit() happens or nothing does.
class Transaction {
public:
    enum class Kind { Read, Write };

    Transaction(Database const& database, Kind kind);
    ~Transaction(); ///< undoes what was not committed
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    void commit();

private:
    Database const& database_;
    bool open_ = true;
};

/// Blobs of one column of one table, read straight into place.
class BlobReader {
public:
    BlobReader(Database const& database, char const* table, char const* column);

    /// Moves to a row and gives the length of its blob in bytes.
    std::size_t move_to(std::int64_t row);
    /// Copies bytes [offset, offset + count) of the blob.
    void read(void* place, std::size_t count, std::size_t offset) const;

private:
    struct Close {
        void operator()(sqlite3_blob* blob) const;
    };
    Database const& database_;
    char const* table_;
    char const* column_;
    std::unique_ptr<sqlite3_blob, Close> blob_;
};

} // namespace casus::data
