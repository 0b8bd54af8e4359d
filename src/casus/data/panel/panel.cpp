#include "casus/data/panel/panel.hpp"

#include "casus/data/panel/per_state.hpp"
#include "casus/data/panel/spread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <optional>
#include <set>

namespace casus::data {

namespace {

struct Asked {
    Feature const* feature;
    std::string choice;
};

Problem unknown_feature(std::string const& name) {
    std::vector<std::string> names;
    for (Feature const& feature : all_features()) names.emplace_back(feature.name);
    return {
        .place = {},
        .what = {"unknown feature", "未知的内容"},
        .found = name,
        .expected = {fmt::format("one of {}", fmt::join(names, ", ")), fmt::format("{} 之一", fmt::join(names, "、"))},
        .nearest = nearest(name, names)};
}

Problem unknown_choice(Feature const& feature, std::string const& choice) {
    std::vector<std::string> const choices(feature.choices.begin(), feature.choices.end());
    Text expected{fmt::format("one of {}", fmt::join(choices, ", ")), fmt::format("{} 之一", fmt::join(choices, "、"))};
    if (choices.empty()) expected = {"nothing, or @ and a version", "不写，或 @ 加版本号"};
    return {.place = {},
            .what = {fmt::format("unknown choice for {}", feature.name), fmt::format("{} 没有此选项", feature.name)},
            .found = choice,
            .expected = std::move(expected),
            .nearest = nearest(choice, choices)};
}

/// What is wrong with one wish; nothing where it can be had.
std::optional<Problem> fault_of(FeatureChoice const& wish, Unit unit) {
    auto const features = all_features();
    auto const found = std::ranges::find(features, wish.name, &Feature::name);
    if (found == features.end()) return unknown_feature(wish.name);
    std::string const word = wish.choice.substr(0, wish.choice.find('@'));
    if (!word.empty() && std::ranges::find(found->choices, word) == found->choices.end())
        return unknown_choice(*found, word);
    if (found->only_pairs && unit == Unit::CountryYear)
        return Problem{.place = {},
                       .what = {"a feature of pairs in a panel of single states", "单个国家的面板中没有此项对偶内容"},
                       .found = wish.name,
                       .expected = {"dyad-year or directed-dyad-year", "dyad-year 或 directed-dyad-year"}};
    return std::nullopt;
}

/// The features asked for with their choices spelt out.
std::vector<Asked> look_up(PanelRequest const& request) {
    std::vector<Problem> problems;
    std::vector<Asked> asked;
    std::set<std::string> seen;
    for (FeatureChoice const& wish : request.features) {
        if (auto fault = fault_of(wish, request.unit)) {
            problems.push_back(std::move(*fault));
            continue;
        }
        Feature const& feature = *std::ranges::find(all_features(), wish.name, &Feature::name);
        std::string choice = wish.choice;
        if ((choice.empty() || choice.front() == '@') && !feature.choices.empty())
            choice = std::string(feature.choices.front()) + choice;
        if (!seen.insert(wish.name + ":" + choice.substr(0, choice.find('@'))).second)
            problems.push_back(
                {.place = {}, .what = {"a feature asked for twice", "同一内容要求了两次"}, .found = wish.name});
        asked.push_back({&feature, std::move(choice)});
    }
    if (!problems.empty()) throw Error(std::move(problems));
    return asked;
}

struct Years {
    int first;
    int last;
};

/// The years asked for, as far as the system's list goes.
Years years_of(PanelRequest const& request, StateSystem const& system, std::vector<JoinNote>& notes) {
    Years const years{request.first_year ? std::max(request.first_year, system.first_year()) : system.first_year(),
                      request.last_year ? std::min(request.last_year, system.last_year()) : system.last_year()};
    if (years.first > years.last)
        throw Error(Problem{.place = {},
                            .what = {"years in which the state system has nobody", "国家体系在这些年份没有成员"},
                            .found = fmt::format("{}:{}", request.first_year, request.last_year),
                            .expected = {fmt::format("years from {} to {}", system.first_year(), system.last_year()),
                                         fmt::format("{} 至 {} 年", system.first_year(), system.last_year())}});
    if (request.last_year > years.last || (request.first_year && request.first_year < years.first)) {
        Origin const origin =
            system.provenance() ? Origin{system.provenance()->dataset, system.provenance()->version} : Origin{};
        notes.push_back(
            {origin,
             {fmt::format("years left out: the list of states goes from {} to {}", years.first, years.last),
              fmt::format("略去的年份：国家名单为 {} 至 {} 年", years.first, years.last)},
             static_cast<std::size_t>(std::max(0, request.last_year - years.last) +
                                      std::max(0, request.first_year ? years.first - request.first_year : 0)),
             fmt::format("{}", request.last_year > years.last ? request.last_year : request.first_year)});
    }
    return years;
}

void add_keys(Panel& panel, Frame const& frame, std::size_t threads) {
    Origin const origin = frame.system().provenance()
                              ? Origin{frame.system().provenance()->dataset, frame.system().provenance()->version}
                              : Origin{};
    bool const cow = panel.system == System::Cow;
    for (Column& key : frame.keys(threads)) {
        Text const code = cow ? Text{"COW number of the state", "国家的 COW 编号"}
                              : Text{"Gleditsch–Ward number of the state", "国家的 Gleditsch–Ward 编号"};
        Text const label = key.name == "year"        ? Text{"year", "年份"}
                           : key.name.ends_with('1') ? Text{code.en + ", first", "前者：" + code.zh}
                           : key.name.ends_with('2') ? Text{code.en + ", second", "后者：" + code.zh}
                                                     : code;
        panel.columns.push_back({key.name, label, origin, {frame.first_year(), frame.last_year()}, 0});
        panel.table.columns.push_back(std::move(key));
    }
}

/// In panels of single states, what pairs come to for each.
void turn_to_states(FeatureColumns& columns, Frame const& frame, std::size_t threads) {
    for (PairSeries const& series : columns.pairs)
        if (series.per_state) columns.states.push_back(per_state(series, frame, threads));
    columns.pairs.clear();
}

void add_spread(Panel& panel, Spread&& laid, Text label, Origin const& origin, Coverage coverage) {
    panel.columns.push_back({laid.column.name, std::move(label), origin, coverage, laid.missing});
    panel.table.columns.push_back(std::move(laid.column));
}

void add_columns(Panel& panel, FeatureColumns&& given, Frame const& frame, std::size_t threads, Progress* progress) {
    if (!frame.of_pairs()) turn_to_states(given, frame, threads);
    std::vector<Spread> laid = spread(frame, given.states, given.pairs, threads, progress);
    std::size_t next = 0;
    for (StateSeries const& series : given.states)
        for (int side = frame.of_pairs() ? 1 : 0; side <= (frame.of_pairs() ? 2 : 0); ++side) {
            Text label = series.label;
            if (side == 1) label = {label.en + " (first)", label.zh + "（前者）"};
            if (side == 2) label = {label.en + " (second)", label.zh + "（后者）"};
            add_spread(panel, std::move(laid[next++]), std::move(label), series.origin, series.coverage);
        }
    for (PairSeries const& series : given.pairs)
        add_spread(panel, std::move(laid[next++]), series.label, series.origin, series.coverage);
    for (RowSeries& series : given.rows) {
        std::size_t const count = count_missing(series.column);
        assert(series.column.rows() == frame.rows());
        add_spread(panel, {std::move(series.column), count}, series.label, series.origin, series.coverage);
    }
    std::ranges::move(given.notes, std::back_inserter(panel.notes));
}

/// One entry for each data set and version that a column or a note rests on.
void add_sources(Panel& panel, Store const& store) {
    std::set<std::string> seen;
    auto const add = [&](Origin const& origin) {
        if (origin.dataset.empty()) return;
        std::string const name = origin.dataset + "@" + origin.version;
        if (!seen.insert(name).second) return;
        if (auto provenance = store.find(name)) panel.sources.push_back(std::move(*provenance));
    };
    for (PanelColumn const& column : panel.columns) add(column.origin);
    for (JoinNote const& note : panel.notes) add(note.origin);
}

} // namespace

FeatureChoice feature_choice(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon != std::string_view::npos)
        return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
    std::size_t const at = std::min(text.size(), text.find('@'));
    return {std::string(text.substr(0, at)), std::string(text.substr(at))};
}

Panel build_panel(Store const& store, PanelRequest const& request, Progress* progress) {
    assert(request.unit != Unit::AllianceYear);
    std::vector<Asked> const asked = look_up(request);
    StateSystem const system(store, request.system);
    Panel panel{.unit = request.unit,
                .system = request.system,
                .first_year = 0,
                .last_year = 0,
                .table = {},
                .columns = {},
                .notes = {},
                .sources = {}};
    Years const years = years_of(request, system, panel.notes);
    panel.first_year = years.first;
    panel.last_year = years.last;
    Frame const frame(system, request.unit, years.first, years.last);
    add_keys(panel, frame, request.threads);
    for (Asked const& each : asked) {
        FeatureColumns columns = each.feature->columns(
            {.store = &store, .frame = &frame, .choice = each.choice, .threads = request.threads});
        add_columns(panel, std::move(columns), frame, request.threads, nullptr);
        if (progress) progress->advance(1);
    }
    add_sources(panel, store);
    return panel;
}

} // namespace casus::data
