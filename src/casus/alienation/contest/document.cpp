#include "casus/alienation/contest/document.hpp"

#include "casus/alienation/contest/chapter.hpp"
#include "casus/alienation/contest/prices.hpp"
#include "casus/alienation/explain.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::contest {

namespace {

using Json = nlohmann::ordered_json;

Json number(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }
Json number(std::optional<double> x) { return x ? number(*x) : Json(nullptr); }
Json text(Text const& t) { return {{"en", t.en}, {"zh", t.zh}}; }

Json with_interval(double value, Interval const& interval) {
    return {{"value", number(value)}, {"low", number(interval.low)}, {"high", number(interval.high)}};
}

/// An object with an entry for each side.
template <class Of> Json by_side(Sampled const& s, Of of) {
    Json all = Json::object();
    for (std::size_t side = 0; side < s.centre.ground.contest.sides; ++side)
        all[side_of(s.world, side).code] = of(side);
    return all;
}

Json side_document(Sampled const& s, std::size_t side) {
    Contest const& contest = s.centre.ground.contest;
    Json json;
    json["actor"] = side_of(s.world, side).code;
    json["stated_budget"] = number(s.centre.ground.stated[side]);
    json["further"] = side == 0 ? number(s.centre.ground.further) : Json(0.0);
    json["budget"] = with_interval(contest.budget[side], s.interval[s.plan.budget(side)]);
    json["per_stance"] = number(contest.budget[side] / static_cast<double>(contest.cells));
    json["spent"] = number(s.centre.at.spent(contest, side));
    json["price"] = number(s.centre.at.price[side]);
    json["payoff_at_zero_effort"] = number(payoff_of(contest, Equilibrium(contest), side));
    json["payoff"] = with_interval(s.centre.at.payoff[side], s.interval[s.plan.payoff(side)]);
    return json;
}

Json equilibrium_document(Sampled const& s, std::size_t n) {
    Equilibrium const& at = s.found.equilibria[n];
    Json json;
    json["reached"] = s.found.reached[n];
    json["residual"] = number(at.residual);
    json["converged"] = at.converged;
    json["sweeps"] = at.sweeps;
    json["apart"] = number(distance(s.centre.ground.contest, s.found.equilibria.front(), at));
    json["payoffs"] = by_side(s, [&](std::size_t side) { return number(at.payoff[side]); });
    return json;
}

Json stance_document(Sampled const& s, std::size_t cell) {
    World const& world = s.world;
    Ground const& ground = s.centre.ground;
    Equilibrium const& at = s.centre.at;
    std::size_t const options = alienation::option_count(world);
    Json json;
    json["issue"] = world.issues()[cell % world.size().issues].code;
    json["worth"] = number(ground.weight[cell]);
    json["follow_today"] = number(s.centre.evaluated.share[cell]);
    for (std::size_t o = 0; o < options; ++o) {
        std::string const key = alienation::option_key(world, o);
        json["shares_at_zero_effort"][key] = number(ground.share[o * ground.contest.cells + cell]);
        json["shares"][key] = number(share_of(ground, at, o, cell));
    }
    json["follow"] = with_interval(at.share(ground.contest, 0, cell), s.interval[s.plan.follow(cell)]);
    json["change"] =
        with_interval(at.share(ground.contest, 0, cell) - ground.contest.ground[cell], s.interval[s.plan.change(cell)]);
    json["means"] = ground.by_pressure[cell] ? "pressure" : "reward";
    json["spending"] = by_side(s, [&](std::size_t side) { return number(at.spending(ground.contest, side, cell)); });
    json["price_of_point"] =
        by_side(s, [&](std::size_t side) { return number(0.01 / marginal_share(ground.contest, at, side, cell)); });
    json["price_of_lead"] =
        by_side(s, [&](std::size_t side) { return number(price_of_lead(ground, at, options, side, cell)); });
    json["leading_at_zero_effort"] = alienation::option_key(world, leading_at_ground(ground, options, cell));
    json["leading"] = alienation::option_key(world, leading(ground, at, options, cell));
    return json;
}

Json actor_document(Sampled const& s, std::size_t n) {
    World const& world = s.world;
    std::size_t const issues = world.size().issues;
    auto const courted = [&](std::size_t side) {
        return court(s.centre.ground, s.centre.at, s.centre.evaluated, side, n, issues);
    };
    Json json;
    json["actor"] = world.actor(world.assessed()[n]).code;
    json["name"] = text(world.actor(world.assessed()[n]).name);
    json["received"] = by_side(
        s, [&](std::size_t side) { return with_interval(courted(side).spent, s.interval[s.plan.received(side, n)]); });
    json["paid_by_leader_in_draws"] = number(s.mean[s.plan.paid(n)]);
    json["gained"] = with_interval(
        gained_by(s.centre.ground, s.centre.at, s.centre.evaluated, s.parameters[Parameter::Temperature], n, issues),
        s.interval[s.plan.gained(n)]);
    json["cheapest"] = by_side(s, [&](std::size_t side) {
        Courted const c = courted(side);
        return Json{{"issue", world.issues()[c.cheapest_cell % issues].code},
                    {"price", number(c.cheapest)},
                    {"return", number(c.worthwhile)}};
    });
    json["stances"] = Json::array();
    for (std::size_t c = n * issues; c < (n + 1) * issues; ++c) json["stances"].push_back(stance_document(s, c));
    return json;
}

Json position_document(Sampled const& s, Position const& position) {
    Json json;
    json["payoffs"] = by_side(s, [&](std::size_t side) { return number(position.payoff[side]); });
    json["allies_follow"] = number(position.allies_follow);
    json["allies_deviate"] = number(position.allies_deviate);
    json["partners_follow"] = number(position.partners_follow);
    json["partners_deviate"] = number(position.partners_deviate);
    json["passive"] = number(position.passive);
    json["bought_by_leader"] = position.bought_by_leader;
    json["bought_by_challengers"] = position.bought_by_challengers;
    json["on_partners"] = by_side(s, [&](std::size_t side) { return number(position.on_partners[side]); });
    return json;
}

Json branch_document(Sampled const& s, Branch const& branch) {
    Json json;
    json["branch"] = branch.key;
    json["name"] = text(branch.name);
    json["meaning_of_level"] = text(branch.level);
    json["steps"] = Json::array();
    for (Step const& step : branch.steps) {
        Json one;
        one["level"] = number(step.level);
        one.update(position_document(s, step.position));
        one["moved"] = number(step.moved);
        one["residual"] = number(step.residual);
        one["converged"] = step.converged;
        json["steps"].push_back(one);
    }
    return json;
}

} // namespace

Json document(Sampled const& s) {
    Json json;
    json["leader"] = side_of(s.world, 0).code;
    json["challengers"] = Json::array();
    for (ActorId const challenger : s.world.challengers())
        json["challengers"].push_back(s.world.actor(challenger).code);
    json["terms"] = {{"worth", s.terms.worth == Worth::Power ? "power" : "equal"}, {"keep", s.terms.keep}};
    json["sides"] = Json::array();
    for (std::size_t side = 0; side < s.centre.ground.contest.sides; ++side)
        json["sides"].push_back(side_document(s, side));
    json["equilibria"] = Json::array();
    for (std::size_t n = 0; n < s.found.equilibria.size(); ++n)
        json["equilibria"].push_back(equilibrium_document(s, n));
    json["unsolved_starts"] = s.found.unsolved;
    json["solved_draws"] = number(s.mean[s.plan.solved()]);
    json["zero_effort"] =
        position_document(s, position_of(s.world, s.centre.ground, Equilibrium(s.centre.ground.contest)));
    json["outcome"] = position_document(s, position_of(s.world, s.centre.ground, s.centre.at));
    json["allies"] = Json::array();
    json["partners"] = Json::array();
    for (std::size_t n = 0; n < s.world.size().assessed; ++n)
        json[n < s.world.size().allies ? "allies" : "partners"].push_back(actor_document(s, n));
    json["statics"] = Json::array();
    for (Branch const& branch : s.branches) json["statics"].push_back(branch_document(s, branch));
    return json;
}

} // namespace casus::contest
