#include "casus/fit/measured_chapter.hpp"

#include "casus/fit/state_over_years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace casus::fit {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Entry number_or_none(double value, int decimals) {
    if (!std::isfinite(value)) return std::monostate{};
    return Number{.value = value, .decimals = decimals, .interval = {}};
}

/// Per decade, so that two decimals tell.
Entry per_decade(measure::Trend const& trend) {
    if (!std::isfinite(trend.slope)) return std::monostate{};
    Number number{.value = 10 * trend.slope, .decimals = 3, .interval = {}};
    if (std::isfinite(trend.interval.low)) number.interval = {10 * trend.interval.low, 10 * trend.interval.high};
    return number;
}

/// Beside `trends` and not in one with it: both keep within a hundred columns.
Table summaries(Measured const& measured) {
    Table table{
        .id = "measured/allies",
        .title = {"Allies over all their years", "各盟国历年总览"},
        .note = {"Alienation: mean over the issues of the deviation on each. Dispersion: standard deviation over "
                 "these issues, raw and beyond what the agenda lets expect; high: selective.",
                 "异化：各议题背离的平均。离散：各议题背离的标准差，分原始值与超出议程预期者；高者为选择性背离。"},
        .columns = {{"ally", {"Ally", "盟国"}},
                    {"years", {"Years", "年份"}},
                    {"votes", {"Votes", "表决数"}},
                    {"deviation", {"Deviation", "背离"}},
                    {"alienation", {"Alienation", "异化"}},
                    {"dispersion", {"Dispersion", "离散"}},
                    {"adjusted_dispersion", {"adjusted", "调整后"}}},
        .rows = {}};
    for (AllySummary const& each : measured.summaries) {
        std::string const years = span_of_years(each.first_year, each.last_year);
        table.rows.push_back({measured.allies[each.ally].name, Text{years, years},
                              Number{.value = static_cast<double>(each.votes), .decimals = 0, .interval = {}},
                              number_or_none(each.deviation, 3), number_or_none(each.alienation, 3),
                              number_or_none(each.dispersion, 3), number_or_none(each.adjusted_dispersion, 3)});
    }
    return table;
}

Table trends(Measured const& measured) {
    Table table{.id = "measured/trends",
                .title = {"Trends, per decade", "趋势，按每十年计"},
                .note = {"Slopes of the deviation and of the deviation less the house's; intervals are 90 % and are "
                         "left out where too few independent years are left.",
                         "背离本身的斜率，以及背离减去全体会员国均值后的斜率；区间为 90%，有效独立年份过少则不给出。"},
                .columns = {{"ally", {"Ally", "盟国"}},
                            {"trend", {"Trend", "趋势"}},
                            {"own_trend", {"Beyond the house", "相对全体"}}},
                .rows = {}};
    for (AllySummary const& each : measured.summaries)
        table.rows.push_back({measured.allies[each.ally].name, per_decade(each.trend), per_decade(each.own_trend)});
    return table;
}

/// Of every ally on every issue over its years; a roll call counts one.
Matrix by_issue(Measured const& measured) {
    Matrix matrix;
    matrix.id = "measured/issues";
    matrix.title = {"Deviation by issue, over all years", "各议题背离，历年合计"};
    matrix.note = {"Mean distance of the ally's votes from the leader's over the roll calls in which both voted.",
                   "双方都投票的表决中，盟国投票与主导国的平均距离。"};
    matrix.rows = measured.allies;
    matrix.columns = measured.issues;
    matrix.low = 1.0;
    matrix.high = 0.0;
    matrix.low_meaning = {"opposed", "对立"};
    matrix.high_meaning = {"with the leader", "与主导国一致"};
    std::size_t const width = measured.issues.size();
    std::vector<double> votes(measured.allies.size() * width, 0.0);
    matrix.values.assign(votes.size(), 0.0);
    for (DeviationCell const& cell : measured.cells) {
        std::size_t const at = cell.ally * width + cell.issue;
        votes[at] += cell.votes;
        matrix.values[at] += cell.votes * cell.deviation;
    }
    for (std::size_t at = 0; at < votes.size(); ++at) matrix.values[at] /= votes[at]; // 0/0: no votes
    return matrix;
}

/// The value below which a share of the sorted values lies, between neighbours.
double quantile(std::vector<double> const& sorted, double share) {
    double const at = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    double const rest = at - static_cast<double>(below);
    return rest > 0 ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
}

/// One line: a point for each year from the first to the last, NaN where there is nothing.
struct Line {
    std::map<int, double> values;
    std::map<int, Interval> bands;

    [[nodiscard]] Curve curve(Label label, int first, int last) const {
        Curve curve{std::move(label), {}, {}, {}};
        for (int year = first; year <= last; ++year) {
            auto const value = values.find(year);
            auto const band = bands.find(year);
            curve.x.push_back(year);
            curve.y.push_back(value == values.end() ? nan : value->second);
            if (!bands.empty()) curve.bands.push_back(band == bands.end() ? Interval{nan, nan} : band->second);
        }
        return curve;
    }
};

struct Years {
    int first = std::numeric_limits<int>::max();
    int last = 0;
};

Years years_of(Measured const& measured) {
    Years years;
    for (IsolationCell const& cell : measured.isolation) {
        years.first = std::min<int>(years.first, cell.year);
        years.last = std::max<int>(years.last, cell.year);
    }
    return years;
}

Curves begin_curves(std::string id, Text title, Text note, Years years) {
    Curves curves;
    curves.id = std::move(id);
    curves.title = std::move(title);
    curves.note = std::move(note);
    curves.x_meaning = {"Year", "年份"};
    curves.y_meaning = {"Deviation", "背离"};
    curves.x_low = years.first;
    curves.x_high = std::max(years.first + 1, years.last);
    return curves;
}

Curves issues_by_year(Measured const& measured, Years years) {
    Curves curves = begin_curves(
        "measured/by-issue", {"Issue by issue", "逐议题"},
        {"The allies' mean with the middle eight tenths of them, all members' mean (the leader's isolation), and the "
         "share of roll calls in which the leader stood alone.",
         "盟国均值（阴影为中间八成盟国）、全体会员国均值（主导国的孤立程度），以及主导国孤立投票的比例。"},
        years);
    for (std::size_t issue = 0; issue < measured.issues.size(); ++issue) {
        std::map<int, std::vector<double>> of_allies;
        for (DeviationCell const& cell : measured.cells)
            if (cell.issue == issue) of_allies[cell.year].push_back(cell.deviation);
        Line allies, house, alone;
        for (auto& [year, values] : of_allies) {
            std::ranges::sort(values);
            double sum = 0.0;
            for (double const value : values) sum += value;
            allies.values[year] = sum / static_cast<double>(values.size());
            allies.bands[year] = {quantile(values, 0.1), quantile(values, 0.9)};
        }
        for (IsolationCell const& cell : measured.isolation)
            if (cell.issue == issue) {
                house.values[cell.year] = cell.deviation;
                alone.values[cell.year] = cell.alone;
            }
        curves.panels.push_back({measured.issues[issue],
                                 {allies.curve({"allies", {"Allies", "盟国"}}, years.first, years.last),
                                  house.curve({"house", {"All members", "全体会员国"}}, years.first, years.last),
                                  alone.curve({"alone", {"Leader alone", "主导国孤立"}}, years.first, years.last)}});
    }
    return curves;
}

/// The last issue is "all" where it was asked for.
Curves allies_by_year(Measured const& measured, Years years) {
    std::size_t const issue = measured.issues.size() - 1;
    Text const& name = measured.issues[issue].name;
    Curves curves = begin_curves(
        "measured/by-ally", {"Ally by ally: " + name.en, "逐盟国：" + name.zh},
        {"Deviation from the leader; bands are 90 % intervals.", "与主导国的背离；阴影为 90% 区间。"}, years);
    std::vector<Line> lines(measured.allies.size());
    for (DeviationCell const& cell : measured.cells)
        if (cell.issue == issue) {
            lines[cell.ally].values[cell.year] = cell.deviation;
            lines[cell.ally].bands[cell.year] = cell.interval;
        }
    for (std::size_t ally = 0; ally < lines.size(); ++ally)
        if (!lines[ally].values.empty())
            curves.panels.push_back(
                {measured.allies[ally],
                 {lines[ally].curve({"deviation", {"Deviation", "背离"}}, years.first, years.last)}});
    return curves;
}

Notes notes(Measured const& measured) {
    Notes notes{.id = "measured/notes", .title = {"To know", "须知"}, .items = {}};
    notes.items.push_back({"Votes are positions taken in public on texts that others wrote. What is not put to a roll "
                           "call, what states do, "
                           "and why they vote are not measured; the issue codes are not the issues of a case "
                           "(docs/measured-alienation.md).",
                           "投票是就他国起草的文本公开表态。未付诸唱名表决者、各国的实际行动与投票动机均未衡量；议题代"
                           "码也不是案例中的议题"
                           "（见 docs/measured-alienation.md）。"});
    notes.items.push_back(
        {"Intervals are 90 %, as if the year's roll calls were drawn at random from an agenda like it. "
         "Absence is missing.",
         "区间为 90%，视当年表决为从同类议程中随机抽取。缺席按缺失处理。"});
    if (!measured.settled)
        notes.items.push_back({"In some year the agenda's model did not converge: its adjusted figures are rough.",
                               "某些年份的议程模型未收敛，其调整值仅供粗略参考。"});
    notes.items.insert(notes.items.end(), measured.notes.begin(), measured.notes.end());
    return notes;
}

} // namespace

Chapter measured_chapter(Measured const& measured) {
    Years const years = years_of(measured);
    Chapter chapter{.id = "measured",
                    .title = {fmt::format("How far allies vote from their leader: {}, {}", measured.leader.name.en,
                                          span_of_years(years.first, years.last)),
                              fmt::format("盟国投票与主导国的距离：{}，{} 年", measured.leader.name.zh,
                                          span_of_years(years.first, years.last))},
                    .lead = {"Deviation is the mean distance of votes in the UN General Assembly: yes 1, abstention ½, "
                             "no 0.",
                             "背离为联合国大会投票的平均距离：赞成 1，弃权 ½，反对 0。"},
                    .shapes = {}};
    chapter.shapes = {issues_by_year(measured, years),
                      allies_by_year(measured, years),
                      by_issue(measured),
                      summaries(measured),
                      trends(measured),
                      notes(measured)};
    return chapter;
}

Table measured_cells(Measured const& measured) {
    Table table{.id = "measured/cells",
                .title = {"Deviation by ally, issue and year", "按盟国、议题与年份的背离"},
                .note = {},
                .columns = {{"leader", {"Leader", "主导国"}},
                            {"ally", {"Ally", "盟国"}},
                            {"name", {"Name", "名称"}},
                            {"issue", {"Issue", "议题"}},
                            {"year", {"Year", "年份"}},
                            {"votes", {"Votes", "表决数"}},
                            {"deviation", {"Deviation", "背离"}},
                            {"adjusted", {"Adjusted", "调整后"}}},
                .rows = {}};
    auto const key = [](Label const& label) { return Text{label.key, label.key}; };
    for (DeviationCell const& cell : measured.cells)
        table.rows.push_back({key(measured.leader), key(measured.allies[cell.ally]), measured.allies[cell.ally].name,
                              key(measured.issues[cell.issue]),
                              Number{.value = static_cast<double>(cell.year), .decimals = 0, .interval = {}},
                              Number{.value = static_cast<double>(cell.votes), .decimals = 0, .interval = {}},
                              Number{.value = cell.deviation, .decimals = 3, .interval = cell.interval},
                              number_or_none(cell.adjusted, 3)});
    return table;
}

} // namespace casus::fit
