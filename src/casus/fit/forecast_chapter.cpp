#include "casus/fit/forecast_run.hpp"

#include <fmt/format.h>

namespace casus::fit {

namespace {

std::array<Text, forecaster_count> const forecaster_names{
    Text{"model", "模型"}, Text{"last year's value", "上一年的值"}, Text{"five-year mean", "五年均值"},
    Text{"ideal-point distance alone, lagged", "仅用滞后的理想点距离"}};

Text same(std::string text) { return {text, text}; }

Entry number(double value, int decimals) {
    if (std::isnan(value)) return std::monostate{};
    return Number{.value = value, .decimals = decimals};
}

Table scores_table(ForecastRun const& run) {
    Table table{.id = "forecast/scores",
                .title = {"Scores", "评分"},
                .note = {"RMSE and Brier: less is better; log score and AUC: more. Log score of a normal cut off at 0 "
                         "and 1; AUC and Brier of P(deviation > ½); covered: outcomes within the 90 % interval.",
                         "RMSE 与 Brier 越小越好，对数评分与 AUC 越大越好。对数评分用截断于 0 与 1 的正态分布；AUC 与 "
                         "Brier 针对 P(背离 > ½)；覆盖：落在 90 % 区间内的比例。"},
                .columns = {{"forecaster", {"forecast by", "预测者"}},
                            {"rmse", {"RMSE", "RMSE"}},
                            {"log_score", {"log score", "对数评分"}},
                            {"auc", {"AUC", "AUC"}},
                            {"brier", {"Brier", "Brier"}},
                            {"covered", {"covered", "覆盖"}}},
                .rows = {}};
    for (std::size_t f = 0; f < forecaster_count; ++f)
        table.rows.push_back({forecaster_names[f], number(run.scores.rmse[f], 4), number(run.scores.log_score[f], 3),
                              number(run.scores.auc[f], 3), number(run.scores.brier[f], 3),
                              number(run.scores.covered[f], 2)});
    table.rows.push_back({Text{"model told each issue-year's common deviation", "已知各议题各年共同背离的模型"},
                          number(run.scores.informed_rmse, 4),
                          {},
                          {},
                          {},
                          {}});
    return table;
}

struct Row {
    Text name;
    std::vector<Judged> rows;
};

Table rmse_table(std::string const& id, Text title, Text head, std::vector<Row> const& parts) {
    Table table{.id = "forecast/" + id,
                .title = std::move(title),
                .note = {"RMSE", "RMSE"},
                .columns = {{id, std::move(head)},
                            {"rows", {"rows", "行数"}},
                            {"model", {"model", "模型"}},
                            {"last_year", {"last year", "上一年"}},
                            {"mean_5", {"5-year mean", "五年均值"}},
                            {"ideal_point", {"ideal point", "理想点"}},
                            {"auc", {"AUC of model", "模型 AUC"}}},
                .rows = {}};
    for (Row const& part : parts) {
        if (part.rows.empty()) continue;
        Scores const scores = score(part.rows);
        std::vector<Entry> line{part.name, number(static_cast<double>(scores.rows), 0)};
        for (double const value : scores.rmse) line.push_back(number(value, 3));
        line.push_back(number(scores.auc[0], 3));
        table.rows.push_back(std::move(line));
    }
    return table;
}

template <class Of> std::vector<Row> parts_by(std::vector<Label> const& labels, ForecastRun const& run, Of const& of) {
    std::vector<Row> parts;
    for (std::size_t n = 0; n < labels.size(); ++n) parts.push_back({labels[n].name, rows_where(run.rows, of, n)});
    return parts;
}

std::vector<Row> parts_by_year(ForecastRun const& run) {
    std::vector<Row> parts;
    for (int year = run.years.test_first; year <= run.years.test_last; ++year)
        parts.push_back(
            {same(std::to_string(year)), rows_where(
                                             run.rows, [](Judged const& row) { return int{row.year}; }, year)});
    return parts;
}

Table calibration_table(ForecastRun const& run) {
    Table table{
        .id = "forecast/calibration",
        .title = {"Calibration", "校准"},
        .note = {"Of all forecasts with about this probability that the ally deviates more than it follows: how "
                 "often it did.",
                 "在预测“背离多于跟随”概率相近的各项中，实际发生的比例。"},
        .columns = {{"probability", {"probability", "概率"}},
                    {"rows", {"rows", "行数"}},
                    {"forecast", {"forecast, mean", "平均预测"}},
                    {"observed", {"happened", "实际"}}},
        .rows = {}};
    for (estimate::CalibrationBin const& bin : calibration_of(run.rows, Forecaster::Model))
        table.rows.push_back({same(fmt::format("{:.1f}–{:.1f}", bin.low, bin.high)),
                              number(static_cast<double>(bin.rows), 0), number(bin.forecast, 3),
                              number(bin.observed, 3)});
    return table;
}

Text margin_text(Margin const& margin, Text const& what) {
    Text const& against = forecaster_names[static_cast<std::size_t>(margin.against)];
    return {fmt::format("{}: model less best baseline ({}) {:+.4f} [{:+.4f}, {:+.4f}]", what.en, against.en,
                        margin.value, margin.interval.low, margin.interval.high),
            fmt::format("{}：模型减最佳基线（{}）{:+.4f} [{:+.4f}, {:+.4f}]", what.zh, against.zh, margin.value,
                        margin.interval.low, margin.interval.high)};
}

Notes how(AlienationData const& data, ForecastRun const& run) {
    ShiftSettings const& shift = run.settings.shift;
    PositionSettings const& position = run.settings.position;
    Notes notes{.id = "forecast/how",
                .title = {"How", "方法"},
                .items = {margin_text(run.margins.rmse, {"RMSE", "RMSE"}),
                          margin_text(run.margins.log_score, {"Log score", "对数评分"})}};
    notes.items.push_back({"Intervals: 90 %, allies drawn anew with replacement.", "区间：90 %，对盟国重抽样。"});
    notes.items.push_back(
        {fmt::format(
             "Settings, chosen by errors one year ahead in {}–{}: window {} years, {:g} of the administration's "
             "effect, {:g} of the last departure lasts (fading {:g}); memory {:g}, pooling {:g} roll calls.",
             run.years.train_first, run.years.train_last, shift.window, shift.kept, shift.persistence, shift.fading,
             position.memory, position.pooling),
         fmt::format(
             "参数由 {}–{} 年提前一年的误差选定：窗口 {} 年，采信政府更替效应的 {:g}，最近偏离的 {:g} 延续（衰减 "
             "{:g}）；记忆 {:g}，合并 {:g} 次表决。",
             run.years.train_first, run.years.train_last, shift.window, shift.kept, shift.persistence, shift.fading,
             position.memory, position.pooling)});
    notes.items.push_back(
        {"Each year is forecast from the years before it; the leader's administration is the one that "
         "the last election before the year made likely. Ideal points are estimated over all "
         "sessions at once: their baseline is lagged a year and still knows something of later years.",
         "每年只用此前年份预测；主导国政府取该年之前最近一次选举所预示者。理想点由所有届次一并估计：该"
         "基线已滞后一年，但仍含后来年份的信息。"});
    for (Text const& note : data.notes) notes.items.push_back(note);
    return notes;
}

} // namespace

Chapter forecast_chapter(AlienationData const& data, ForecastRun const& run) {
    return {.id = "forecast",
            .title = {fmt::format("Deviation from {}, one year ahead, {}–{}", data.leader.name.en, run.years.test_first,
                                  run.years.test_last),
                      fmt::format("对{}的背离，提前一年预测，{}–{}", data.leader.name.in(Language::Chinese),
                                  run.years.test_first, run.years.test_last)},
            .lead = {fmt::format("{} ally × issue × year", run.scores.rows),
                     fmt::format("{} 个盟国 × 议题 × 年份", run.scores.rows)},
            .shapes = {
                scores_table(run), how(data, run),
                rmse_table("issue", {"By issue", "按议题"}, {"issue", "议题"},
                           parts_by(data.issues, run, [](Judged const& row) { return std::size_t{row.issue}; })),
                calibration_table(run), rmse_table("year", {"By year", "按年份"}, {"year", "年份"}, parts_by_year(run)),
                rmse_table("ally", {"By ally", "按盟国"}, {"ally", "盟国"},
                           parts_by(data.allies, run, [](Judged const& row) { return std::size_t{row.state}; }))}};
}

} // namespace casus::fit
