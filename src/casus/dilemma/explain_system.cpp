#include "casus/dilemma/explain.hpp"
#include "casus/dilemma/explain_words.hpp"
#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace casus::dilemma {

namespace {

void write_risk(LedgerWriter& out, Evaluation const& e, std::string const& key, Text name, double total, double factor,
                std::vector<double> const& chances, Text how) {
    auto const parts = parts_of_joined(chances);
    out.total(key, std::move(name), total, std::move(how));
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        out.term(e.rival(m).code, e.rival(m).name, factor * parts[m],
                 {fmt::format("of {:.3f}; {}", factor * chances[m], by_logarithms.en),
                  fmt::format("其自身为 {:.3f}；{}", factor * chances[m], by_logarithms.zh)});
}

void write_given_allegiance(LedgerWriter& out, Evaluation const& e, std::size_t i) {
    if (e.assessed_allegiance) {
        out.term("assessed", {"share of following on security", "安全议题上的追随度"}, e.in().allegiance[i],
                 {"the lens of alienation", "联盟异化分析"});
        return;
    }
    out.term("given", {"as the case gives it", "案例所给"}, e.in().allegiance[i]);
    out.figure(Quantity::Allegiance, e.system().members[i].index());
}

/// The rule of inputs.hpp, step by step.
void write_rule_of_allegiance(LedgerWriter& out, Evaluation const& e, std::size_t i) {
    Inputs const& in = e.in();
    double exposure = 0.0;
    std::size_t most = 0;
    for (std::size_t m = 0; m < in.rivals; ++m)
        if (in.exposure[in.position(i, m)] > exposure) exposure = in.exposure[in.position(i, m)], most = m;
    double const all = std::accumulate(in.member_power.begin(), in.member_power.end(), 0.0);
    double const share = all > 0.0 ? in.member_power[i] / all : 0.0;
    double const defence = (1.0 - e.world.value(Quantity::OffenceAdvantage)) / 2.0;
    double const free = e.parameters[Parameter::FreeRiding] * defence * (1.0 - share);
    double const trade = e.parameters[Parameter::AllegianceTrade] * exposure;
    double const bound = 1.0 - in.autonomy[i];
    out.term("whole", {"whole allegiance", "完全的承诺"}, 1.0);
    out.term("autonomy", {"autonomy", "自主"}, -in.autonomy[i]);
    out.figure(Quantity::Autonomy, e.system().members[i].index());
    out.term("trade", {"trade with " + e.rival(most).name.en, "与" + e.rival(most).name.zh + "的贸易"}, -bound * trade,
             {"(1 − a) b x", "(1 − a) b x"});
    out.figure(Quantity::Trade, e.world.dyad(e.system().members[i], e.system().rivals[most]));
    out.parameter(Parameter::AllegianceTrade);
    out.term("free_riding", {"free-riding", "搭便车"}, -bound * (1.0 - trade) * free,
             {"f (1 − offence)/2 (1 − share of members' power) of the rest",
              "余下部分的 f (1 − 进攻优势)/2 (1 − 成员实力份额)"});
    out.parameter(Parameter::FreeRiding);
    out.figure(Quantity::OffenceAdvantage);
}

/// 1 − e^{−βS}: exactly 0 where there is no link.
double bound_by_links(Evaluation const& e, std::size_t i) {
    return -std::expm1(-e.in().c.binding * e.risks.member[i].linked);
}

void write_allegiance(LedgerWriter& out, Evaluation const& e, std::size_t i) {
    double const after = e.risks.member[i].allegiance;
    out.total("allegiance", {"allegiance ĉ′", "对主导国的承诺 ĉ′"}, after);
    bool const given = !std::isnan(e.world.value(Quantity::Allegiance, e.system().members[i].index()));
    if (given || e.assessed_allegiance)
        write_given_allegiance(out, e, i);
    else
        write_rule_of_allegiance(out, e, i);
    out.term("links", {"what links bind", "联结的捆绑"}, (1.0 - e.in().allegiance[i]) * bound_by_links(e, i),
             {"(1 − ĉ)(1 − e^{−βS})", "(1 − ĉ)(1 − e^{−βS})"});
    out.parameter(Parameter::Binding);
}

void write_reliability(LedgerWriter& out, Evaluation const& e, std::size_t i) {
    MemberState const& state = e.risks.member[i];
    out.total("reliability", {"reliability of the tie", "关系的可靠性"}, e.risks.reliability[i],
              {"mean of (1 − A)(1 − E) as both see it", "双方 (1 − A)(1 − E) 的均值"});
    out.term("whole", {"no risk", "无风险"}, 1.0);
    out.term("abandonment", {"its abandonment", "其被抛弃"}, -0.5 * state.abandonment);
    out.term("entrapment", {"its entrapment", "其被牵连"}, -0.5 * (1.0 - state.abandonment) * e.risks.entrapment[i]);
    out.term("leader_abandonment", {"the leader's abandonment", "主导国被抛弃"}, -0.5 * state.leader_abandonment);
    out.term("leader_entrapment", {"the leader's entrapment", "主导国被牵连"},
             -0.5 * (1.0 - state.leader_abandonment) * e.risks.leader_entrapment[i]);
}

void write_forces(LedgerWriter& out, Evaluation const& e, std::size_t m) {
    Inputs const& in = e.in();
    double rest = e.risks.forces[m] - in.power;
    out.total("forces", {"forces that the system can bring to bear", "体系可用兵力"}, e.risks.forces[m],
              {"share of world power", "占世界实力份额"});
    out.term("leader", e.leader().name, in.power);
    out.figure(Quantity::Power, e.system().leader.index());
    for (std::size_t i = 0; i < in.members; ++i) {
        double const own = e.risks.member[i].allegiance * in.member_power[i] * in.rival_reach[in.position(i, m)];
        rest -= own;
        out.term(e.member(i).code, e.member(i).name, own, {"ĉ′ p δ", "ĉ′ p δ"});
    }
    out.term("synergy", {"links' synergy", "联结的协同"}, rest);
    double const advantage = std::log(std::max(e.risks.forces[m], 1e-9) / std::max(in.rival_power[m], 1e-9));
    out.total("strength", {"strength against it", "对其力量"}, e.risks.strength[m]);
    out.term("members", {"what stands at its members, by threat", "成员处的防御（按威胁加权）"},
             e.risks.strength[m] - advantage, {"Σ w log[(p + support)/(p_m δ)]", "Σ w log[(p+支持)/(p_m δ)]"});
    out.term("all", {"all forces over its own", "全部兵力与其兵力之比"}, advantage, {"log(F/p_m)", "log(F/p_m)"});
    out.figure(Quantity::Power, e.system().rivals[m].index(), {" p_m", " p_m"});
}

void write_load(LedgerWriter& out, Evaluation const& e, std::size_t m) {
    Inputs const& in = e.in();
    std::vector<double> powers;
    for (std::size_t i = 0; i < in.members; ++i)
        powers.push_back(std::pow(in.promise[i] * in.threat[in.position(i, m)] * in.dependence[i], in.c.load_exponent));
    double const sum = std::accumulate(powers.begin(), powers.end(), 0.0);
    out.total("load", {"load L", "负荷 L"}, e.risks.load[m],
              {"(Σ (c T dep)^ρ)^{1/ρ}, parts by (c T dep)^ρ", "(Σ (c T dep)^ρ)^{1/ρ}，按 (c T dep)^ρ 分摊"});
    for (std::size_t i = 0; i < in.members; ++i)
        out.term(e.member(i).code, e.member(i).name, sum > 0.0 ? e.risks.load[m] * powers[i] / sum : 0.0);
    out.parameter(Parameter::LoadExponent);
}

} // namespace

Ledger explain_member(Evaluation const& e, std::size_t i) {
    Text const& name = e.member(i).name;
    LedgerWriter out(e.world, e.parameters, "dilemma/" + e.member(i).code,
                     {fmt::format("{}: what it fears", name.en), fmt::format("{}：其所担心者", name.zh)});
    MemberState const& state = e.risks.member[i];
    std::vector<double> abandoned;
    std::vector<double> dragged;
    for (std::size_t m = 0; m < e.in().rivals; ++m) {
        abandoned.push_back(e.risks.abandonment_by_rival[e.in().position(i, m)]);
        dragged.push_back(e.risks.leader_conflict[m] * e.risks.member_loss[e.in().position(i, m)]);
    }
    write_risk(out, e, "abandonment", {"abandonment A", "被抛弃 A"}, state.abandonment, 1.0, abandoned,
               {"⊕ over rivals", "对各对手取 ⊕"});
    write_risk(out, e, "entrapment", {"entrapment E", "被牵连 E"}, e.risks.entrapment[i], state.allegiance, dragged,
               {"ĉ′ (1 − ∏ (1 − q_h loss))", "ĉ′ (1 − ∏ (1 − q_h 损失))"});
    write_allegiance(out, e, i);
    write_reliability(out, e, i);
    return out.finish(
        {fmt::format("{}: abandonment {:.3f}, entrapment {:.3f}.", name.en, state.abandonment, e.risks.entrapment[i]),
         fmt::format("{}：被抛弃 {:.3f}，被牵连 {:.3f}。", name.zh, state.abandonment, e.risks.entrapment[i])});
}

Ledger explain_leader_tie(Evaluation const& e, std::size_t i) {
    Text const& leader = e.leader().name;
    Text const& name = e.member(i).name;
    LedgerWriter out(e.world, e.parameters, leader_path(e.member(i)),
                     {fmt::format("{}: what it fears of {}", leader.en, name.en),
                      fmt::format("{}对{}所担心者", leader.zh, name.zh)});
    MemberState const& state = e.risks.member[i];
    out.total("abandonment", {"abandonment A", "被抛弃 A"}, state.leader_abandonment,
              {"need · worth · (1 − ĉ′)", "需求 · 价值 · (1 − ĉ′)"});
    for (std::size_t m = 0; m < e.in().rivals; ++m) {
        out.term(e.rival(m).code, e.rival(m).name, e.risks.leader_abandonment_by_rival[e.in().position(i, m)],
                 {"by its share in the need", "按其在需求中的份额"});
        out.figure(Quantity::Power, e.system().rivals[m].index());
    }
    out.figure(Quantity::Worth, e.system().members[i].index());
    out.step({"allegiance ĉ′", "对主导国的承诺 ĉ′"}, state.allegiance, see("dilemma/" + e.member(i).code));
    std::vector<double> drags;
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        drags.push_back(e.risks.conflict[e.in().position(i, m)] * e.risks.leader_loss[m]);
    write_risk(out, e, "entrapment", {"entrapment E", "被牵连 E"}, e.risks.leader_entrapment[i], state.promise, drags,
               {"c′ (1 − ∏ (1 − q loss_h))", "c′ (1 − ∏ (1 − q 损失_h))"});
    out.total("promise", {"promise c′", "承诺 c′"}, state.promise);
    out.term("given", {"commitment", "承诺"}, e.in().promise[i]);
    out.figure(Quantity::Commitment, e.system().members[i].index());
    out.term("links", {"what links bind", "联结的捆绑"}, (1.0 - e.in().promise[i]) * bound_by_links(e, i),
             {"(1 − c)(1 − e^{−βS})", "(1 − c)(1 − e^{−βS})"});
    out.parameter(Parameter::Binding);
    return out.finish({fmt::format("{} with {}: abandonment {:.3f}, entrapment {:.3f}.", leader.en, name.en,
                                   state.leader_abandonment, e.risks.leader_entrapment[i]),
                       fmt::format("{}对{}：被抛弃 {:.3f}，被牵连 {:.3f}。", leader.zh, name.zh,
                                   state.leader_abandonment, e.risks.leader_entrapment[i])});
}

Ledger explain_leader_rival(Evaluation const& e, std::size_t m) {
    Text const& leader = e.leader().name;
    Text const& rival = e.rival(m).name;
    LedgerWriter out(e.world, e.parameters, leader_path(e.rival(m)),
                     {fmt::format("{} and {}", leader.en, rival.en), fmt::format("{}与{}", leader.zh, rival.zh)});
    std::vector<double> chances{e.risks.own_conflict[m]};
    for (std::size_t i = 0; i < e.in().members; ++i)
        chances.push_back(e.risks.member[i].promise * e.risks.conflict[e.in().position(i, m)]);
    auto const parts = parts_of_joined(chances);
    out.total("conflict", {"chance of conflict q_h", "冲突概率 q_h"}, e.risks.leader_conflict[m], by_logarithms);
    out.term("own", {"of its own", "自身的"}, parts[0]);
    for (std::size_t i = 0; i < e.in().members; ++i)
        out.term(e.member(i).code, e.member(i).name, parts[i + 1],
                 {fmt::format("c′ q = {:.3f}", chances[i + 1]), fmt::format("c′ q = {:.3f}", chances[i + 1])});
    LossParts const loss = loss_parts(e.in(), m);
    out.total("loss", {"what a fight with it costs the leader", "与其作战使主导国付出的代价"}, e.risks.leader_loss[m],
              by_logarithms);
    out.term("fight", {"the fight", "作战"}, loss.fight, {"ω p_m/(p_h + p_m)", "ω p_m/(p_h + p_m)"});
    out.parameter(Parameter::FightCost);
    out.term("opportunity", {"what other rivals gain meanwhile", "其他对手乘机所得"}, loss.opportunity);
    out.parameter(Parameter::Opportunity);
    out.term("economic", {"economic exposure", "经济敞口"}, loss.economic, {"e x_hm", "e x_hm"});
    out.figure(Quantity::Trade, e.world.dyad(e.system().leader, e.system().rivals[m]));
    write_load(out, e, m);
    write_forces(out, e, m);
    return out.finish({fmt::format("{} and {} have a militarised dispute within {:.0f} years with a chance of {:.3f}.",
                                   leader.en, rival.en, e.in().c.horizon, e.risks.leader_conflict[m]),
                       fmt::format("{}与{}在 {:.0f} 年内发生冲突的概率为 {:.3f}。", leader.zh, rival.zh,
                                   e.in().c.horizon, e.risks.leader_conflict[m])});
}

Ledger explain_system(Evaluation const& e) {
    Inputs const& in = e.in();
    Risks const& r = e.risks;
    LedgerWriter out(e.world, e.parameters, "dilemma/system", {"The alliance system", "联盟体系"});
    double const load = std::accumulate(r.load.begin(), r.load.end(), 0.0);
    out.total("load", {"loads", "总负荷"}, load, {"Σ L over rivals", "各对手 L 之和"});
    for (std::size_t m = 0; m < in.rivals; ++m)
        out.term(e.rival(m).code, e.rival(m).name, r.load[m], see(leader_path(e.rival(m))));
    out.total("spread_thin", {"promises kept κ", "承诺兑现度 κ"}, r.spread_thin,
              {"min(1, budget/loads)", "min(1, 预算/负荷)"});
    out.term("whole", {"whole promises", "完整的承诺"}, 1.0);
    out.term("beyond", {"loads beyond the budget", "超出预算的负荷"}, r.spread_thin - 1.0);
    out.figure(Quantity::PromiseBudget);
    double const worth = std::accumulate(in.worth.begin(), in.worth.end(), 0.0);
    out.total("reliability", {"reliability", "可靠性"}, r.system_reliability,
              {"mean over ties by worth", "按价值加权"});
    for (std::size_t i = 0; i < in.members; ++i) {
        out.term(e.member(i).code, e.member(i).name,
                 (worth > 0.0 ? in.worth[i] / worth : 1.0 / static_cast<double>(in.members)) * r.reliability[i],
                 {fmt::format("reliability {:.3f}", r.reliability[i]), fmt::format("可靠性 {:.3f}", r.reliability[i])});
        out.figure(Quantity::Worth, e.system().members[i].index());
    }
    double links = 0.0;
    for (std::size_t a = 0; a < in.members; ++a)
        for (std::size_t b = a + 1; b < in.members; ++b) links += in.link[in.pair(a, b)] * in.link_cost[in.pair(a, b)];
    out.total("cost", {"the leader's cost", "主导国的代价"}, r.cost,
              {"in full loads of one rival", "以单一对手的满负荷计"});
    out.term("load", {"loads", "负荷"}, load);
    out.term("carried", {"what links carry of them", "联结分担的部分"}, r.cost - links - load);
    out.term("links", {"what links cost", "联结的成本"}, links);
    out.parameter(Parameter::LinkCost);
    out.total("dominance", {"dominance", "主导地位"}, r.dominance, {"½ Σ w_hi / Σ w", "½ Σ w_hi / Σ w"});
    out.term("hub", {"without links", "无联结时"}, r.dominance > 0.0 ? 0.5 : 0.0);
    out.term("links", {"what links take off", "联结的削减"}, r.dominance > 0.0 ? r.dominance - 0.5 : 0.0);
    std::vector<double> chances;
    std::vector<Text> pairs;
    for (std::size_t m = 0; m < in.rivals; ++m)
        for (std::size_t n = m + 1; n < in.rivals; ++n) {
            chances.push_back(pair_alignment(in, r, m, n));
            pairs.push_back({fmt::format("{} and {}", e.rival(m).name.en, e.rival(n).name.en),
                             fmt::format("{}与{}", e.rival(m).name.zh, e.rival(n).name.zh)});
        }
    auto const parts = parts_of_joined(chances);
    out.total("alignment", {"rivals' alignment", "对手的接近"}, r.alignment, by_logarithms);
    for (std::size_t n = 0; n < pairs.size(); ++n)
        out.term(fmt::format("pair_{}", n + 1), pairs[n], parts[n],
                 {"√(T_hm T_hm′)(1 − their threat to each other)", "√(T_hm T_hm′)(1 − 彼此威胁)"});
    return out.finish(
        {fmt::format("Reliability {:.3f}; {:.0f} % of promises kept.", r.system_reliability, 100.0 * r.spread_thin),
         fmt::format("可靠性 {:.3f}；承诺兑现 {:.0f}%。", r.system_reliability, 100.0 * r.spread_thin)});
}

} // namespace casus::dilemma
