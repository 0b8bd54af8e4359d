#include "casus/fit/endurance_terms.hpp"

#include <vector>

namespace casus::fit {

namespace {

std::vector<EnduranceTerm> claim_by_claim() {
    using endurance::Nature;
    Label const threat{"threat",
                       {"a common threat binds; lower or replaced, it does not", "共同威胁维系联盟；减弱或被取代则否"}};
    Label const power{"balance", {"a balance that has shifted loosens", "均势改变使联盟松动"}};
    Label const intent{"intent",
                       {"milder rivals, or an ally turned aggressive, loosen", "对手缓和或盟友好斗使联盟松动"}};
    Label const means{"means", {"other means of security loosen", "其他安全手段使联盟松动"}};
    Label const capability{"capability", {"doubt of capability loosens", "能力受疑使联盟松动"}};
    Label const will{"will", {"doubt of will loosens", "意愿受疑使联盟松动"}};
    Label const reputation{"reputation", {"a reputation at stake binds", "声誉所系维系联盟"}};
    Label const hegemony{"hegemony", {"hegemonic leadership binds", "霸权领导维系联盟"}};
    Label const institution{"institution", {"institutions bind", "制度化维系联盟"}};
    Label const regime{"regime", {"a change of regime or leader loosens", "政权或领导人更迭使联盟松动"}};
    Label const ideology{"ideology", {"like values bind, unlike ones divide", "价值相近则维系，相异则分裂"}};
    Label const polarity{"polarity", {"many poles loosen", "多极使联盟松动"}};
    Label const enlargement{"enlargement", {"many members loosen", "成员增多使联盟松动"}};
    Label const setting{"setting", {"not Walt's: setting and type of treaty", "非沃尔特所论：背景与条约类型"}};
    constexpr Nature rational = Nature::Rational;
    constexpr Nature other = Nature::NonRational;
    constexpr Nature ground = Nature::Setting;
    return {{"common_threat", {"common threat", "共同威胁"}, threat, rational, -1},
            {"threat_fallen", {"fall of the threat, 5 years", "威胁下降（五年）"}, threat, rational, 1},
            {"threat_replaced", {"another greatest threat", "最大威胁易主"}, threat, rational, 1},
            {"balance", {"ln members' to threats' power", "成员与威胁方实力之比（对数）"}, power, rational, 1},
            {"balance_gain", {"gain of that, 5 years", "上项五年增幅"}, power, rational, 1},
            {"member_risen", {"rise of a member, 10 years", "某成员崛起（十年）"}, power, rational, 1},
            {"rivalry_ended", {"rivalry with an outsider ended", "与外部的竞争关系终结"}, intent, rational, 1},
            {"rivalry_begun", {"rivalry with an outsider begun", "与外部的竞争关系开始"}, intent, rational, -1},
            {"member_aggressive", {"members that begin disputes", "挑起争端的成员比例"}, intent, rational, 1},
            {"disputes_within", {"disputes between members", "成员间争端"}, intent, rational, 1},
            {"war_within", {"war between members", "成员间战争"}, intent, rational, 1},
            {"own_growth", {"growth of the weaker members", "较弱成员的实力增长"}, means, rational, 1},
            {"other_allies", {"allies outside", "联盟外盟友数"}, means, rational, 1},
            {"leader_decline", {"decline of the leader", "主导国衰落"}, capability, rational, 1},
            {"leader_violations", {"the leader's past violations", "主导国以往违约"}, will, rational, 1},
            {"asymmetry", {"asymmetry of power", "实力不对称"}, will, rational, 1},
            {"distance", {"distance of capitals", "首都距离"}, will, rational, 1},
            {"ideal_distance", {"range of UN ideal points", "联合国理想点极差"}, will, rational, 1},
            {"leader_promises", {"states the leader owes defence", "主导国承诺防卫的国家数"}, reputation, rational, -1},
            {"hegemony", {"hegemony", "霸权"}, hegemony, rational, -1},
            {"institution", {"institutions, index", "制度化指数"}, institution, rational, -1},
            {"regime_change", {"regime change in a member", "成员政权变更"}, regime, other, 1},
            {"leader_turnover", {"members with a new leader", "更换领导人的成员比例"}, regime, other, 1},
            {"irregular_turnover", {"a leader came irregularly", "领导人非正常上台"}, regime, other, 1},
            {"regime_distance", {"distance of regimes", "政体差距"}, ideology, other, 1},
            {"same_regime", {"all democracies or autocracies", "同为民主或同为威权"}, ideology, other, -1},
            {"ideology_match", {"leaders of one ideology", "领导人意识形态相同"}, ideology, other, -1},
            {"democracy_share", {"share of democracies", "民主国家比例"}, ideology, other, 0},
            {"multipolar", {"number of poles", "极的数目"}, polarity, rational, 1},
            {"bipolar", {"bipolar years, 1946–1989", "两极时期（1946–1989）"}, polarity, rational, -1},
            {"size", {"ln members", "成员数（对数）"}, enlargement, ground, 1},
            {"contiguous", {"pairs with a common border", "接壤的成员对比例"}, setting, ground, 0},
            {"wartime", {"made in war", "战时缔结"}, setting, ground, 0},
            {"war", {"a member at war", "有成员处于战争"}, setting, ground, 0},
            {"fixed_term", {"made for a stated time", "约定期限"}, setting, ground, 0},
            {"conditional", {"obligations conditional", "义务附条件"}, setting, ground, 0},
            {"offense", {"offence owed", "进攻义务"}, setting, ground, 0},
            {"neutral", {"neutrality owed", "中立义务"}, setting, ground, 0},
            {"nonagg", {"non-aggression owed", "互不侵犯义务"}, setting, ground, 0},
            {"consul", {"consultation owed", "磋商义务"}, setting, ground, 0}};
}

} // namespace

std::span<EnduranceTerm const> endurance_terms() {
    static std::vector<EnduranceTerm> const terms = claim_by_claim();
    return terms;
}

} // namespace casus::fit
