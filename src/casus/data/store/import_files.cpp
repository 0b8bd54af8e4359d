#include "casus/data/store/import_files.hpp"

#include "casus/base/file.hpp"
#include "casus/base/in_order.hpp"
#include "casus/base/parallel.hpp"
#include "casus/data/store/dataset_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace casus::data {

namespace {

namespace fs = std::filesystem;

/// A file as read, or what is wrong with it.
struct Reading {
    Import import;
    std::vector<Problem> problems;
};

std::string release_of(Provenance const& provenance) { return provenance.dataset + '@' + provenance.version; }

bool insisted_on(Provenance const& provenance, std::string_view insist) {
    DatasetName const name = dataset_name(insist);
    return insist.empty() ||
           (name.dataset == provenance.dataset && (!name.version || *name.version == provenance.version));
}

/// Readers know a file by its name; which of several so named it is, its path says.
std::vector<Problem> with_path(std::vector<Problem> problems, fs::path const& path) {
    for (Problem& problem : problems)
        if (problem.place.file == path.filename()) problem.place.file = path.string();
    return problems;
}

/// Files are read twice, once for their hash.
void demand_file(fs::path const& path) {
    std::error_code ignored;
    fs::file_status const status = fs::status(path, ignored);
    if (!fs::exists(status) || fs::is_regular_file(status)) return;
    throw Error(Problem{.place = {.file = path.string()},
                        .what = {"a pipe or a device, and no file", "这是管道或设备，不是文件"},
                        .found = {},
                        .expected = {"a file on a disk, which may be gzipped", "磁盘上的文件，可以是 gzip"}});
}

class FilesToStore {
public:
    FilesToStore(Store& store, std::span<fs::path const> files, ImportRun const& run)
        : store_(store), files_(files), run_(run), outcomes_(files.size()), settled_(files.size()) {}

    /// Finds what the store has from these very files, so that nobody reads them again.
    void find_old() {
        std::vector<std::string> hashes(files_.size());
        parallel_for(files_.size(), 1, run_.threads, [&](std::size_t first, std::size_t last, std::size_t) {
            for (std::size_t i = first; i < last; ++i) try {
                    demand_file(files_[i]);
                    hashes[i] = sha256(read_file(files_[i]));
                } catch (Error const& error) { outcomes_[i].problems = error.problems(); }
        });
        for (Provenance const& old : store_.list())
            for (std::size_t i = 0; i < files_.size(); ++i)
                if (is_from(old, i, hashes[i])) {
                    outcomes_[i] = {.kind = FileOutcome::Kind::AlreadyThere, .provenance = old};
                    taken_[release_of(old)] = {i, old};
                }
        for (std::size_t i = 0; i < files_.size(); ++i)
            settled_[i] = outcomes_[i].kind != FileOutcome::Kind::Failed || !outcomes_[i].problems.empty();
    }

    [[nodiscard]] Reading read(std::size_t i) const {
        if (settled_[i]) return {};
        try {
            return {import_file(files_[i], run_.file), {}};
        } catch (Error const& error) { return {{}, with_path(error.problems(), files_[i])}; }
    }

    void take(std::size_t i, Reading const& reading) {
        if (settled_[i]) return;
        FileOutcome& outcome = outcomes_[i];
        if (!reading.problems.empty()) {
            outcome.problems = reading.problems;
            return;
        }
        outcome.fits_as_well = reading.import.fits_as_well;
        outcome.provenance = reading.import.provenance;
        outcome.provenance.imported_at = run_.imported_at;
        outcome.provenance.program = run_.program;
        auto const rival = taken_.find(release_of(outcome.provenance));
        if (rival != taken_.end() && rival->second.provenance.rows_kept >= outcome.provenance.rows_kept) {
            outcome.kind = FileOutcome::Kind::Outdone;
            outcome.provenance = rival->second.provenance;
            return;
        }
        bool const written = store_.write(outcome.provenance, reading.import.table);
        outcome.kind = written ? FileOutcome::Kind::Imported : FileOutcome::Kind::AlreadyThere;
        if (rival != taken_.end()) {
            outcomes_[rival->second.file].kind = FileOutcome::Kind::Outdone;
            outcomes_[rival->second.file].provenance = outcome.provenance;
        }
        taken_[release_of(outcome.provenance)] = {i, outcome.provenance};
    }

    [[nodiscard]] std::vector<FileOutcome> outcomes() && { return std::move(outcomes_); }

private:
    /// The file whose table the store now has for a release.
    struct Taken {
        std::size_t file = 0;
        Provenance provenance;
    };

    [[nodiscard]] bool is_from(Provenance const& old, std::size_t i, std::string const& hash) const {
        return old.sha256 == hash && old.file == files_[i].filename().string() && old.program == run_.program &&
               insisted_on(old, run_.file.insist);
    }

    Store& store_;
    std::span<fs::path const> files_;
    ImportRun const& run_;
    std::vector<FileOutcome> outcomes_;
    std::vector<bool> settled_;          ///< before any file was read
    std::map<std::string, Taken> taken_; ///< by release
};

bool named_as_data(fs::path const& file) {
    static std::set<std::string> const endings{".csv", ".tab", ".tsv", ".txt", ".dta"};
    fs::path name = file.filename();
    if (name.extension() == ".gz") name = name.stem();
    std::string ending = name.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return endings.contains(ending);
}

bool is_hidden(fs::path const& path) { return path.filename().string().starts_with("."); }

} // namespace

std::vector<FileOutcome> import_files(Store& store, std::span<fs::path const> files, ImportRun const& run,
                                      Progress* progress) {
    FilesToStore all(store, files, run);
    all.find_old();
    make_in_parallel_take_in_order(
        files.size(), run.threads, [&](std::size_t i) { return all.read(i); },
        [&](std::size_t i, Reading const& reading) {
            all.take(i, reading);
            if (progress) progress->advance(1);
        });
    return std::move(all).outcomes();
}

FolderFiles files_below(fs::path const& folder) {
    FolderFiles found;
    std::error_code failure;
    fs::recursive_directory_iterator at(folder, failure);
    for (fs::recursive_directory_iterator const end; !failure && at != end; at.increment(failure)) {
        std::error_code ignored;
        if (is_hidden(at->path()))
            at.disable_recursion_pending();
        else if (!at->is_regular_file(ignored))
            continue;
        else if (named_as_data(at->path()))
            found.files.push_back(at->path());
        else
            ++found.others;
    }
    if (failure) {
        Text const why = reason_of(failure.value());
        throw Error(Problem{.place = {.file = folder.string()},
                            .what = {fmt::format("the folder cannot be read ({})", why.en),
                                     fmt::format("无法读取文件夹（{}）", why.zh)}});
    }
    std::ranges::sort(found.files);
    return found;
}

} // namespace casus::data
