#include "casus/dilemma/strategy_chapter.hpp"

#include "casus/dilemma/index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {

namespace {

struct StrategyReader {
    StrategiesSampled const& s;

    [[nodiscard]] Standing const& standing(Rivals stance) const {
        return stance == Rivals::Still ? s.centre.still : s.centre.answered;
    }
    [[nodiscard]] Interval interval(std::size_t output) const { return s.spread.interval[output]; }
    [[nodiscard]] double mean(std::size_t output) const { return s.spread.mean[output]; }

    [[nodiscard]] Number scored(Rivals stance, std::size_t strategy, Scored what, double value, int decimals) const {
        return {value, decimals, interval(s.plan.scored(stance, strategy, what))};
    }
    [[nodiscard]] Number percent(std::size_t output) const { return {100.0 * mean(output), 0, {}}; }
};

Table score_table(StrategyReader const& read) {
    Table table{.id = "dilemma/strategies",
                .title = {"What each strategy brings while the rivals keep still", "各战略之所得（对手不作回应）"},
                .note = {"ΔS: gain in the log of forces against the rival against which least is gained; ΔR: gain in "
                         "reliability; cost in full loads of one rival; share: the leader's in the system, at most "
                         "one half; front: per cent of draws in which no strategy beats it in ΔS, R and cost at "
                         "once. In brackets 90 %, in draws common to all.",
                         "ΔS：对所得最少的对手的兵力对数之增益；ΔR：可靠性之增益；成本以全力应对一个对手为一；份额：主"
                         "导国在体系中的份额，至多一半；前沿：在多少百分比的抽样中没有战略在 ΔS、R "
                         "与成本上同时胜过它。括号内为 90% 区间，各战略使用相同抽样。"},
                .columns = {{"strategy", {"Strategy", "战略"}},
                            {"weakest_gain", {"ΔS", "ΔS"}},
                            {"reliability_gain", {"ΔR", "ΔR"}},
                            {"cost", {"cost", "成本"}},
                            {"dominance", {"share", "份额"}},
                            {"frontier", {"front", "前沿"}}},
                .rows = {}};
    for (std::size_t s = 0; s < read.s.strategies.size(); ++s) {
        Outcome const& at = read.standing(Rivals::Still).outcomes[s];
        table.rows.push_back({read.s.strategies[s].name, read.scored(Rivals::Still, s, Scored::Weakest, at.weakest, 3),
                              read.scored(Rivals::Still, s, Scored::ReliabilityGain, at.reliability_gain, 3),
                              Number{at.cost, 2, {}}, Number{at.dominance, 2, {}},
                              read.percent(read.s.plan.scored(Rivals::Still, s, Scored::Frontier))});
    }
    return table;
}

Table rival_table(StrategyReader const& read) {
    Table table{.id = "dilemma/strategies/rivals",
                .title = {"Strength gained against each rival, and how close it brings them",
                          "对各对手之增益，及对手间的接近程度"},
                .note = {"Log of forces; rivals' alignment from 0 to 1.", "兵力对数；对手间的接近程度为 0 至 1。"},
                .columns = {{"strategy", {"Strategy", "战略"}}},
                .rows = {}};
    for (ActorId const rival : read.s.reading.system.rivals) {
        std::string const& code = read.s.world.actor(rival).code;
        table.columns.push_back({"gain_" + code, {"ΔS " + code, "ΔS " + code}});
    }
    table.columns.push_back({"alignment", {"alignment", "接近程度"}});
    bool const few = !read.s.brokered.empty();
    if (few) table.columns.push_back({"brokered", {"as broker", "居间份额"}});
    for (std::size_t s = 0; s < read.s.strategies.size(); ++s) {
        Outcome const& at = read.standing(Rivals::Still).outcomes[s];
        std::vector<Entry> row{read.s.strategies[s].name};
        for (std::size_t m = 0; m < at.gain.size(); ++m) row.push_back(Number{at.gain[m], 3, {}});
        row.push_back(Number{at.alignment, 3, {}});
        if (few) row.push_back(Number{read.s.brokered[s], 2, {}});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table answer_table(StrategyReader const& read) {
    Table table{
        .id = "dilemma/strategies/answered",
        .title = {"The same once the rivals answer", "对手作出回应之后"},
        .note = {"Answer: align or wedge, what takes most strength from the leader's system; in parentheses in "
                 "how many per cent of draws. Gains are against hold, which the rivals answer too.",
                 "回应：联手或分化盟友，取最能削弱主导国体系力量者；括号内为抽样中的百分比。增益以维持现状为准，"
                 "对手对其亦作回应。"},
        .columns = {{"strategy", {"Strategy", "战略"}},
                    {"answer", {"answer", "回应"}},
                    {"weakest_gain", {"ΔS", "ΔS"}},
                    {"reliability_gain", {"ΔR", "ΔR"}},
                    {"frontier", {"front", "前沿"}}},
        .rows = {}};
    for (std::size_t s = 0; s < read.s.strategies.size(); ++s) {
        Outcome const& at = read.standing(Rivals::Answering).outcomes[s];
        Answer const answer = read.s.centre.answers[s];
        std::string const often = fmt::format(" ({:.0f})", 100.0 * read.mean(read.s.plan.answer(s, answer)));
        table.rows.push_back({read.s.strategies[s].name, Text{name_of(answer).en + often, name_of(answer).zh + often},
                              read.scored(Rivals::Answering, s, Scored::Weakest, at.weakest, 3),
                              read.scored(Rivals::Answering, s, Scored::ReliabilityGain, at.reliability_gain, 3),
                              read.percent(read.s.plan.scored(Rivals::Answering, s, Scored::Frontier))});
    }
    return table;
}

/// D with its interval, any of which may be infinite.
Text index_text(StrategyReader const& read, Rivals stance) {
    Interval const bounded = read.interval(read.s.plan.whole(stance, Whole::Index));
    auto const shown = [](double x) { return std::isinf(x) ? std::string("∞") : fmt::format("{:.3f}", x); };
    std::string const all = fmt::format("{} [{}, {}]", shown(read.standing(stance).index),
                                        shown(unbounded_index(bounded.low)), shown(unbounded_index(bounded.high)));
    return {all, all};
}

Number in_thousandths(double value, Interval const& interval) {
    return {1000.0 * value, 1, Interval{1000.0 * interval.low, 1000.0 * interval.high}};
}

Table index_table(StrategyReader const& read) {
    Table table{
        .id = "dilemma/index",
        .title = {"The dilemma of the system", "联盟体系困境"},
        .note = {"D: reliability lost for one unit of strength by the cheapest traditional strategy that strengthens "
                 "against every rival by at least 0.01; ∞: there is none. Then per cent of draws in which D > 0, "
                 "infinite ones among them; in "
                 "which no traditional strategy, however little it strengthens, keeps reliability; in which links "
                 "strengthen and keep it. Room: hypervolume of gains in strength and reliability over hold, and "
                 "what of it links open, in thousandths.",
                 "D：在对每个对手至少增强 0.01 的传统战略中，最便宜者每增强一单位所损失的可靠性；∞ "
                 "表示没有此类战略。其后为抽样百分比：D > 0；没有任何传统战略（无论增强多少）能保持可靠性；联结既增强"
                 "又能保持可靠性。空间：力量与可靠性之增益相对维持现状的超体积，及其中由联结开辟者，以千分之一计。"},
        .columns = {{"rivals", {"Rivals", "对手"}},
                    {"index", {"D", "D"}},
                    {"positive", {"D > 0", "D > 0"}},
                    {"dilemma", {"none good", "无良策"}},
                    {"linked_out", {"links good", "联结可行"}},
                    {"room", {"room", "空间"}},
                    {"room_from_links", {"by links", "由联结"}}},
        .rows = {}};
    for (Rivals const stance : {Rivals::Still, Rivals::Answering}) {
        Standing const& at = read.standing(stance);
        auto const whole = [&](Whole what) { return read.s.plan.whole(stance, what); };
        table.rows.push_back({stance == Rivals::Still ? Text{"keep still", "不作回应"} : Text{"answer", "作出回应"},
                              index_text(read, stance), read.percent(whole(Whole::Costly)),
                              read.percent(whole(Whole::Dilemma)), read.percent(whole(Whole::LinkedOut)),
                              in_thousandths(at.room, read.interval(whole(Whole::Room))),
                              in_thousandths(at.room - at.room_without_links, read.interval(whole(Whole::LinksRoom)))});
    }
    return table;
}

/// An axis around all points and intervals, zero among them.
ScatterAxis axis_around(Text meaning, std::vector<ScatterPoint> const& points, double ScatterPoint::*of,
                        std::optional<Interval> ScatterPoint::*interval) {
    ScatterAxis axis{.meaning = std::move(meaning), .low = 0.0, .high = 0.0};
    for (ScatterPoint const& point : points) {
        Interval const whole = (point.*interval).value_or(Interval{point.*of, point.*of});
        axis.low = std::min({axis.low, point.*of, whole.low});
        axis.high = std::max({axis.high, point.*of, whole.high});
    }
    double const margin = 0.05 * std::max(axis.high - axis.low, 0.01);
    axis.low -= margin;
    axis.high += margin;
    return axis;
}

/// Gains in strength and reliability of all strategies; the frontier is that of these two, without cost.
Scatter strategy_scatter(StrategyReader const& read) {
    Scatter scatter{.id = "dilemma/frontier/plane",
                    .title = {"Strength against reliability", "力量与可靠性"},
                    .note = {"Means over draws, the rivals still. Joined: what no strategy beats in both; cost is left "
                             "out here.",
                             "抽样均值，对手不作回应。连线：在两者上均无战略可胜过者；此处不计成本。"},
                    .x = {},
                    .y = {},
                    .points = {}};
    std::vector<Objectives> means;
    for (std::size_t s = 0; s < read.s.strategies.size(); ++s) {
        std::size_t const strength = read.s.plan.scored(Rivals::Still, s, Scored::Weakest);
        std::size_t const reliability = read.s.plan.scored(Rivals::Still, s, Scored::ReliabilityGain);
        means.push_back({read.mean(strength), read.mean(reliability), 0.0});
        scatter.points.push_back({.label = {read.s.strategies[s].key, read.s.strategies[s].name},
                                  .x = read.mean(strength),
                                  .y = read.mean(reliability),
                                  .x_interval = read.interval(strength),
                                  .y_interval = read.interval(reliability)});
    }
    std::vector<char> on(means.size());
    mark_frontier(means, on);
    for (std::size_t s = 0; s < on.size(); ++s) scatter.points[s].frontier = on[s] != 0;
    scatter.reference = 0;
    scatter.x = axis_around({"gain in strength against the rival gained against least", "对所得最少的对手的力量增益"},
                            scatter.points, &ScatterPoint::x, &ScatterPoint::x_interval);
    scatter.y =
        axis_around({"gain in reliability", "可靠性增益"}, scatter.points, &ScatterPoint::y, &ScatterPoint::y_interval);
    return scatter;
}

Notes frontier_notes(StrategyReader const& read) {
    Notes notes{.id = "dilemma/frontier",
                .title = {"Frontier at the means over draws, by growing strength", "抽样均值处的前沿，按力量由弱到强"},
                .items = {}};
    for (Rivals const stance : {Rivals::Still, Rivals::Answering}) {
        Text line = stance == Rivals::Still ? Text{"Rivals keep still: ", "对手不作回应："}
                                            : Text{"Rivals answer: ", "对手作出回应："};
        bool first = true;
        for (std::size_t const s : frontier_of_means(read.s, stance)) {
            line.en += (first ? "" : "; ") + read.s.strategies[s].name.en;
            line.zh += (first ? "" : "；") + read.s.strategies[s].name.zh;
            first = false;
        }
        notes.items.push_back({line.en + ".", line.zh + "。"});
    }
    return notes;
}

} // namespace

Chapter strategy_chapter(StrategiesSampled const& sampled) {
    StrategyReader const read{sampled};
    return {.id = "strategies",
            .title = {"Strategies", "战略"},
            .lead = {"What the leader can do with the system, what the rivals do then, and what nobody can better.",
                     "主导国可对体系采取的战略、对手的回应，以及何者无可再优。"},
            .shapes = {index_table(read), condition_notes(sampled.world, sampled.reading.system, sampled.conditions),
                       score_table(read), strategy_scatter(read), frontier_notes(read), rival_table(read),
                       answer_table(read)}};
}

} // namespace casus::dilemma
