#include "casus/alienation/contest/chapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::contest {

namespace {

Table side_table(Sampled const& s) {
    Contest const& contest = s.centre.ground.contest;
    Equilibrium const nobody(contest);
    Table table{
        .id = "contest/sides",
        .title = {"The sides", "各方"},
        .note = {"Payoff: worth-weighted mean share of all stances. Price of a unit: what one more unit of budget "
                 "would add to it.",
                 "收益：所有立场按价值加权的平均份额。单位价格：预算再增一单位所带来的收益。"},
        .columns = {{"code", {"Code", "代码"}},
                    {"side", {"Side", "一方"}},
                    {"budget", {"budget", "预算"}},
                    {"per_stance", {"per stance", "每立场"}},
                    {"spent", {"spent", "已投入"}},
                    {"payoff_at_zero_effort", {"payoff before", "收益原值"}},
                    {"payoff", {"payoff", "收益"}},
                    {"price", {"price of a unit", "单位价格"}}},
        .rows = {}};
    for (std::size_t side = 0; side < contest.sides; ++side) {
        Actor const& actor = side_of(s.world, side);
        table.rows.push_back({Text{actor.code, actor.code}, actor.name,
                              Number{contest.budget[side], 2, s.interval[s.plan.budget(side)]},
                              Number{contest.budget[side] / static_cast<double>(contest.cells), 3, std::nullopt},
                              Number{s.centre.at.spent(contest, side), 2, std::nullopt},
                              Number{payoff_of(contest, nobody, side), 3, std::nullopt},
                              Number{s.centre.at.payoff[side], 3, s.interval[s.plan.payoff(side)]},
                              Number{s.centre.at.price[side], 4, std::nullopt}});
    }
    return table;
}

Table equilibrium_table(Sampled const& s) {
    std::size_t starts = s.found.unsolved;
    for (std::size_t const n : s.found.reached) starts += n;
    Contest const& contest = s.centre.ground.contest;
    Table table{
        .id = "contest/equilibria",
        .title = {"Equilibria found", "求得的均衡"},
        .note =
            {fmt::format("{} starts, {} unsolved. Residual: the largest gain any side could still make, over "
                         "its payoff. Apart: greatest difference of any share from the first. The tables "
                         "above show the first. Best responses do not lead to unstable equilibria.",
                         starts, s.found.unsolved),
             fmt::format(
                 "{} 个起点，{} 个未解出。残差：任一方仍能得到的最大增益与其收益之比。相距：与第一个均衡的份额之最大"
                 "差。上列各表为第一个均衡。最优反应不会到达不稳定的均衡。",
                 starts, s.found.unsolved)},
        .columns = {{"equilibrium", {"No.", "序号"}},
                    {"reached", {"starts", "起点数"}},
                    {"residual", {"residual", "残差"}},
                    {"sweeps", {"rounds", "轮数"}},
                    {"apart", {"apart", "相距"}}},
        .rows = {}};
    for (std::size_t side = 0; side < contest.sides; ++side) {
        std::string const& code = side_of(s.world, side).code;
        table.columns.push_back({"payoff_" + code, {"payoff " + code, "收益 " + code}});
    }
    for (std::size_t n = 0; n < s.found.equilibria.size(); ++n) {
        Equilibrium const& at = s.found.equilibria[n];
        std::string const residual = fmt::format("{:.1e}", at.residual);
        std::vector<Entry> row{Number{static_cast<double>(n + 1), 0, std::nullopt},
                               Number{static_cast<double>(s.found.reached[n]), 0, std::nullopt},
                               Text{residual, residual}, Number{static_cast<double>(at.sweeps), 0, std::nullopt},
                               Number{distance(contest, s.found.equilibria.front(), at), 3, std::nullopt}};
        for (double const payoff : at.payoff) row.emplace_back(Number{payoff, 4, std::nullopt});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Which steps of a branch are no equilibria; empty where all are.
Text unsolved(Branch const& branch) {
    auto const steps =
        std::count_if(branch.steps.begin(), branch.steps.end(), [](Step const& s) { return !s.converged; });
    if (steps == 0) return {};
    return {fmt::format("{} of {} steps did not reach the tolerance: their figures are no equilibrium.", steps,
                        branch.steps.size()),
            fmt::format("{1} 步中有 {0} 步未达到容差：其数字并非均衡。", steps, branch.steps.size())};
}

Table branch_table(Sampled const& s, Branch const& branch) {
    Table table{.id = "contest/statics/" + branch.key,
                .title = branch.name,
                .note = unsolved(branch),
                .columns = {{"level", branch.level}},
                .rows = {}};
    for (std::size_t side = 0; side < s.centre.ground.contest.sides; ++side) {
        std::string const& code = side_of(s.world, side).code;
        table.columns.push_back({"payoff_" + code, {"payoff " + code, "收益 " + code}});
    }
    Column const rest[]{{"allies_follow", {"allies f", "盟国 f"}},
                        {"allies_deviate", {"deviate", "背离"}},
                        {"partners_follow", {"partners f", "伙伴 f"}},
                        {"partners_deviate", {"deviate", "背离"}},
                        {"passive", {"passive", "不选边"}},
                        {"leader_on_partners", {"on partners", "投向伙伴"}},
                        {"moved", {"moved", "变动"}}};
    table.columns.insert(table.columns.end(), std::begin(rest), std::end(rest));
    auto const number = [](double x) { return std::isnan(x) ? Entry{} : Entry{Number{x, 3, std::nullopt}}; };
    for (Step const& step : branch.steps) {
        std::vector<Entry> row{Number{step.level, 2, std::nullopt}};
        for (double const payoff : step.position.payoff) row.push_back(number(payoff));
        for (double const x :
             {step.position.allies_follow, step.position.allies_deviate, step.position.partners_follow,
              step.position.partners_deviate, step.position.passive, step.position.on_partners[0], step.moved})
            row.push_back(number(x));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::vector<Chapter> equilibrium_chapters(Sampled const& s) {
    Chapter statics{
        "statics",
        {"What moves the contest", "什么改变竞争"},
        {"Each table moves one thing and follows the equilibrium from the case outwards. f and deviate: means "
         "over stances; passive: mean share of regrouping and abstaining; on partners: part of the leader's "
         "spending that goes to partners; moved: greatest change of any share since the step nearer to "
         "the case.",
         "各表只改变一项，从案例出发逐步追踪均衡。f "
         "与背离：各立场均值；不选边：抱团取暖与观望的平均份额；投向伙伴：霸权"
         "国投入中用于伙伴的比例；变动：与更靠近案例的一步相比，份额的最大变化。"},
        {}};
    for (Branch const& branch : s.branches) statics.shapes.emplace_back(branch_table(s, branch));
    return {{"sides", {"Sides and equilibria", "各方与均衡"}, {}, {side_table(s), equilibrium_table(s)}},
            std::move(statics)};
}

} // namespace casus::contest
