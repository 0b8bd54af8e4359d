// casus data list, verify and remove: what the store has.
#include "data_verbs.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>

#include <memory>

namespace casus::app {

namespace {

using Json = nlohmann::ordered_json;

struct DataListOptions {
    std::string store;
    std::string dataset;
    std::string json;
};

Json json_of(data::Provenance const& of) {
    Json entry;
    entry["dataset"] = of.dataset;
    entry["version"] = of.version;
    entry["title"] = report::text_json(title_of(of.dataset));
    entry["first_year"] = of.first_year;
    entry["last_year"] = of.last_year;
    entry["file"] = of.file;
    entry["sha256"] = of.sha256;
    entry["rows_read"] = of.rows_read;
    entry["rows_kept"] = of.rows_kept;
    entry["rejected"] = Json::array();
    for (data::Rejected const& row : of.rejected)
        entry["rejected"].push_back({{"line", row.line}, {"reason", report::text_json(row.reason)}});
    entry["missing"] = Json::array();
    for (data::MissingCount const& count : of.missing)
        entry["missing"].push_back({{"column", count.column}, {"code", count.code}, {"cells", count.cells}});
    entry["notes"] = Json::array();
    for (Text const& note : of.notes) entry["notes"].push_back(report::text_json(note));
    entry["imported_at"] = of.imported_at;
    entry["program"] = of.program;
    return entry;
}

Number count(std::size_t n) { return {.value = static_cast<double>(n), .decimals = 0}; }

Table table_of(std::vector<data::Provenance> const& all) {
    Table table{.id = "data",
                .title = {"Data sets", "数据集"},
                .note = {},
                .columns = {{"release", {"data set", "数据集"}},
                            {"years", {"years", "年份"}},
                            {"rows", {"rows", "行数"}},
                            {"rejected", {"rejected", "拒收"}},
                            {"file", {"file", "文件"}},
                            {"imported", {"imported", "导入日期"}}},
                .rows = {}};
    for (data::Provenance const& of : all) {
        std::string const years = year_range(of.first_year, of.last_year);
        std::string const day = of.imported_at.substr(0, of.imported_at.find('T'));
        table.rows.push_back({Text{of.dataset + "@" + of.version, {}}, Text{years, {}}, count(of.rows_kept),
                              count(of.rejected.size()), short_name(of.file), Text{day, {}}});
    }
    return table;
}

void list(DataListOptions const& options, Call const& call) {
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    auto const all = store.list();
    auto const document = [&] {
        Json json{{"schema", "casus.data/1"}, {"store", store.path().string()}, {"data", Json::array()}};
        for (data::Provenance const& of : all) json["data"].push_back(json_of(of));
        return json;
    };
    if (json_is_all(options.json, document)) return;
    Chapter chapter{.id = "data", .title = {"In the store", "仓库中的数据"}, .lead = {}, .shapes = {table_of(all)}};
    if (all.empty()) {
        chapter.lead = {"Nothing yet: `casus data import FILE…` puts data sets in.",
                        "还没有数据：用 `casus data import FILE…` 导入。"};
        chapter.shapes.clear();
    }
    std::string const place = store.path().string();
    print_report(report_of("data list", {"The store " + place, "数据仓库 " + place}, {std::move(chapter)}), call);
}

void verify(DataListOptions const& options, Call const& call) {
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    auto problems = store.verify();
    if (!problems.empty()) throw Error(std::move(problems));
    std::size_t const imports = store.list().size();
    print(call.say({fmt::format("{}: sound; {} {}, every column as it was imported.\n", store.path().string(), imports,
                                imports == 1 ? "data set" : "data sets"),
                    fmt::format("{}：完好；{} 个数据集，每一列都与导入时相同。\n", store.path().string(), imports)}));
}

void remove(DataListOptions const& options, Call const& call) {
    data::Store store(store_path(options.store), data::Store::Access::Write);
    auto const found = store.find(options.dataset);
    if (!found) {
        std::vector<std::string> names;
        for (data::Provenance const& of : store.list()) names.push_back(of.dataset + "@" + of.version);
        throw Error(Problem{.place = {.file = store.path().string()},
                            .what = {"a data set that is not in the store", "数据仓库中没有这个数据集："},
                            .found = options.dataset,
                            .expected = {"one that `casus data list` shows", "`casus data list` 所列的数据集"},
                            .nearest = nearest(options.dataset, names)});
    }
    std::string const release = found->dataset + "@" + found->version;
    store.remove(release);
    print(call.say({fmt::format("removed {} ({})\n", release, found->file),
                    fmt::format("已移除 {}（{}）\n", release, found->file)}));
}

} // namespace

void add_data_list(CLI::App& data, Call const& call) {
    auto options = std::make_shared<DataListOptions>();
    Verb verb(data, call, "list", {"what the store has", "列出仓库中的数据"}, "casus data list --json -",
              [options, &call] { list(*options, call); });
    verb.add_store(options->store);
    verb.add_option("--json", "FILE", options->json,
                    {"write it as JSON, every rejected row with its reason; - for standard output",
                     "以 JSON 写出，含每个拒收行及其原因；- 为标准输出"});
    verb.add_language();
}

void add_data_verify(CLI::App& data, Call const& call) {
    auto options = std::make_shared<DataListOptions>();
    Verb verb(data, call, "verify",
              {"check the store's structure and the hash of every column", "校验仓库结构与每一列的散列值"},
              "casus data verify", [options, &call] { verify(*options, call); });
    verb.add_store(options->store);
    verb.add_language();
}

void add_data_remove(CLI::App& data, Call const& call) {
    auto options = std::make_shared<DataListOptions>();
    Verb verb(data, call, "remove", {"take a data set out of the store", "从仓库中移除数据集"},
              "casus data remove nmc@5.0", [options, &call] { remove(*options, call); });
    verb.add_argument("DATASET", options->dataset,
                      {"\"nmc@5.0\", or \"nmc\" for its newest version", "“nmc@5.0”；或“nmc”，指其最新版本"});
    verb.add_store(options->store);
    verb.add_language();
}

} // namespace casus::app
