#include "casus/world/from_panel/holdings.hpp"

#include "casus/data/import/source.hpp"
#include "casus/world/from_panel/citation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace casus::from_panel {

std::string Edition::source(std::string_view detail) const {
    return fmt::format("{}: version {}, {}", dataset, version, detail);
}

Holdings::Holdings(data::Store const& store, int year, int carry) : store_(&store), year_(year), carry_(carry) {
    for (data::Provenance const& of : store.list())
        all_.push_back({of.dataset, of.version, of.first_year, of.last_year});
}

std::vector<Edition> Holdings::editions(std::string_view dataset) const {
    std::vector<Edition> result;
    for (Edition const& each : all_)
        if (each.dataset == dataset && each.first_year <= year_ && each.last_year >= earliest()) result.push_back(each);
    return result;
}

std::optional<Edition> Holdings::edition(std::string_view dataset) const {
    std::optional<Edition> best;
    for (Edition const& each : editions(dataset))
        if (!best || std::min(each.last_year, year_) > std::min(best->last_year, year_)) best = each;
    return best;
}

bool Holdings::has_columns(Edition const& edition, std::span<std::string const> columns) const {
    std::vector<std::string> const there = store_->column_names(edition.name());
    return std::ranges::all_of(columns,
                               [&](std::string const& name) { return std::ranges::find(there, name) != there.end(); });
}

std::vector<SourceNote> Holdings::sources() const {
    std::vector<SourceNote> notes;
    for (std::string const& dataset : used_) {
        data::Source const* const source = data::source_named(dataset);
        if (!source) continue;
        notes.push_back({dataset, fmt::format("{}; {}", source->title.en, plain_citation(source->citation))});
    }
    return notes;
}

Problem Holdings::uncovered(Text const& what, std::span<std::string_view const> datasets, int year) const {
    std::vector<std::string> cover;
    int latest = 0;
    for (std::string_view const dataset : datasets) {
        data::Source const* const source = data::source_named(dataset);
        if (source)
            for (data::SourceVersion const& version : source->versions) {
                if (version.first_year == 0)
                    cover.push_back(std::string(dataset));
                else if (version.first_year <= year && year <= version.last_year)
                    cover.push_back(
                        fmt::format("{}@{} ({}–{})", dataset, version.version, version.first_year, version.last_year));
            }
        for (Edition const& each : all_)
            if (each.dataset == dataset && each.last_year < year) latest = std::max(latest, each.last_year);
    }
    Text expected{"casus data import with one of the data sets " + fmt::format("{}", fmt::join(datasets, ", ")),
                  "用 casus data import 导入下列数据集之一：" + fmt::format("{}", fmt::join(datasets, "、"))};
    if (!cover.empty())
        expected = {fmt::format("one of these in the store (casus data import): {}", fmt::join(cover, ", ")),
                    fmt::format("仓库中有下列之一（casus data import）：{}", fmt::join(cover, "、"))};
    if (latest > 0) {
        expected.en += fmt::format("; or --carry {}, which takes what there is for {}", year - latest, latest);
        expected.zh += fmt::format("；或 --carry {}，沿用 {} 年的数据", year - latest, latest);
    }
    return {.place = {store_->path().string()},
            .what = {fmt::format("no data set in the store gives {} for {}", what.en, year),
                     fmt::format("仓库中没有数据集给出 {} 年的{}", year, what.zh)},
            .found = {},
            .expected = expected,
            .nearest = {}};
}

} // namespace casus::from_panel
