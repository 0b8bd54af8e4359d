// "alienation/hegemon": table 2 of the paper, line by line.
#include "casus/alienation/explain.hpp"
#include "casus/alienation/hegemon.hpp"
#include "casus/alienation/hegemon_flips.hpp"
#include "casus/alienation/institution.hpp"
#include "casus/alienation/words.hpp"
#include "casus/world/ledger_writer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace casus::alienation {

namespace {

void write_strategies(LedgerWriter& out, HegemonLedger const& h) {
    std::size_t strategy = strategies;
    for (HegemonLine const& line : hegemon_lines()) {
        if (line.strategy != strategy) {
            strategy = line.strategy;
            Text const name = strategy_name(strategy);
            out.total(name.en, name, net_of(h, strategy));
        }
        out.term(std::string(line.key), line.name, line.sign * h.*line.amount, line.how);
        if (line.key == "alliance_cost" && strategy == 0) out.figure(Quantity::AllianceCost);
        if (line.key == "rents" && strategy == 1) out.parameter(Parameter::Repair);
        if (line.key == "credibility_lost") out.parameter(Parameter::CredibilityLoss);
    }
}

void write_best(LedgerWriter& out, HegemonLedger const& h) {
    std::size_t const best = best_strategy(h);
    Text const name = strategy_name(best);
    out.heading({"best: " + name.en, "最优：" + name.zh});
    for (std::size_t which = 0; which < strategies; ++which) {
        if (which == best) continue;
        Text const other = strategy_name(which);
        out.term("over_" + other.en, {"ahead of " + other.en, "领先于" + other.zh}, net_of(h, best) - net_of(h, which));
    }
}

void write_will(LedgerWriter& out, HegemonLedger const& h) {
    out.heading({"will and capacity", "意愿与能力"},
                {"a reward on an average cell, by which remoulding would raise what is given already",
                 "重塑联盟时在平均每个格子上追加的奖励"});
    out.term("need", {"need to balance", "制衡需求"}, h.need,
             {"challengers' share of the power of leader and challengers", "崛起国占双方实力之和的份额"});
    out.term("will", {"reward it is willing to give", "愿意给予的奖励"}, h.will, {"φ · need", "φ · 需求"});
    out.parameter(Parameter::BalancingWill);
    out.term("capacity", {"reward it can give", "能够给予的奖励"}, h.capacity);
    out.figure(Quantity::RewardBudget);
    out.term("gap", {"gap between will and capacity", "意愿与能力的落差"}, h.gap());
    out.term("reward", {"reward that remoulding gives", "重塑时给予的奖励"}, h.reward,
             {"the smaller of the two", "两者中较小者"});
}

void write_flips(LedgerWriter& out, std::vector<HegemonFlip> const& flips) {
    out.heading({"what would change the answer", "何以改变答案"},
                {"level at which another strategy becomes best, the rest unchanged; of issues and cells the mean, all "
                 "moving together",
                 "其余不变时另一策略成为最优的水平；议题与格子之量取均值，一并变动"});
    auto const write = [&](HegemonFlip const& flip, HegemonFlip::Turn const& turn, Text const& side) {
        Text const name = strategy_name(turn.best);
        out.term(flip.key, {flip.input.en + side.en + name.en, flip.input.zh + side.zh + name.zh}, turn.level,
                 {fmt::format("now {:.3f}", flip.now), fmt::format("现为 {:.3f}", flip.now)});
    };
    for (HegemonFlip const& flip : flips) {
        if (flip.below) write(flip, *flip.below, {"; from here down: ", "，降至此值起："});
        if (flip.above) write(flip, *flip.above, {"; from here up: ", "，升至此值起："});
    }
}

void write_institutions(LedgerWriter& out, World const& world, std::vector<Institution> const& all) {
    out.heading({"what its institutions leave to allies", "制度留给盟国的收益"},
                {"member that follows: [ν m + (1−ν)] G; who deviates: (1−ν) G",
                 "追随的成员：[ν m + (1−ν)] G；背离者：(1−ν) G"});
    for (std::size_t k = 0; k < all.size(); ++k) {
        Text const& issue = world.issues()[k].name;
        std::string const& code = world.issues()[k].code;
        std::string const how =
            fmt::format("ν {:.3f}, m {:.3f}, G {:.3f}", all[k].eroded, all[k].membership, all[k].gains);
        out.term(code + "_following", {issue.en + ": follows", issue.zh + "：追随"}, all[k].following, {how, how});
        out.term(code + "_deviating", {issue.en + ": deviates", issue.zh + "：背离"}, all[k].deviating);
    }
}

} // namespace

Ledger explain_hegemon(World const& world, Parameters const& parameters, Buffers const& buffers) {
    HegemonLedger const& h = buffers.hegemon;
    Text const& name = name_of(world, world.leader());
    LedgerWriter out(world, parameters, "alienation/hegemon",
                     {fmt::format("The hegemon's ledger: {}", name.en), fmt::format("{}的“成本—收益”核算", name.zh)});
    write_strategies(out, h);
    write_best(out, h);
    write_will(out, h);
    write_flips(out, find_hegemon_flips(world, parameters));
    write_institutions(out, world, institutions(world, parameters, buffers));
    std::size_t const best = best_strategy(h);
    Text const strategy = strategy_name(best);
    Text const relation = h.gap() > 0.0 ? Text{"exceeds", "超出"} : Text{"falls short of", "低于"};
    return out.finish({fmt::format("Best for the hegemon ({}): {}, by {:.3f}. Its will {} its capacity by {:.2f}.",
                                   name.en, strategy.en, margin_of(h, best), relation.en, std::abs(h.gap())),
                       fmt::format("霸权国（{}）的最优选择：{}，领先 {:.3f}。意愿{}能力 {:.2f}。", name.zh, strategy.zh,
                                   margin_of(h, best), relation.zh, std::abs(h.gap()))});
}

} // namespace casus::alienation
