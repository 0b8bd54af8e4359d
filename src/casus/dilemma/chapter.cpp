#include "casus/dilemma/chapter.hpp"

#include "casus/dilemma/explain.hpp"

#include <fmt/format.h>

namespace casus::dilemma {

namespace {

Label actor_label(Actor const& actor) { return {actor.code, actor.name}; }

Entry code_of(Actor const& actor) { return Text{actor.code, actor.code}; }

std::vector<RowGroup> holders(Evaluation const& e) {
    return {{0, {"Members, of the leader", "成员对主导国"}},
            {e.in().members, {"The leader, of members", "主导国对成员"}}};
}

Table tie_table(Sampled const& s, std::vector<Tie> const& ties) {
    Table table{.id = "dilemma/ties",
                .title = {"The two risks of every tie", "每一对关系的两种风险"},
                .note = {"A: risk of abandonment by the partner (need times what is not promised), E: of entrapment "
                         "(chance times loss), with 90 % intervals; beside each the "
                         "rival that it mostly comes from. A risk dominates where its interval lies above the other's; "
                         "else both count where both exceed 0.1.",
                         "A：被对方抛弃的风险；E：被对方牵连的风险；附 90% 区间及主要来源对手。某一风险的区间高于另一"
                         "风险者为主导；否则两者均大于 0.1 时记为两者皆有。"},
                .columns = {{"holder", {"Who", "持有者"}},
                            {"partner", {"of", "对象"}},
                            {"abandonment", {"A", "A"}},
                            {"abandonment_from", {"from", "来自"}},
                            {"entrapment", {"E", "E"}},
                            {"entrapment_from", {"from", "来自"}},
                            {"dominates", {"dominates", "主导风险"}}},
                .rows = {}};
    Evaluation const& e = s.centre;
    for (Tie const& tie : ties) {
        Actor const& member = e.member(tie.member);
        table.rows.push_back({code_of(tie.of_leader ? e.leader() : member),
                              code_of(tie.of_leader ? member : e.leader()), tie.abandonment,
                              code_of(e.rival(tie.abandonment_from)), tie.entrapment,
                              code_of(e.rival(tie.entrapment_from)), dominant_name(tie.dominant)});
    }
    return table;
}

/// Rows: each tie and holder. Columns: abandonment, then entrapment, of each rival.
Matrix risk_matrix(Sampled const& s, std::vector<Tie> const& ties) {
    Evaluation const& e = s.centre;
    Matrix matrix{.id = "dilemma/risks",
                  .title = {"Where the risks come from", "风险来自何方"},
                  .note = {"A: abandonment, E: entrapment, each by rival.", "A：被抛弃，E：被牵连，按对手分列。"},
                  .rows = {},
                  .columns = {},
                  .groups = holders(e),
                  .values = {},
                  .intervals = {},
                  .marks = {},
                  .links = {},
                  .legend = {{"▲", {"the risk that dominates comes mostly from here", "主导风险主要来自此处"}}},
                  .low = 1.0,
                  .high = 0.0,
                  .low_meaning = {"as great as can be", "至极"},
                  .high_meaning = {"no risk", "无风险"}};
    for (char const* const risk : {"A", "E"})
        for (std::size_t m = 0; m < e.in().rivals; ++m) {
            Actor const& rival = e.rival(m);
            matrix.columns.push_back(
                {fmt::format("{}/{}", risk, rival.code),
                 {fmt::format("{} {}", risk, rival.name.en), fmt::format("{} {}", risk, rival.name.zh)}});
        }
    for (Tie const& tie : ties) {
        Actor const& member = e.member(tie.member);
        std::string const& leader = e.leader().code;
        matrix.rows.push_back({tie.of_leader ? leader + "/" + member.code : member.code + "/" + leader, member.name});
        auto const put = [&](OfPair part, bool dominates, std::size_t from) {
            for (std::size_t m = 0; m < e.in().rivals; ++m) {
                std::size_t const at = e.plan.at(part, tie.member, m);
                matrix.values.push_back(e.central[at]);
                matrix.intervals.push_back(s.interval[at]);
                matrix.marks.emplace_back(dominates && m == from ? "▲" : "");
                matrix.links.push_back(tie_path(e, tie.member, m));
            }
        };
        put(tie.abandonment_part(), tie.dominant == Dominant::Abandonment, tie.abandonment_from);
        put(tie.entrapment_part(), tie.dominant == Dominant::Entrapment, tie.entrapment_from);
    }
    return matrix;
}

/// Rows: members, then the leader. Columns: rivals.
Matrix conflict_matrix(Sampled const& s) {
    Evaluation const& e = s.centre;
    double const years = e.in().c.horizon;
    Matrix matrix{
        .id = "dilemma/conflict",
        .title = {"Who has disputes with whom", "谁与谁发生冲突"},
        .note =
            {fmt::format(
                 "Chance q of a militarised dispute over {:.0f} years, whoever begins; the leader's with those that "
                 "its members drag it into.",
                 years),
             fmt::format("{:.0f} 年内发生冲突的概率 q，不论由谁发起；主导国的包括被成员拖入者。", years)},
        .rows = {},
        .columns = {},
        .groups = {{0, {"Members", "成员"}}, {e.in().members, {"The leader", "主导国"}}},
        .values = {},
        .intervals = {},
        .marks = {},
        .links = {},
        .legend = {{"◆", {"the member itself is likelier to begin", "成员自己更可能发起"}}},
        .low = 1.0,
        .high = 0.0,
        .low_meaning = {"certain", "必然"},
        .high_meaning = {"never", "不会"}};
    for (std::size_t m = 0; m < e.in().rivals; ++m) matrix.columns.push_back(actor_label(e.rival(m)));
    auto const put = [&](std::size_t output, std::string mark, std::string link) {
        matrix.values.push_back(e.central[output]);
        matrix.intervals.push_back(s.interval[output]);
        matrix.marks.push_back(std::move(mark));
        matrix.links.push_back(std::move(link));
    };
    for (std::size_t i = 0; i < e.in().members; ++i) {
        matrix.rows.push_back(actor_label(e.member(i)));
        for (std::size_t m = 0; m < e.in().rivals; ++m) {
            std::size_t const at = e.in().position(i, m);
            put(e.plan.at(OfPair::Conflict, i, m), e.risks.initiation[at] > e.risks.attack[at] ? "◆" : "",
                tie_path(e, i, m));
        }
    }
    matrix.rows.push_back(actor_label(e.leader()));
    for (std::size_t m = 0; m < e.in().rivals; ++m) put(e.plan.at(OfRival::Conflict, m), "", leader_path(e.rival(m)));
    return matrix;
}

Table system_table(Sampled const& s) {
    Evaluation const& e = s.centre;
    Table table{
        .id = "dilemma/system",
        .title = {"The system", "体系"},
        .note = {},
        .columns = {{"quantity", {"Quantity", "指标"}}, {"value", {"value", "数值"}}, {"meaning", {"meaning", "含义"}}},
        .rows = {}};
    auto const add = [&](Text name, OfSystem which, Text meaning) {
        table.rows.push_back({std::move(name), s.number(e.plan.at(which), 3), std::move(meaning)});
    };
    add({"promises kept", "承诺兑现度"}, OfSystem::SpreadThin,
        {"κ: 1 where the budget covers all loads; below, promises are spread thin",
         "κ：预算足以应对全部负荷时为 1；低于 1 则承诺被摊薄"});
    add({"loads", "总负荷"}, OfSystem::Load,
        {fmt::format("Σ L over rivals, in full loads of one; the budget is {:.2f}", e.in().budget),
         fmt::format("各对手负荷之和，以单一对手的满负荷计；预算为 {:.2f}", e.in().budget)});
    add({"exit", "外部选择"}, OfSystem::Exit,
        {"the leader's outside options: they grow with the number of poles", "主导国的外部选择：随极数增加而增加"});
    add({"reliability", "可靠性"}, OfSystem::Reliability,
        {"mean over ties, by worth, of the chance of neither risk", "按价值加权：两种风险均不发生的平均概率"});
    add({"cost", "代价"}, OfSystem::Cost,
        {"loads that its promises add up to, covered by the budget or not, less what links carry; and what links cost",
         "全部承诺的负荷（不论预算能否覆盖）减去联结分担的部分，另加联结的成本"});
    add({"dominance", "主导地位"}, OfSystem::Dominance,
        {"the leader's share in what the ties are worth; ½ without links", "主导国在联系价值中的份额；无联结时为 ½"});
    add({"rivals' alignment", "对手的接近"}, OfSystem::Alignment,
        {"how far the system's threat draws rivals together", "体系的威胁使对手相互接近的程度"});
    return table;
}

Table rival_table(Sampled const& s) {
    Evaluation const& e = s.centre;
    Table table{
        .id = "dilemma/rivals",
        .title = {"The rivals", "对手"},
        .note = {"Load: what promises against it ask of the leader. Strength: log of the forces that the system "
                 "brings to bear over its own. Conflict: of the leader, and without what members drag it into. "
                 "Loss: what a fight with it costs the leader.",
                 "负荷：针对其的承诺对主导国的要求。力量：体系可用兵力与其兵力之比的对数。冲突：主导国与其冲突的"
                 "概率，及不计成员拖入者。损失：与其作战使主导国付出的代价。"},
        .columns = {{"rival", {"Rival", "对手"}},
                    {"load", {"load", "负荷"}},
                    {"strength", {"strength", "力量"}},
                    {"conflict", {"conflict", "冲突"}},
                    {"own_conflict", {"undragged", "不计拖入"}},
                    {"loss", {"loss", "损失"}}},
        .rows = {}};
    for (std::size_t m = 0; m < e.in().rivals; ++m) {
        std::vector<Entry> row{code_of(e.rival(m))};
        for (OfRival const which : {OfRival::Load, OfRival::Strength, OfRival::Conflict})
            row.emplace_back(s.number(e.plan.at(which, m)));
        row.emplace_back(Number{e.risks.own_conflict[m], 2, std::nullopt});
        row.emplace_back(s.number(e.plan.at(OfRival::Loss, m)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table offence_table(std::vector<OffenceRow> const& offence) {
    Table table{.id = "dilemma/offence",
                .title = {"The offence–defence balance", "攻防平衡"},
                .note = {"Means over members, the rest as in the case, which stands first; the leader's conflict is "
                         "with any rival.",
                         "成员均值，其余同案例，案例本身列于首行；主导国的冲突指与任一对手。"},
                .columns = {{"advantage", {"offence's advantage", "进攻优势"}},
                            {"conflict", {"member fights", "成员冲突"}},
                            {"leader_conflict", {"leader fights", "主导国冲突"}},
                            {"allegiance", {"allegiance", "对主导国的承诺"}},
                            {"leader_abandonment", {"A of leader", "主导国的 A"}},
                            {"entrapment", {"E of members", "成员的 E"}}},
                .rows = {}};
    for (OffenceRow const& row : offence) {
        bool const again = &row != offence.data() && row.advantage == offence.front().advantage;
        if (again) continue;
        std::vector<Entry> cells;
        for (double const x :
             {row.advantage, row.conflict, row.dragged, row.allegiance, row.abandonment, row.entrapment})
            cells.emplace_back(Number{x, cells.empty() ? 1 : 3, std::nullopt});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

std::vector<Chapter> chapters(Sampled const& s, std::vector<OffenceRow> const& offence) {
    std::vector<Tie> const ties = ties_of(s);
    Text const& leader = s.centre.leader().name;
    std::vector<Chapter> all;
    all.push_back(
        {"ties",
         {"Two risks", "两种风险"},
         {fmt::format("What members fear of the leader ({}) and the leader of them: to be left alone, or to "
                      "be drawn into a fight that is not theirs.",
                      leader.en),
          fmt::format("成员对主导国（{}）、主导国对成员各担心什么：被抛弃，或被拖入与己无关的冲突。", leader.zh)},
         {what_stands_out(s, ties), tie_table(s, ties), risk_matrix(s, ties)}});
    all.push_back({"conflict", {"Conflict", "冲突"}, {}, {conflict_matrix(s)}});
    all.push_back({"system", {"The system and its rivals", "体系与对手"}, {}, {system_table(s), rival_table(s)}});
    all.push_back({"offence",
                   {"Chain-ganging and buck-passing", "锁链困境与推卸责任"},
                   {},
                   {offence_notes(s, offence), offence_table(offence)}});
    return all;
}

Chapter ledger_chapter(Sampled const& s) {
    Evaluation const& e = s.centre;
    Chapter chapter{"ledgers",
                    {"Ledgers", "核算明细"},
                    {"The terms behind every number, with the figures inside them and what they rest on.",
                     "每个数字背后的各项、其中的数据及其依据。"},
                    {}};
    chapter.shapes.emplace_back(explain_system(e));
    for (std::size_t m = 0; m < e.in().rivals; ++m) chapter.shapes.emplace_back(explain_leader_rival(e, m));
    for (std::size_t i = 0; i < e.in().members; ++i) {
        chapter.shapes.emplace_back(explain_member(e, i));
        chapter.shapes.emplace_back(explain_leader_tie(e, i));
        for (std::size_t m = 0; m < e.in().rivals; ++m) chapter.shapes.emplace_back(explain_pair(e, i, m));
    }
    return chapter;
}

Chapter method_chapter(Sampled const& s, std::size_t draws) {
    Evaluation const& e = s.centre;
    Notes notes{.id = "method", .title = {"How these numbers were made", "这些数字是怎样得出的"}, .items = {}};
    notes.items = {
        {"The lens follows Wei Bing, “Great-power competition, the alliance-system dilemma and the linking of "
         "America’s alliances in Asia and Europe” (2025): a leader with several "
         "rivals cannot strengthen every branch and keep its system reliable.",
         "本分析依据魏冰《大国竞争、联盟体系困境与美国亚欧联盟联结》（2025）：有多个对手的主导国难以在强化各分支的同时"
         "保持体系可靠。"},
        {"Chances of conflict are logits in a year of who begins, counted over the horizon; the two risks are products "
         "of "
         "such chances, of promises and of losses. Their parts stand in the ledgers.",
         "冲突概率为各年由谁发起的 logit，按所计年数累积；两种风险为这些概率与承诺、损失之积，各部分见明细。"},
        {e.assessed_allegiance ? "Allegiance is alienation's share of following on security, draw by draw."
                               : "Allegiance is the case's figure, or follows from autonomy, trade with rivals and "
                                 "free-riding.",
         e.assessed_allegiance ? "对主导国的承诺取联盟异化分析中安全议题上的追随度，逐次抽样。"
                               : "对主导国的承诺取案例给出者，否则由自主、与对手贸易及搭便车得出。"},
        {fmt::format("Every figure and parameter with a spread was drawn {} times; intervals are the central 90 %. A "
                     "spread that the case does not state is taken as zero, so intervals are narrower than the truth.",
                     draws),
         fmt::format("凡有标准差的数据与参数均抽样 {} 次；区间为中间 "
                     "90%。案例未注明离散程度者按零处理，故区间窄于真实的不确定性。",
                     draws)},
        {"Parameters are judgements until estimates replace them: orders of risks are sounder than their levels.",
         "参数在被估计取代之前均为判断：风险的次序比其水平更可靠。"},
        {fmt::format("Parameter set: {}.", e.parameters.set_name()),
         fmt::format("参数集：{}。", e.parameters.set_name())}};
    return {"method", {"Method", "方法"}, {}, {notes}};
}

} // namespace casus::dilemma
