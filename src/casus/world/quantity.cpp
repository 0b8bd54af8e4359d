#include "casus/world/quantity.hpp"

#include <algorithm>
#include <limits>

namespace casus {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

using enum Quantity;
using enum Absent;

std::array<QuantityInfo, quantity_count> make_table() {
    return {{
        {RewardBudget, "reward_budget", Extent::System, 0, unbounded, Default, 0.10, "",
         {"reward budget", "奖励能力"},
         {"most that the leader can add to the reward of an average ally on an average issue", "霸权国对每个盟国每项议题平均所能增加的奖励上限"}},
        {AllianceCost, "alliance_cost", Extent::System, 0, unbounded, Default, 0.10, "",
         {"alliance cost", "联盟成本"},
         {"what keeping the alliance system costs the leader, in units of one issue's institutional gains", "霸权国维持联盟体系的成本"}},
        {Credibility, "credibility", Extent::System, 0, 1, Default, 0.80, "",
         {"credibility", "霸权信誉"},
         {"share of the leader's promised rewards that allies count on", "盟国对霸权国所许奖励的相信程度"}},

        {Power, "power", Extent::Actor, 0, 1, Error, 0, "share of system",
         {"power", "实力"}, {"share of the system's material capabilities (CINC unless the case says otherwise)", "占体系物质能力的份额（默认 CINC）"}},
        {Gdp, "gdp", Extent::Actor, 0, unbounded, Error, 0, "USD",
         {"GDP", "国内生产总值"}, {"gross domestic product, current US dollars", "现价美元国内生产总值"}},
        {MilitarySpending, "military_spending", Extent::Actor, 0, unbounded, Error, 0, "USD",
         {"military spending", "军费"}, {"military expenditure, current US dollars", "现价美元军费开支"}},
        {Area, "area", Extent::Actor, 0, unbounded, Derived, 0, "km2",
         {"area", "面积"}, {"land area; needed where strategic depth is not given", "国土面积；未给出战略纵深时必填"}},
        {Latitude, "latitude", Extent::Actor, -90, 90, Derived, 0, "degrees",
         {"latitude", "纬度"}, {"latitude of the capital; needed where a distance is not given", "首都纬度；未给出距离时必填"}},
        {Longitude, "longitude", Extent::Actor, -180, 180, Derived, 0, "degrees",
         {"longitude", "经度"}, {"longitude of the capital; needed where a distance is not given", "首都经度；未给出距离时必填"}},
        {Landlocked, "landlocked", Extent::Actor, 0, 1, Default, 0, "",
         {"landlocked", "内陆"}, {"1 for an actor without a coast: its reach by sea is halved", "内陆行为体为 1，其海上可达性减半"}},
        {Regime, "regime", Extent::Actor, 0, 1, Error, 0, "",
         {"regime", "政体"}, {"electoral democracy, 0 to 1 (V-Dem polyarchy unless the case says otherwise)", "选举民主程度（默认 V-Dem 指数）"}},
        {Offence, "offence", Extent::Actor, 0, 1, Derived, 0, "",
         {"offensive capability", "进攻能力"}, {"derived where not given: m/(m+50), m military spending in billion US dollars", "未给出时取 m/(m+50)，m 为十亿美元军费"}},
        {Land, "land", Extent::Actor, 0, 1, Default, 1, "",
         {"land strength", "陆上力量"}, {"how far its power can act by land", "以陆上力量发挥实力的程度"}},
        {SeaAir, "sea_air", Extent::Actor, 0, 1, Default, 1, "",
         {"sea and air strength", "海空力量"}, {"how far its power can act by sea and air", "以海空力量发挥实力的程度"}},
        {Depth, "depth", Extent::Actor, 0.001, 1, Derived, 0, "",
         {"strategic depth", "战略纵深"}, {"derived where not given: a/(a+500,000), a area in square kilometres", "未给出时取 a/(a+500000)，a 为平方公里面积"}},
        {Commitment, "commitment", Extent::Actor, 0, 1, Derived, 0, "",
         {"leader's commitment", "霸权国承诺"}, {"the leader's promise of protection; where not given, 0.8 for a treaty ally and 0.2 for any other", "霸权国的保护承诺；未给出时条约盟国 0.8，其余 0.2"}},
        {ExitCost, "exit_cost", Extent::Actor, 0, unbounded, Default, 0.25, "",
         {"exit cost", "退出成本"}, {"what leaving the alliance would cost", "退出联盟的成本"}},

        {NonNeutrality, "non_neutrality", Extent::Issue, 0, 1, Default, 0.5, "",
         {"non-neutrality", "制度非中性"}, {"share of the institution's gains that members can keep from others", "成员可以排他享有的制度收益份额"}},
        {Gains, "gains", Extent::Issue, 0, unbounded, Default, 0.15, "",
         {"institutional gains", "制度收益"}, {"what the leader's institution on this issue yields to a full member", "霸权国制度在该议题上给正式成员的收益"}},
        {Openness, "openness", Extent::Issue, 0, 1, Default, 0.3, "",
         {"openness of rivals' institutions", "崛起国制度的开放性"}, {"how open the challengers' institutions on this issue are; it erodes non-neutrality", "崛起国制度的开放程度，会削弱制度非中性"}},
        {Governance, "governance", Extent::Issue, 0, unbounded, Default, 0, "",
         {"governance cost", "治理成本"}, {"cost of governing a coalition on this issue for each member beyond the first", "该议题联合每增加一名成员的治理成本"}},
        {Heterogeneity, "heterogeneity", Extent::Issue, 0, unbounded, Default, 0, "",
         {"heterogeneity cost", "异质成本"}, {"governance cost for each pair of members, times the distance of their regimes", "每对成员的治理成本，乘以政体差距"}},

        {Salience, "salience", Extent::Cell, 0, unbounded, Default, 1, "",
         {"salience", "重要性"}, {"weight of the issue for the actor; weights are normalised to sum to one", "议题对行为体的权重，归一化"}},
        {Sensitivity, "sensitivity", Extent::Cell, 0, 1, Default, 0.5, "",
         {"sensitivity", "敏感性"}, {"how fast a change abroad on this issue costs the actor", "外部变化使其付出代价的速度与程度"}},
        {Vulnerability, "vulnerability", Extent::Cell, 0, 1, Default, 0.3, "",
         {"vulnerability", "脆弱性"}, {"how far the loss remains after the actor has changed its policies", "调整政策之后仍要承受的损失"}},
        {Reward, "reward", Extent::Cell, 0, unbounded, Default, 0.05, "",
         {"reward", "奖励"}, {"what the leader gives for following", "霸权国给予追随行为的奖励"}},
        {Share, "share", Extent::Cell, 0, unbounded, Default, 0.05, "",
         {"share of alliance cost", "分摊成本"}, {"the actor's share of the cost of the alliance on this issue", "在该议题上分摊的联盟成本"}},
        {Balancing, "balancing", Extent::Cell, 0, unbounded, Default, 0.05, "",
         {"balancing resources", "制衡资源"}, {"resources that following demands against the challengers", "追随所需提供的制衡资源"}},
        {Pressure, "pressure", Extent::Cell, 0, unbounded, Default, 0.05, "",
         {"pressure", "压力"}, {"what the leader threatens for deviating, besides exclusion from its institution", "霸权国对背离的压力或惩罚（排除出制度之外）"}},
        {Membership, "membership", Extent::Cell, 0, 1, Default, 1, "",
         {"membership", "成员程度"}, {"how full a member of the leader's institution the actor is", "在霸权国制度中的成员程度"}},

        {Match, "match", Extent::SideCell, -unbounded, unbounded, Derived, 0, "",
         {"match", "利益匹配度"}, {"surplus of acting together with the partner on this issue, beyond acting alone", "与对方在该议题上合作超出单干的收益"}},
        {Exclusivity, "exclusivity", Extent::SideCell, 0, 1, Default, 0.5, "",
         {"exclusivity", "排他性"}, {"how far siding with the partner forbids working with the leader too", "与对方合作在多大程度上排斥与霸权国合作"}},
        {Offer, "offer", Extent::SideCell, 0, unbounded, Default, 0, "",
         {"offer", "让利"}, {"what the challenger concedes beyond its bargaining share", "崛起国在讨价还价份额之外的让利"}},

        {Trade, "trade", Extent::Dyad, 0, unbounded, Derived, 0, "USD",
         {"trade", "贸易"}, {"exports plus imports of the actor with the partner, US dollars; the partner's figure where its own is missing", "与对方的进出口总额；缺失时取对方数字"}},
        {Distance, "distance", Extent::Dyad, 0, 20100, Derived, 0, "km",
         {"distance", "距离"}, {"between capitals, along the great circle where not given", "首都间距离；未给出时取大圆距离"}},
        {Contiguity, "contiguity", Extent::Dyad, 0, 1, Default, 0, "",
         {"contiguity", "接壤"}, {"1 where the two share a land border or face each other across narrow water", "陆地接壤或隔窄水相望为 1"}},
        {Barrier, "barrier", Extent::Dyad, 0, 1, Default, 1, "",
         {"barrier", "地理障碍"}, {"how far land between the two lets an army pass: 1 open, 0 closed", "陆上通行程度：1 通畅，0 阻断"}},
        {Hostility, "hostility", Extent::Dyad, 0, 1, Default, 0.01, "",
         {"hostility", "敌意"}, {"how ill the partner means to the actor, seen from the actor's side", "对方对该行为体的敌意"}},

        {Quantity::Endowment, "endowment", Extent::Endowment, 0, unbounded, Default, 0, "",
         {"endowment", "禀赋"}, {"how much of the good the actor brings", "该行为体拥有的物品数量"}},
    }};
}

} // namespace

std::array<QuantityInfo, quantity_count> const& all_quantities() {
    static auto const table = make_table();
    return table;
}

QuantityInfo const& info(Quantity quantity) { return all_quantities()[static_cast<std::size_t>(quantity)]; }

std::optional<Quantity> quantity_named(std::string_view key) {
    auto const& table = all_quantities();
    auto const found = std::find_if(table.begin(), table.end(), [&](QuantityInfo const& q) { return q.key == key; });
    if (found == table.end()) return std::nullopt;
    return found->quantity;
}

} // namespace casus
