#include "casus/alienation/document.hpp"

#include "casus/alienation/explain.hpp"
#include "casus/alienation/flip.hpp"
#include "casus/alienation/hegemon_flips.hpp"
#include "casus/alienation/institution.hpp"
#include "casus/alienation/words.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::alienation {

namespace {

using Json = nlohmann::ordered_json;

Json number(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }
Json number(std::optional<double> x) { return x ? number(*x) : Json(nullptr); }
Json text(Text const& t) { return {{"en", t.en}, {"zh", t.zh}}; }

void put_interval(Json& into, Interval const& interval) {
    into["low"] = number(interval.low);
    into["high"] = number(interval.high);
}

Json flip_document(Sampled const& s, Flip const& flip) {
    Json offers = Json::object();
    for (std::size_t r = 0; r < flip.offer.size(); ++r)
        offers[s.world.actor(s.world.challengers()[r]).code] = number(flip.offer[r]);
    return {{"leading", option_key(s.world, flip.leading)},
            {"rival", option_key(s.world, flip.rival)},
            {"reward", number(flip.reward)},
            {"pressure", number(flip.pressure)},
            {"offer", offers}};
}

/// The utilities' terms, taken from the ledger so that both always agree.
Json terms_document(Ledger const& ledger) {
    Json terms = Json::array();
    std::string option;
    for (LedgerLine const& line : ledger.lines) {
        if (line.level == 0) option = line.key;
        if (line.level == 1 && !option.empty())
            terms.push_back({{"option", option}, {"term", line.key}, {"value", number(line.value)}});
    }
    return terms;
}

Json stance_document(Sampled const& s, std::size_t assessed, IssueId issue) {
    std::size_t const cell = s.world.cell(assessed, issue);
    std::size_t const cells = s.world.size().cells();
    Json shares = Json::object();
    Json utilities = Json::object();
    for (std::size_t option = 0; option < option_count(s.world); ++option) {
        std::string const key = option_key(s.world, option);
        shares[key] = number(s.centre.share[option * cells + cell]);
        utilities[key] = number(s.centre.utility[option * cells + cell]);
    }
    Json stance;
    stance["issue"] = s.world.issue(issue).code;
    stance["follow"] = number(s.centre.share[cell]);
    put_interval(stance, s.interval[s.plan.follow(cell)]);
    stance["stance"] = stance_name(stance_of(s.centre.share[cell])).en;
    stance["shares"] = shares;
    stance["utilities"] = utilities;
    stance["need"] = number(s.centre.need[cell]);
    stance["weight"] = number(s.centre.weight[cell]);
    stance["swing"] = number(s.centre.swing[cell]);
    stance["terms"] = terms_document(explain_stance(s.world, s.parameters, s.centre, assessed, issue));
    stance["flip"] = flip_document(s, find_flip(s.world, s.centre, cell));
    return stance;
}

Json actor_document(Sampled const& s, std::size_t n) {
    Actor const& actor = s.world.actor(s.world.assessed()[n]);
    Json document;
    document["actor"] = actor.code;
    document["name"] = text(actor.name);
    document["index"] = number(s.centre.index[n]);
    put_interval(document, s.interval[s.plan.index(n)]);
    document["dispersion"] = number(s.centre.dispersion[n]);
    document["swing"] = number(s.centre.swing_index[n]);
    if (n < s.world.size().allies) {
        document["regime"] = regime_name(s.centre.regime[n]).en;
        for (Regime const regime : {Regime::Compliance, Regime::Alienation, Regime::Dissolution})
            document["regime_shares"][regime_name(regime).en] = number(s.mean[s.plan.regime(n, regime)]);
        document["value"] = number(s.centre.value[n]);
        document["outside_value"] = number(s.centre.outside_value[n]);
    } else {
        document["regime"] = nullptr;
    }
    document["stances"] = Json::array();
    for (std::size_t k = 0; k < s.world.size().issues; ++k)
        document["stances"].push_back(stance_document(s, n, IssueId{k}));
    return document;
}

Json with_interval(double value, Interval const& interval) {
    Json document{{"value", number(value)}};
    put_interval(document, interval);
    return document;
}

Json system_document(Sampled const& s) {
    SystemOutputs const& system = s.centre.system;
    Json document;
    document["polarisation"] = with_interval(system.polarisation, s.interval[s.plan.system(0)]);
    document["cross_membership"] = with_interval(system.cross_membership, s.interval[s.plan.system(1)]);
    if (s.centre.security)
        document["mobilisable_power"] = with_interval(system.mobilisable_power, s.interval[s.plan.system(2)]);
    return document;
}

Json turn_document(std::optional<HegemonFlip::Turn> const& turn) {
    if (!turn) return nullptr;
    return {{"level", number(turn->level)}, {"best", strategy_name(turn->best).en}};
}

Json flips_document(Sampled const& s) {
    Json all = Json::array();
    for (HegemonFlip const& flip : find_hegemon_flips(s.world, s.parameters))
        all.push_back({{"input", flip.key},
                       {"averaged", flip.averaged},
                       {"now", number(flip.now)},
                       {"below", turn_document(flip.below)},
                       {"above", turn_document(flip.above)}});
    return all;
}

Json institutions_document(Sampled const& s) {
    Json all = Json::array();
    auto const each = institutions(s.world, s.parameters, s.centre);
    for (std::size_t k = 0; k < each.size(); ++k)
        all.push_back({{"issue", s.world.issues()[k].code},
                       {"gains", number(each[k].gains)},
                       {"intact", number(each[k].intact)},
                       {"eroded", number(each[k].eroded)},
                       {"repaired", number(each[k].repaired)},
                       {"membership", number(each[k].membership)},
                       {"following", number(each[k].following)},
                       {"following_range", {number(each[k].range.low), number(each[k].range.high)}},
                       {"deviating", number(each[k].deviating)},
                       {"repaired_following", number(each[k].repaired_following)},
                       {"repaired_deviating", number(each[k].repaired_deviating)}});
    return all;
}

Json lines_document(HegemonLedger const& h) {
    Json terms = Json::array();
    for (HegemonLine const& line : hegemon_lines())
        terms.push_back({{"option", strategy_name(line.strategy).en},
                         {"term", line.key},
                         {"value", number(line.sign * h.*line.amount)}});
    return terms;
}

Json hegemon_document(Sampled const& s) {
    HegemonLedger const& h = s.centre.hegemon;
    Json document;
    document["need"] = number(h.need);
    document["will"] = number(h.will);
    document["capacity"] = number(h.capacity);
    document["gap"] = with_interval(h.gap(), s.interval[s.plan.will(3)]);
    for (std::size_t which = 0; which < strategies; ++which) {
        Json strategy = with_interval(net_of(h, which), s.interval[s.plan.hegemon(which)]);
        strategy["margin"] = with_interval(margin_of(h, which), s.interval[s.plan.margin(which)]);
        strategy["best_in_draws"] = number(s.mean[s.plan.best(which)]);
        document["strategies"][strategy_name(which).en] = strategy;
    }
    document["best"] = strategy_name(best_strategy(h)).en;
    document["terms"] = lines_document(h);
    document["flips"] = flips_document(s);
    document["institutions"] = institutions_document(s);
    return document;
}

} // namespace

Json document(Sampled const& s) {
    Json document;
    document["leader"] = s.world.actor(s.world.leader()).code;
    document["challengers"] = Json::array();
    for (ActorId const challenger : s.world.challengers())
        document["challengers"].push_back(s.world.actor(challenger).code);
    document["allies"] = Json::array();
    document["partners"] = Json::array();
    for (std::size_t n = 0; n < s.world.size().assessed; ++n)
        document[n < s.world.size().allies ? "allies" : "partners"].push_back(actor_document(s, n));
    document["system"] = system_document(s);
    document["hegemon"] = hegemon_document(s);
    return document;
}

Json threat_document(Sampled const& s) {
    Threats const& threats = s.centre.threats;
    Json all = Json::array();
    for (std::size_t a = 0; a < s.world.size().actors; ++a) {
        Json actor = {{"actor", s.world.actors()[a].code}, {"threat", number(threats.total[a])}};
        put_interval(actor, s.interval[s.plan.threat(a)]);
        actor["shortfall"] = number(threats.shortfall[a]);
        actor["need"] = number(threats.need(ActorId{a}));
        auto const environment = s.world.environment(ActorId{a});
        for (std::size_t n = 0; n < environment.size(); ++n)
            actor["from"][s.world.actor(environment[n]).code] = number(threats.pair[threats.position(ActorId{a}, n)]);
        all.push_back(actor);
    }
    return all;
}

} // namespace casus::alienation
