// How long each alliance stands: table and survival curves.
#include "casus/endurance/assessed.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace casus::endurance {

namespace {

std::string years_or_beyond(std::optional<int> years) {
    return years ? std::to_string(*years) : fmt::format(">{}", horizon);
}

Text median_text(MedianLife const& median) {
    std::string const text = fmt::format("{}\u00a0[{},\u00a0{}]", years_or_beyond(median.years),
                                         years_or_beyond(median.low), years_or_beyond(median.high));
    return {text, text};
}

Table outlook_table(Assessed const& a) {
    Table table{
        .id = "endurance/outlook",
        .title = {"How long, by risk", "能维持多久，按风险排序"},
        .note = {fmt::format("Chances in per cent. Ends: that it ends in {}. 5 y …: that it has not ended within so "
                             "many years. Median: years until that chance is one half. Brackets: 90 % of draws.",
                             a.year),
                 fmt::format("概率以百分比计。终止：在 {} 年终止。5 年等：若干年内未终止。中位：该概率降至一半的"
                             "年数。方括号：90% 的抽样。",
                             a.year)},
        .columns = {{"code", {"Code", "代码"}},
                    {"alliance", {"Alliance", "联盟"}},
                    {"age", {"age", "年龄"}},
                    {"ends_percent", {"ends", "终止"}},
                    {"stands_5_percent", {"5 y", "5 年"}},
                    {"stands_10_percent", {"10 y", "10 年"}},
                    {"stands_20_percent", {"20 y", "20 年"}},
                    {"median", {"median", "中位"}}},
        .rows = {}};
    for (std::size_t n = 0; n < a.alliances.size(); ++n) {
        Alliance const& alliance = a.alliances[n];
        Outlook const& outlook = a.outlooks[n];
        std::vector<Entry> row{Text{alliance.code, alliance.code}, alliance.name, Number{alliance.age, 0, std::nullopt},
                               in_percent(outlook.hazard, 1)};
        for (Ranged const& standing : outlook.standing) row.emplace_back(in_percent(standing, 0));
        row.emplace_back(median_text(outlook.median));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Curve survival_curve(Assessed const& a, std::size_t n) {
    Curve curve;
    curve.label = {"survival", {"chance that it stands", "维持的概率"}};
    for (std::size_t t = 0; t <= horizon; ++t) {
        curve.x.push_back(static_cast<double>(a.year) + static_cast<double>(t));
        curve.y.push_back(a.outlooks[n].survival[t].value);
        curve.bands.push_back(a.outlooks[n].survival[t].interval);
    }
    curve.steps = true;
    return curve;
}

Text with_code(Alliance const& alliance) {
    return {alliance.code + ": " + alliance.name.en, alliance.code + "：" + alliance.name.zh};
}

Curves survival_curves(Assessed const& a) {
    Curves curves{.id = "endurance/survival",
                  .title = {"Chance that it still stands when the year begins", "年初仍然维持的概率"},
                  .note = {"Terms stay as they are, only age goes on. Band: 90 % of draws.",
                           "各项保持不变，只有年龄增长。带：90% 的抽样。"},
                  .panels = {},
                  .x_meaning = {"Year", "年份"},
                  .y_meaning = {"chance", "概率"},
                  .x_low = static_cast<double>(a.year),
                  .x_high = static_cast<double>(a.year) + static_cast<double>(horizon),
                  .low = 0.0,
                  .high = 1.0};
    if (a.alliances.size() > most_shown) {
        curves.note.en += fmt::format(" The {} most at risk of {}.", most_shown, a.alliances.size());
        curves.note.zh += fmt::format("只列 {} 个中风险最高的 {} 个。", a.alliances.size(), most_shown);
    }
    for (std::size_t n = 0; n < std::min(most_shown, a.alliances.size()); ++n)
        curves.panels.push_back({{a.alliances[n].code, with_code(a.alliances[n])}, {survival_curve(a, n)}});
    return curves;
}

/// A note for each list of names that `of` gives, with the alliances that share it; nothing for an empty list.
template <class Of> void say_of_whom(Assessed const& a, Notes& notes, Text const& what, Of const& of) {
    std::map<std::vector<std::string>, std::vector<std::string>> codes;
    for (Alliance const& alliance : a.alliances) codes[of(alliance)].push_back(alliance.code);
    for (auto const& [names, whose] : codes) {
        if (names.empty()) continue;
        bool const all = whose.size() == a.alliances.size();
        bool const many = whose.size() > most_shown;
        std::string const list = fmt::format("{}", fmt::join(whose, ", "));
        Text const who = all ? Text{"All", "全部"}
                         : many
                             ? Text{fmt::format("{} alliances", whose.size()), fmt::format("{} 个联盟", whose.size())}
                             : Text{list, list};
        notes.items.push_back({fmt::format("{}: {}: {}.", who.en, what.en, fmt::join(names, ", ")),
                               fmt::format("{}：{}：{}。", who.zh, what.zh, fmt::join(names, "、"))});
    }
}

Notes outlook_notes(Assessed const& a) {
    Notes notes{.id = "endurance/notes", .title = {"What to know", "须知"}, .items = a.notes};
    FittedOn const& on = a.model.fitted_on;
    notes.items.push_back(
        {fmt::format("Model {}, fitted on {} alliances, {} alliance-years and {} endings, {}–{}. What it says of later "
                     "years is a forecast.",
                     a.model.name, on.alliances, on.rows, on.events, on.first_year, on.last_year),
         fmt::format("模型 {}：{} 个联盟、{} 个联盟—年份、{} 次终止，{}–{} 年。对其后年份的说法是预测。", a.model.name,
                     on.alliances, on.rows, on.events, on.first_year, on.last_year)});
    if (on.first_year <= a.year && a.year <= on.last_year)
        notes.items.push_back({"The model has seen how these alliances fared: their years are among those of its fit.",
                               "模型已见过这些联盟的结局：这些年份在其拟合范围内。"});
    say_of_whom(a, notes, {"count as average, no figure", "没有数字而按平均计"}, [&](Alliance const& alliance) {
        std::vector<std::string> average;
        for (std::size_t k = 0; k < a.model.terms.size(); ++k)
            if (!alliance.terms[k]) average.push_back(a.model.terms[k].name);
        return average;
    });
    say_of_whom(a, notes, {"figures that are no terms of this model", "不是此模型的项"},
                [](Alliance const& alliance) { return alliance.unused; });
    return notes;
}

} // namespace

Number in_percent(Ranged const& chance, int decimals) {
    return {100.0 * chance.value, decimals, Interval{100.0 * chance.interval.low, 100.0 * chance.interval.high}};
}

Chapter outlook_chapter(Assessed const& assessed) {
    return {"outlook",
            {"How long alliances stand", "联盟能维持多久"},
            {"Given that its circumstances stay as they are: how likely each alliance is to stand, by a model of how "
             "alliances have ended.",
             "假定情势不变：按联盟如何终止的模型，各联盟维持的可能性。"},
            {outlook_table(assessed), survival_curves(assessed), outlook_notes(assessed)}};
}

} // namespace casus::endurance
