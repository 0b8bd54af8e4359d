#include "casus/estimate/regression_table.hpp"
#include "casus/fit/dyad_conflict.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace casus::fit {

namespace {

constexpr double z_at_5_percent = 1.959963984540054;

estimate::Term const* conflict_term(estimate::Fit const& fit, std::string const& name) {
    auto const found = std::ranges::find(fit.terms, name, &estimate::Term::name);
    return found == fit.terms.end() ? nullptr : &*found;
}

Entry estimate_with_interval(estimate::Term const* term) {
    if (term == nullptr) return std::monostate{};
    double const half = z_at_5_percent * term->robust_se;
    return Number{
        .value = term->estimate, .decimals = 2, .interval = Interval{term->estimate - half, term->estimate + half}};
}

Entry estimate_alone(estimate::Term const* term) {
    if (term == nullptr) return std::monostate{};
    return Number{.value = term->estimate, .decimals = 2};
}

/// A claim of the paper, and the term that bears on it in each model.
struct ConflictClaim {
    Text label;
    int sign;
    std::string in_equation; ///< empty: not in them
    std::string in_joint;
    bool of_attack = false;
};

std::vector<ConflictClaim> conflict_claims() {
    return {{{"i→m: hostility", "i→m：敌意"}, 1, "initiation_hostility", "hostility"},
            {{"i→m: support emboldens", "i→m：支持纵容成员（κ2）"}, 1, "emboldenment", "sender_support"},
            {{"i→m: proximity", "i→m：邻近性"}, 1, "initiation_proximity", "proximity"},
            {{"m→i: hostility", "m→i：敌意"}, 1, "attack_hostility", "hostility", true},
            {{"m→i: strength deters", "m→i：成员实力威慑（κ3）"}, 1, "deterrence", "capability_ratio", true},
            {{"m→i: support deters", "m→i：仅支持的威慑"}, -1, "", "target_support", true},
            {{"m→i: proximity", "m→i：邻近性"}, 1, "attack_proximity", "proximity", true},
            {{"joint democracy (control)", "双方民主（控制）"}, 0, "", "joint_democracy"},
            {{"size of both (control)", "两国规模（控制）"}, 0, "", "size"}};
}

Text claim_verdict(int sign, std::vector<estimate::Term const*> const& terms) {
    if (sign == 0) return {};
    std::size_t with = 0, against = 0, all = 0;
    for (estimate::Term const* const term : terms) {
        if (term == nullptr) continue;
        ++all;
        if (std::abs(term->statistic) <= z_at_5_percent) continue;
        ++(term->estimate * sign > 0.0 ? with : against);
    }
    if (with == all) return {"as paper", "与论文一致"};
    if (against == all) return {"AGAINST", "与论文相反"};
    return {"not settled", "未定"};
}

Table claims_of_paper(ConflictFit const& fit) {
    Table table{
        .id = "fit-conflict/claims",
        .title = {"Paper against estimate", "论文与估计对照"},
        .note = {"Coefficients, 95 %, clustered by dyad. m rival, i member. Equation: as the lens has it. Peace: with "
                 "years at peace. "
                 "Joint: everything in one model, with peace; size: and the size of both states. Strength, κ3, is "
                 "own power and support; joint models have the ratio of power there, and support below.",
                 "系数，95 %，按双边聚类。方程：与镜头所用相同。和平：含和平年数。联合：所有项同入一个模型并含和平"
                 "年数；规模：再加两国规模。联合模型中 κ3 一行为实力之比，支持另列其下。"},
        .columns = {{"claim", {"claim", "论断"}},
                    {"sign", {"sign", "符号"}},
                    {"equation", {"equation", "方程"}},
                    {"peace", {"peace", "和平"}},
                    {"joint", {"joint", "联合"}},
                    {"sized", {"size", "规模"}},
                    {"found", {"found", "所见"}}},
        .rows = {}};
    for (ConflictClaim const& claim : conflict_claims()) {
        ConflictEquation const& equation = claim.of_attack ? fit.attack : fit.initiation;
        std::vector<estimate::Term const*> const terms{
            conflict_term(equation.plain, claim.in_equation), conflict_term(equation.peace, claim.in_equation),
            conflict_term(fit.joint, claim.in_joint), conflict_term(fit.sized, claim.in_joint)};
        std::string const sign = claim.sign > 0 ? "+" : claim.sign < 0 ? "−" : "";
        table.rows.push_back({claim.label, Text{sign, sign}, estimate_with_interval(terms[0]), estimate_alone(terms[1]),
                              estimate_alone(terms[2]), estimate_with_interval(terms[3]),
                              claim_verdict(claim.sign, terms)});
    }
    return table;
}

Table file_table(ConflictFit const& fit) {
    Table table{
        .id = "fit-conflict/file",
        .title = {"What stands in the parameter file", "写入参数文件的值"},
        .note = {},
        .columns = {{"parameter", {"parameter", "参数"}}, {"value", {"value", "值"}}, {"sd", {"s.e.", "标准误"}}},
        .rows = {}};
    for (EstimatedKey const& each : fit.block.keys)
        table.rows.push_back({Text{each.key, each.key}, Number{.value = each.value, .decimals = 3},
                              Number{.value = each.sd, .decimals = 3}});
    return table;
}

Table bands_table(ConflictEquation const& equation, std::string id, Text title) {
    Table table{
        .id = std::move(id),
        .title = std::move(title),
        .note = {"Disputes begun in a thousand rows. Equation: as the lens has it; peace: years at peace in the model, "
                 "set to their mean; log g: the equation with log g in place of g.",
                 "每千行挑起的争端数。方程：与镜头所用相同；和平：模型含和平年数并取均值；log g：以 log g 代替 g。"},
        .columns = {{"hostility", {"hostility up to", "敌意上限"}},
                    {"rows", {"rows", "行数"}},
                    {"observed", {"observed", "实际"}},
                    {"equation", {"equation", "方程"}},
                    {"mean_peace", {"peace", "和平"}},
                    {"log_g", {"log g", "log g"}}},
        .rows = {}};
    for (HostilityBand const& band : equation.bands)
        table.rows.push_back({Number{.value = band.to, .decimals = 2},
                              Number{.value = static_cast<double>(band.rows), .decimals = 0},
                              Number{.value = 1000.0 * band.observed, .decimals = 1},
                              Number{.value = 1000.0 * band.plain, .decimals = 1},
                              Number{.value = 1000.0 * band.mean_peace, .decimals = 1},
                              Number{.value = 1000.0 * band.logs, .decimals = 1}});
    return table;
}

Notes conflict_notes(DyadYears const& rows, ConflictFit const& fit, DyadRequest const& request) {
    Notes notes{.id = "fit-conflict/how", .title = {"How", "方法"}, .items = {}};
    for (RefusedKey const& each : fit.block.refused)
        notes.items.push_back(
            {fmt::format("AGAINST THE THEORY: {} came out at {:.3f} (s.e. {:.3f}); the file keeps what "
                         "stood there.",
                         each.key, each.estimate, each.sd),
             fmt::format("与理论相反：{} 的估计为 {:.3f}（标准误 {:.3f}）；文件保留原值。", each.key, each.estimate,
                         each.sd)});
    for (Text& text : dyad_counts(rows, fit.sample, fit.initiation.plain, request))
        notes.items.push_back(std::move(text));
    notes.items.push_back(
        {fmt::format(
             "Support: power of the states that owe defence by ATOP the year before, halved every {:.0f} km (e to the "
             "−d/{:.0f}); a pact with the opponent does not count.",
             request.support_reach * std::log(2.0), request.support_reach),
         fmt::format("支持：上一年依 ATOP 负有防御义务的国家的实力，每 {:.0f} 公里减半（e 的 −d/{:.0f} "
                     "次方）；与对手之间的条约不计。",
                     request.support_reach * std::log(2.0), request.support_reach)});
    notes.items.push_back(
        {fmt::format(
             "Log-likelihood of i→m and m→i: {:.1f} and {:.1f}; with years at peace {:.1f} and {:.1f}; with log g in "
             "place of g {:.1f} and {:.1f}. Joint {:.1f}, with size {:.1f}, {} rows lack a regime.",
             fit.initiation.plain.log_likelihood, fit.attack.plain.log_likelihood, fit.initiation.peace.log_likelihood,
             fit.attack.peace.log_likelihood, fit.initiation.logs.log_likelihood, fit.attack.logs.log_likelihood,
             fit.joint.log_likelihood, fit.sized.log_likelihood, fit.joint_left_out),
         fmt::format("i→m 与 m→i 的对数似然：{:.1f} 与 {:.1f}；含和平年数 {:.1f} 与 {:.1f}；以 log g 代替 g {:.1f} 与 "
                     "{:.1f}。联合 {:.1f}，加规模 {:.1f}，{} 行缺政体数据。",
                     fit.initiation.plain.log_likelihood, fit.attack.plain.log_likelihood,
                     fit.initiation.peace.log_likelihood, fit.attack.peace.log_likelihood,
                     fit.initiation.logs.log_likelihood, fit.attack.logs.log_likelihood, fit.joint.log_likelihood,
                     fit.sized.log_likelihood, fit.joint_left_out)});
    for (estimate::Fit const* each : {&fit.initiation.plain, &fit.attack.plain, &fit.joint, &fit.sized})
        for (Text const& note : each->notes) notes.items.push_back(note);
    return notes;
}

} // namespace

Chapter conflict_fit_chapter(DyadYears const& rows, ConflictFit const& fit, DyadRequest const& request) {
    std::size_t const used = fit.initiation.plain.rows;
    return {.id = "fit-conflict",
            .title = {"Do allies embolden, do allies deter", "盟友是否纵容，盟友是否威慑"},
            .lead = {fmt::format("{} directed dyad-years, {}–{}", used, rows.first_year, rows.last_year),
                     fmt::format("{} 个有向双边-年，{}–{}", used, rows.first_year, rows.last_year)},
            .shapes = {claims_of_paper(fit), file_table(fit),
                       bands_table(fit.initiation, "fit-conflict/calibration-initiation",
                                   {"Said and seen by hostility, i→m", "按敌意的预测与实际，i→m"}),
                       bands_table(fit.attack, "fit-conflict/calibration-attack",
                                   {"Said and seen by hostility, m→i", "按敌意的预测与实际，m→i"}),
                       conflict_notes(rows, fit, request), dyad_limits()}};
}

namespace {

nlohmann::ordered_json equation_json(ConflictEquation const& equation) {
    nlohmann::ordered_json json{{"equation", estimate::fit_json(equation.plain, "")},
                                {"peace", estimate::fit_json(equation.peace, "")},
                                {"log_g", estimate::fit_json(equation.logs, "")}};
    json["calibration"] = nlohmann::ordered_json::array();
    for (HostilityBand const& band : equation.bands)
        json["calibration"].push_back({{"to", band.to},
                                       {"rows", band.rows},
                                       {"observed", band.observed},
                                       {"equation", band.plain},
                                       {"mean_peace", band.mean_peace},
                                       {"log_g", band.logs}});
    return json;
}

} // namespace

nlohmann::ordered_json conflict_fit_document(DyadYears const& rows, ConflictFit const& fit) {
    nlohmann::ordered_json json{
        {"years", {rows.first_year, rows.last_year}},
        {"left_out", {{"going_on", rows.going_on}, {"lacking", rows.lacking}, {"without_regime", fit.joint_left_out}}},
        {"initiation", equation_json(fit.initiation)},
        {"attack", equation_json(fit.attack)},
        {"joint", estimate::fit_json(fit.joint, "")},
        {"sized", estimate::fit_json(fit.sized, "")}};
    json["parameters"] = parameters_json(fit.block);
    return json;
}

} // namespace casus::fit
