// casus panel: country-years, dyad-years, directed dyad-years and alliance-years, with what was asked for on them.
#include "data_verbs.hpp"
#include "output.hpp"

#include "casus/base/error.hpp"
#include "casus/base/file.hpp"
#include "casus/base/parallel.hpp"
#include "casus/base/progress.hpp"
#include "casus/data/files/write_table.hpp"
#include "casus/data/panel/alliance_years.hpp"
#include "casus/data/panel/panel.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace casus::app {

namespace {

struct PanelOptions {
    std::string unit;
    std::string system = "cow";
    std::string years;
    std::string with;
    std::string out;
    std::string coverage;
    std::string store;
    std::uint64_t through = 0;
};

constexpr std::size_t rows_shown = 8;
constexpr std::uint64_t earliest_year = 1300;
constexpr std::uint64_t latest_year = 2100;

data::Unit unit_named(std::string const& word) {
    std::vector<std::string> words;
    for (data::Unit const unit :
         {data::Unit::CountryYear, data::Unit::DyadYear, data::Unit::DirectedDyadYear, data::Unit::AllianceYear}) {
        words.emplace_back(data::word_of(unit));
        if (word == words.back()) return unit;
    }
    throw Error(Problem{
        .place = {},
        .what = {"unknown unit", "未知的面板单位"},
        .found = word,
        .expected = {fmt::format("one of {}", fmt::join(words, ", ")), fmt::format("{} 之一", fmt::join(words, "、"))},
        .nearest = nearest(word, words)});
}

/// A year of "A:B", 0 where that side is empty.
int year_in(std::string const& years, std::string_view side) {
    int year = 0;
    auto const [end, fault] = std::from_chars(side.data(), side.data() + side.size(), year);
    bool const whole = fault == std::errc{} && end == side.data() + side.size();
    if (!side.empty() && (!whole || year < static_cast<int>(earliest_year) || year > static_cast<int>(latest_year)))
        throw Error(
            Problem{.place = {},
                    .what = {"--years cannot be read", "无法读取 --years"},
                    .found = years,
                    .expected = {"A:B, as 1816:2016; either side may be left out", "A:B，如 1816:2016；两侧均可省略"}});
    return year;
}

/// Ends of "A:B", "A:", ":B" or one year; --through gives the end that is left out.
void read_years(PanelOptions const& options, data::PanelRequest& request) {
    std::size_t const colon = options.years.find(':');
    std::string_view const years = options.years;
    request.first_year = year_in(options.years, years.substr(0, colon));
    request.last_year =
        colon == std::string::npos ? request.first_year : year_in(options.years, years.substr(colon + 1));
    if (options.through != 0) {
        if (request.last_year != 0)
            throw Error(Problem{.place = {},
                                .what = {"--through and an end in --years", "--through 与 --years 的终点同时给出"},
                                .found = options.years,
                                .expected = {"one of the two", "两者之一"}});
        request.last_year = static_cast<int>(options.through);
    }
    if (request.first_year != 0 && request.last_year != 0 && request.first_year > request.last_year)
        throw Error(Problem{.place = {},
                            .what = {"years that end before they begin", "年份先止后起"},
                            .found = options.years,
                            .expected = {"A:B with A up to B", "A:B，且 A 不大于 B"}});
}

data::PanelRequest request_of(PanelOptions const& options) {
    data::PanelRequest request{.unit = unit_named(options.unit),
                               .system = options.system == "gw" ? data::System::GleditschWard : data::System::Cow,
                               .first_year = 0,
                               .last_year = 0,
                               .features = {},
                               .threads = default_threads()};
    read_years(options, request);
    if (!options.with.empty())
        for (std::string const& word : split(options.with, ',')) request.features.push_back(data::feature_choice(word));
    return request;
}

std::string cell(data::Column const& column, std::size_t row) {
    if (column.is_missing(row)) return "NA";
    if (column.is_text()) return std::string(column.word(row));
    bool const real = std::holds_alternative<data::Values<double>>(column.cells);
    return real ? fmt::format("{:.6g}", column.number(row)) : fmt::format("{:.0f}", column.number(row));
}

Table columns_table(data::Panel const& panel) {
    Table table{.id = "columns",
                .title = {"Columns", "列"},
                .note = {"NA: the source does not cover the year, or says that it does not know",
                         "NA：来源未覆盖该年，或注明未知"},
                .columns = {{"column", {"column", "列"}},
                            {"label", {"what it is", "含义"}},
                            {"source", {"source", "来源"}},
                            {"years", {"years covered", "覆盖年份"}},
                            {"missing", {"NA, %", "NA，%"}}},
                .rows = {}};
    std::size_t const rows = panel.table.rows();
    for (data::PanelColumn const& column : panel.columns) {
        std::string const source = column.origin.dataset.empty()
                                       ? std::string()
                                       : fmt::format("{}@{}", column.origin.dataset, column.origin.version);
        double const share = rows ? 100.0 * static_cast<double>(column.missing) / static_cast<double>(rows) : 0.0;
        table.rows.push_back({Text{column.name, {}}, column.label, Text{source, {}},
                              Text{year_range(column.coverage.first_year, column.coverage.last_year), {}},
                              Number{.value = share, .decimals = 1}});
    }
    return table;
}

Table notes_table(data::Panel const& panel) {
    Table table{.id = "joins",
                .title = {"What did not fit", "未能对应的行"},
                .note = {},
                .columns = {{"source", {"source", "来源"}},
                            {"what", {"what", "情况"}},
                            {"rows", {"rows", "行数"}},
                            {"example", {"example", "例"}}},
                .rows = {}};
    for (data::JoinNote const& note : panel.notes)
        table.rows.push_back({Text{note.origin.dataset, {}}, note.what,
                              Number{.value = static_cast<double>(note.rows), .decimals = 0}, Text{note.example, {}}});
    return table;
}

Table first_rows(data::Panel const& panel) {
    Table table{.id = "rows", .title = {"First rows", "前几行"}, .note = {}, .columns = {}, .rows = {}};
    constexpr std::size_t most_columns = 9;
    std::size_t const shown = std::min(most_columns, panel.table.columns.size());
    if (shown < panel.table.columns.size())
        table.note = {fmt::format("{} more columns", panel.table.columns.size() - shown),
                      fmt::format("另有 {} 列", panel.table.columns.size() - shown)};
    for (std::size_t c = 0; c < shown; ++c) {
        std::string const& name = panel.table.columns[c].name;
        table.columns.push_back({name, {name, name}});
    }
    for (std::size_t row = 0; row < std::min(rows_shown, panel.table.rows()); ++row) {
        std::vector<Entry> entries;
        for (std::size_t c = 0; c < shown; ++c) entries.push_back(Text{cell(panel.table.columns[c], row), {}});
        table.rows.push_back(std::move(entries));
    }
    return table;
}

Chapter chapter_of(data::Panel const& panel, PanelOptions const& options) {
    Chapter chapter{.id = "panel", .title = {"Panel", "面板"}, .lead = {}, .shapes = {}};
    std::string const en =
        fmt::format("{} {} rows, {} columns, {}–{}, system {}.", panel.table.rows(), data::word_of(panel.unit),
                    panel.table.columns.size(), panel.first_year, panel.last_year, data::word_of(panel.system));
    std::string const zh =
        fmt::format("{} 行 {}，{} 列，{}–{} 年，体系 {}。", panel.table.rows(), data::word_of(panel.unit),
                    panel.table.columns.size(), panel.first_year, panel.last_year, data::word_of(panel.system));
    chapter.lead = {en, zh};
    if (!options.out.empty()) {
        chapter.lead.en += fmt::format(" Written to {}.", options.out);
        chapter.lead.zh += fmt::format("已写入 {}。", options.out);
    }
    chapter.shapes.push_back(columns_table(panel));
    if (!panel.notes.empty()) chapter.shapes.push_back(notes_table(panel));
    if (options.out.empty()) chapter.shapes.push_back(first_rows(panel));
    return chapter;
}

void write_files(data::Panel const& panel, PanelOptions const& options, std::size_t threads) {
    std::vector<std::string> labels;
    for (data::PanelColumn const& column : panel.columns) labels.push_back(column.label.en);
    std::string const sidecar = options.coverage.empty() ? options.out + ".coverage.json" : options.coverage;
    data::write_table(options.out, panel.table, labels, threads);
    write_file(sidecar, report::dump(data::panel_sidecar(panel)));
}

void panel(PanelOptions const& options, Call const& call) {
    data::PanelRequest const request = request_of(options);
    if (options.out.empty() && !options.coverage.empty())
        throw Error(Problem{.place = {},
                            .what = {"--coverage without --out", "给出了 --coverage 而没有 --out"},
                            .found = options.coverage,
                            .expected = {"--out FILE", "--out FILE"}});
    data::Store const store(store_path(options.store), data::Store::Access::Read);
    data::Panel const built = [&] {
        Progress progress(call.say({"building the panel", "构建面板"}), request.features.size());
        return request.unit == data::Unit::AllianceYear ? data::alliance_years(store, request, &progress)
                                                        : data::build_panel(store, request, &progress);
    }();
    if (!options.out.empty()) write_files(built, options, request.threads);
    print_report(report_of("panel", {"Panel", "面板"}, {chapter_of(built, options)}), call);
}

} // namespace

void add_panel(CLI::App& program, Call const& call) {
    auto options = std::make_shared<PanelOptions>();
    std::string const example =
        "casus panel directed-dyad-year --years 1946:2010 --with alliances:atop,nmc --out panel.csv.gz";
    Verb verb(
        program, call, "panel",
        {"build a panel from the store, with NA where a source is silent", "用数据仓库构建面板，来源未覆盖处为 NA"},
        example, [options, &call] { panel(*options, call); });
    verb.add_argument("UNIT", options->unit,
                      {"country-year, dyad-year, directed-dyad-year or alliance-year",
                       "country-year、dyad-year、directed-dyad-year 或 alliance-year"});
    verb.add_choice(
        "--system", options->system, {"cow", "gw"},
        {"whose list of states: Correlates of War or Gleditsch–Ward", "采用哪一国家名单：COW 或 Gleditsch–Ward"});
    verb.add_option(
        "--years", "A:B", options->years,
        {"years from A to B; left out: as far as the list of states goes", "A 至 B 年；省略则以国家名单为限"});
    verb.add_number("--through", "YEAR", options->through, 0, latest_year,
                    {"last year, where --years does not say it; 0: the end of the list",
                     "最后一年（--years 未给出终点时）；0 为名单终点"});
    std::string words;
    for (data::Feature const& feature : data::all_features()) {
        if (!words.empty()) words += ", ";
        words += feature.name;
        if (!feature.choices.empty()) words += fmt::format(":{}", fmt::join(feature.choices, "|"));
    }
    verb.add_option("--with", "LIST", options->with,
                    {"what to add, separated by commas, each with @VERSION if need be: " + words,
                     "添加的内容，以逗号分隔，可加 @版本：" + words});
    verb.add_option("--out", "FILE", options->out,
                    {"write the panel: .csv, .csv.gz or .dta", "写出面板：.csv、.csv.gz 或 .dta"});
    verb.add_option("--coverage", "FILE", options->coverage,
                    {"where to say what each column is and rests on; FILE.coverage.json beside --out if left out",
                     "各列含义与来源写到何处；省略则为 --out 旁的 FILE.coverage.json"});
    verb.add_store(options->store);
    verb.add_language();
}

} // namespace casus::app
