// casus codes convert: state codes of one system into those of another, on the command line or down a CSV file.
#include "codes_verbs.hpp"
#include "output.hpp"

#include "casus/base/file.hpp"
#include "casus/data/codes/convert_codes.hpp"
#include "casus/report/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <memory>

namespace casus::app {

namespace {

using Json = nlohmann::ordered_json;

struct CodesConvertOptions {
    std::string from;
    std::string to;
    std::string year;
    std::string column;
    std::string year_column;
    std::string unmatched = "error";
    std::string out;
    std::string json;
    std::vector<std::string> words; ///< codes, or the file
};

constexpr std::size_t most_problems = 20; ///< so many are told one by one

Error nothing_given(std::string const& option, Text const& expected) {
    return Error(
        Problem{.place = {}, .what = {option + " is missing", "缺少 " + option}, .found = {}, .expected = expected});
}

data::StateCode system_of(std::string const& option, std::string const& word) {
    if (word.empty())
        throw nothing_given(option, {fmt::format("one of {}", fmt::join(code_systems(), ", ")),
                                     fmt::format("下列之一：{}", fmt::join(code_systems(), "、"))});
    return *data::state_code_named(word); // the command line has checked the word
}

std::optional<Year> year_asked(std::string const& word) {
    if (word.empty()) return std::nullopt;
    int year = 0;
    auto const read = std::from_chars(word.data(), word.data() + word.size(), year);
    if (read.ec != std::errc{} || read.ptr != word.data() + word.size() || year < 1816 || year > 2100)
        throw Error(Problem{.place = {},
                            .what = {"bad value of --year", "--year 的取值无效"},
                            .found = word,
                            .expected = {"a year from 1816 to 2100", "从 1816 到 2100 的年份"}});
    return Year(year);
}

/// A code of the command line with its answer; no state: `problem` says why.
struct Converted {
    std::string code;
    data::StateEra const* era = nullptr;
    std::string result;
    std::optional<Problem> problem;
};

Converted convert_one(data::StateCode from, data::StateCode to, std::string const& code, Year year, Language language) {
    Converted converted{.code = code, .era = nullptr, .result = {}, .problem = {}};
    try {
        converted.era = &data::state_of(from, code, year);
        converted.result = data::code_of(*converted.era, to, language);
        if (converted.result.empty()) throw data::no_code(*converted.era, to, year);
    } catch (Error const& error) { converted.problem = error.problems().front(); }
    return converted;
}

Json document_of(CodesConvertOptions const& options, Year year, std::vector<Converted> const& all) {
    Json document;
    document["schema"] = "casus.codes/1";
    document["from"] = options.from;
    document["to"] = options.to;
    document["year"] = year.value;
    document["conversions"] = Json::array();
    for (Converted const& each : all) {
        Json entry;
        entry["code"] = each.code;
        entry["result"] = each.result.empty() ? Json(nullptr) : Json(each.result);
        entry["state"] = each.era == nullptr ? Json(nullptr) : era_json(*each.era);
        if (each.problem)
            entry["problem"] = {{"en", render(*each.problem, Language::English)},
                                {"zh", render(*each.problem, Language::Chinese)}};
        document["conversions"].push_back(std::move(entry));
    }
    return document;
}

report::Report conversions_report(CodesConvertOptions const& options, data::StateCode from, data::StateCode to,
                                  Year year, std::vector<Converted> const& all) {
    std::string const when = std::to_string(year.value);
    Table table{.id = "conversions",
                .title = {"State codes in " + when, when + " 年的国家代码"},
                .note = {},
                .columns = {{.key = options.from, .head = data::title_of(from)},
                            {.key = options.to == options.from ? "result" : options.to, .head = data::title_of(to)},
                            {.key = "state", .head = {"state", "国家"}}},
                .rows = {}};
    for (Converted const& each : all)
        table.rows.push_back({Text{each.code, each.code},
                              each.result.empty() ? Entry(Text{"NA", "NA"}) : Entry(Text{each.result, each.result}),
                              each.era == nullptr ? Entry(std::monostate{}) : Entry(each.era->name)});
    return report_of("codes convert", {"State codes", "国家代码"},
                     {Chapter{.id = "codes", .title = {"Codes", "代码"}, .lead = {}, .shapes = {std::move(table)}}});
}

void say_unmatched(std::size_t unmatched, std::size_t of, Call const& call) {
    if (unmatched == 0) return;
    std::string const line = call.language == Language::Chinese
                                 ? fmt::format("{} 行中有 {} 行没有对应代码，记为 NA\n", of, unmatched)
                                 : fmt::format("{} of {} rows have no match and are NA\n", unmatched, of);
    std::fputs(line.c_str(), stderr);
}

void convert_words(CodesConvertOptions const& options, Call const& call) {
    data::StateCode const from = system_of("--from", options.from);
    data::StateCode const to = system_of("--to", options.to);
    std::optional<Year> const year = year_asked(options.year);
    if (!options.out.empty() || !options.year_column.empty())
        throw nothing_given("--column", {"the column with the codes, which --out and --year-column go with",
                                         "代码所在列；--out 与 --year-column 须与之同用"});
    if (!year) throw nothing_given("--year", {"the year in which the codes are meant", "代码所指的年份"});
    std::vector<Converted> all;
    std::vector<Problem> problems;
    for (std::string const& word : options.words) {
        all.push_back(convert_one(from, to, word, *year, call.language));
        if (all.back().problem) problems.push_back(*all.back().problem);
    }
    if (!problems.empty() && options.unmatched == "error") throw Error(problems);
    if (!options.json.empty()) write_or_print(options.json, report::dump(document_of(options, *year, all)));
    if (options.json != "-") print_report(conversions_report(options, from, to, *year, all), call);
    say_unmatched(problems.size(), all.size(), call);
}

/// What is wrong with each code at its first row, with the number of rows when there are more.
std::vector<Problem> by_code(std::vector<data::UnmatchedCode> const& unmatched) {
    std::vector<std::string> codes;
    std::map<std::string, std::pair<Problem, std::size_t>> found;
    for (data::UnmatchedCode const& each : unmatched) {
        auto const [place, is_new] = found.try_emplace(each.code, each.problem, 0);
        if (is_new) codes.push_back(each.code);
        place->second.second += each.rows;
    }
    std::vector<Problem> problems;
    for (std::string const& code : codes) {
        auto& [problem, rows] = found.at(code);
        if (rows > 1) {
            problem.what.en = fmt::format("(first of {} rows) {}", rows, problem.what.en);
            problem.what.zh = fmt::format("（共 {} 行，首行）{}", rows, problem.what.zh);
        }
        problems.push_back(problem);
    }
    return problems;
}

Error unmatched_error(data::ConvertedRows const& converted, std::string const& file) {
    std::vector<Problem> problems = by_code(converted.unmatched);
    std::size_t const codes = problems.size();
    problems.resize(std::min(codes, most_problems));
    problems.push_back({.place = {.file = file},
                        .what = {fmt::format("{} of {} rows ({} codes) have no match", converted.unmatched_rows(),
                                             converted.rows, codes),
                                 fmt::format("{} 行中有 {} 行（{} 个代码）没有对应代码", converted.rows,
                                             converted.unmatched_rows(), codes)},
                        .found = {},
                        .expected = {"a match for each, or --unmatched na to keep them as NA",
                                     "每行都有对应；或用 --unmatched na 将其记为 NA"}});
    return Error(std::move(problems));
}

Json document_of(CodesConvertOptions const& options, std::string const& file, data::ConvertedRows const& converted) {
    Json document;
    document["schema"] = "casus.codes/1";
    document["from"] = options.from;
    document["to"] = options.to;
    document["file"] = file;
    document["column"] = converted.added_column;
    document["rows"] = converted.rows;
    document["without_code"] = converted.without_code;
    document["unmatched_rows"] = converted.unmatched_rows();
    document["unmatched"] = Json::array();
    for (data::UnmatchedCode const& each : converted.unmatched)
        document["unmatched"].push_back(
            {{"code", each.code},
             {"year", each.year},
             {"rows", each.rows},
             {"first_line", each.problem.place.line},
             {"problem",
              {{"en", render(each.problem, Language::English)}, {"zh", render(each.problem, Language::Chinese)}}}});
    return document;
}

void convert_file(CodesConvertOptions const& options, Call const& call) {
    if (options.words.size() != 1)
        throw Error(Problem{.place = {},
                            .what = {"--column goes with one file", "--column 须与一个文件同用"},
                            .found = fmt::format("{}", fmt::join(options.words, " ")),
                            .expected = {"one CSV file", "一个 CSV 文件"}});
    std::string const& file = options.words.front();
    data::CodeConversion const conversion{.from = system_of("--from", options.from),
                                          .to = system_of("--to", options.to),
                                          .column = options.column,
                                          .year_column = options.year_column,
                                          .year = year_asked(options.year),
                                          .language = call.language};
    if (!conversion.year && conversion.year_column.empty())
        throw nothing_given("--year-column", {"the column with the years, or --year for all rows",
                                              "年份所在列，或用 --year 指定所有行的年份"});
    if (conversion.year && !conversion.year_column.empty())
        throw Error(Problem{.place = {},
                            .what = {"--year and --year-column at once", "同时给出 --year 与 --year-column"},
                            .found = {},
                            .expected = {"one or the other", "二者择一"}});
    if (options.json == "-" && options.out.empty())
        throw nothing_given("--out", {"a file for the rows, as --json - takes standard output",
                                      "数据行的输出文件，因为 --json - 占用标准输出"});
    data::ConvertedRows const converted = data::convert_codes(data::content_of(file, read_file(file)), conversion);
    if (options.unmatched == "error" && !converted.unmatched.empty()) throw unmatched_error(converted, file);
    write_or_print(options.out.empty() ? "-" : options.out, converted.csv);
    if (!options.json.empty()) write_or_print(options.json, report::dump(document_of(options, file, converted)));
    say_unmatched(converted.unmatched_rows(), converted.rows, call);
}

} // namespace

void add_codes_convert(CLI::App& codes, Call const& call) {
    auto options = std::make_shared<CodesConvertOptions>();
    Verb verb(codes, call, "convert",
              {"turn codes of one system into those of another, year by year", "按年份将一种代码转换为另一种"},
              "casus codes convert --from cow --to iso3 --year 1990 365 255\n"
              "  casus codes convert --from name --to cow --year 1960 \"Korea, South\" 苏联\n"
              "  casus codes convert --from cow --to iso3 --column ccode --year-column year FILE.csv --out OUT.csv",
              [options, &call] {
                  if (options->column.empty())
                      convert_words(*options, call);
                  else
                      convert_file(*options, call);
              });
    verb.add_arguments(
        "CODE", options->words,
        {"codes or names, or with --column one CSV file", "代码或名称；与 --column 同用时为一个 CSV 文件"});
    verb.add_choice("--from", options->from, code_systems(), {"the system of the codes given", "所给代码的体系"});
    verb.add_choice("--to", options->to, code_systems(), {"the system wanted", "所求代码的体系"});
    verb.add_option("--year", "YEAR", options->year, {"the year in which the codes are meant", "代码所指的年份"});
    verb.add_option("--column", "NAME", options->column, {"the file's column with the codes", "文件中的代码列"});
    verb.add_option("--year-column", "NAME", options->year_column,
                    {"the file's column with the years", "文件中的年份列"});
    verb.add_choice("--unmatched", options->unmatched, {"error", "na"},
                    {"what happens to codes without a match; error is the default", "无对应代码时如何处理；默认报错"});
    verb.add_option("--out", "FILE", options->out,
                    {"write the rows there instead of standard output", "将数据行写入文件，而非标准输出"});
    verb.add_option("--json", "FILE", options->json,
                    {"write answers or counts as JSON; - for standard output", "以 JSON 写出结果或计数；- 为标准输出"});
    verb.add_language();
}

} // namespace casus::app
