// casus cite: the BibTeX of the data sets that a work rests on.
#include "data_verbs.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/data/import/source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace casus::app {

namespace {

struct CiteOptions {
    std::vector<std::string> datasets;
    std::string panel;
    std::string result;
    std::string store;
};

/// A data set, and the version where one is known.
struct Cited {
    std::string dataset;
    std::string version;

    friend bool operator==(Cited const&, Cited const&) = default;
};

void add(std::vector<Cited>& all, Cited cited) {
    if (std::ranges::find(all, cited) == all.end()) all.push_back(std::move(cited));
}

/// Every {"dataset": …} in a list called "sources", at any depth.
void collect(nlohmann::json const& value, std::vector<Cited>& all) {
    if (value.is_object() && value.contains("sources") && value["sources"].is_array())
        for (nlohmann::json const& source : value["sources"])
            if (source.is_object() && source.contains("dataset") && source["dataset"].is_string()) {
                bool const versioned = source.contains("version") && source["version"].is_string();
                add(all, {source["dataset"].get<std::string>(),
                          versioned ? source["version"].get<std::string>() : std::string{}});
            }
    for (nlohmann::json const& inner : value)
        if (inner.is_structured()) collect(inner, all);
}

std::vector<Cited> named_in(std::string const& path) {
    nlohmann::json const document = nlohmann::json::parse(read_file(path), nullptr, false);
    std::vector<Cited> all;
    if (document.is_structured()) collect(document, all);
    if (!all.empty()) return all;
    throw Error(Problem{.place = {.file = path},
                        .what = document.is_discarded() ? Text{"not JSON", "不是 JSON"}
                                                        : Text{"names no data set", "未提及任何数据集"},
                        .found = {},
                        .expected = {R"(a document of Casus with "sources": [{"dataset": …}])",
                                     R"(含 "sources": [{"dataset": …}] 的 Casus 文档)"}});
}

std::vector<Cited> asked_for(CiteOptions const& options) {
    std::vector<Cited> all;
    for (std::string const& name : options.datasets) {
        check_dataset(name);
        std::size_t const at = std::min(name.find('@'), name.size());
        add(all, {name.substr(0, at), at < name.size() ? name.substr(at + 1) : std::string{}});
    }
    for (std::string const& path : {options.panel, options.result})
        if (!path.empty())
            for (Cited& cited : named_in(path)) add(all, std::move(cited));
    if (!options.datasets.empty() || !all.empty()) return all;
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    for (data::Provenance const& of : store.list()) add(all, {of.dataset, of.version});
    if (all.empty())
        throw Error(Problem{.place = {.file = store.path().string()},
                            .what = {"the store holds no data set yet", "数据仓库中还没有数据集"},
                            .found = {},
                            .expected = {"`casus data import FILE…`, or the name of a data set",
                                         "先 `casus data import FILE…`，或给出数据集名称"}});
    return all;
}

/// One entry of a BibTeX text.
struct BibEntry {
    std::string key;
    std::string text;
};

/// The entries of a BibTeX text: each begins with "@" at the beginning of a line.
std::vector<BibEntry> entries_of(std::string const& bibtex) {
    std::vector<BibEntry> entries;
    for (std::size_t at = bibtex.find('@'); at != std::string::npos;) {
        std::size_t const next = bibtex.find("\n@", at);
        std::string text = bibtex.substr(at, next == std::string::npos ? next : next - at);
        text.erase(text.find_last_not_of("\n ") + 1);
        std::size_t const brace = std::min(text.find('{'), text.size() - 1);
        entries.push_back({text.substr(brace + 1, text.find(',') - brace - 1), text});
        at = next == std::string::npos ? next : next + 1;
    }
    return entries;
}

/// What is cited, data set by data set with its keys, and below it every entry once: data sets of one project share
/// theirs.
std::string bibliography(std::vector<Cited> const& all, Call const& call) {
    std::string head;
    std::string body;
    std::vector<std::string> printed;
    for (Cited const& cited : all) {
        data::Source const* const source = data::source_named(cited.dataset);
        std::vector<std::string> keys;
        for (BibEntry const& entry : source ? entries_of(source->citation) : std::vector<BibEntry>{}) {
            keys.push_back(entry.key);
            if (std::ranges::find(printed, entry.key) != printed.end()) continue;
            printed.push_back(entry.key);
            body += "\n" + entry.text + "\n";
        }
        head += fmt::format("% {}{}{}, {}: {}\n", cited.dataset, cited.version.empty() ? "" : " ", cited.version,
                            call.say(title_of(cited.dataset)),
                            keys.empty() ? call.say({"no citation known", "引文不详"})
                                         : fmt::format("{}", fmt::join(keys, ", ")));
    }
    return head + body;
}

} // namespace

void add_cite(CLI::App& program, Call const& call) {
    auto options = std::make_shared<CiteOptions>();
    Verb verb(program, call, "cite", {"BibTeX of the data sets that a work rests on", "给出所用数据集的 BibTeX"},
              "casus cite nmc atop-member\n  casus cite --panel panel.coverage.json > data.bib",
              [options, &call] { print(bibliography(asked_for(*options), call)); });
    verb.add_optional_arguments("DATASET", options->datasets,
                                {"data sets; otherwise all in the store", "数据集；未给出则为仓库中的全部"});
    verb.add_option(
        "--panel", "FILE", options->panel,
        {"those that a panel was made from, as its coverage file says", "面板所用的数据集，据其覆盖说明文件"});
    verb.add_option("--result", "FILE", options->result,
                    {"those that a result in JSON was made from", "某一 JSON 结果所用的数据集"});
    verb.add_store(options->store);
    verb.add_language();
}

} // namespace casus::app
