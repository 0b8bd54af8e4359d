#include "casus/estimate/regression_table.hpp"
#include "casus/fit/dyad_threat.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::fit {

namespace {

constexpr double z_of_95 = 1.959963984540054;

struct ThreatRow {
    char const* name;
    Text label;
    int sign;
    double measure::ThreatCoefficients::*weight;
};

std::array<ThreatRow, 5> threat_rows() {
    using measure::ThreatCoefficients;
    return {{{"threat_power", {"power, log p_j/(p_i+p_j)", "实力，log p_j/(p_i+p_j)"}, 1, &ThreatCoefficients::power},
             {"threat_proximity", {"proximity", "邻近性"}, 1, &ThreatCoefficients::proximity},
             {"threat_offence", {"offence (spending)", "进攻实力（军费）"}, 1, &ThreatCoefficients::offence},
             {"threat_hostility", {"hostility", "敌意"}, 1, &ThreatCoefficients::hostility},
             {"(Intercept)", {"constant", "常数项"}, 0, &ThreatCoefficients::constant}}};
}

bool is_held(ThreatFit const& fit, std::string_view name) {
    return std::ranges::find(fit.held, name) != fit.held.end();
}

Number with_interval(estimate::Term const& term, int decimals) {
    return {.value = term.estimate,
            .decimals = decimals,
            .interval = Interval{term.estimate - z_of_95 * term.robust_se, term.estimate + z_of_95 * term.robust_se}};
}

Text threat_verdict(estimate::Term const& term, int sign) {
    if (sign == 0) return {};
    bool const clear = std::abs(term.statistic) > z_of_95;
    if (term.estimate * sign > 0.0) return clear ? Text{"as theory", "与理论一致"} : Text{"(as theory)", "（同向）"};
    return clear ? Text{"AGAINST", "与理论相反"} : Text{"(against)", "（反向）"};
}

Table threat_table(ThreatFit const& fit) {
    Table table{
        .id = "fit-threat/weights",
        .title = {"Weights of the threat score: theory, estimate, file", "威胁得分的权重：理论、估计、文件"},
        .note = {"Estimate: all terms free, 95 %. In the file: fitted again with what came out against theory held "
                 "at what stood there before. Before: of the parameter set that the file starts from.",
                 "估计：所有项自由，95 %。文件：与理论相反的项固定为原值后重新拟合。原值：起始参数集中的值。"},
        .columns = {{"term", {"term", "项"}},
                    {"sign", {"sign", "符号"}},
                    {"estimate", {"estimate", "估计"}},
                    {"found", {"found", "所见"}},
                    {"in_file", {"in the file", "文件"}},
                    {"before", {"before", "原值"}}},
        .rows = {}};
    for (ThreatRow const& row : threat_rows()) {
        estimate::Term const& term = dyad_term(fit.free, row.name);
        Entry file = Number{.value = fit.before.*(row.weight), .decimals = 3};
        if (!is_held(fit, row.name)) file = with_interval(dyad_term(fit.kept, row.name), 3);
        std::string const sign = row.sign > 0 ? "+" : "";
        table.rows.push_back({row.label, Text{sign, sign}, with_interval(term, 3), threat_verdict(term, row.sign), file,
                              Number{.value = fit.before.*(row.weight), .decimals = 3}});
    }
    table.rows.push_back({Text{"depth (no areas at hand)", "纵深（无面积数据）"}, Text{"+", "+"}, std::monostate{},
                          Text{"not estimated", "未估计"}, Number{.value = fit.after.depth, .decimals = 3},
                          Number{.value = fit.before.depth, .decimals = 3}});
    EstimatedKey const& reference = fit.block.keys.back();
    table.rows.push_back({Text{"η95, the score of full threat", "η95，完全威胁的得分"}, Text{}, std::monostate{},
                          Text{}, Number{.value = reference.value, .decimals = 3},
                          Number{.value = fit.before.reference, .decimals = 3}});
    return table;
}

Notes threat_notes(DyadYears const& rows, ThreatFit const& fit, DyadRequest const& request) {
    Notes notes{.id = "fit-threat/how", .title = {"How", "方法"}, .items = {}};
    for (std::string const& name : fit.held) {
        estimate::Term const& term = dyad_term(fit.free, name);
        notes.items.push_back(
            {fmt::format(
                 "AGAINST THE THEORY: {} came out at {:.3f} (s.e. {:.3f}). The file keeps what stood there and the "
                 "rest is fitted around it, at a price: log-likelihood {:.1f} instead of {:.1f}.",
                 name, term.estimate, term.robust_se, fit.kept.log_likelihood, fit.free.log_likelihood),
             fmt::format("与理论相反：{} 的估计为 {:.3f}（标准误 "
                         "{:.3f}）。文件保留原值，其余项据此重新拟合，代价是对数似然由 {:.1f} 变为 {:.1f}。",
                         name, term.estimate, term.robust_se, fit.free.log_likelihood, fit.kept.log_likelihood)});
    }
    for (Text& text : dyad_counts(rows, fit.sample, fit.free, request)) notes.items.push_back(std::move(text));
    notes.items.push_back(
        {"Years at peace, their square and cube stand in the model, centred: the constant is at their mean.",
         "模型含和平年数及其平方、立方，均已中心化：常数项为其均值处的值。"});
    notes.items.push_back(
        {fmt::format(
             "Proxies: offence m/(m+50bn) with m the share of the world's military spending in the year times {:.2f} "
             "trillion dollars (the world's of 2021), so that currencies and prices fall out. Land and sea strength "
             "1, nobody landlocked, depth 0.5 for all: no data set at hand has them.",
             world_spending / 1e12),
         fmt::format("代理变量：进攻实力 m/(m+500 亿)，m 为当年占世界军费的份额乘以 {:.2f} 万亿美元（2021 "
                     "年世界军费），由此消去币种与物价。陆海实力取 1，均不视为内陆国，纵深取 0.5：现有数据均无。",
                     world_spending / 1e12)});
    notes.items.push_back(
        {fmt::format(
             "η95: 95th percentile of the file's score over the {} rows with hostility above its floor; its spread has "
             "that of the estimates and that of the percentile over years ({:.2f}).",
             fit.hostile, fit.reference_spread),
         fmt::format(
             "η95：文件得分在敌意高于下限的 {} 行中的 95 百分位；其标准差含估计误差与各年百分位的波动（{:.2f}）。",
             fit.hostile, fit.reference_spread)});
    for (Text const& note : fit.free.notes) notes.items.push_back(note);
    return notes;
}

} // namespace

Chapter threat_fit_chapter(DyadYears const& rows, ThreatFit const& fit, DyadRequest const& request) {
    return {.id = "fit-threat",
            .title = {"What threatens: who begins disputes with whom", "何者构成威胁：谁对谁挑起争端"},
            .lead = {fmt::format("{} directed dyad-years, {}–{}", fit.free.rows, rows.first_year, rows.last_year),
                     fmt::format("{} 个有向双边-年，{}–{}", fit.free.rows, rows.first_year, rows.last_year)},
            .shapes = {threat_table(fit), threat_notes(rows, fit, request), dyad_limits()}};
}

nlohmann::ordered_json threat_fit_document(DyadYears const& rows, ThreatFit const& fit) {
    nlohmann::ordered_json json{
        {"years", {rows.first_year, rows.last_year}},
        {"left_out",
         {{"going_on", rows.going_on}, {"lacking", rows.lacking}, {"without_spending", fit.sample.left_out}}},
        {"free", estimate::fit_json(fit.free, "")},
        {"file", estimate::fit_json(fit.kept, "")},
        {"held", fit.held},
        {"reference",
         {{"value", fit.after.reference},
          {"sd", fit.block.keys.back().sd},
          {"spread_over_years", fit.reference_spread},
          {"rows", fit.hostile}}}};
    json["parameters"] = parameters_json(fit.block);
    return json;
}

} // namespace casus::fit
