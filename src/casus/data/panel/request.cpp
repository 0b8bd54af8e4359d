// What a request for a panel asks for, and what is wrong with it.
#include "casus/data/panel/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace casus::data {

namespace {

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
    if (found->only_pairs && (unit == Unit::CountryYear || unit == Unit::AllianceYear))
        return Problem{.place = {},
                       .what = {"a feature that only panels of pairs have", "只有对偶面板才有的内容"},
                       .found = wish.name,
                       .expected = {"dyad-year or directed-dyad-year", "dyad-year 或 directed-dyad-year"}};
    if (found->only_alliances && unit != Unit::AllianceYear)
        return Problem{.place = {},
                       .what = {"a feature that only panels of alliances have", "只有联盟面板才有的内容"},
                       .found = wish.name,
                       .expected = {"alliance-year", "alliance-year"}};
    return std::nullopt;
}

} // namespace

FeatureChoice feature_choice(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon != std::string_view::npos)
        return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
    std::size_t const at = std::min(text.size(), text.find('@'));
    return {std::string(text.substr(0, at)), std::string(text.substr(at))};
}

std::vector<AskedFeature> asked_features(PanelRequest const& request) {
    std::vector<Problem> problems;
    std::vector<AskedFeature> asked;
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

Coverage years_asked(PanelRequest const& request, Coverage const& there, Origin const& origin,
                     std::vector<JoinNote>& notes) {
    Coverage const years{request.first_year ? std::max(request.first_year, there.first_year) : there.first_year,
                         request.last_year ? std::min(request.last_year, there.last_year) : there.last_year};
    if (years.first_year > years.last_year)
        throw Error(Problem{.place = {},
                            .what = {fmt::format("years that {} does not cover", origin.dataset),
                                     fmt::format("{} 未覆盖的年份", origin.dataset)},
                            .found = fmt::format("{}:{}", request.first_year, request.last_year),
                            .expected = {fmt::format("years from {} to {}", there.first_year, there.last_year),
                                         fmt::format("{} 至 {} 年", there.first_year, there.last_year)}});
    int const late = request.last_year - years.last_year;
    int const early = request.first_year ? years.first_year - request.first_year : 0;
    if (late > 0 || early > 0)
        notes.push_back({origin,
                         {fmt::format("years left out: covered are {} to {}", there.first_year, there.last_year),
                          fmt::format("略去的年份：覆盖范围为 {} 至 {} 年", there.first_year, there.last_year)},
                         static_cast<std::size_t>(std::max(0, late) + std::max(0, early)),
                         fmt::format("{}", late > 0 ? request.last_year : request.first_year)});
    return years;
}

std::vector<Provenance> sources_of(Panel const& panel, Store const& store) {
    std::vector<Provenance> sources;
    std::set<std::string> seen;
    auto const add = [&](Origin const& origin) {
        if (origin.dataset.empty()) return;
        std::string const name = origin.dataset + "@" + origin.version;
        if (!seen.insert(name).second) return;
        if (auto provenance = store.find(name)) sources.push_back(std::move(*provenance));
    };
    for (PanelColumn const& column : panel.columns) add(column.origin);
    for (JoinNote const& note : panel.notes) add(note.origin);
    for (Origin const& origin : panel.also) add(origin);
    return sources;
}

} // namespace casus::data
