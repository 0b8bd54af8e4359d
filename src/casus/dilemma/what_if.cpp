#include "casus/dilemma/what_if.hpp"

#include "casus/dilemma/json_number.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace casus::dilemma {

namespace {

using Json = nlohmann::ordered_json;

struct Shown {
    char const* key;
    Text name;
    std::size_t output;
};

std::vector<Shown> system_shown(Evaluation const& e) {
    std::vector<Shown> all{{"spread_thin", {"promises kept κ", "承诺兑现度 κ"}, e.plan.at(OfSystem::SpreadThin)},
                           {"load", {"loads", "总负荷"}, e.plan.at(OfSystem::Load)},
                           {"reliability", {"reliability", "可靠性"}, e.plan.at(OfSystem::Reliability)},
                           {"cost", {"cost", "代价"}, e.plan.at(OfSystem::Cost)},
                           {"dominance", {"dominance", "主导地位"}, e.plan.at(OfSystem::Dominance)},
                           {"alignment", {"rivals' alignment", "对手的接近"}, e.plan.at(OfSystem::Alignment)}};
    for (std::size_t m = 0; m < e.in().rivals; ++m) {
        Text const& rival = e.rival(m).name;
        all.push_back({"strength",
                       {"strength against " + rival.en, "对" + rival.zh + "的力量"},
                       e.plan.at(OfRival::Strength, m)});
        all.push_back({"conflict",
                       {"leader's conflict with " + rival.en, "主导国与" + rival.zh + "的冲突"},
                       e.plan.at(OfRival::Conflict, m)});
    }
    return all;
}

struct TieColumn {
    char const* key;
    OfMember which;
};
constexpr std::array<TieColumn, 5> tie_columns{{{"abandonment", OfMember::Abandonment},
                                                {"entrapment", OfMember::Entrapment},
                                                {"leader_abandonment", OfMember::LeaderAbandonment},
                                                {"leader_entrapment", OfMember::LeaderEntrapment},
                                                {"reliability", OfMember::Reliability}}};

double moved_by(Comparison const& c, Compared const& one, std::size_t output) {
    return one.after.central[output] - c.base.centre.central[output];
}

Table change_table(Compared const& one) {
    Table table{.id = "dilemma/changes/" + one.scenario.code,
                .title = {"Changes", "改变"},
                .note = one.scenario.reason,
                .columns = {{"path", {"Path", "路径"}}, {"value", {"value", "数值"}}, {"reason", {"why", "理由"}}},
                .rows = {}};
    for (Change const& change : one.scenario.changes)
        table.rows.push_back({Text{change.path, change.path}, Text{change.value, change.value},
                              change.reason.empty() ? Entry{} : Entry{Text{change.reason, change.reason}}});
    return table;
}

Table system_change_table(Comparison const& c, Compared const& one) {
    Table table{.id = "dilemma/what-if/" + one.scenario.code,
                .title = {"The system before and after", "体系前后"},
                .note = {"Differences with the central 90 % over draws that give both the same random numbers.",
                         "差异附 90% 区间；每次抽样两者使用相同的随机数。"},
                .columns = {{"quantity", {"Quantity", "指标"}},
                            {"base", {"base", "基准"}},
                            {"after", {"after", "之后"}},
                            {"difference", {"difference", "差异"}}},
                .rows = {}};
    for (Shown const& shown : system_shown(c.base.centre))
        table.rows.push_back({shown.name, Number{c.base.centre.central[shown.output], 3, std::nullopt},
                              Number{one.after.central[shown.output], 3, std::nullopt},
                              Number{moved_by(c, one, shown.output), 3, one.difference[shown.output]}});
    return table;
}

/// Members from the one whose risks move most, all that move at all.
std::vector<std::size_t> most_moved(Comparison const& c, Compared const& one) {
    Evaluation const& e = c.base.centre;
    std::vector<double> moves(e.in().members, 0.0);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        for (TieColumn const& column : tie_columns) moves[i] += std::abs(moved_by(c, one, e.plan.at(column.which, i)));
        if (moves[i] > 5e-5) order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return moves[a] > moves[b]; });
    return order;
}

Table tie_change_table(Comparison const& c, Compared const& one) {
    Table table{
        .id = "dilemma/tie-changes/" + one.scenario.code,
        .title = {"How the risks of ties change", "各关系风险的变化"},
        .note = {"Differences with 90 % intervals, of the ten members whose risks move most; the JSON has all. A, "
                 "E: of the member; A h, E h: of the leader with it.",
                 "差异附 90% 区间，列变化最大的十个成员；JSON 含全部。A、E：成员的风险；A h、E h：主导国对其的风险。"},
        .columns = {{"member", {"Who", "成员"}},
                    {"abandonment", {"A", "A"}},
                    {"entrapment", {"E", "E"}},
                    {"leader_abandonment", {"A h", "A h"}},
                    {"leader_entrapment", {"E h", "E h"}}},
        .rows = {}};
    Evaluation const& e = c.base.centre;
    std::vector<std::size_t> shown = most_moved(c, one);
    shown.resize(std::min<std::size_t>(shown.size(), 10));
    for (std::size_t const i : shown) {
        std::vector<Entry> row{Text{e.member(i).code, e.member(i).code}};
        for (std::size_t n = 0; n + 1 < tie_columns.size(); ++n) {
            std::size_t const output = e.plan.at(tie_columns[n].which, i);
            row.emplace_back(Number{moved_by(c, one, output), 3, one.difference[output]});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

bool apart_from_zero(Interval const& difference) { return difference.low > 0.0 || difference.high < 0.0; }

Text direction(double move, Interval const& difference) {
    if (!apart_from_zero(difference)) return {"is not clearly moved", "无明确变化"};
    return move > 0.0 ? Text{"rises", "上升"} : Text{"falls", "下降"};
}

std::string with_sign(double x) { return fmt::format("{}{:.3f}", x < 0.0 ? "−" : "+", std::abs(x)); }

/// In how many ties a risk is clearly moved.
Text counted(Comparison const& c, Compared const& one, std::size_t column) {
    static std::array<Text, 4> const names{{{"Members' abandonment", "成员被抛弃"},
                                            {"Members' entrapment", "成员被牵连"},
                                            {"The leader's abandonment", "主导国被抛弃"},
                                            {"The leader's entrapment", "主导国被牵连"}}};
    Evaluation const& e = c.base.centre;
    std::size_t up = 0;
    std::size_t down = 0;
    double mean = 0.0;
    for (std::size_t i = 0; i < e.in().members; ++i) {
        std::size_t const output = e.plan.at(tie_columns[column].which, i);
        up += one.difference[output].low > 0.0 ? 1 : 0;
        down += one.difference[output].high < 0.0 ? 1 : 0;
        mean += moved_by(c, one, output) / static_cast<double>(e.in().members);
    }
    std::string const by = std::abs(mean) < 5e-4 ? "" : with_sign(mean);
    return {fmt::format("{} rises clearly in {} ties and falls in {} of {}{}.", names[column].en, up, down,
                        e.in().members, by.empty() ? "" : "; " + by + " on average"),
            fmt::format("{3} 对关系中，{0}明确上升者 {1}、下降者 {2}{4}。", names[column].zh, up, down, e.in().members,
                        by.empty() ? "" : "；平均 " + by)};
}

/// What the remedy trades for what.
Notes what_if_notes(Comparison const& c, Compared const& one) {
    Notes notes{.id = "dilemma/what-if-notes/" + one.scenario.code, .title = {"What stands out", "要点"}, .items = {}};
    Evaluation const& e = c.base.centre;
    std::vector<std::size_t> const order = most_moved(c, one);
    if (order.empty()) {
        notes.items.push_back({"No risk of any tie moves.", "各关系的风险均无变化。"});
        return notes;
    }
    std::size_t const i = order.front();
    auto const of = [&](OfMember which) {
        std::size_t const output = e.plan.at(which, i);
        return direction(moved_by(c, one, output), one.difference[output]);
    };
    Text const a = of(OfMember::Abandonment);
    Text const b = of(OfMember::Entrapment);
    Text const ah = of(OfMember::LeaderAbandonment);
    Text const eh = of(OfMember::LeaderEntrapment);
    Text const& name = e.member(i).name;
    notes.items.push_back(
        {fmt::format("Most of all it moves the tie with {}: its abandonment {}, its entrapment {}; the "
                     "leader's abandonment {}, its entrapment {}.",
                     name.en, a.en, b.en, ah.en, eh.en),
         fmt::format("变化最大的是与{}的关系：其被抛弃{}、被牵连{}；主导国被抛弃{}、被牵连{}。", name.zh, a.zh, b.zh,
                     ah.zh, eh.zh)});
    for (std::size_t n = 0; n + 1 < tie_columns.size(); ++n) notes.items.push_back(counted(c, one, n));
    std::size_t const reliability = e.plan.at(OfSystem::Reliability);
    Text const r = direction(moved_by(c, one, reliability), one.difference[reliability]);
    notes.items.push_back(
        {fmt::format("The system's reliability {} ({}).", r.en, with_sign(moved_by(c, one, reliability))),
         fmt::format("体系可靠性{}（{}）。", r.zh, with_sign(moved_by(c, one, reliability)))});
    return notes;
}

Json moved_document(Comparison const& c, Compared const& one, std::size_t output) {
    return {{"base", finite_or_null(c.base.centre.central[output])},
            {"scenario", finite_or_null(one.after.central[output])},
            {"change", finite_or_null(moved_by(c, one, output))},
            {"low", finite_or_null(one.difference[output].low)},
            {"high", finite_or_null(one.difference[output].high)}};
}

Json scenario_document(Comparison const& c, Compared const& one) {
    Evaluation const& e = c.base.centre;
    Json document{{"code", one.scenario.code}, {"name", {{"en", one.scenario.name.en}, {"zh", one.scenario.name.zh}}}};
    document["changes"] = Json::array();
    for (Change const& change : one.scenario.changes)
        document["changes"].push_back({{"path", change.path}, {"value", change.value}, {"reason", change.reason}});
    for (auto const& [key, which] : {std::pair{"spread_thin", OfSystem::SpreadThin},
                                     {"load", OfSystem::Load},
                                     {"reliability", OfSystem::Reliability},
                                     {"cost", OfSystem::Cost},
                                     {"dominance", OfSystem::Dominance},
                                     {"alignment", OfSystem::Alignment}})
        document["system"][key] = moved_document(c, one, e.plan.at(which));
    document["rivals"] = Json::array();
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        document["rivals"].push_back({{"rival", e.rival(m).code},
                                      {"strength", moved_document(c, one, e.plan.at(OfRival::Strength, m))},
                                      {"conflict", moved_document(c, one, e.plan.at(OfRival::Conflict, m))}});
    document["members"] = Json::array();
    for (std::size_t i = 0; i < e.in().members; ++i) {
        Json member{{"member", e.member(i).code}};
        for (TieColumn const& column : tie_columns)
            member[column.key] = moved_document(c, one, e.plan.at(column.which, i));
        document["members"].push_back(member);
    }
    return document;
}

} // namespace

Chapter what_if_chapter(Comparison const& c, Compared const& one) {
    return {"what-if/" + one.scenario.code,
            one.scenario.name.empty() ? Text{one.scenario.code, one.scenario.code} : one.scenario.name,
            {},
            {what_if_notes(c, one), change_table(one), system_change_table(c, one), tie_change_table(c, one)}};
}

Json what_if_document(Comparison const& c) {
    Json all = Json::array();
    for (Compared const& one : c.scenarios) all.push_back(scenario_document(c, one));
    return all;
}

} // namespace casus::dilemma
