// casus data import FILE…: from files as they were published to the store.
#include "data_verbs.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/base/progress.hpp"
#include "casus/data/store/import_files.hpp"
#include "casus_version.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace casus::app {

namespace {

namespace fs = std::filesystem;
using Kind = data::FileOutcome::Kind;

struct DataImportOptions {
    std::vector<std::string> paths;
    std::string insist;
    std::string store;
    bool reject_bad_rows = false;
    std::uint64_t threads = default_threads();
};

/// The files to import, each once, and what the folders among the paths hold besides.
struct Files {
    std::vector<fs::path> all;
    std::vector<bool> named; ///< by the user, not found in a folder
    std::size_t others = 0;
};

Files find_files(std::vector<std::string> const& paths) {
    Files files;
    std::vector<std::pair<fs::path, bool>> found;
    for (std::string const& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            found.emplace_back(path, true);
            continue;
        }
        data::FolderFiles const below = data::files_below(path);
        for (fs::path const& file : below.files) found.emplace_back(file, false);
        files.others += below.others;
    }
    // A file that is named and lies in a named folder as well counts as named: it sorts before the other.
    std::ranges::sort(found, [](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : a.second && !b.second;
    });
    for (auto& [path, named] : found)
        if (files.all.empty() || files.all.back() != path) {
            files.all.push_back(std::move(path));
            files.named.push_back(named);
        }
    return files;
}

Number count(std::size_t n) { return {.value = static_cast<double>(n), .decimals = 0}; }

Table table_of(std::vector<data::FileOutcome> const& outcomes, Kind kind) {
    bool const fresh = kind == Kind::Imported;
    Table table{.id = fresh ? "imported" : "there-already",
                .title = fresh ? Text{"Imported", "已导入"}
                               : Text{"There already, from the same file", "此前已由同一文件导入"},
                .note = {},
                .columns = {{"release", {"data set", "数据集"}},
                            {"rows", {"rows", "保留行"}},
                            {"rejected", {"rejected", "拒收行"}},
                            {"file", {"file", "文件"}},
                            {"missing", {"codes for missing", "缺失代码"}}},
                .rows = {}};
    for (data::FileOutcome const& outcome : outcomes) {
        if (outcome.kind != kind) continue;
        data::Provenance const& of = outcome.provenance;
        table.rows.push_back({Text{of.dataset + "@" + of.version, {}}, count(of.rows_kept), count(of.rejected.size()),
                              short_name(of.file), Text{missing_summary(of), {}}});
    }
    return table;
}

/// What is wrong with a file in one line, and how much more. What has no line is wrong with the file as a whole and
/// goes on from the first: "the nearest is nmc@6.0, but there is" "no column 'cinc'".
Text in_one_line(std::vector<Problem> const& problems) {
    Text line{render(problems.front(), Language::English), render(problems.front(), Language::Chinese)};
    std::size_t said = 1;
    if (problems.size() > 1 && problems[0].place.line == 0 && problems[1].place.line == 0) {
        line.en += " " + problems[1].what.en;
        line.zh += problems[1].what.zh;
        ++said;
    }
    if (problems.size() > said) {
        line.en += fmt::format(" (and {} more)", problems.size() - said);
        line.zh += fmt::format("（另有 {} 处）", problems.size() - said);
    }
    return line;
}

/// Where another file of the same release was taken, or another release would fit.
void note_rivals(Notes& notes, std::string const& file, data::FileOutcome const& outcome) {
    data::Provenance const& of = outcome.provenance;
    if (outcome.kind == Kind::Outdone) {
        notes.items.push_back(
            {fmt::format("{}: left out, since {} is {}@{} too, with {} rows; import it alone to have it instead", file,
                         of.file, of.dataset, of.version, of.rows_kept),
             fmt::format("{}：未采用，因为 {} 也是 {}@{}，有 {} 行；若要改用它，请单独导入", file, of.file, of.dataset,
                         of.version, of.rows_kept)});
    } else if (!outcome.fits_as_well.empty()) {
        std::string const& first = outcome.fits_as_well.front();
        notes.items.push_back(
            {fmt::format("{}: fits {} as well; `--as {}` to insist", file, fmt::join(outcome.fits_as_well, ", "),
                         first),
             fmt::format("{}：也符合 {}；可用 --as {} 指定", file, fmt::join(outcome.fits_as_well, "、"), first)});
    }
}

Notes notes_on(std::vector<data::FileOutcome> const& outcomes, Files const& files) {
    Notes notes{.id = "notes", .title = {"Worth knowing", "说明"}, .items = {}};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        std::string const file = files.all[i].filename().string();
        note_rivals(notes, file, outcomes[i]);
        if (outcomes[i].kind != Kind::Imported) continue;
        if (Text const rejected = rejected_summary(outcomes[i].provenance); !rejected.empty())
            notes.items.push_back({fmt::format("{}: rejected {}", file, rejected.en),
                                   fmt::format("{}：拒收 {}", file, rejected.in(Language::Chinese))});
        for (Text const& note : outcomes[i].provenance.notes)
            notes.items.push_back({file + ": " + note.en, file + "：" + note.in(Language::Chinese)});
    }
    if (files.others > 0)
        notes.items.push_back({fmt::format("passed over: {} files in folders that are not named as data (.csv, .tab, "
                                           ".tsv, .txt, .dta, or one of these with .gz)",
                                           files.others),
                               fmt::format("文件夹中有 {} 个文件的扩展名不是数据（.csv、.tab、.tsv、.txt、.dta，"
                                           "或其 .gz），未读取",
                                           files.others)});
    return notes;
}

/// What lay in folders and is no data set that Casus knows: said, but no failure.
Notes not_taken(std::vector<data::FileOutcome> const& outcomes, Files const& files) {
    Notes notes{.id = "not-taken", .title = {"Not taken", "未导入"}, .items = {}};
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes[i].kind == Kind::Failed && !files.named[i])
            notes.items.push_back(in_one_line(outcomes[i].problems));
    return notes;
}

Chapter chapter_of(std::vector<data::FileOutcome> const& outcomes, Files const& files) {
    Chapter chapter{.id = "import", .title = {"Import", "导入"}, .lead = {}, .shapes = {}};
    for (Kind const kind : {Kind::Imported, Kind::AlreadyThere})
        if (Table table = table_of(outcomes, kind); !table.rows.empty()) chapter.shapes.emplace_back(std::move(table));
    if (Notes notes = not_taken(outcomes, files); !notes.items.empty()) chapter.shapes.emplace_back(std::move(notes));
    if (Notes notes = notes_on(outcomes, files); !notes.items.empty()) chapter.shapes.emplace_back(std::move(notes));
    return chapter;
}

/// Everything wrong with the files that the user named.
std::vector<Problem> failures(std::vector<data::FileOutcome> const& outcomes, Files const& files) {
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (outcomes[i].kind == Kind::Failed && files.named[i])
            problems.insert(problems.end(), outcomes[i].problems.begin(), outcomes[i].problems.end());
    return problems;
}

Error nothing_to_import() {
    return Error(Problem{.place = {},
                         .what = {"no file to import", "没有可导入的文件"},
                         .found = {},
                         .expected = {"files, or folders with files named .csv, .tab, .tsv, .txt, .dta, or one of "
                                      "these with .gz",
                                      "文件，或含有 .csv、.tab、.tsv、.txt、.dta 或其 .gz 文件的文件夹"}});
}

void import_data(DataImportOptions const& options, Call const& call) {
    if (!options.insist.empty()) check_dataset(options.insist);
    Files const files = find_files(options.paths);
    if (files.all.empty()) throw nothing_to_import();
    data::Store store(store_path(options.store), data::Store::Access::Write);
    data::ImportRun const run{
        .file = {.insist = options.insist, .reject_bad_rows = options.reject_bad_rows},
        .imported_at =
            fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                        fmt::gmtime(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()))),
        .program = program_version,
        .threads = options.threads};
    std::vector<data::FileOutcome> outcomes;
    {
        Progress progress(call.say({"importing", "导入"}), files.all.size());
        outcomes = data::import_files(store, files.all, run, &progress);
    }
    std::string const place = store.path().string();
    Chapter chapter = chapter_of(outcomes, files);
    if (!chapter.shapes.empty())
        print_report(report_of("data import", {"Into the store " + place, "导入数据仓库 " + place}, {chapter}), call);
    auto problems = failures(outcomes, files);
    if (!problems.empty()) throw Error(std::move(problems));
}

} // namespace

void add_data_import(CLI::App& data, Call const& call) {
    auto options = std::make_shared<DataImportOptions>();
    Verb verb(data, call, "import", {"read files as they were published and keep them", "按发布时的原样读取文件并保存"},
              "casus data import NMC-60-abridged.csv ~/data/atop\n  casus data import mine.csv --as nmc@5.0 "
              "--reject-bad-rows",
              [options, &call] { import_data(*options, call); });
    verb.add_arguments(
        "FILE", options->paths,
        {"files, and folders of files, as the distributor has them", "分发者原样的文件，或其所在文件夹"});
    verb.add_option("--as", "DATASET", options->insist,
                    {"insist on a data set, \"nmc\", or a release, \"nmc@5.0\", instead of what the file looks like",
                     "指定数据集“nmc”或其版本“nmc@5.0”，而非按文件内容识别"});
    verb.add_flag("--reject-bad-rows", options->reject_bad_rows,
                  {"leave out rows that cannot be taken, and count them, instead of refusing the file",
                   "略去并计数无法接受的行，而非拒收整个文件"});
    verb.add_store(options->store);
    verb.add_number("--threads", "N", options->threads, 1, 1024, {"threads that read", "读取线程数"});
    verb.add_language();
}

} // namespace casus::app
