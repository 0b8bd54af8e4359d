#include "casus/data/import/import.hpp"

#include "casus/data/files/content.hpp"
#include "casus/data/files/rows.hpp"
#include "casus/data/import/intake.hpp"
#include "casus/data/import/seen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cctype>
#include <set>
#include <utility>

namespace casus::data {

namespace {

constexpr std::size_t most_problems = 20;

/// The columns of a file as they will stand in the table.
std::vector<Intake> intakes(Source const& source, std::vector<std::string> const& header) {
    std::vector<Intake> result;
    std::set<std::string> names;
    std::vector<bool> taken(header.size());
    std::vector<int> const places = columns_in(source, header);
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::size_t const at = static_cast<std::size_t>(places[i]);
        if (places[i] < 0 || taken[at]) continue;
        taken[at] = true;
        names.insert(source.columns[i].name);
        result.emplace_back(source.columns[i].name, at, &source.columns[i]);
    }
    for (std::size_t at = 0; source.keeps_others && at < header.size(); ++at) {
        if (taken[at]) continue;
        std::string name = header[at];
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (name.empty() && at == 0 && !names.contains("row")) name = "row"; // the row numbers that R writes
        if (name.empty() || names.contains(name)) name += fmt::format("{}column_{}", name.empty() ? "" : "_", at + 1);
        names.insert(name);
        result.emplace_back(std::move(name), at, nullptr);
    }
    return result;
}

/// One reading of all rows.
class Reading {
public:
    Reading(Rows& rows, Source const& source, bool reject_bad_rows)
        : rows_(rows), source_(source), reject_bad_rows_(reject_bad_rows), intakes_(intakes(source, rows.header())),
          cells_(intakes_.size()) {}

    std::vector<Intake>& columns() { return intakes_; }

    /// All rows, the first of which `rows` stands on.
    void run() {
        do {
            ++rows_read_;
            row();
        } while (rows_.next());
        if (bad_ == 0) return;
        if (bad_ > problems_.size())
            problems_.push_back({{rows_.place(0).file},
                                 {fmt::format("and {} more", bad_ - problems_.size()),
                                  fmt::format("此外还有 {} 处", bad_ - problems_.size())}});
        throw Error(std::move(problems_));
    }

    [[nodiscard]] bool spelling_lost() const { return std::ranges::any_of(intakes_, &Intake::spelling_lost); }

    /// What was read, into the provenance and a table.
    Table finish(Provenance& provenance) {
        provenance.rows_read = rows_read_;
        provenance.rejected = std::move(rejected_);
        Table table;
        for (Intake& intake : intakes_) {
            intake.count_missing(provenance.missing);
            table.columns.push_back(intake.finish());
        }
        return table;
    }

private:
    Rows& rows_;
    Source const& source_;
    bool reject_bad_rows_;
    std::vector<Intake> intakes_;
    std::vector<Cell> cells_;
    Seen seen_;
    std::size_t rows_read_ = 0;
    std::size_t bad_ = 0; ///< faults that are no mere rejections
    std::vector<Problem> problems_;
    std::vector<Rejected> rejected_;

    void row() {
        auto const written = rows_.cells();
        if (std::ranges::all_of(written, &std::string_view::empty)) return reject({"an empty row", "空行"});
        if (written.size() != rows_.header().size()) return complain(length_problem(written.size()));
        if (!source_.repeats_are_rows && repeats(written))
            return reject({"the same as an earlier row", "与前面某行完全相同"});
        bool good = true;
        for (std::size_t i = 0; i < intakes_.size() && (good || !reject_bad_rows_); ++i) {
            read_cell(written[intakes_[i].position()], cells_[i]);
            Intake::Fault const fault = intakes_[i].check(cells_[i]);
            if (fault == Intake::Fault::None) continue;
            good = false;
            complain(intakes_[i].problem(fault, cells_[i], rows_.place(intakes_[i].position())));
        }
        if (!good) return;
        for (std::size_t i = 0; i < intakes_.size(); ++i) intakes_[i].take(cells_[i]);
    }

    bool repeats(std::span<std::string_view const> written) {
        Fingerprint print;
        for (std::string_view const cell : written) print.add(cell);
        return seen_.insert(print);
    }

    [[nodiscard]] Problem length_problem(std::size_t cells) const {
        std::size_t const wanted = rows_.header().size();
        return {
            rows_.place(0),
            {fmt::format("a row of {} {}", cells, cells == 1 ? "cell" : "cells"), fmt::format("该行有 {} 格", cells)},
            {},
            {fmt::format("{}, as in the header", wanted), fmt::format("{} 格，与表头一致", wanted)}};
    }

    void reject(Text reason) {
        Place const place = rows_.place(0);
        rejected_.push_back({place.line > 0 ? place.line : place.column, std::move(reason)});
    }

    void complain(Problem problem) {
        if (reject_bad_rows_) {
            problem.place = {};
            reject({render(problem, Language::English), render(problem, Language::Chinese)});
            return;
        }
        if (++bad_ <= most_problems) problems_.push_back(std::move(problem));
    }
};

/// Rows whose key an earlier row has.
std::size_t repeated_keys(Table const& table, std::vector<std::string> const& keys) {
    Seen seen;
    std::vector<Fingerprint> prints(table.rows());
    for (std::string const& key : keys) {
        Column const* const column = table.find(key);
        if (!column) continue;
        for (std::size_t row = 0; row < prints.size(); ++row) {
            if (column->is_text())
                prints[row].add(column->word(row));
            else
                prints[row].add(std::bit_cast<std::uint64_t>(column->number(row)));
        }
    }
    return static_cast<std::size_t>(
        std::ranges::count_if(prints, [&](Fingerprint const& print) { return seen.insert(print); }));
}

void note_repeated_keys(Source const& source, Import& import) {
    if (source.keys.empty()) return;
    std::size_t const count = repeated_keys(import.table, source.keys);
    if (count == 0) return;
    import.provenance.notes.push_back({fmt::format("{} {} with the same {} as an earlier one", count,
                                                   count == 1 ? "row" : "rows", fmt::join(source.keys, " and ")),
                                       fmt::format("{} 行的 {} 与前面某行相同", count, fmt::join(source.keys, "、"))});
}

/// The release's coverage; where it says nothing, the years that the rows have.
void cover(SourceVersion const& version, Import& import) {
    Provenance& provenance = import.provenance;
    provenance.first_year = version.first_year;
    provenance.last_year = version.last_year;
    Column const* const year = import.table.find("year");
    if (version.first_year != 0 || !year || year->is_text()) return;
    for (std::size_t row = 0; row < year->rows(); ++row) {
        if (year->is_missing(row)) continue;
        int const value = static_cast<int>(year->number(row));
        if (provenance.first_year == 0 || value < provenance.first_year) provenance.first_year = value;
        provenance.last_year = std::max(provenance.last_year, value);
    }
}

/// Rows that stand on the first row of a file that has been recognised.
struct Opened {
    std::unique_ptr<Rows> rows;
    Recognised recognised;
    int skip;
};

/// Opens the file as sources with `skip` lines before their header would have it.
Opened open_as(Content const& content, int skip, std::string_view insist) {
    std::unique_ptr<Rows> rows = open_rows(content, skip);
    rows->next();
    Recognised recognised = recognise(content.name, rows->header(), rows->cells(), insist);
    return {std::move(rows), std::move(recognised), skip};
}

/// Files may begin with lines of notes: where the file is nothing that Casus knows from its first line on, it may be
/// something from a later one on. What is wrong is said of the first line.
Opened open_recognised(Content const& content, std::string_view insist) {
    std::set<int> skips;
    for (Source const& source : all_sources()) skips.insert(source.skip);
    skips.erase(0);
    try {
        return open_as(content, 0, insist);
    } catch (Error const&) {
        for (int const skip : skips) {
            try {
                Opened opened = open_as(content, skip, insist);
                if (opened.recognised.source->skip == skip) return opened;
            } catch (Error const&) { // nor from this line on
            }
        }
        throw;
    }
}

} // namespace

Import import_file(std::filesystem::path const& path, ImportOptions const& options) {
    Content const content = read_content(path);
    Opened opened = open_recognised(content, options.insist);
    Source const& source = *opened.recognised.source;
    Import import;
    import.fits_as_well = opened.recognised.other;
    import.provenance.dataset = source.dataset;
    import.provenance.version = opened.recognised.version->version;
    import.provenance.file = content.name;
    import.provenance.sha256 = content.sha256;

    Reading reading(*opened.rows, source, options.reject_bad_rows);
    reading.run();
    if (reading.spelling_lost()) {
        auto const rows = open_rows(content, opened.skip);
        rows->next();
        Reading again(*rows, source, options.reject_bad_rows);
        for (std::size_t i = 0; i < again.columns().size(); ++i)
            if (reading.columns()[i].spelling_lost()) again.columns()[i].make_text();
        again.run();
        import.table = again.finish(import.provenance);
    } else {
        import.table = reading.finish(import.provenance);
    }
    if (source.reshape) import.table = source.reshape(std::move(import.table));
    import.provenance.rows_kept = import.table.rows();
    cover(*opened.recognised.version, import);
    note_repeated_keys(source, import);
    return import;
}

} // namespace casus::data
