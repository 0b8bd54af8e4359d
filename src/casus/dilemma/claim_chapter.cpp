#include "casus/dilemma/claim.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::dilemma {

namespace {

Table claim_table(std::string id, Text title, Text note) {
    Table table{.id = std::move(id),
                .title = std::move(title),
                .note = std::move(note),
                .columns = {{"setting", {"Setting", "设定"}}},
                .rows = {}};
    for (std::size_t r = 1; r <= most_rivals; ++r)
        table.columns.push_back({fmt::format("rivals_{}", r),
                                 {fmt::format("{} rival{}", r, r == 1 ? "" : "s"), fmt::format("{} 个对手", r)}});
    return table;
}

std::vector<Entry> claim_row(Text name, ByRivals const& numbers, double times, int decimals) {
    std::vector<Entry> row{std::move(name)};
    for (double const x : numbers)
        row.push_back(std::isnan(x) ? Entry{} : Entry{Number{times * x, decimals, std::nullopt}});
    return row;
}

Table dilemma_shares(Claim const& claim) {
    double const error = 50.0 / std::sqrt(static_cast<double>(claim.plan.worlds));
    Table table = claim_table(
        "claim/dilemma",
        {"Worlds in which no traditional strategy strengthens without loss of reliability, per cent",
         "没有传统战略能增强而不损可靠性的世界（%）"},
        {fmt::format("{} worlds in every cell, the same in all; standard error at most {:.1f}. Slack budget.",
                     claim.plan.worlds, error),
         fmt::format("每格 {} 个世界，各格相同；标准误至多 {:.1f}。预算充裕。", claim.plan.worlds, error)});
    for (std::size_t v = 0; v < Claim::main_settings; ++v)
        table.rows.push_back(claim_row(claim.results[v].name, claim.results[v].dilemma, 100.0, 1));
    return table;
}

Table way_out(Claim const& claim) {
    Table table =
        claim_table("claim/links",
                    {"Of these, worlds in which a strategy of links does, per cent", "其中联结战略可以做到的世界（%）"},
                    {"Links among the lynchpins, or of all members with them.",
                     "关键伙伴之间的联结，或全体成员与关键伙伴的联结。"});
    for (std::size_t v = 0; v < Claim::main_settings; ++v)
        table.rows.push_back(claim_row(claim.results[v].name, claim.results[v].linked_out, 100.0, 0));
    return table;
}

Table alternatives(Claim const& claim) {
    Table table =
        claim_table("claim/alternatives",
                    {"Of these, worlds in which one of the paper's three alternatives does, per cent",
                     "其中文中三种替代战略之一可以做到的世界（%）"},
                    {"Divide the rivals, divide the labour, balance alone.", "分而治之、分工、主导国独自制衡。"});
    for (std::size_t v = 0; v < Claim::main_settings; ++v)
        table.rows.push_back(claim_row(claim.results[v].name, claim.results[v].alternative, 100.0, 0));
    return table;
}

Table ablations(Claim const& claim) {
    Table table =
        claim_table("claim/ablations",
                    {"Where it comes from: the share with ω > 0 and two domains, one thing changed, per cent",
                     "困境从何而来：ω > 0、两个领域，每次改变一项时的比例（%）"},
                    {"The first row has nothing changed. Below each: of these worlds, those in which links are "
                     "the way out.",
                     "首行未作改变；各行之下为其中联结可以破解的比例。"});
    for (std::size_t v = Claim::main_settings - 1; v < claim.results.size(); ++v) {
        ClaimResult const& result = claim.results[v];
        table.rows.push_back(claim_row(result.name, result.dilemma, 100.0, 1));
        table.rows.push_back(claim_row({"· of these, by links", "· 其中由联结破解"}, result.linked_out, 100.0, 0));
    }
    return table;
}

Table reinforced(Claim const& claim) {
    Table table = claim_table("claim/reinforced",
                              {"What reinforcing all branches changes, mean over worlds, in hundredths",
                               "强化所有分支带来的变化，各世界均值，以百分之一计"},
                              {"Two domains, ω > 0. First slack budgets, then a budget of 1.5 full loads.",
                               "两个领域，ω > 0。先为预算充裕，后为预算 1.5 个满负荷。"});
    for (std::size_t const v : {Claim::main_settings - 1, claim.results.size() - 1}) {
        ClaimResult const& result = claim.results[v];
        table.rows.push_back(claim_row({"members' abandonment A_i", "成员被抛弃 A_i"}, result.abandonment, 100.0, 1));
        table.rows.push_back(claim_row({"members' entrapment E_ih", "成员被牵连 E_ih"}, result.entrapment, 100.0, 1));
        table.rows.push_back(
            claim_row({"leader's entrapment E_hi", "主导国被牵连 E_hi"}, result.leader_entrapment, 100.0, 1));
        table.rows.push_back(claim_row({"reliability R", "可靠性 R"}, result.reliability, 100.0, 1));
    }
    return table;
}

nlohmann::ordered_json by_rivals(ByRivals const& numbers) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (double const x : numbers)
        list.push_back(std::isfinite(x) ? nlohmann::ordered_json(x) : nlohmann::ordered_json(nullptr));
    return list;
}

} // namespace

Chapter claim_chapter(Claim const& claim) {
    return {
        .id = "claim",
        .title = {"The alliance-system dilemma on random worlds", "随机世界中的联盟体系困境"},
        .lead = {"Traditional strategies: reinforce all branches, or one. Good: min over rivals of ΔS above 0, and "
                 "no reliability lost.",
                 "传统战略：强化所有分支，或强化一个分支。良好：对每个对手的 ΔS 均大于 0，且可靠性不降。"},
        .shapes = {dilemma_shares(claim), way_out(claim), alternatives(claim), ablations(claim), reinforced(claim)}};
}

nlohmann::ordered_json claim_document(Claim const& claim) {
    nlohmann::ordered_json settings = nlohmann::ordered_json::array();
    for (ClaimResult const& result : claim.results)
        settings.push_back({{"setting", result.key},
                            {"name", {{"en", result.name.en}, {"zh", result.name.zh}}},
                            {"dilemma", by_rivals(result.dilemma)},
                            {"linked_out", by_rivals(result.linked_out)},
                            {"alternative", by_rivals(result.alternative)},
                            {"abandonment", by_rivals(result.abandonment)},
                            {"entrapment", by_rivals(result.entrapment)},
                            {"leader_entrapment", by_rivals(result.leader_entrapment)},
                            {"reliability", by_rivals(result.reliability)}});
    return {{"worlds", claim.plan.worlds}, {"seed", claim.plan.seed}, {"settings", std::move(settings)}};
}

} // namespace casus::dilemma
