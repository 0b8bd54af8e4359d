// casus data: what others have published, imported with its provenance.
#include "data_verbs.hpp"

#include "casus/base/error.hpp"
#include "casus/data/import/source.hpp"
#include "casus/report/glyphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::app {

std::filesystem::path store_path(std::string const& given) {
    return given.empty() ? data::Store::default_path() : std::filesystem::path(given);
}

std::string year_range(int first_year, int last_year) {
    if (first_year == 0 && last_year == 0) return "–";
    return fmt::format("{}–{}", first_year, last_year);
}

Text short_name(std::string const& file) {
    constexpr int columns = 24;
    return {report::shorten_middle(file, columns), {}};
}

std::string missing_summary(data::Provenance const& provenance) {
    std::map<std::int64_t, std::size_t> cells;
    for (data::MissingCount const& each : provenance.missing)
        if (each.cells > 0) cells[each.code] += each.cells;
    std::string line;
    for (auto const& [code, count] : cells)
        line +=
            fmt::format("{}{}{} ×{}", line.empty() ? "" : ", ", code < 0 ? "−" : "", code < 0 ? -code : code, count);
    return line;
}

namespace {

/// A reason without the numbers in it, so that "repeats line 3" and "repeats line 7" are one.
Text kind_of(Text const& reason) {
    auto const without = [](std::string const& text) {
        std::string result;
        for (char const c : text)
            if (c >= '0' && c <= '9') {
                if (!result.ends_with("…")) result += "…";
            } else {
                result += c;
            }
        return result;
    };
    return {without(reason.en), without(reason.zh)};
}

} // namespace

Text rejected_summary(data::Provenance const& provenance) {
    std::vector<std::pair<Text, std::size_t>> kinds;
    for (data::Rejected const& row : provenance.rejected) {
        Text const kind = kind_of(row.reason);
        auto const found = std::ranges::find(kinds, kind, &std::pair<Text, std::size_t>::first);
        if (found == kinds.end())
            kinds.emplace_back(kind, 1);
        else
            ++found->second;
    }
    std::ranges::stable_sort(kinds, std::greater{}, &std::pair<Text, std::size_t>::second);
    constexpr std::size_t shown = 2;
    std::size_t left = provenance.rejected.size();
    Text line;
    for (std::size_t n = 0; n < std::min(shown, kinds.size()); ++n) {
        auto const& [kind, count] = kinds[n];
        line.en += fmt::format("{}{}: {}", line.en.empty() ? "" : "; ", count, kind.en);
        line.zh += fmt::format("{}{}：{}", line.zh.empty() ? "" : "；", count, kind.in(Language::Chinese));
        left -= count;
    }
    if (left > 0) {
        line.en += fmt::format("; {} for other reasons", left);
        line.zh += fmt::format("；{} 行因其他原因", left);
    }
    return line;
}

Text title_of(std::string const& dataset) {
    data::Source const* const source = data::source_named(dataset);
    return source ? source->title : Text{dataset, dataset};
}

void check_dataset(std::string const& name) {
    std::string const dataset = name.substr(0, name.find('@'));
    if (data::source_named(dataset)) return;
    std::vector<std::string> names;
    for (data::Source const& source : data::all_sources()) names.push_back(source.dataset);
    throw Error(Problem{.place = {},
                        .what = {"unknown data set", "未知的数据集"},
                        .found = dataset,
                        .expected = {"one that `casus data formats` lists", "`casus data formats` 所列的数据集"},
                        .nearest = nearest(dataset, names)});
}

void add_data(CLI::App& program, Call const& call) {
    CLI::App& data =
        add_group(program, call, "data",
                  {"published data sets: import, list, verify, formats", "公开数据集：导入、列出、校验、格式"},
                  "casus data import ~/data/cow ~/data/atop");
    add_data_import(data, call);
    add_data_list(data, call);
    add_data_verify(data, call);
    add_data_formats(data, call);
    add_data_remove(data, call);
}

} // namespace casus::app
