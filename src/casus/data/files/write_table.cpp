#include "casus/data/files/write_table.hpp"

#include "casus/data/files/csv_text.hpp"
#include "casus/data/files/gzip_stream.hpp"
#include "casus/data/files/stata_table.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/base/parallel.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace casus::data {

namespace {

/// Calls make(piece, slot) for pieces 0 … count−1 in parallel and take(slot) for each in their order, on one thread at a
/// time. While a round of pieces is made, the round before is taken: there are two rounds of slots.
class Rounds {
public:
    explicit Rounds(std::size_t threads) : threads_(threads), per_round_(4 * threads) {}

    [[nodiscard]] std::size_t slots() const { return 2 * per_round_; }

    void run(std::size_t count, std::function<void(std::size_t piece, std::size_t slot)> const& make,
             std::function<void(std::size_t slot)> const& take) const {
        for (std::size_t first = 0; first < count + per_round_; first += per_round_) {
            std::size_t const before = first < per_round_ ? first : first - per_round_;
            std::size_t const making = first < count ? std::min(per_round_, count - first) : 0;
            parallel_for(1 + making, 1, threads_, [&](std::size_t task, std::size_t, std::size_t) {
                if (task > 0) return make(first + task - 1, slot_of(first + task - 1));
                for (std::size_t piece = before; piece < std::min(first, count); ++piece) take(slot_of(piece));
            });
        }
    }

private:
    [[nodiscard]] std::size_t slot_of(std::size_t piece) const { return piece % slots(); }

    std::size_t threads_;
    std::size_t per_round_;
};

/// Rows that make about a quarter of a megabyte, whatever the threads: gzip's pieces are part of the bytes.
std::size_t rows_per_piece(Table const& table) {
    constexpr std::size_t cells = std::size_t{1} << 16;
    return std::max<std::size_t>(1, cells / table.columns.size());
}

void write_csv(FileWriter& file, Table const& table, std::size_t threads) {
    CsvText const text(table);
    std::size_t const rows = rows_per_piece(table);
    Rounds const rounds(threads);
    std::vector<Values<char>> pieces(rounds.slots());
    file.write(text.header());
    rounds.run((table.rows() + rows - 1) / rows,
               [&](std::size_t piece, std::size_t slot) {
                   pieces[slot].clear();
                   text.append_rows(piece * rows, std::min(table.rows(), (piece + 1) * rows), pieces[slot]);
               },
               [&](std::size_t slot) {
                   file.write({pieces[slot].data(), pieces[slot].size()});
               });
}

void write_csv_gz(FileWriter& file, Table const& table, std::size_t threads) {
    CsvText const text(table);
    std::size_t const rows = 4 * rows_per_piece(table);
    Rounds const rounds(threads);
    std::vector<Values<char>> texts(rounds.slots());
    std::vector<GzipPiece> pieces(rounds.slots());
    GzipFrame frame;
    auto const take = [&](GzipPiece const& piece) {
        frame.add(piece);
        file.write({piece.compressed.data(), piece.compressed.size()});
    };
    file.write(GzipFrame::header());
    take(gzip_piece(text.header()));
    rounds.run((table.rows() + rows - 1) / rows,
               [&](std::size_t piece, std::size_t slot) {
                   texts[slot].clear();
                   text.append_rows(piece * rows, std::min(table.rows(), (piece + 1) * rows), texts[slot]);
                   pieces[slot] = gzip_piece({texts[slot].data(), texts[slot].size()});
               },
               [&](std::size_t slot) { take(pieces[slot]); });
    file.write(frame.trailer());
}

} // namespace

void write_table(std::filesystem::path const& path, Table const& table, std::vector<std::string> const& labels,
                 std::size_t threads) {
    std::string const name = path.filename().string();
    void (*write)(FileWriter&, Table const&, std::size_t) = nullptr;
    if (name.ends_with(".csv")) write = write_csv;
    if (name.ends_with(".csv.gz")) write = write_csv_gz;
    bool const stata = name.ends_with(".dta");
    if (!write && !stata)
        throw Error(Problem{.place = {.file = path.string()},
                            .what = {"a name whose ending says no format", "文件名的结尾不对应任何格式"},
                            .found = path.extension().string(),
                            .expected = {".csv, .csv.gz or .dta", ".csv、.csv.gz 或 .dta"}});
    FileWriter file(path);
    if (stata)
        write_stata(file, path.string(), table, labels);
    else
        write(file, table, threads);
    file.finish();
}

} // namespace casus::data
