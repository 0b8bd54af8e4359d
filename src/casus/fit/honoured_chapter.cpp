#include "casus/fit/honoured_chapter.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::fit {

Chapter honoured_chapter(HonouredRows const& all, HonourJudgement const& judgement) {
    Table scores{
        .id = "dilemma/evidence",
        .title = {"Forecasts of alliances not honoured", "对联盟未履约的预测"},
        .note = {"Each war forecast from the others; the lens's two as they are, nothing fitted. Brackets: central "
                 "90 %, wars drawn anew. Log score and AUC: more is better; Brier: less is.",
                 "每场战争以其余战争预测；透镜前两项未经拟合。括号：重抽战争的中间 90%。对数得分与 AUC 越大越好，Brier "
                 "越小越好。"},
        .columns = {{"forecaster", {"forecaster", "预测者"}},
                    {"log_score", {"log score", "对数得分"}},
                    {"brier", {"Brier", "Brier"}},
                    {"auc", {"AUC", "AUC"}}},
        .rows = {}};
    for (std::size_t f = 0; f < honour_forecasters; ++f) {
        HonourScore const& score = judgement.scores[f];
        // The share of the other wars is lowest where a war broke most: it ranks backwards by construction.
        bool const ranks = f != static_cast<std::size_t>(HonourForecaster::BaseRate);
        scores.rows.push_back({name(static_cast<HonourForecaster>(f)), Number{score.log_score, 3, score.log_interval},
                               Number{score.brier, 3, score.brier_interval},
                               ranks ? Entry(Number{score.auc, 2, score.auc_interval}) : Entry(std::monostate{})});
    }
    Table periods{.id = "dilemma/evidence-periods",
                  .title = {"By period", "分时期"},
                  .note = {"Predicted: mean A. AUC of A within the period.", "预测：A 的平均。AUC 为该时期内 A 者。"},
                  .columns = {{"years", {"years", "年份"}},
                              {"rows", {"calls", "次数"}},
                              {"broken", {"not honoured", "未履约"}},
                              {"predicted", {"predicted A", "预测 A"}},
                              {"promise", {"promise broken", "承诺落空"}},
                              {"auc", {"AUC", "AUC"}}},
                  .rows = {}};
    for (HonourPeriod const& period : judgement.periods) {
        std::string const years = fmt::format("{}–{}", period.first_year, period.last_year);
        periods.rows.push_back({Text{years, years}, Number{static_cast<double>(period.rows), 0, {}},
                                Number{period.broken, 2, {}}, Number{period.predicted, 2, {}},
                                Number{period.promise, 2, {}},
                                std::isnan(period.auc) ? Entry(std::monostate{}) : Entry(Number{period.auc, 2, {}})});
    }
    Chapter chapter{.id = "dilemma/evidence",
                    .title = {"Were alliances honoured?", "联盟是否履约？"},
                    .lead = {fmt::format("{}: {} calls in {} wars, {} not honoured.", all.study, all.rows.size(),
                                         judgement.wars, judgement.broken),
                             fmt::format("{}：{} 场战争中的 {} 次召唤，{} 次未履约。", all.study, judgement.wars,
                                         all.rows.size(), judgement.broken)},
                    .shapes = {scores, periods}};
    if (!all.notes.empty())
        chapter.shapes.emplace_back(
            Notes{.id = "dilemma/evidence-notes", .title = {"Beside it", "附注"}, .items = all.notes});
    return chapter;
}

void write_honoured(HonouredRows const& all, HonourJudgement const& judgement, nlohmann::ordered_json& document) {
    using Document = nlohmann::ordered_json;
    auto const number = [](double value) { return std::isnan(value) ? Document(nullptr) : Document(value); };
    auto const ranged = [&](double value, Interval const& interval) {
        return Document{{"value", number(value)}, {"low", number(interval.low)}, {"high", number(interval.high)}};
    };
    document["study"] = all.study;
    document["rows"] = all.rows.size();
    document["wars"] = judgement.wars;
    document["broken"] = judgement.broken;
    document["forecasters"] = Document::array();
    for (std::size_t f = 0; f < honour_forecasters; ++f) {
        HonourScore const& score = judgement.scores[f];
        bool const ranks = f != static_cast<std::size_t>(HonourForecaster::BaseRate);
        document["forecasters"].push_back(
            {{"forecaster", name(static_cast<HonourForecaster>(f)).en},
             {"log_score", ranged(score.log_score, score.log_interval)},
             {"brier", ranged(score.brier, score.brier_interval)},
             {"auc", ranks ? ranged(score.auc, score.auc_interval) : Document(nullptr)},
             {"log_score_against_base", {{"low", score.against_base.low}, {"high", score.against_base.high}}}});
    }
    document["periods"] = Document::array();
    for (HonourPeriod const& period : judgement.periods)
        document["periods"].push_back({{"first_year", period.first_year},
                                       {"last_year", period.last_year},
                                       {"rows", period.rows},
                                       {"broken", period.broken},
                                       {"abandonment", period.predicted},
                                       {"promise_broken", period.promise},
                                       {"auc", number(period.auc)}});
    document["cases"] = Document::array();
    for (std::size_t n = 0; n < all.rows.size(); ++n) {
        HonouredRow const& row = all.rows[n];
        Document chances = Document::object();
        for (std::size_t f = 0; f < honour_forecasters; ++f)
            chances[name(static_cast<HonourForecaster>(f)).en] = judgement.chance[n][f];
        document["cases"].push_back({{"war", row.war},
                                     {"year", row.year},
                                     {"treaty", row.treaty},
                                     {"holder", row.holder},
                                     {"ally", row.ally},
                                     {"honoured", row.honoured},
                                     {"dependence", row.dependence},
                                     {"spread_thin", row.spread_thin},
                                     {"exit", row.exit},
                                     {"not_honoured", std::move(chances)}});
    }
    document["notes"] = Document::array();
    for (Text const& note : all.notes) document["notes"].push_back({{"en", note.en}, {"zh", note.zh}});
}

} // namespace casus::fit
