#include "casus/dilemma/timeline/timeline_chapter.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace casus::dilemma {

namespace {

using Family = SystemMeasure::Family;
using Part = std::vector<MeasuredValue> TimelineStage::*;

Text when(TimelineStage const& stage) {
    if (stage.code.empty()) return {"before any", "联结之前"};
    std::string const date = text_of(stage.date);
    return {date, date};
}

Text which(TimelineStage const& stage) {
    if (stage.code.empty()) return {"", ""};
    return stage.ends ? Text{stage.code + " ends", stage.code + " 终止"} : Text{stage.code, stage.code};
}

Number number_of(MeasuredValue const& value, int decimals, bool with_interval) {
    return {value.value, decimals, with_interval ? std::optional(value.interval) : std::nullopt};
}

/// Measures that the predicate takes, a column each; a row for each stage.
template <class Takes>
Table stage_table(Timeline const& timeline, std::string id, Text title, Text note, Part part, int decimals,
                  bool with_intervals, Takes const& takes) {
    Table table{.id = std::move(id),
                .title = std::move(title),
                .note = std::move(note),
                .columns = {{"date", {"date", "日期"}}, {"linkage", {"linkage", "联结"}}},
                .rows = {}};
    for (SystemMeasure const& measure : timeline.measures)
        if (takes(measure)) table.columns.push_back({measure.key, measure.name});
    for (TimelineStage const& stage : timeline.stages) {
        std::vector<Entry> row{when(stage), which(stage)};
        for (std::size_t m = 0; m < timeline.measures.size(); ++m)
            if (takes(timeline.measures[m])) row.emplace_back(number_of((stage.*part)[m], decimals, with_intervals));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table total_table(Timeline const& timeline) {
    Table table{
        .id = "dilemma/timeline-total",
        .title = {"Before any and after all", "联结之前与全部之后"},
        .note = {"Brackets: central 90 % of paired draws of the change. Strength: logarithms of forces over the "
                 "rival's. Cost: full loads of one rival.",
                 "括号：变化在成对抽样中的中间 90%。优势：己方与对手力量之比的对数。成本：以单一对手的满额负担计。"},
        .columns = {{"measure", {"measure", "量"}},
                    {"before", {"before", "之前"}},
                    {"after", {"after", "之后"}},
                    {"change", {"change", "变化"}}},
        .rows = {}};
    for (std::size_t m = 0; m < timeline.measures.size(); ++m)
        table.rows.push_back({timeline.measures[m].name, number_of(timeline.stages.front().value[m], 3, false),
                              number_of(timeline.stages.back().value[m], 3, false),
                              number_of(timeline.stages.back().since[m], 4, true)});
    return table;
}

double decimal_year(LinkageDate date) { return date.year + std::max(date.month - 1, 0) / 12.0; }

/// Change since before any, in steps; a panel for each measure of the family.
Curves change_curves(Timeline const& timeline, Family family, std::string id, Text title, Text y_meaning) {
    Curves curves{.id = std::move(id),
                  .title = std::move(title),
                  .note = {"Change against the system before any linkage, everything else held at the case's year. "
                           "Shade: central 90 % of paired draws.",
                           "与联结之前相比的变化，其余保持案例年份。阴影：成对抽样的中间 90%。"},
                  .panels = {},
                  .x_meaning = {"year", "年份"},
                  .y_meaning = std::move(y_meaning)};
    double const first = timeline.stages.size() > 1 ? decimal_year(timeline.stages[1].date) : 0.0;
    double const last = timeline.stages.size() > 1 ? decimal_year(timeline.stages.back().date) : 1.0;
    curves.x_low = std::floor(first) - 1.0;
    curves.x_high = std::ceil(last) + 1.0;
    curves.low = std::numeric_limits<double>::max();
    curves.high = std::numeric_limits<double>::lowest();
    for (std::size_t m = 0; m < timeline.measures.size(); ++m) {
        SystemMeasure const& measure = timeline.measures[m];
        if (measure.family != family) continue;
        Curve curve{.label = {measure.key, measure.name}, .x = {}, .y = {}, .bands = {}, .steps = true};
        auto const add = [&](double x, MeasuredValue const& value) {
            // Several in one month: the last stands.
            if (!curve.x.empty() && x <= curve.x.back()) {
                curve.y.back() = value.value;
                curve.bands.back() = value.interval;
            } else {
                curve.x.push_back(x);
                curve.y.push_back(value.value);
                curve.bands.push_back(value.interval);
            }
            curves.low = std::min({curves.low, value.value, value.interval.low});
            curves.high = std::max({curves.high, value.value, value.interval.high});
        };
        for (std::size_t s = 0; s < timeline.stages.size(); ++s)
            add(s == 0 ? curves.x_low : decimal_year(timeline.stages[s].date), timeline.stages[s].since[m]);
        add(curves.x_high, timeline.stages.back().since[m]);
        curves.panels.push_back({{measure.key, measure.name}, {std::move(curve)}});
    }
    if (!(curves.high > curves.low)) curves.high = curves.low + 1.0;
    return curves;
}

/// "+0.0023", with the minus sign of print.
std::string signed_change(double value) {
    std::string text = fmt::format("{:+.4f}", value);
    if (text.front() == '-') text.replace(0, 1, "−");
    return text;
}

Text timeline_lead(Timeline const& timeline) {
    TimelineStage const& last = timeline.stages.back();
    auto const at = std::ranges::find(timeline.measures, "dominance", &SystemMeasure::key);
    MeasuredValue const& dominance = last.since[static_cast<std::size_t>(at - timeline.measures.begin())];
    auto const in = [](MeasuredValue const& change, char const* to, char const* open, char const* close) {
        return signed_change(change.value) + open + signed_change(change.interval.low) + to +
               signed_change(change.interval.high) + close;
    };
    return {fmt::format("With all linkages in force at the end, reliability differs by {} from the system without "
                        "any, and the leader's dominance by {}.",
                        in(last.since.front(), " to ", " (", ")"), in(dominance, " to ", " (", ")")),
            fmt::format("末期全部联结生效后，可靠性与无联结时相差 {}，主导国的主导权相差 {}。",
                        in(last.since.front(), " 至 ", "（", "）"), in(dominance, " 至 ", "（", "）"))};
}

} // namespace

Chapter timeline_chapter(Timeline const& timeline) {
    auto const of = [](Family family) {
        return [family](SystemMeasure const& measure) { return measure.family == family; };
    };
    auto const rest = [](SystemMeasure const& measure) { return measure.family != Family::Risk; };
    Chapter chapter{.id = "dilemma/timeline",
                    .title = {"Linkages, one after another", "历次联盟联结"},
                    .lead = timeline_lead(timeline),
                    .shapes = {}};
    chapter.shapes.emplace_back(total_table(timeline));
    chapter.shapes.emplace_back(
        stage_table(timeline, "dilemma/timeline-risks", {"Risks after each", "每次联结后的风险"},
                    {"Means over members weighted by their worth to the leader.", "以成员对主导国的价值加权平均。"},
                    &TimelineStage::value, 4, false, of(Family::Risk)));
    chapter.shapes.emplace_back(stage_table(timeline, "dilemma/timeline-system",
                                            {"Strength and price after each", "每次联结后的优势与代价"}, {},
                                            &TimelineStage::value, 3, false, rest));
    chapter.shapes.emplace_back(stage_table(
        timeline, "dilemma/timeline-changes", {"What each changed in reliability", "每次联结对可靠性的改变"},
        {"Against the stage before. Brackets: central 90 % of paired draws.",
         "与前一阶段相比。括号：成对抽样的中间 90%。"},
        &TimelineStage::change, 5, true,
        [](SystemMeasure const& measure) { return measure.key == "reliability" || measure.key == "dominance"; }));
    chapter.shapes.emplace_back(change_curves(timeline, Family::Risk, "dilemma/timeline-risk-curves",
                                              {"Risks over time", "风险的演变"}, {"change", "变化"}));
    chapter.shapes.emplace_back(change_curves(timeline, Family::Strength, "dilemma/timeline-strength-curves",
                                              {"Strength over time", "优势的演变"}, {"change (log)", "变化（对数）"}));
    chapter.shapes.emplace_back(change_curves(timeline, Family::Price, "dilemma/timeline-price-curves",
                                              {"Price over time", "代价的演变"}, {"change", "变化"}));
    if (!timeline.notes.empty())
        chapter.shapes.emplace_back(
            Notes{.id = "dilemma/timeline-notes", .title = {"Beside it", "附注"}, .items = timeline.notes});
    return chapter;
}

void write_timeline(Timeline const& timeline, nlohmann::ordered_json& document) {
    using Document = nlohmann::ordered_json;
    auto const both = [](Text const& text) { return Document{{"en", text.en}, {"zh", text.zh}}; };
    document["measures"] = Document::array();
    for (SystemMeasure const& measure : timeline.measures)
        document["measures"].push_back({{"key", measure.key}, {"name", both(measure.name)}});
    document["stages"] = Document::array();
    for (TimelineStage const& stage : timeline.stages) {
        bool const first = stage.code.empty();
        Document one{{"date", first ? Document(nullptr) : Document(text_of(stage.date))},
                     {"code", first ? Document(nullptr) : Document(stage.code)},
                     {"name", first ? Document(nullptr) : both(stage.name)},
                     {"ends", stage.ends},
                     {"pairs", stage.pairs}};
        auto const values = [&](std::vector<MeasuredValue> const& of) {
            Document list = Document::object();
            for (std::size_t m = 0; m < of.size(); ++m)
                list[timeline.measures[m].key] = {
                    {"value", of[m].value}, {"low", of[m].interval.low}, {"high", of[m].interval.high}};
            return list;
        };
        one["value"] = values(stage.value);
        one["change"] = values(stage.change);
        one["since"] = values(stage.since);
        document["stages"].push_back(std::move(one));
    }
    document["notes"] = Document::array();
    for (Text const& note : timeline.notes) document["notes"].push_back(both(note));
}

} // namespace casus::dilemma
