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
