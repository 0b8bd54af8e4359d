#include "casus/alienation/explain.hpp"
#include "casus/alienation/flip.hpp"
#include "casus/game/pair.hpp"
#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::alienation {

Text option_name(World const& world, std::size_t option) {
    std::size_t const regroup = world.size().sides - 1;
    if (option == 0) return {"follow", "追随"};
    if (option == regroup) return {"regroup", "抱团取暖"};
    if (option > regroup) return {"abstain", "观望"};
    Text const& challenger = name_of(world, world.side_actor(option));
    return {fmt::format("deviate to {}", challenger.en), fmt::format("背离（转向{}）", challenger.zh)};
}

std::string option_key(World const& world, std::size_t option) {
    std::size_t const regroup = world.size().sides - 1;
    if (option == 0) return "follow";
    if (option == regroup) return "regroup";
    if (option > regroup) return "abstain";
    return world.actor(world.side_actor(option)).code;
}

namespace {

/// One cell with everything the lines need at hand.
struct Cell {
    World const& world;
    Parameters const& parameters;
    Buffers const& buffers;
    std::size_t assessed;
    std::size_t issue;
    std::size_t cell;

    [[nodiscard]] double figure(Quantity q) const { return world.value(q, cell); }
    [[nodiscard]] double side_figure(Quantity q, std::size_t side) const {
        return world.value(q, world.side_cell(side, cell));
    }
    [[nodiscard]] double match(std::size_t side) const { return buffers.match[world.side_cell(side, cell)]; }
    [[nodiscard]] double utility(std::size_t option) const {
        return buffers.utility[option * world.size().cells() + cell];
    }
    [[nodiscard]] double share(std::size_t option) const { return buffers.share[option * world.size().cells() + cell]; }
    [[nodiscard]] double need() const { return buffers.need[cell]; }
    [[nodiscard]] ActorId actor() const { return world.assessed()[assessed]; }
    [[nodiscard]] double leader_gain() const { return parameters[Parameter::ShareLeader] * match(0) * need(); }
};

void write_need(LedgerWriter& out, Cell const& c) {
    if (c.world.issues()[c.issue].need == NeedRule::Threat) {
        out.total("need", {"need n", "需求 n"}, c.need(),
                  {fmt::format("T · shortfall over threats of others than the leader and fellow allies; see threat/{}",
                               c.world.actor(c.actor()).code),
                   fmt::format("T · 缺口，不计霸权国与盟友之间的威胁；见 threat/{}", c.world.actor(c.actor()).code)});
        return;
    }
    out.total("need", {"need n", "需求 n"}, c.need(), {"sensitivity ⊕ vulnerability", "敏感性 ⊕ 脆弱性"});
    out.figure(Quantity::Sensitivity, c.cell);
    out.figure(Quantity::Vulnerability, c.cell);
}

/// What the sign of the pair's surplus says (the paper's calculation 1).
Text goods_rule(double surplus) {
    bool const following = game::calculation_one(surplus) == game::SelectiveStance::Following;
    return following ? Text{"v({i,a}) − v({i}) − v({a}) ≥ 0: function 1, selective following",
                            "v({i,a}) − v({i}) − v({a}) ≥ 0：函数 1，选择性追随"}
                     : Text{"v({i,a}) − v({i}) − v({a}) < 0: function 2, selective deviation",
                            "v({i,a}) − v({i}) − v({a}) < 0：函数 2，选择性背离"};
}

/// The figures behind σ with one side, by the issue's rule.
void write_match(LedgerWriter& out, Cell const& c, std::size_t side) {
    Issue const& issue = c.world.issues()[c.issue];
    std::size_t const position = c.world.side_cell(side, c.cell);
    bool const given = !std::isnan(c.world.value(Quantity::Match, position));
    if (given) {
        out.figure(Quantity::Match, position, {" σ", " σ"});
        return;
    }
    ActorId const i = c.actor();
    ActorId const a = c.world.side_actor(side);
    switch (issue.match) {
    case MatchRule::Given:
        return;
    case MatchRule::Trade:
        out.step({"match σ", "利益匹配度 σ"}, c.match(side),
                 {"x/(x+κ), x trade over GDP", "x/(x+κ)，x 为贸易占 GDP 比重"});
        out.figure(Quantity::Trade, c.world.dyad(i, a));
        out.figure(Quantity::Gdp, i.index());
        out.parameter(Parameter::TradeHalf);
        return;
    case MatchRule::Regime:
        out.step({"match σ", "利益匹配度 σ"}, c.match(side), {"1 − |r_i − r_a|", "1 − |r_i − r_a|"});
        out.figure(Quantity::Regime, i.index());
        out.figure(Quantity::Regime, a.index(), {" of " + c.world.actor(a).code, "（" + c.world.actor(a).code + "）"});
        return;
    case MatchRule::Protection:
        out.step({"match σ", "利益匹配度 σ"}, c.match(side),
                 side == 0 ? Text{"commitment × share of power that reaches the ally × (1 − threat from that side)",
                                  "承诺 × 可到达实力份额 ×（1 − 来自该方的威胁）"}
                           : Text{"nothing promised", "未作承诺"});
        if (side == 0) {
            out.figure(Quantity::Commitment, i.index());
            out.figure(Quantity::Power, a.index(),
                       {" of " + c.world.actor(a).code, "（" + c.world.actor(a).code + "）"});
            out.figure(Quantity::Power, i.index(),
                       {" of " + c.world.actor(i).code, "（" + c.world.actor(i).code + "）"});
            out.figure(Quantity::Distance, c.world.dyad(i, a));
            out.parameter(Parameter::SeaReach);
            out.step({"threat from that side", "来自该方的威胁"}, c.buffers.threats.from(c.world, i, a));
        }
        return;
    case MatchRule::Goods:
        out.step({"match σ", "利益匹配度 σ"}, c.match(side), goods_rule(c.match(side)));
        for (std::size_t g = 0; g < issue.goods.size(); ++g) {
            std::size_t const good = issue.first_good + g;
            for (ActorId const owner : {i, a})
                out.figure(Quantity::Endowment, owner.index() * c.world.size().goods + good,
                           {fmt::format(": {} of {}", issue.goods[g], c.world.actor(owner).code),
                            fmt::format("：{}（{}）", issue.goods[g], c.world.actor(owner).code)});
        }
        return;
    }
}

void write_follow(LedgerWriter& out, Cell const& c) {
    Text const& leader = name_of(c.world, c.world.leader());
    out.total("follow",
              {fmt::format("follow the leader ({}): U_h", leader.en), fmt::format("追随霸权国（{}）：U_h", leader.zh)},
              c.utility(0));
    out.term("gain", {"gain from working together", "合作收益"}, c.leader_gain(), {"λ_h σ^h n", "λ_h σ^h n"});
    out.parameter(Parameter::ShareLeader);
    write_match(out, c, 0);
    out.term("reward", {"reward it counts on", "可信的奖励"},
             c.world.value(Quantity::Credibility) * c.figure(Quantity::Reward),
             {"credibility · reward", "信誉 · 奖励"});
    out.figure(Quantity::Credibility);
    out.figure(Quantity::Reward, c.cell);
    out.term("share", {"share of the alliance's cost", "分摊联盟成本"}, -c.figure(Quantity::Share));
    out.figure(Quantity::Share, c.cell);
    out.term("balancing", {"resources for balancing", "提供制衡资源"}, -c.figure(Quantity::Balancing));
    out.figure(Quantity::Balancing, c.cell);
}

void write_deviate(LedgerWriter& out, Cell const& c, std::size_t side) {
    Text const name = option_name(c.world, side);
    double const x = c.side_figure(Quantity::Exclusivity, side);
    out.total(option_key(c.world, side), {name.en + ": U_r", name.zh + "：U_r"}, c.utility(side));
    out.term("gain", {"gain that following forbids", "追随所排斥的合作收益"},
             x * c.parameters[Parameter::ShareChallenger] * c.match(side) * c.need(), {"x λ_r σ^r n", "x λ_r σ^r n"});
    out.parameter(Parameter::ShareChallenger);
    write_match(out, c, side);
    out.figure(Quantity::Exclusivity, c.world.side_cell(side, c.cell), {" x", " x"});
    out.term("offer", {"offer", "让利"}, c.side_figure(Quantity::Offer, side) * c.need(), {"offer · n", "让利 · n"});
    out.figure(Quantity::Offer, c.world.side_cell(side, c.cell));
    out.term("kept", {"what remains with the leader", "与霸权国仍可保有的收益"}, (1.0 - x) * c.leader_gain(),
             {"(1−x) λ_h σ^h n", "(1−x) λ_h σ^h n"});
    out.term("pressure", {"pressure", "压力"}, -c.figure(Quantity::Pressure));
    out.figure(Quantity::Pressure, c.cell);
    out.term("exclusion", {"exclusion from the institution", "被排除出制度"}, -c.buffers.exclusion[c.cell],
             {"ν m G, ν after erosion", "ν m G，ν 为侵蚀后的非中性"});
    out.figure(Quantity::NonNeutrality, c.issue);
    out.figure(Quantity::Openness, c.issue);
    out.parameter(Parameter::Erosion);
    out.figure(Quantity::Gains, c.issue);
    out.figure(Quantity::Membership, c.cell);
    out.term("share", {"share of cost that remains", "仍需分摊的成本"}, -(1.0 - x) * c.figure(Quantity::Share),
             {"(1−x) share", "(1−x) 分摊"});
}

void write_regroup(LedgerWriter& out, Cell const& c) {
    std::size_t const side = c.world.size().sides - 1;
    double const size = c.world.regroup_size(c.assessed);
    if (size <= 1.0) {
        out.heading({"regroup: not open", "抱团取暖：不可选"},
                    {"it belongs to no regrouping set", "不属于任何可抱团的集团"});
        return;
    }
    double const x = c.side_figure(Quantity::Exclusivity, side);
    out.total("regroup", {"regroup: U_G", "抱团取暖：U_G"}, c.utility(side));
    out.term("gain", {"gain that following forbids", "追随所排斥的抱团收益"},
             x * c.parameters[Parameter::ShareGroup] * c.match(side) * c.need(), {"x_G λ_G σ^G n", "x_G λ_G σ^G n"});
    out.parameter(Parameter::ShareGroup);
    out.figure(Quantity::Match, c.world.side_cell(side, c.cell), {" σ", " σ"});
    out.figure(Quantity::Exclusivity, c.world.side_cell(side, c.cell), {" x_G", " x_G"});
    out.term("kept", {"what remains with the leader", "与霸权国仍可保有的收益"}, (1.0 - x) * c.leader_gain(),
             {"(1−x_G) λ_h σ^h n", "(1−x_G) λ_h σ^h n"});
    out.term("share", {"share of cost that remains", "仍需分摊的成本"}, -(1.0 - x) * c.figure(Quantity::Share),
             {"(1−x_G) share", "(1−x_G) 分摊"});
    out.term("coordination", {"coordination", "协调成本"}, -c.parameters[Parameter::Coordination] * std::log(size),
             {fmt::format("cost · log |G|, |G| = {:.0f}", size), fmt::format("成本 · log |G|，|G| = {:.0f}", size)});
    out.parameter(Parameter::Coordination);
}

void write_shares(LedgerWriter& out, Cell const& c) {
    out.heading({"shares f", "份额 f"}, {"e^{U/τ}, normalised", "e^{U/τ}，归一化"});
    for (std::size_t option = 0; option < option_count(c.world); ++option)
        out.term(option_key(c.world, option), option_name(c.world, option), c.share(option));
    out.parameter(Parameter::Temperature);
}

void write_flips(LedgerWriter& out, Cell const& c, Flip const& flip) {
    out.heading({"what would turn it", "何以改变立场"},
                {"level at which the leading option changes, the rest unchanged", "其余不变时首选改变的水平"});
    if (flip.reward)
        out.term("reward",
                 flip.leading == 0
                     ? Text{"reward below which following no longer leads", "奖励低于此值则不再以追随为首选"}
                     : Text{"reward above which following leads", "奖励高于此值则以追随为首选"},
                 *flip.reward,
                 {"now " + fmt::format("{:.3f}", c.figure(Quantity::Reward)),
                  "现为 " + fmt::format("{:.3f}", c.figure(Quantity::Reward))});
    if (flip.pressure)
        out.term("pressure",
                 flip.leading == 0 ? Text{"pressure below which a challenger leads", "压力低于此值则崛起国为首选"}
                                   : Text{"pressure above which following leads", "压力高于此值则以追随为首选"},
                 *flip.pressure,
                 {"now " + fmt::format("{:.3f}", c.figure(Quantity::Pressure)),
                  "现为 " + fmt::format("{:.3f}", c.figure(Quantity::Pressure))});
    for (std::size_t r = 0; r < flip.offer.size(); ++r) {
        if (!flip.offer[r]) continue;
        Text const& challenger = name_of(c.world, c.world.challengers()[r]);
        double const now = c.side_figure(Quantity::Offer, r + 1);
        bool const leads = flip.leading == r + 1;
        out.term(
            c.world.actor(c.world.challengers()[r]).code,
            {fmt::format(fmt::runtime(leads ? "offer of {} below which it no longer leads"
                                            : "offer of {} above which it leads"),
                         challenger.en),
             fmt::format(fmt::runtime(leads ? "{}让利低于此值则不再为首选" : "{}让利高于此值则为首选"), challenger.zh)},
            *flip.offer[r], {fmt::format("now {:.3f}", now), fmt::format("现为 {:.3f}", now)});
    }
}

} // namespace

Ledger explain_stance(World const& world, Parameters const& parameters, Buffers const& buffers, std::size_t assessed,
                      IssueId issue) {
    Cell const c{world, parameters, buffers, assessed, issue.index(), world.cell(assessed, issue)};
    Text const& actor = name_of(world, c.actor());
    Text const& on = world.issue(issue).name;
    LedgerWriter out(world, parameters,
                     fmt::format("alienation/{}/{}", world.actor(c.actor()).code, world.issue(issue).code),
                     {fmt::format("{}: {}", actor.en, on.en), fmt::format("{}：{}", actor.zh, on.zh)});
    write_need(out, c);
    write_follow(out, c);
    for (std::size_t side = 1; side + 1 < world.size().sides; ++side) write_deviate(out, c, side);
    write_regroup(out, c);
    out.total("abstain", {"abstain: U_0", "观望：U_0"}, 0.0);
    write_shares(out, c);
    Flip const flip = find_flip(world, buffers, c.cell);
    write_flips(out, c, flip);

    std::size_t const second = flip.leading == 0 ? flip.rival : 0;
    Text const leading = option_name(world, flip.leading);
    Text const other = option_name(world, second);
    return out.finish({fmt::format("{}: most likely {} ({:.0f} %); to compare, {} ({:.0f} %).", actor.en, leading.en,
                                   100.0 * c.share(flip.leading), other.en, 100.0 * c.share(second)),
                       fmt::format("{}：最可能{}（{:.0f}%）；相比之下，{}（{:.0f}%）。", actor.zh, leading.zh,
                                   100.0 * c.share(flip.leading), other.zh, 100.0 * c.share(second))});
}

} // namespace casus::alienation
