#include "casus/world/parameters.hpp"

#include "casus/base/random.hpp"

#include <Eigen/Cholesky>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace casus {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

std::array<ParameterInfo, parameter_count> make_table() {
    using enum Parameter;
    return {{
        {ThreatConstant,
         "threat_constant",
         -unbounded,
         unbounded,
         {"α0, constant of the threat score", "α0，威胁得分的常数项"}},
        {ThreatPower,
         "threat_power",
         0,
         unbounded,
         {"α1, weight of the sender's share of power", "α1，对方实力份额的权重"}},
        {ThreatProximity, "threat_proximity", 0, unbounded, {"α2, weight of proximity", "α2，地理邻近性的权重"}},
        {ThreatOffence, "threat_offence", 0, unbounded, {"α3, weight of offensive capability", "α3，进攻实力的权重"}},
        {ThreatHostility, "threat_hostility", 0, unbounded, {"α4, weight of hostility", "α4，敌意的权重"}},
        {ThreatDepth,
         "threat_depth",
         0,
         unbounded,
         {"α5, weight of the target's strategic depth", "α5，自身战略纵深的权重"}},
        {ThreatReference,
         "threat_reference",
         -unbounded,
         unbounded,
         {"η95, the score that counts as full threat", "η95，视为完全威胁的得分"}},
        {LandReach,
         "land_reach",
         1,
         unbounded,
         {"distance over which strength by land falls to 1/e, km", "陆上力量衰减到 1/e 的距离（公里）"}},
        {SeaReach,
         "sea_reach",
         1,
         unbounded,
         {"distance over which strength by sea and air falls to 1/e, km", "海空力量衰减到 1/e 的距离（公里）"}},
        {TradeHalf,
         "trade_half",
         1e-6,
         unbounded,
         {"κ, trade as a share of GDP at which the match by trade is one half",
          "κ，贸易匹配度为一半时的贸易占 GDP 比重"}},
        {ShareLeader,
         "share_leader",
         0,
         1,
         {"λ_h, the ally's bargaining share with the leader", "λ_h，盟国与霸权国合作所得份额"}},
        {ShareChallenger,
         "share_challenger",
         0.5,
         1,
         {"λ_r, the ally's bargaining share with a challenger, which concedes", "λ_r，盟国与让利的崛起国合作所得份额"}},
        {ShareGroup,
         "share_group",
         0,
         1,
         {"λ_G, the ally's bargaining share when allies band together", "λ_G，抱团取暖所得份额"}},
        {Temperature,
         "temperature",
         0.001,
         unbounded,
         {"τ, how much utility a mixed stance trades away", "τ，立场的混合程度"}},
        {Coordination,
         "coordination",
         0,
         unbounded,
         {"cost of banding together, times log of the group's size", "抱团的协调成本（乘以规模的对数）"}},
        {Erosion,
         "erosion",
         0,
         1,
         {"θ, how far challengers' open institutions erode non-neutrality", "θ，崛起国开放制度对非中性的削弱"}},
        {SecurityWeight,
         "security_weight",
         0,
         unbounded,
         {"worth of protection beside the issues: times need and commitment", "安全保护的价值权重"}},
        {ComplianceThreshold,
         "compliance_threshold",
         0,
         1,
         {"alienation index up to which an ally counts as compliant", "视为遵守联盟的异化指数上限"}},
        {SelectiveThreshold,
         "selective_threshold",
         0,
         1,
         {"dispersion over issues from which a stance is called selective", "视为选择性的离散度下限"}},
        {SwingThreshold,
         "swing_threshold",
         0,
         1,
         {"swing index from which a stance is called swinging", "视为摇摆的摇摆指数下限"}},
        {BalancingWill,
         "balancing_will",
         0,
         unbounded,
         {"φ, reward the leader is willing to give per unit of its need to balance",
          "φ，霸权国制衡需求转化为奖励的意愿"}},
        {Repair,
         "repair",
         0,
         1,
         {"share of eroded non-neutrality that remoulding the alliance repairs", "联盟重塑修复非中性的比例"}},
        {CredibilityLoss,
         "credibility_loss",
         0,
         1,
         {"share of its credibility the leader loses by weakening commitments", "弱化承诺所损失的信誉比例"}},
        {InitiationConstant,
         "initiation_constant",
         -unbounded,
         unbounded,
         {"κ0, constant of the log-odds that a member attacks a rival in a year",
          "κ0，成员一年内攻击对手的对数几率的常数项"}},
        {InitiationHostility,
         "initiation_hostility",
         0,
         unbounded,
         {"κ1, weight of the member's hostility to the rival", "κ1，成员对对手敌意的权重"}},
        {Emboldenment,
         "emboldenment",
         -unbounded,
         unbounded,
         {"κ2, how far support emboldens: weight of log(1 + support over own power)",
          "κ2，支持的纵容作用：log(1+支持/自身实力) 的权重"}},
        {InitiationProximity,
         "initiation_proximity",
         0,
         unbounded,
         {"weight of proximity in a member's attack", "成员发起攻击时地理邻近性的权重"}},
        {AttackConstant,
         "attack_constant",
         -unbounded,
         unbounded,
         {"κ0′, constant of the log-odds that a rival attacks a member in a year",
          "κ0′，对手一年内攻击成员的对数几率的常数项"}},
        {AttackHostility,
         "attack_hostility",
         0,
         unbounded,
         {"κ1′, weight of the rival's hostility to the member", "κ1′，对手对成员敌意的权重"}},
        {Deterrence,
         "deterrence",
         -unbounded,
         unbounded,
         {"κ3, how far power and support of the target deter", "κ3，目标的实力与所得支持的威慑作用"}},
        {AttackProximity,
         "attack_proximity",
         0,
         unbounded,
         {"weight of proximity in a rival's attack", "对手发起攻击时地理邻近性的权重"}},
        {OffenceWeight,
         "offence_weight",
         0,
         unbounded,
         {"weight of the offence's advantage in both log-odds", "进攻优势在两种对数几率中的权重"}},
        {Horizon, "horizon", 1, 100, {"years over which the chances of conflict are counted", "冲突概率所计的年数"}},
        {LoadExponent,
         "load_exponent",
         1,
         unbounded,
         {"ρ, how far forces that face one rival are shared: 1 not at all, large: entirely",
          "ρ，面对同一对手的兵力可共享的程度：1 不共享，越大越共享"}},
        {FightCost,
         "fight_cost",
         0,
         1,
         {"ω, what a fight with a rival of equal power costs the leader", "ω，与实力相当的对手作战使主导国付出的代价"}},
        {Opportunity,
         "opportunity",
         0,
         1,
         {"what other rivals gain while the leader is tied down, times their hostility",
          "主导国被牵制时其他对手所得（乘以其敌意）"}},
        {EconomicWeight,
         "economic_weight",
         0,
         1,
         {"e, weight of trade in what a fight costs; 0: security is the only domain",
          "e，贸易在冲突损失中的权重；0 表示只有安全一个领域"}},
        {ExitFloor, "exit_floor", 0, 1, {"the leader's outside options under unipolarity", "单极下主导国的外部选择"}},
        {ExitSlope,
         "exit_slope",
         0,
         1,
         {"how far its outside options grow with multipolarity", "外部选择随多极化增长的程度"}},
        {SupportReach,
         "support_reach",
         1,
         unbounded,
         {"distance over which support falls to 1/e, km", "支持衰减到 1/e 的距离（公里）"}},
        {AllegianceTrade,
         "allegiance_trade",
         0,
         1,
         {"how far trade with a rival lowers a member's promise to the leader",
          "与对手的贸易降低成员对主导国承诺的程度"}},
        {FreeRiding,
         "free_riding",
         0,
         1,
         {"how far a small member leaves the burden to others where defence has the advantage",
          "防御占优时小成员推卸责任的程度"}},
        {Restraint, "restraint", 0, unbounded, {"ψ, how far links restrain their ends", "ψ，联结对两端的约束"}},
        {Binding,
         "binding",
         0,
         unbounded,
         {"how far links bind leader and member to each other", "联结使主导国与成员相互捆绑的程度"}},
        {Synergy,
         "synergy",
         0,
         unbounded,
         {"what linked forces weigh beyond their sum (1 + 1 > 2)", "联结后的力量超出相加的部分（1+1>2）"}},
        {LinkCost,
         "link_cost",
         0,
         unbounded,
         {"cost of a full link between capitals 10,000 km apart, in full loads of one rival",
          "相距一万公里的首都之间完全联结的成本（以全力应对一个对手为一）"}},
        {LinkLevel, "link_level", 0, 1, {"mutual support that a new link brings", "新联结带来的相互支持"}},
        {Reinforcement,
         "reinforcement",
         0,
         1,
         {"share of what a promise lacks that reinforcing it adds", "强化所补足的承诺缺口比例"}},
        {Neglect,
         "neglect",
         0,
         1,
         {"share of their promise that the other branches lose when one is reinforced",
          "只强化一个分支时其他分支承诺的相对下降"}},
        {Accommodation,
         "accommodation",
         0,
         1,
         {"share by which a rival's hostility falls when it is accommodated", "安抚对手使其敌意下降的比例"}},
        {Division,
         "division",
         0,
         1,
         {"share by which promises and allegiance fall where labour is divided or a rival accommodated",
          "分工或安抚时承诺与忠诚下降的比例"}},
        {Wedge,
         "wedge",
         0,
         1,
         {"share of its allegiance that a wholly exposed member loses to a rival's offers",
          "完全依赖对手的成员因其拉拢而失去的忠诚比例"}},
    }};
}

} // namespace

std::array<ParameterInfo, parameter_count> const& all_parameters() {
    static auto const table = make_table();
    return table;
}

double Parameters::sd(Parameter p) const { return set_->figures[static_cast<std::size_t>(p)].sd; }

Basis const& Parameters::basis(Parameter p) const { return set_->figures[static_cast<std::size_t>(p)].basis; }

Parameters Parameters::with(Parameter p, double value) const {
    Parameters changed = *this;
    ParameterInfo const& range = all_parameters()[static_cast<std::size_t>(p)];
    changed.values_[static_cast<std::size_t>(p)] = std::clamp(value, range.low, range.high);
    return changed;
}

void Parameters::draw(std::uint64_t seed, std::uint32_t run, Parameters& into) const {
    assert(into.set_ == set_);
    RandomKey const key{.seed = seed, .run = run, .purpose = Purpose::Parameters};
    std::array<double, 4 * ((parameter_count + 3) / 4)> z{};
    for (std::size_t at = 0; at < z.size(); at += 4) {
        auto const four = normals(key, static_cast<std::uint32_t>(at / 4));
        std::copy(four.begin(), four.end(), z.begin() + static_cast<std::ptrdiff_t>(at));
    }
    for (std::size_t p = 0; p < parameter_count; ++p) into.values_[p] = values_[p] + set_->figures[p].sd * z[p];
    for (Root const& root : set_->roots) {
        std::size_t const n = root.members.size();
        for (std::size_t row = 0; row < n; ++row) {
            double moved = values_[root.members[row]];
            for (std::size_t column = 0; column <= row; ++column)
                moved += root.lower[row * n + column] * z[root.members[column]];
            into.values_[root.members[row]] = moved;
        }
    }
    for (std::size_t p = 0; p < parameter_count; ++p)
        into.values_[p] = std::clamp(into.values_[p], all_parameters()[p].low, all_parameters()[p].high);
}

Parameters make_parameters(std::string name, std::array<Figure, parameter_count> const& figures,
                           std::vector<std::pair<std::vector<Parameter>, std::vector<double>>> const& blocks) {
    auto set = std::make_shared<Parameters::Set>();
    set->name = std::move(name);
    set->figures = figures;
    for (auto const& [members, covariance] : blocks) {
        auto const n = static_cast<Eigen::Index>(members.size());
        assert(covariance.size() == members.size() * members.size());
        Eigen::MatrixXd const matrix = Eigen::Map<Eigen::MatrixXd const>(covariance.data(), n, n);
        Eigen::LLT<Eigen::MatrixXd> const factor(matrix);
        if (factor.info() != Eigen::Success || !matrix.isApprox(matrix.transpose()))
            throw Error(
                {.place = {},
                 .what = {"covariance matrix is not symmetric and positive definite", "协方差矩阵不是对称正定矩阵"},
                 .found = fmt::format("{} × {}", n, n),
                 .expected = {},
                 .nearest = {}});
        Eigen::MatrixXd const lower = factor.matrixL();
        Parameters::Root root;
        for (Eigen::Index row = 0; row < n; ++row) {
            auto const p = static_cast<std::size_t>(members[static_cast<std::size_t>(row)]);
            root.members.push_back(p);
            set->figures[p].sd = std::sqrt(matrix(row, row));
            for (Eigen::Index column = 0; column < n; ++column) root.lower.push_back(lower(row, column));
        }
        set->roots.push_back(std::move(root));
    }
    Parameters parameters;
    for (std::size_t p = 0; p < parameter_count; ++p) parameters.values_[p] = figures[p].value;
    parameters.set_ = std::move(set);
    return parameters;
}

} // namespace casus
