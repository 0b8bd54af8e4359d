#include "casus/data/store/store.hpp"

#include "casus/base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>

namespace casus::data {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "casus-store-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
        path_ = folder_ / "store.sqlite";
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] Store open(Store::Access access = Store::Access::Write) const { return {path_, access}; }

    fs::path folder_;
    fs::path path_;
};

Column numbers(std::string name, std::vector<std::int64_t> const& cells) {
    ColumnBuilder builder(std::move(name));
    for (std::int64_t const cell : cells) builder.add(cell);
    return builder.finish();
}

/// A cell of every kind, and missing in all.
Table every_kind() {
    ColumnBuilder real("real");
    real.add(0.5);
    real.add_missing();
    real.add(-1e300);
    ColumnBuilder text("text");
    text.add(std::string_view("Côte d’Ivoire"));
    text.add_missing();
    text.add(std::string_view(""));
    ColumnBuilder flag("flag");
    flag.add(std::int64_t{1});
    flag.add_missing();
    flag.add(std::int64_t{0});
    return {{numbers("year", {1816, 1817, 2016}), numbers("large", {1, 70000, 3}), flag.finish(), real.finish(),
             text.finish()}};
}

Provenance provenance(std::string version = "5.0", std::string sha256 = "aa") {
    return {.dataset = "nmc",
            .version = std::move(version),
            .file = "NMC.csv",
            .sha256 = std::move(sha256),
            .rows_read = 5,
            .rows_kept = 3,
            .rejected = {{7, {"a repeat of line 3", "与第 3 行重复"}}, {9, {"empty", "空行"}}},
            .missing = {{"real", -9, 1}, {"text", -99, 4}},
            .notes = {{"1 row with the same year as an earlier one", "1 行的 year 与前面某行相同"}},
            .first_year = 1816,
            .last_year = 2016,
            .imported_at = "2026-11-21T05:00:00Z",
            .program = "0.1.0"};
}

std::string message_of(std::function<void()> const& act, Language language = Language::English) {
    try {
        act();
    } catch (Error const& error) { return render(error.problems().front(), language); }
    return "no error";
}

TEST_F(StoreTest, GivesBackEveryKindOfColumn) {
    EXPECT_TRUE(open().write(provenance(), every_kind()));
    Table const table = open(Store::Access::Read).read("nmc");
    ASSERT_EQ(table.columns.size(), 5U);
    EXPECT_EQ(table.columns[0].name, "year");
    EXPECT_THAT(table["year"].as<std::int16_t>(), testing::ElementsAre(1816, 1817, 2016));
    EXPECT_THAT(table["large"].as<std::int32_t>(), testing::ElementsAre(1, 70000, 3));
    EXPECT_THAT(table["flag"].as<std::int8_t>(), testing::ElementsAre(1, missing<std::int8_t>, 0));
    EXPECT_EQ(table["real"].number(0), 0.5);
    EXPECT_TRUE(std::isnan(table["real"].number(1)));
    EXPECT_EQ(table["real"].number(2), -1e300);
    EXPECT_EQ(table["text"].word(0), "Côte d’Ivoire");
    EXPECT_TRUE(table["text"].is_missing(1));
    EXPECT_FALSE(table["text"].is_missing(2));
}

TEST_F(StoreTest, GivesTheNamedColumnsInTheirOrder) {
    Store store = open();
    store.write(provenance(), every_kind());
    Table const table = store.read("nmc", {"text", "year"});
    ASSERT_EQ(table.columns.size(), 2U);
    EXPECT_EQ(table.columns[0].name, "text");
    EXPECT_EQ(table.columns[1].name, "year");
    EXPECT_EQ(message_of([&] { (void)store.read("nmc", {"yaer"}); }),
              path_.string() + ": no column of nmc 'yaer'; expected one of year, large, flag, real, text; "
                               "did you mean 'year'?");
}

TEST_F(StoreTest, KeepsTablesWithoutRows) {
    Store store = open();
    store.write(provenance(), {{numbers("year", {})}});
    EXPECT_EQ(store.read("nmc").rows(), 0U);
    EXPECT_THAT(store.verify(), testing::IsEmpty());
}

TEST_F(StoreTest, KeepsTheWholeProvenance) {
    open().write(provenance(), every_kind());
    auto const found = open(Store::Access::Read).find("nmc@5.0");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dataset, "nmc");
    EXPECT_EQ(found->version, "5.0");
    EXPECT_EQ(found->file, "NMC.csv");
    EXPECT_EQ(found->sha256, "aa");
    EXPECT_EQ(found->rows_read, 5U);
    EXPECT_EQ(found->rows_kept, 3U);
    EXPECT_EQ(found->first_year, 1816);
    EXPECT_EQ(found->last_year, 2016);
    EXPECT_EQ(found->imported_at, "2026-11-21T05:00:00Z");
    EXPECT_EQ(found->program, "0.1.0");
    ASSERT_EQ(found->rejected.size(), 2U);
    EXPECT_EQ(found->rejected[0].line, 7);
    EXPECT_EQ(found->rejected[0].reason.zh, "与第 3 行重复");
    ASSERT_EQ(found->missing.size(), 2U);
    EXPECT_EQ(found->missing[1].column, "text");
    EXPECT_EQ(found->missing[1].code, -99);
    EXPECT_EQ(found->missing[1].cells, 4U);
    EXPECT_EQ(found->notes, provenance().notes);
}

TEST_F(StoreTest, TheSameFileAgainChangesNothing) {
    Store store = open();
    EXPECT_TRUE(store.write(provenance(), every_kind()));
    std::string const before = read_file(path_);
    Provenance again = provenance();
    again.imported_at = "2027-01-01T00:00:00Z";
    EXPECT_FALSE(store.write(again, every_kind()));
    EXPECT_EQ(read_file(path_), before);
}

TEST_F(StoreTest, AnotherFileOfAReleaseReplacesItAndAnotherReleaseDoesNot) {
    Store store = open();
    store.write(provenance("5.0", "aa"), every_kind());
    EXPECT_TRUE(store.write(provenance("5.0", "bb"), {{numbers("year", {1900})}}));
    EXPECT_TRUE(store.write(provenance("4.01", "cc"), {{numbers("year", {1800})}}));
    ASSERT_EQ(store.list().size(), 2U);
    EXPECT_EQ(store.list()[0].version, "5.0");
    EXPECT_EQ(store.list()[1].version, "4.01");
    EXPECT_EQ(store.read("nmc").rows(), 1U);
    EXPECT_EQ(store.read("nmc")["year"].number(0), 1900);
    EXPECT_EQ(store.read("nmc@4.01")["year"].number(0), 1800);
    EXPECT_THAT(store.verify(), testing::IsEmpty());
}

TEST_F(StoreTest, ANewerCasusReadsTheSameFileAnew) {
    Store store = open();
    store.write(provenance(), every_kind());
    Provenance newer = provenance();
    newer.program = "0.2.0";
    EXPECT_TRUE(store.write(newer, every_kind()));
    EXPECT_EQ(store.list().size(), 1U);
}

TEST_F(StoreTest, RemovesAReleaseWhole) {
    Store store = open();
    store.write(provenance("5.0"), every_kind());
    store.write(provenance("6.0"), every_kind());
    EXPECT_TRUE(store.remove("nmc"));
    EXPECT_EQ(store.find("nmc")->version, "5.0");
    EXPECT_FALSE(store.remove("nmc@6.0"));
    EXPECT_TRUE(store.remove("nmc@5.0"));
    EXPECT_THAT(store.list(), testing::IsEmpty());
    EXPECT_THAT(store.verify(), testing::IsEmpty());
}

TEST_F(StoreTest, SaysHowToImportWhatIsNotThere) {
    Store store = open();
    store.write(provenance("5.0"), every_kind());
    EXPECT_THAT(
        message_of([&] { (void)store.read("nmd"); }),
        testing::AllOf(testing::HasSubstr("unknown data set 'nmd'"), testing::HasSubstr("did you mean 'nmc'?")));
    EXPECT_THAT(
        message_of([&] { (void)store.read("cow-states"); }),
        testing::HasSubstr("not in the store 'cow-states'; expected `casus data import FILE` with the file of "));
    EXPECT_THAT(message_of([&] { (void)store.read("nmc@6.0"); }),
                testing::AllOf(testing::HasSubstr("no such version of nmc '6.0'; expected 5.0"),
                               testing::HasSubstr("`casus data import FILE`")));
    EXPECT_THAT(message_of([&] { (void)store.read("nmc@6.0"); }, Language::Chinese),
                testing::HasSubstr("数据仓库中没有 nmc 的这个版本：“6.0”"));
    EXPECT_FALSE(store.find("nmd"));
}

TEST_F(StoreTest, ManyThreadsMayReadAtOnce) {
    Store store = open();
    store.write(provenance(), every_kind());
    std::vector<std::size_t> rows(4);
    std::vector<std::thread> threads;
    for (std::size_t& each : rows)
        threads.emplace_back([&store, &each] {
            for (int n = 0; n < 20; ++n) each += store.read("nmc").rows();
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(rows, testing::Each(60U));
}

// What is no store.

TEST_F(StoreTest, NothingThereIsToldApartFromNoStore) {
    EXPECT_THAT(message_of([&] { Store const store = open(Store::Access::Read); }),
                testing::HasSubstr("there is no store here yet"));
    EXPECT_FALSE(fs::exists(path_));
    write_file(path_, "");
    EXPECT_THAT(message_of([&] { Store const store = open(Store::Access::Read); }),
                testing::HasSubstr("there is no store here yet"));
}

TEST_F(StoreTest, RefusesFilesThatAreNoStore) {
    std::string const junk(10000, 'x');
    for (std::string const& content : {std::string("ccode,year\n"), junk}) {
        write_file(path_, content);
        for (auto const access : {Store::Access::Read, Store::Access::Write})
            EXPECT_THAT(message_of([&] { Store const store = open(access); }),
                        testing::HasSubstr("not a store of Casus"));
        EXPECT_EQ(read_file(path_), content);
    }
    EXPECT_THAT(message_of([&] { Store(folder_, Store::Access::Write); }), testing::HasSubstr("cannot be read"));
}

void run_sql(fs::path const& path, std::string const& sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
}

TEST_F(StoreTest, RefusesOtherDatabasesAndOtherFormats) {
    run_sql(path_, "CREATE TABLE mine(x); INSERT INTO mine VALUES(1)");
    EXPECT_THAT(message_of([&] { Store const store = open(); }), testing::HasSubstr("not a store of Casus"));
    fs::remove(path_);
    (void)open();
    run_sql(path_, "PRAGMA user_version = 99");
    EXPECT_THAT(message_of([&] { Store const store = open(); }),
                testing::HasSubstr("a store of another format '99'; expected format 2"));
}

// Damage.

TEST_F(StoreTest, VerifyFindsChangedBytes) {
    open().write(provenance(), every_kind());
    EXPECT_THAT(open(Store::Access::Read).verify(), testing::IsEmpty());
    run_sql(path_, "UPDATE cells SET bytes = x'010002000300' WHERE length(bytes) = 6");
    auto const problems = open(Store::Access::Read).verify();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].what.en, "column year of nmc 5.0 is damaged");
}

TEST_F(StoreTest, VerifyFindsChangedNamesAndKinds) {
    open().write(provenance(), every_kind());
    run_sql(path_, "UPDATE columns SET name = 'yeer' WHERE name = 'year'");
    run_sql(path_, "UPDATE columns SET kind = 'text' WHERE name = 'large'");
    EXPECT_EQ(open(Store::Access::Read).verify().size(), 2U);
}

TEST_F(StoreTest, VerifyFindsPagesThatAreOverwritten) {
    Table large{{numbers("year", std::vector<std::int64_t>(100000, 1900))}};
    open().write(provenance(), large);
    std::string bytes = read_file(path_);
    bytes.replace(bytes.size() - 50000, 4000, 4000, '\xff'); // amid the cells, which come last
    write_file(path_, bytes);
    EXPECT_FALSE(open(Store::Access::Read).verify().empty());
    bytes.resize(bytes.size() / 2);
    write_file(path_, bytes);
    EXPECT_NE(message_of([&] {
                  if (!open(Store::Access::Read).verify().empty())
                      throw Error(Problem{.place = {}, .what = {"found", "found"}});
              }),
              "no error");
}

TEST_F(StoreTest, DamagedBytesAreAnErrorAndNoCrash) {
    Store store = open();
    store.write(provenance(), every_kind());
    std::string const text = "(SELECT id FROM columns WHERE name = 'text')";
    // Too short, a dictionary of 2³² words, a word of 2³² letters, a word's number that is out of bounds.
    for (std::string const bytes :
         {"x''", "x'00'", "x'00000000ffffffff01000000ffffffff'", "x'00000000ffffffff01000000ffffffffff00000041'",
          "x'0000000001000000ff000000010000000100000041'", "x'00000000feffffff01000000010000000100000041'"}) {
        run_sql(path_, "UPDATE cells SET bytes = " + bytes + " WHERE id = " + text);
        EXPECT_THAT(message_of([&] { (void)store.read("nmc", {"text"}); }),
                    testing::HasSubstr("column text of nmc 5.0 is damaged; expected `casus data remove nmc@5.0`"));
    }
    run_sql(path_, "UPDATE imports SET rows = 9223372036854775807");
    EXPECT_THAT(message_of([&] { (void)store.read("nmc", {"year"}); }), testing::HasSubstr("is damaged"));
    run_sql(path_, "DROP TABLE rejected");
    EXPECT_THAT(message_of([&] { (void)store.list(); }), testing::HasSubstr("the store is damaged"));
}

// Places and limits.

TEST_F(StoreTest, WaitsForAnotherProgramAndThenSaysSo) {
    Store store(path_, Store::Access::Write, std::chrono::milliseconds(20));
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_THAT(message_of([&] { store.write(provenance(), every_kind()); }),
                testing::HasSubstr("another program holds the store; expected to try again"));
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_TRUE(store.write(provenance(), every_kind()));
}

/// Runs `act` in a child and gives its exit status: what it returns, or minus the signal that ended it.
int in_child(std::function<int()> const& act) {
    pid_t const child = fork();
    if (child == 0) _exit(act());
    int state = 0;
    waitpid(child, &state, 0);
    return WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state);
}

TEST_F(StoreTest, AFullDiskLeavesTheStoreAsItWas) {
    open().write(provenance("4.0"), every_kind());
    std::string const before = read_file(path_);
    int const status = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{400000, 400000};
        setrlimit(RLIMIT_FSIZE, &limit);
        Store store = open();
        std::vector<std::int64_t> many(300000, 1900);
        std::string const message = message_of([&] { store.write(provenance("5.0"), {{numbers("year", many)}}); });
        return message.find("cannot be read or written") == std::string::npos ? 1 : 0;
    });
    EXPECT_EQ(status, 0);
    EXPECT_EQ(open(Store::Access::Read).list().size(), 1U);
    EXPECT_THAT(open(Store::Access::Read).verify(), testing::IsEmpty());
}

TEST_F(StoreTest, FoldersThatCannotBeWrittenAreSaid) {
    write_file(folder_ / "file", "x");
    EXPECT_THAT(message_of([&] { Store(folder_ / "file" / "sub" / "store.sqlite", Store::Access::Write); }),
                testing::HasSubstr("no store can be made in this folder (Not a directory)"));
    open().write(provenance(), every_kind());
    chmod(folder_.c_str(), 0555);
    chmod(path_.c_str(), 0444);
    int const status = in_child([&] {
        if (geteuid() == 0 && setuid(65534) != 0) return 9; // root may write anywhere
        for (fs::path const& place : {folder_ / "new" / "store.sqlite", folder_ / "new.sqlite"})
            if (message_of([&] {
                    Store(place, Store::Access::Write);
                }).find("no store can be made in this folder (Permission denied)") == std::string::npos)
                return 1;
        if (open(Store::Access::Read).read("nmc").rows() != 3) return 3;
        if (message_of([&] { open().write(provenance("6.0"), every_kind()); }).find("no permission to write") ==
            std::string::npos)
            return 4;
        return 0;
    });
    chmod(folder_.c_str(), 0755);
    EXPECT_EQ(status, 0);
}

TEST_F(StoreTest, MakesItsFolder) {
    Store(folder_ / "a" / "b" / "store.sqlite", Store::Access::Write);
    EXPECT_TRUE(fs::exists(folder_ / "a" / "b" / "store.sqlite"));
}

TEST(StorePath, FollowsTheXdgRules) {
    EXPECT_EQ(in_child([] {
                  setenv("XDG_DATA_HOME", "/data", 1);
                  setenv("HOME", "/home/me", 1);
                  if (Store::default_path() != "/data/casus/store.sqlite") return 1;
                  setenv("XDG_DATA_HOME", "relative", 1);
                  if (Store::default_path() != "/home/me/.local/share/casus/store.sqlite") return 2;
                  unsetenv("XDG_DATA_HOME");
                  unsetenv("HOME");
                  return message_of([] { (void)Store::default_path(); }).find("--store") == std::string::npos ? 3 : 0;
              }),
              0);
}

// A kill at any moment.

/// Two columns that say which turn wrote them; large enough that a write takes many pages.
Table turn(std::int64_t n) {
    std::vector<std::int64_t> const cells(200000, n);
    return {{numbers("a", cells), numbers("b", cells)}};
}

/// Writes turn after turn from `begin` on, and a byte into the pipe before each.
[[noreturn]] void write_for_ever(Store store, int begin, int pipe_end) {
    for (int n = begin;; ++n) {
        if (write(pipe_end, "", 1) != 1) _exit(1);
        store.write(provenance("5.0", std::to_string(n)), turn(n % 2 == 0 ? 70000 + n : n));
    }
}

/// Starts a child that writes, and kills it in its second write, when the given share of the time that the first took
/// has passed.
void kill_in_second_write(fs::path const& path, int begin, double share) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    pid_t const child = fork();
    if (child == 0) write_for_ever(Store(path, Store::Access::Write), begin, ends[1]);
    close(ends[1]);
    char byte = 0;
    ASSERT_EQ(::read(ends[0], &byte, 1), 1);
    auto const first = std::chrono::steady_clock::now();
    ASSERT_EQ(::read(ends[0], &byte, 1), 1);
    auto const second = std::chrono::steady_clock::now();
    std::this_thread::sleep_for((second - first) * share);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ends[0]);
}

TEST_F(StoreTest, AKillAtAnyMomentLeavesItAsBeforeOrAfter) {
    open().write(provenance("4.0", "0"), turn(0));
    for (int n = 0; n < 30; ++n) {
        kill_in_second_write(path_, 1 + 100 * n, n / 30.0); // turns that nobody has written, or nothing would be
        Store store = open(n % 2 == 0 ? Store::Access::Read : Store::Access::Write);
        ASSERT_THAT(store.verify(), testing::IsEmpty());
        ASSERT_TRUE(store.find("nmc@4.0"));
        auto const last = store.find("nmc@5.0");
        ASSERT_TRUE(last) << "the first write was over";
        int const whole = std::stoi(last->sha256);
        Table const table = store.read("nmc@5.0");
        ASSERT_EQ(table.columns.size(), 2U);
        for (char const* const column : {"a", "b"}) {
            ASSERT_EQ(table[column].rows(), 200000U);
            ASSERT_EQ(table[column].number(199999), whole % 2 == 0 ? 70000 + whole : whole);
        }
    }
}

TEST(OlderVersion, GoesNumberByNumber) {
    std::vector<std::string> const order{"3.1", "3.2", "4.0", "4.01", "4.02", "4.1", "5", "5.0", "5.1", "10", "10.2"};
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = 0; j < order.size(); ++j)
            EXPECT_EQ(older_version(order[i], order[j]), i < j) << order[i] << " " << order[j];
    EXPECT_TRUE(older_version("2.1-beta", "2.1-gamma"));
    EXPECT_TRUE(older_version("2020-04", "2025-07"));
    EXPECT_FALSE(older_version("", ""));
}

TEST(OlderVersion, AFormOfAReleaseStandsBehindIt) {
    EXPECT_TRUE(older_version("2012-names", "2012")); // panels want the form with codes
    EXPECT_FALSE(older_version("2012", "2012-names"));
    EXPECT_TRUE(older_version("2012-names", "2012.1"));
    EXPECT_TRUE(older_version("2011", "2012-names"));
    EXPECT_TRUE(older_version("2024", "2024-06"));
}

} // namespace
} // namespace casus::data
