#include "casus/alienation/compare/compare_document.hpp"

#include "casus/alienation/compare/gap_change.hpp"
#include "casus/alienation/compare/system_lines.hpp"
#include "casus/alienation/explain.hpp"
#include "casus/alienation/words.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::alienation {

namespace {

using Json = nlohmann::ordered_json;

Json number(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }
Json text(Text const& t) { return {{"en", t.en}, {"zh", t.zh}}; }

/// Base, scenario, and the difference with its interval.
Json moved(Comparison const& c, Compared const& one, std::size_t output) {
    return {{"base", number(c.central[output])},
            {"scenario", number(one.central[output])},
            {"change", number(one.central[output] - c.central[output])},
            {"low", number(one.difference[output].low)},
            {"high", number(one.difference[output].high)}};
}

Json word(Text const& base, Text const& scenario) { return {{"base", base.en}, {"scenario", scenario.en}}; }

Json gap_document(Comparison const& c, Compared const& one, std::size_t n, IssueId issue) {
    GapChange const change = gap_change(c.base, one.sampled, n, issue);
    Json terms = Json::array();
    for (GapTerm const& term : change.terms)
        terms.push_back({{"option", term.option}, {"term", term.key}, {"change", number(term.change)}});
    return {{"base", number(change.base)},
            {"scenario", number(change.scenario)},
            {"change", number(change.scenario - change.base)},
            {"rival",
             {{"base", option_key(c.base.world, change.rival_before)},
              {"scenario", option_key(c.base.world, change.rival_after)}}},
            {"terms", terms}};
}

Json stance_document(Comparison const& c, Compared const& one, std::size_t n, IssueId issue) {
    std::size_t const cell = c.base.world.cell(n, issue);
    Json stance;
    stance["issue"] = c.base.world.issue(issue).code;
    stance["follow"] = moved(c, one, c.base.plan.follow(cell));
    stance["stance"] =
        word(stance_name(stance_of(c.base.centre.share[cell])), stance_name(stance_of(one.sampled.centre.share[cell])));
    stance["gap"] = gap_document(c, one, n, issue);
    return stance;
}

Json actor_document(Comparison const& c, Compared const& one, std::size_t n) {
    OutputPlan const& plan = c.base.plan;
    Json actor;
    actor["actor"] = c.base.world.actor(c.base.world.assessed()[n]).code;
    actor["index"] = moved(c, one, plan.index(n));
    actor["dispersion"] = moved(c, one, plan.dispersion(n));
    actor["swing"] = moved(c, one, plan.swing(n));
    actor["regime"] = nullptr;
    if (n < c.base.world.size().allies) {
        actor["regime"] = word(regime_name(c.base.centre.regime[n]), regime_name(one.sampled.centre.regime[n]));
        for (Regime const regime : {Regime::Compliance, Regime::Alienation, Regime::Dissolution}) {
            std::size_t const output = plan.regime(n, regime);
            actor["regime_shares"][regime_name(regime).en] = {{"base", number(c.base.mean[output])},
                                                              {"scenario", number(one.sampled.mean[output])}};
        }
    }
    actor["stances"] = Json::array();
    for (std::size_t k = 0; k < c.base.world.size().issues; ++k)
        actor["stances"].push_back(stance_document(c, one, n, IssueId{k}));
    return actor;
}

Json hegemon_document(Comparison const& c, Compared const& one) {
    OutputPlan const& plan = c.base.plan;
    Json hegemon;
    hegemon["best"] = word(strategy_name(best_strategy(c.base.centre.hegemon)),
                           strategy_name(best_strategy(one.sampled.centre.hegemon)));
    for (std::size_t which = 0; which < strategies; ++which) {
        Json strategy;
        strategy["net"] = moved(c, one, plan.hegemon(which));
        strategy["margin"] = moved(c, one, plan.margin(which));
        strategy["best_in_draws"] = {{"base", number(c.base.mean[plan.best(which)])},
                                     {"scenario", number(one.sampled.mean[plan.best(which)])}};
        strategy["lines"] = Json::array();
        auto const lines = hegemon_lines();
        for (std::size_t n = 0; n < lines.size(); ++n) {
            if (lines[n].strategy != which) continue;
            Json line{{"line", lines[n].key}, {"sign", lines[n].sign}};
            line.update(moved(c, one, plan.line(n)));
            strategy["lines"].push_back(line);
        }
        hegemon["strategies"][strategy_name(which).en] = strategy;
    }
    for (SystemLine const& line : will_lines(plan)) hegemon[std::string(line.key)] = moved(c, one, line.output);
    return hegemon;
}

Json scenario_document(Comparison const& c, Compared const& one) {
    Json document;
    document["code"] = one.scenario.code;
    document["name"] = text(one.scenario.name);
    document["reason"] = text(one.scenario.reason);
    document["changes"] = Json::array();
    for (Change const& change : one.scenario.changes)
        document["changes"].push_back({{"path", change.path}, {"value", change.value}, {"reason", change.reason}});
    for (SystemLine const& line : system_lines(c.base.plan, c.base.centre.security.has_value()))
        document["system"][std::string(line.key)] = moved(c, one, line.output);
    document["allies"] = Json::array();
    document["partners"] = Json::array();
    for (std::size_t n = 0; n < c.base.world.size().assessed; ++n)
        document[n < c.base.world.size().allies ? "allies" : "partners"].push_back(actor_document(c, one, n));
    document["hegemon"] = hegemon_document(c, one);
    return document;
}

} // namespace

Json compare_document(Comparison const& comparison) {
    Json scenarios = Json::array();
    for (Compared const& one : comparison.scenarios) scenarios.push_back(scenario_document(comparison, one));
    return scenarios;
}

} // namespace casus::alienation
