#include "casus/dilemma/explain.hpp"
#include "casus/dilemma/explain_words.hpp"
#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {

namespace {

/// A member against a rival.
struct Facing {
    Evaluation const& e;
    std::size_t i;
    std::size_t m;
    std::size_t at = e.in().position(i, m);

    [[nodiscard]] Inputs const& in() const { return e.in(); }
    [[nodiscard]] MemberState const& state() const { return e.risks.member[i]; }
    [[nodiscard]] std::size_t actor() const { return e.system().members[i].index(); }
    [[nodiscard]] std::size_t to() const { return e.system().rivals[m].index(); }
    /// Of what the rival feels for the member, and the other way.
    [[nodiscard]] std::size_t hostility() const { return e.world.dyad(e.system().members[i], e.system().rivals[m]); }
    [[nodiscard]] std::size_t provocation() const { return e.world.dyad(e.system().rivals[m], e.system().members[i]); }
    [[nodiscard]] double power() const { return std::max(in().member_power[i], 1e-9); }
};

void write_support(LedgerWriter& out, Facing const& f) {
    double const leader = f.state().promise * f.e.risks.spread_thin * f.in().power * f.in().leader_reach[f.i];
    out.total("support", {"support", "支持"}, f.state().support, {"share of world power", "占世界实力份额"});
    out.term("leader", {"from the leader", "来自主导国"}, leader, {"c′ κ p_h δ_h", "c′ κ p_h δ_h"});
    out.figure(Quantity::Commitment, f.actor());
    out.step({"promises kept κ", "承诺兑现度 κ"}, f.e.risks.spread_thin);
    out.figure(Quantity::Power, f.e.system().leader.index(), {" p_h", " p_h"});
    out.step({"reach δ_h", "可达性 δ_h"}, f.in().leader_reach[f.i]);
    out.term("links", {"through links", "来自联结"}, f.state().support - leader, {"Σ s p δ", "Σ s p δ"});
}

void write_initiation(LedgerWriter& out, Facing const& f) {
    Coefficients const& c = f.in().c;
    double const full = c.emboldenment * std::log1p(f.state().support / f.power());
    double const restrained = 1.0 - std::exp(-c.restraint * f.state().linked);
    double const chance = f.e.risks.initiation[f.at];
    out.total("initiation", {"log-odds that it begins a dispute in a year", "一年内其发起攻击的对数几率"},
              std::log(chance) - std::log1p(-chance),
              {fmt::format("chance {:.4f} a year", chance), fmt::format("每年概率 {:.4f}", chance)});
    out.term("constant", {"constant", "常数"}, c.initiation_constant);
    out.parameter(Parameter::InitiationConstant);
    out.term("hostility", {"its hostility", "其敌意"}, c.initiation_hostility * f.in().provocation[f.at],
             {"κ1 g", "κ1 g"});
    out.figure(Quantity::Hostility, f.provocation());
    out.parameter(Parameter::InitiationHostility);
    out.term("emboldenment", {"emboldenment by support", "支持的纵容作用"}, full,
             {"κ2 log(1 + support/p)", "κ2 log(1+支持/p)"});
    out.parameter(Parameter::Emboldenment);
    out.figure(Quantity::Power, f.actor());
    out.term("restraint", {"restraint through links", "联结的约束"}, -restrained * full,
             {"1 − e^{−ψS} of it", "其中的 1 − e^{−ψS}"});
    out.term("proximity", {"proximity", "地理邻近"}, c.initiation_proximity * f.in().log_closeness[f.at],
             {"κp log closeness", "κp log 邻近度"});
    out.parameter(Parameter::InitiationProximity);
    out.term("offence", {"offence's advantage", "进攻优势"}, c.offence);
    out.figure(Quantity::OffenceAdvantage);
}

void write_attack(LedgerWriter& out, Facing const& f) {
    Coefficients const& c = f.in().c;
    double const arriving = std::max(f.in().rival_power[f.m] * f.in().rival_reach[f.at], 1e-9);
    double const chance = f.e.risks.attack[f.at];
    out.total("attack", {"log-odds that it is attacked in a year", "一年内其遭攻击的对数几率"},
              std::log(chance) - std::log1p(-chance),
              {fmt::format("chance {:.4f} a year", chance), fmt::format("每年概率 {:.4f}", chance)});
    out.term("constant", {"constant", "常数"}, c.attack_constant);
    out.parameter(Parameter::AttackConstant);
    out.term("hostility", {"the rival's hostility", "对手的敌意"}, c.attack_hostility * f.in().hostility[f.at],
             {"κ1′ g", "κ1′ g"});
    out.figure(Quantity::Hostility, f.hostility());
    out.parameter(Parameter::AttackHostility);
    out.term("own", {"deterrence by its own power", "自身实力的威慑"},
             -c.deterrence * (std::log(f.power()) - std::log(arriving)), {"−κ3 log[p/(p_m δ)]", "−κ3 log[p/(p_m δ)]"});
    out.parameter(Parameter::Deterrence);
    out.figure(Quantity::Power, f.to(), {" p_m", " p_m"});
    out.term("support", {"deterrence by support", "支持的威慑"},
             -c.deterrence * std::log1p(f.state().support / f.power()),
             {"−κ3 log(1 + support/p)", "−κ3 log(1+支持/p)"});
    out.term("proximity", {"proximity", "地理邻近"}, c.attack_proximity * f.in().log_closeness[f.at]);
    out.parameter(Parameter::AttackProximity);
    out.term("offence", {"offence's advantage", "进攻优势"}, c.offence);
    out.figure(Quantity::OffenceAdvantage);
}

void write_conflict(LedgerWriter& out, Facing const& f) {
    double const years = f.in().c.horizon;
    auto const over_years = [&](double chance) { return -std::expm1(years * std::log1p(-chance)); };
    auto const parts = parts_of_joined({over_years(f.e.risks.initiation[f.at]), over_years(f.e.risks.attack[f.at])});
    out.total("conflict", {"chance of conflict q", "冲突概率 q"}, f.e.risks.conflict[f.at],
              {fmt::format("over {:.0f} years; {}", years, by_logarithms.en),
               fmt::format("{:.0f} 年内；{}", years, by_logarithms.zh)});
    out.term("begins", {"it begins", "由其发起"}, parts[0]);
    out.term("attacked", {"the rival begins", "由对手发起"}, parts[1]);
}

void write_abandonment(LedgerWriter& out, Facing const& f) {
    double const alone = f.in().threat[f.at] * f.in().dependence[f.i];
    double const promised = alone * f.state().promise;
    double const kept = promised * f.e.risks.spread_thin;
    out.total("abandonment", {"abandonment A to this rival", "面对该对手被抛弃 A"},
              f.e.risks.abandonment_by_rival[f.at], {"T dep (1 − c′ κ (1 − exit))", "T dep (1 − c′ κ (1 − exit))"});
    out.term("alone", {"need, were nothing promised", "毫无承诺时的需求"}, alone, {"T dep", "T dep"});
    out.step({"threat T from the rival", "对手的威胁 T"}, f.in().threat[f.at],
             {"casus explain … threat/" + f.e.member(f.i).code, "casus explain … threat/" + f.e.member(f.i).code});
    out.step({"dependence: shortfall before all rivals", "依赖度：面对全部对手的缺口"}, f.in().dependence[f.i]);
    out.term("promise", {"what the promise takes off", "承诺的减免"}, -promised, {"−T dep c′", "−T dep c′"});
    out.figure(Quantity::Commitment, f.actor());
    out.term("thin", {"promises spread thin give back", "承诺被摊薄所抵消"}, promised - kept,
             {"T dep c′ (1 − κ)", "T dep c′ (1 − κ)"});
    out.figure(Quantity::PromiseBudget);
    out.term("exit", {"the leader's outside options give back", "主导国外部选择所抵消"}, kept * f.in().exit,
             {"T dep c′ κ exit", "T dep c′ κ exit"});
    out.parameter(Parameter::ExitFloor);
    out.parameter(Parameter::ExitSlope);
}

void write_entrapment(LedgerWriter& out, Facing const& f) {
    Inputs const& in = f.in();
    double const drawn = f.state().allegiance * f.e.risks.leader_conflict[f.m];
    double const economic = in.c.economic_weight * in.exposure[f.at];
    out.total("entrapment", {"entrapment E of it by the leader", "被主导国牵连 E"}, f.e.risks.entrapment_by_rival[f.at],
              {"ĉ′ q_h loss", "ĉ′ q_h 损失"});
    out.term("foreign", {"a fight that is not its own", "与己无关的冲突"},
             drawn * (f.e.risks.member_loss[f.at] - economic),
             {"ĉ′ q_h (1−w)(1 − share of T)", "ĉ′ q_h (1−w)(1 − T 的份额)"});
    out.step({"allegiance ĉ′", "对主导国的承诺 ĉ′"}, f.state().allegiance);
    out.step({"leader's chance of conflict q_h", "主导国的冲突概率 q_h"}, f.e.risks.leader_conflict[f.m],
             see(leader_path(f.e.rival(f.m))));
    out.term("economic", {"economic exposure", "经济敞口"}, drawn * economic, {"ĉ′ q_h e x", "ĉ′ q_h e x"});
    out.figure(Quantity::Trade, f.hostility());
    out.parameter(Parameter::EconomicWeight);
}

void write_leader_entrapment(LedgerWriter& out, Facing const& f) {
    double const drawn = f.state().promise * f.e.risks.conflict[f.at];
    LossParts const loss = loss_parts(f.in(), f.m);
    out.total("leader_entrapment", {"entrapment of the leader by it", "主导国被其牵连"},
              f.e.risks.leader_entrapment_by_rival[f.at], {"c′ q loss_h", "c′ q 损失_h"});
    out.term("fight", {"the fight", "作战"}, drawn * loss.fight,
             {"c′ q times its part of the loss", "c′ q 乘以损失的该部分"});
    out.parameter(Parameter::FightCost);
    out.term("opportunity", {"what other rivals gain meanwhile", "其他对手乘机所得"}, drawn * loss.opportunity);
    out.parameter(Parameter::Opportunity);
    out.term("economic", {"economic exposure", "经济敞口"}, drawn * loss.economic);
    out.parameter(Parameter::EconomicWeight);
}

} // namespace

Ledger explain_pair(Evaluation const& e, std::size_t member, std::size_t rival) {
    Facing const f{e, member, rival};
    Text const& a = e.member(member).name;
    Text const& b = e.rival(rival).name;
    LedgerWriter out(e.world, e.parameters, tie_path(e, member, rival),
                     {fmt::format("{} and {}", a.en, b.en), fmt::format("{}与{}", a.zh, b.zh)});
    write_conflict(out, f);
    write_initiation(out, f);
    write_attack(out, f);
    write_support(out, f);
    write_abandonment(out, f);
    write_entrapment(out, f);
    write_leader_entrapment(out, f);
    double const q = e.risks.conflict[f.at];
    return out.finish({fmt::format("{} and {} have a militarised dispute within {:.0f} years with a chance of {:.3f}.",
                                   a.en, b.en, e.in().c.horizon, q),
                       fmt::format("{}与{}在 {:.0f} 年内发生冲突的概率为 {:.3f}。", a.zh, b.zh, e.in().c.horizon, q)});
}

} // namespace casus::dilemma
