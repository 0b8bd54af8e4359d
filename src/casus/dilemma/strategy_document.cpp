#include "casus/dilemma/strategy_document.hpp"

#include "casus/dilemma/index.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::dilemma {

namespace {

using StrategyJson = nlohmann::ordered_json;

StrategyJson score_or_null(double x) { return std::isfinite(x) ? StrategyJson(x) : StrategyJson(nullptr); }

StrategyJson spread_json(double value, Interval const& interval) {
    return {
        {"value", score_or_null(value)}, {"low", score_or_null(interval.low)}, {"high", score_or_null(interval.high)}};
}

std::string scored_rival_code(StrategiesSampled const& s, std::size_t m) {
    return s.world.actor(s.reading.system.rivals[m]).code;
}

std::string linked_member_code(StrategiesSampled const& s, std::size_t i) {
    return s.world.actor(s.reading.system.members[i]).code;
}

StrategyJson outcome_json(StrategiesSampled const& s, Rivals stance, std::size_t k) {
    Outcome const& at = (stance == Rivals::Still ? s.centre.still : s.centre.answered).outcomes[k];
    double const hold_cost = (stance == Rivals::Still ? s.centre.still : s.centre.answered).outcomes.front().cost;
    auto const put = [&](Scored what, double value) {
        return spread_json(value, s.spread.interval[s.plan.scored(stance, k, what)]);
    };
    StrategyJson gains = StrategyJson::array();
    for (std::size_t m = 0; m < at.gain.size(); ++m) {
        StrategyJson gain{{"rival", scored_rival_code(s, m)}, {"strength", score_or_null(at.strength[m])}};
        gain.update(spread_json(at.gain[m], s.spread.interval[s.plan.gain(stance, k, m)]));
        gains.push_back(std::move(gain));
    }
    return {{"strength_gains", std::move(gains)},
            {"weakest_gain", put(Scored::Weakest, at.weakest)},
            {"reliability", put(Scored::Reliability, at.reliability)},
            {"reliability_gain", put(Scored::ReliabilityGain, at.reliability_gain)},
            {"cost", put(Scored::Cost, at.cost)},
            {"cost_gain", put(Scored::CostGain, at.cost - hold_cost)},
            {"dominance", put(Scored::Dominance, at.dominance)},
            {"alignment", put(Scored::Alignment, at.alignment)},
            {"on_frontier", at.on_frontier != 0},
            {"frontier_share", s.spread.mean[s.plan.scored(stance, k, Scored::Frontier)]}};
}

StrategyJson links_json(StrategiesSampled const& s, Strategy const& strategy) {
    StrategyJson links = StrategyJson::array();
    for (PlannedLink const& link : strategy.links)
        links.push_back({{"a", linked_member_code(s, link.a)},
                         {"b", linked_member_code(s, link.b)},
                         {"level", score_or_null(link.level)}}); // null: link_level
    return links;
}

StrategyJson answer_json(StrategiesSampled const& s, std::size_t k) {
    StrategyJson shares = StrategyJson::object();
    for (Answer const each : all_answers) shares[std::string(key_of(each))] = s.spread.mean[s.plan.answer(k, each)];
    return {{"chosen", std::string(key_of(s.centre.answers[k]))}, {"shares", std::move(shares)}};
}

StrategyJson strategy_json(StrategiesSampled const& s, std::size_t k) {
    Strategy const& strategy = s.strategies[k];
    return {{"strategy", strategy.key},
            {"name", {{"en", strategy.name.en}, {"zh", strategy.name.zh}}},
            {"traditional", strategy.traditional()},
            {"links", links_json(s, strategy)},
            {"still", outcome_json(s, Rivals::Still, k)},
            {"answer", answer_json(s, k)},
            {"answered", outcome_json(s, Rivals::Answering, k)},
            {"brokered_share", s.brokered.empty() ? StrategyJson(nullptr) : score_or_null(s.brokered[k])}};
}

StrategyJson frontier_json(StrategiesSampled const& s) {
    StrategyJson points = StrategyJson::array();
    for (Rivals const stance : {Rivals::Still, Rivals::Answering})
        for (std::size_t const k : frontier_of_means(s, stance)) {
            auto const mean = [&](Scored what) { return s.spread.mean[s.plan.scored(stance, k, what)]; };
            points.push_back({{"rivals", stance == Rivals::Still ? "still" : "answering"},
                              {"strategy", s.strategies[k].key},
                              {"weakest_gain", mean(Scored::Weakest)},
                              {"reliability_gain", mean(Scored::ReliabilityGain)},
                              {"cost_gain", mean(Scored::CostGain)}});
        }
    return points;
}

StrategyJson whole_json(StrategiesSampled const& s, Rivals stance) {
    Standing const& at = stance == Rivals::Still ? s.centre.still : s.centre.answered;
    auto const interval = [&](Whole what) { return s.spread.interval[s.plan.whole(stance, what)]; };
    auto const share = [&](Whole what) { return s.spread.mean[s.plan.whole(stance, what)]; };
    Interval const bounded = interval(Whole::Index);
    StrategyJson whole = spread_json(at.index, {unbounded_index(bounded.low), unbounded_index(bounded.high)});
    whole["positive_share"] = share(Whole::Costly);
    whole["dilemma_share"] = share(Whole::Dilemma);
    whole["linked_out_share"] = share(Whole::LinkedOut);
    whole["room"] = spread_json(at.room, interval(Whole::Room));
    whole["room_from_links"] = spread_json(at.room - at.room_without_links, interval(Whole::LinksRoom));
    return whole;
}

StrategyJson conditions_json(StrategiesSampled const& s) {
    StrategyJson rivals = StrategyJson::array();
    for (std::size_t m = 0; m < s.conditions.rivals.size(); ++m) {
        RivalDomains const& r = s.conditions.rivals[m];
        rivals.push_back({{"rival", scored_rival_code(s, m)},
                          {"threatened", r.threatened},
                          {"exposed", r.exposed},
                          {"both", r.both},
                          {"exposure", score_or_null(r.exposure)}});
    }
    return {{"several_rivals", s.conditions.several_rivals},
            {"several_domains", s.conditions.several_domains},
            {"rivals", std::move(rivals)}};
}

} // namespace

StrategyJson strategy_document(StrategiesSampled const& s) {
    StrategyJson strategies = StrategyJson::array();
    for (std::size_t k = 0; k < s.strategies.size(); ++k) strategies.push_back(strategy_json(s, k));
    StrategyJson index = whole_json(s, Rivals::Still);
    index["answered"] = whole_json(s, Rivals::Answering);
    index["conditions"] = conditions_json(s);
    return {{"strategies", std::move(strategies)}, {"frontier", frontier_json(s)}, {"index", std::move(index)}};
}

} // namespace casus::dilemma
