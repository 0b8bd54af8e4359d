// casus data formats [DATASET]: what Casus can read, and what it knows of it.
#include "data_verbs.hpp"
#include "output.hpp"

#include "casus/data/import/source.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

namespace casus::app {

namespace {

struct DataFormatsOptions {
    std::string dataset;
};

Table sources_table() {
    Table table{
        .id = "formats",
        .title = {"Data sets that Casus reads", "Casus 可读取的数据集"},
        .note = {"`casus data formats DATASET` says more of one.", "`casus data formats DATASET` 显示某一个的详情。"},
        .columns = {{"dataset", {"data set", "数据集"}},
                    {"versions", {"versions", "版本"}},
                    {"years", {"years", "年份"}},
                    {"row", {"a row is", "每行为"}}},
        .rows = {}};
    for (data::Source const& source : data::all_sources()) {
        std::vector<std::string> versions;
        for (data::SourceVersion const& version : source.versions) versions.push_back(version.version);
        data::SourceVersion const& newest = source.versions.front();
        table.rows.push_back({Text{source.dataset, {}}, Text{fmt::format("{}", fmt::join(versions, ", ")), {}},
                              Text{year_range(newest.first_year, newest.last_year), {}}, source.row});
    }
    return table;
}

Table versions_table(data::Source const& source) {
    Table table{.id = "versions",
                .title = {"Versions", "版本"},
                .note = {},
                .columns = {{"version", {"version", "版本"}},
                            {"years", {"years covered", "覆盖年份"}},
                            {"has", {"must have", "必有列"}},
                            {"lacks", {"must lack", "必无列"}},
                            {"mark", {"marked by", "标记"}}},
                .rows = {}};
    for (data::SourceVersion const& version : source.versions) {
        Text const years = version.first_year == 0 ? Text{"as in the file", "以文件为准"}
                                                   : Text{year_range(version.first_year, version.last_year), {}};
        std::string const mark = version.mark_column.empty()
                                     ? std::string{}
                                     : fmt::format("{} = {}", version.mark_column, version.mark_value);
        table.rows.push_back({Text{version.version, {}}, years,
                              Text{fmt::format("{}", fmt::join(version.has, ", ")), {}},
                              Text{fmt::format("{}", fmt::join(version.lacks, ", ")), {}}, Text{mark, {}}});
    }
    return table;
}

Text meaning_of(data::SourceColumn const& column) {
    if (column.year) return {"year", "年份"};
    switch (column.state) {
    case data::StateCode::None:
        return {};
    case data::StateCode::Cow:
        return {"state, COW number", "国家（COW 数字代码）"};
    case data::StateCode::CowLetters:
        return {"state, COW letters", "国家（COW 字母代码）"};
    case data::StateCode::GleditschWard:
        return {"state, Gleditsch–Ward number", "国家（Gleditsch–Ward 代码）"};
    case data::StateCode::Iso2:
        return {"state, ISO 3166 alpha-2", "国家（ISO 3166 二字母）"};
    case data::StateCode::Iso3:
        return {"state, ISO 3166 alpha-3", "国家（ISO 3166 三字母）"};
    case data::StateCode::Name:
        return {"state, by name", "国家（名称）"};
    }
    return {};
}

Table columns_table(data::Source const& source) {
    Table table{.id = "columns",
                .title = {"Columns known", "已知的列"},
                .note = source.keeps_others
                            ? Text{"Other columns of the file are kept as they are.", "文件中的其他列原样保留。"}
                            : Text{"Other columns of the file are not kept.", "文件中的其他列不保留。"},
                .columns = {{"column", {"column", "列"}},
                            {"also", {"also named", "别名"}},
                            {"need", {"needed", "必需"}},
                            {"meaning", {"holds", "内容"}},
                            {"missing", {"codes for missing", "缺失代码"}}},
                .rows = {}};
    for (data::SourceColumn const& column : source.columns) {
        bool const needed = column.need == data::SourceColumn::Need::Required;
        table.rows.push_back({Text{column.name, {}}, Text{fmt::format("{}", fmt::join(column.also, ", ")), {}},
                              needed ? Text{"yes", "是"} : Text{}, meaning_of(column),
                              Text{fmt::format("{}", fmt::join(column.missing, ", ")), {}}});
    }
    return table;
}

Chapter chapter_of(data::Source const& source) {
    Notes about{.id = "about", .title = {"About", "简介"}, .items = {}};
    about.items.push_back({"A row is " + source.row.en + ".", "每行为" + source.row.in(Language::Chinese) + "。"});
    if (!source.keys.empty())
        about.items.push_back({fmt::format("Rows are told apart by {}.", fmt::join(source.keys, ", ")),
                               fmt::format("各行以 {} 区分。", fmt::join(source.keys, "、"))});
    if (!source.note.empty()) about.items.push_back(source.note);
    about.items.push_back({fmt::format("`casus cite {}` prints its BibTeX.", source.dataset),
                           fmt::format("`casus cite {}` 给出其 BibTeX。", source.dataset)});
    return {.id = source.dataset,
            .title = source.title,
            .lead = {},
            .shapes = {std::move(about), versions_table(source), columns_table(source)}};
}

void formats(DataFormatsOptions const& options, Call const& call) {
    if (!options.dataset.empty()) check_dataset(options.dataset);
    Chapter chapter{.id = "formats", .title = {"Formats", "格式"}, .lead = {}, .shapes = {}};
    if (options.dataset.empty())
        chapter.shapes.emplace_back(sources_table());
    else
        chapter = chapter_of(*data::source_named(options.dataset.substr(0, options.dataset.find('@'))));
    Text const title = options.dataset.empty() ? Text{"What Casus reads", "Casus 可读取的数据"}
                                               : Text{"Data set " + options.dataset, "数据集 " + options.dataset};
    print_report(report_of("data formats", title, {std::move(chapter)}), call);
}

} // namespace

void add_data_formats(CLI::App& data, Call const& call) {
    auto options = std::make_shared<DataFormatsOptions>();
    Verb verb(data, call, "formats", {"the data sets that Casus reads", "Casus 可读取的数据集"},
              "casus data formats\n  casus data formats atop-member", [options, &call] { formats(*options, call); });
    verb.add_optional_argument("DATASET", options->dataset,
                               {"one data set: its versions, columns and codes", "某一数据集：版本、列与代码"});
    verb.add_language();
}

} // namespace casus::app
