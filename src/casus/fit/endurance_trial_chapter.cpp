#include "casus/fit/endurance_trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

std::array<Text, hazard_forecasters> const& hazard_forecaster_labels() {
    static std::array<Text, hazard_forecasters> const labels{
        Text{"Walt's terms and age", "沃尔特各项与年龄"}, Text{"the same, shrunk", "同上，收缩"},
        Text{"age only", "仅年龄"}, Text{"type of treaty only", "仅条约类型"},
        Text{"members' last exit rate", "成员近期退出率"}};
    return labels;
}

std::array<Column, hazard_measures> measure_columns() {
    return {Column{"log_score", {"log score", "对数评分"}}, Column{"brier", {"Brier", "Brier"}},
            Column{"auc", {"AUC", "AUC"}}, Column{"concordance", {"concordance", "一致性"}},
            Column{"integrated_brier", {"integrated Brier", "积分 Brier"}}};
}

Entry score_entry(double value, std::size_t measure) {
    if (std::isnan(value)) return std::monostate{};
    return Number{.value = value, .decimals = measure == 2 || measure == 3 ? 3 : 4};
}

Table scores_of(std::string const& id, Text title, HazardJudgement const& judgement) {
    Table table{
        .id = "endurance-forecast/" + id,
        .title = std::move(title),
        .note = {fmt::format("{} alliance-years, {} ended; {} followed for {} years. Log score, AUC, concordance: "
                             "more is better; Brier: less.",
                             judgement.rows, judgement.ended, judgement.followed, horizon),
                 fmt::format("{} 个联盟-年，{} 个终止；{} 个可追踪 {} 年。对数评分、AUC、一致性越大越好，Brier "
                             "越小越好。",
                             judgement.rows, judgement.ended, judgement.followed, horizon)},
        .columns = {{"forecaster", {"forecast by", "预测者"}}},
        .rows = {}};
    for (Column const& column : measure_columns()) table.columns.push_back(column);
    for (std::size_t f = 0; f < hazard_forecasters; ++f) {
        std::vector<Entry> line{hazard_forecaster_labels()[f]};
        for (std::size_t m = 0; m < hazard_measures; ++m)
            line.push_back(score_entry(value_of(judgement.scores[f], m), m));
        table.rows.push_back(std::move(line));
    }
    return table;
}

Entry margin_entry(HazardMargin const& margin) {
    if (std::isnan(margin.value)) return std::monostate{};
    return Number{.value = margin.value, .decimals = 4, .interval = margin.interval};
}

Table margins_of(std::string const& id, HazardJudgement const& judgement) {
    Table table{
        .id = "endurance-forecast/" + id,
        .title = {"Walt's terms less each baseline", "沃尔特各项减各基线"},
        .note = {"90 %, alliances drawn anew with replacement, both forecasters on the same draws. Log score, "
                 "AUC, concordance: above 0 is better than the baseline; Brier: below 0.",
                 "90 %，对联盟重抽样，两者使用同一抽样。对数评分、AUC、一致性大于 0 优于基线，Brier 小于 0 优于基线。"},
        .columns = {{"baseline", {"baseline", "基线"}},
                    {"measure", {"measure", "指标"}},
                    {"walt", {"as fitted", "原样"}},
                    {"shrunk", {"shrunk", "收缩"}}},
        .rows = {}};
    for (std::size_t baseline = 0; baseline < hazard_baselines; ++baseline)
        for (std::size_t m = 0; m < hazard_measures; ++m)
            table.rows.push_back({hazard_forecaster_labels()[hazard_models + baseline], measure_columns()[m].head,
                                  margin_entry(judgement.margins[0][baseline][m]),
                                  margin_entry(judgement.margins[1][baseline][m])});
    return table;
}

Table tenths_of(std::string const& id, Text title, std::vector<JudgedYear> const& judged, HazardForecaster forecaster) {
    Table table{.id = "endurance-forecast/" + id,
                .title = std::move(title),
                .note = {"Alliance-years in tenths by the chance of ending that was forecast.",
                         "按预测的终止概率将联盟-年分为十等份。"},
                .columns = {{"chance", {"chance", "概率"}},
                            {"rows", {"rows", "行数"}},
                            {"forecast", {"forecast, mean", "平均预测"}},
                            {"observed", {"ended", "实际终止"}}},
                .rows = {}};
    for (estimate::CalibrationBin const& bin : calibration_in_tenths(judged, forecaster)) {
        std::string const range = fmt::format("{:.4f}–{:.4f}", bin.low, bin.high);
        table.rows.push_back({Text{range, range}, Number{.value = static_cast<double>(bin.rows), .decimals = 0},
                              Number{.value = bin.forecast, .decimals = 4},
                              Number{.value = bin.observed, .decimals = 4}});
    }
    return table;
}

Notes how_judged(EnduranceTrial const& trial) {
    JudgeYears const& y = trial.years;
    return {
        .id = "endurance-forecast/how",
        .title = {"How", "方法"},
        .items = {
            {fmt::format(
                 "Standing: fitted on {}–{}, asked of every year of {}–{}. Rolling: fitted anew on all years "
                 "before each, on the alliance-years in which all terms are known. Terms are of the years before "
                 "the one forecast; members are those of any day in it, obligations in a treaty's first year "
                 "those of that year.",
                 y.train_first, y.train_last, y.test_first, y.test_last),
             fmt::format("固定：以 {}–{} 拟合，预测 {}–{} "
                         "各年。滚动：每年以此前所有年份重新拟合。只用各项皆知的联盟—年份。各项取自预测年之前"
                         "的年份；成员为该年任何一天在盟者，条约首年的义务取自该年。",
                         y.train_first, y.train_last, y.test_first, y.test_last)},
            {fmt::format("{} of {} forecasts take a term that was not known for average.", trial.of_standing.imputed,
                         trial.of_standing.rows),
             fmt::format("{} 个预测中有 {} 个以平均值代替未知项。", trial.of_standing.rows, trial.of_standing.imputed)},
            {"Concordance: of two alliances of one year of which one ended, how often that one had the higher chance.",
             "一致性：同年两个联盟中有一个终止时，终止者预测概率更高的比例。"},
            {fmt::format("Integrated Brier: mean square of P(lasts 1 … {} years) less whether it did, covariates as "
                         "they were when forecast.",
                         horizon),
             fmt::format("积分 Brier：P(存续 1…{} 年) 与实际之差的均方，协变量保持预测时的值。", horizon)}}};
}

} // namespace

Chapter endurance_trial_chapter(EnduranceRows const& rows, EnduranceTrial const& trial) {
    Text const standing{"Trained once", "一次拟合"};
    Text const rolling{"Trained anew every year", "逐年拟合"};
    auto const title = [](Text const& what, Text const& how) {
        return Text{fmt::format("{}: {}", how.en, what.en), fmt::format("{}：{}", how.zh, what.zh)};
    };
    Text const scores{"scores", "评分"};
    Text const tenths{"calibration", "校准"};
    Text const as_fitted{"As fitted, every year anew", "原样，逐年拟合"};
    Text const shrunk{"Shrunk, every year anew", "收缩，逐年拟合"};
    return {
        .id = "endurance-forecast",
        .title = {fmt::format("Which alliances end, one year ahead, {}–{}", trial.years.test_first,
                              trial.years.test_last),
                  fmt::format("哪些联盟终止：提前一年预测，{}–{}", trial.years.test_first, trial.years.test_last)},
        .lead = {fmt::format("{} alliances in all", rows.alliances()), fmt::format("共 {} 个联盟", rows.alliances())},
        .shapes = {scores_of("standing", title(scores, standing), trial.of_standing),
                   margins_of("standing-margins", trial.of_standing),
                   scores_of("rolling", title(scores, rolling), trial.of_rolling),
                   margins_of("rolling-margins", trial.of_rolling),
                   tenths_of("calibration", title(tenths, as_fitted), trial.rolling, HazardForecaster::Walt),
                   tenths_of("calibration-shrunk", title(tenths, shrunk), trial.rolling, HazardForecaster::Shrunk),
                   how_judged(trial)}};
}

} // namespace casus::fit
