#include "casus/dilemma/links/chapter.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace casus::dilemma {

namespace {

using nlohmann::ordered_json;

ordered_json links_json(LinkReport const& r, LinkLevels const& levels) {
    ordered_json links = ordered_json::array();
    LinkProblem const& p = r.analysis.problem;
    for (std::size_t k = 0; k < levels.size(); ++k)
        if (double const level = levels[k] / static_cast<double>(p.levels); level > 0.0)
            links.push_back({{"a", r.code(p.candidates[k].a)},
                             {"b", r.code(p.candidates[k].b)},
                             {"level", level},
                             {"support", level * p.candidates[k].support},
                             {"cost", level * p.candidates[k].cost}});
    return links;
}

ordered_json set_json(LinkReport const& r, LinkSet const& set) {
    ordered_json by_rival = ordered_json::array();
    for (std::size_t m = 0; m < set.strength.size(); ++m)
        by_rival.push_back({{"rival", r.world.actor(r.system.rivals[m]).code}, {"strength", set.strength[m]}});
    return {{"links", links_json(r, set.levels)},
            {"cost", set.cost},
            {"reliability", set.reliability},
            {"strength", set.weakest()},
            {"by_rival", std::move(by_rival)}};
}

ordered_json frontier_json(LinkReport const& r) {
    ordered_json frontier = ordered_json::array();
    for (LinkPoint const& point : r.analysis.frontier)
        frontier.push_back({{"cost", point.cost},
                            {"reliability", point.reliability},
                            {"strength", std::log(point.weakest)},
                            {"links", r.names(levels_of(r.analysis.problem, point.code))}});
    return frontier;
}

} // namespace

ordered_json link_document(LinkReport const& r) {
    LinkAnalysis const& a = r.analysis;
    ordered_json json;
    json["objective"] = a.objective == LinkObjective::Reliability ? "reliability" : "strength";
    json["budget"] = a.problem.budget;
    json["levels"] = a.problem.levels;
    json["sets"] = a.sets > 0 ? ordered_json(a.sets) : ordered_json();
    json["allowed"] = a.sets > 0 ? ordered_json(a.allowed) : ordered_json();
    json["required"] = ordered_json::array();
    for (LinkCandidate const& link : a.problem.required)
        json["required"].push_back(
            {{"a", r.code(link.a)}, {"b", r.code(link.b)}, {"support", link.support}, {"cost", link.cost}});
    json["without"] = set_json(r, a.without);
    json["best"] = ordered_json::array();
    for (LinkSet const& set : a.best) json["best"].push_back(set_json(r, set));
    json["frontier"] = frontier_json(r);
    json["links"] = ordered_json::array();
    for (std::size_t k = 0; k < a.worth.size(); ++k) {
        LinkCandidate const& link = a.problem.candidates[k];
        ordered_json one{{"a", r.code(link.a)},
                         {"b", r.code(link.b)},
                         {"support", link.support},
                         {"cost", link.cost},
                         {"level", a.best.front().levels[k] / static_cast<double>(a.problem.levels)},
                         {"alone", a.worth[k].alone},
                         {"in_best", a.worth[k].in_best}};
        one["share_of_draws"] = a.draws > 0 ? ordered_json(a.worth[k].share_of_draws) : ordered_json();
        json["links"].push_back(std::move(one));
    }
    json["lynchpins"] = ordered_json::array();
    for (Lynchpin const& pin : a.lynchpins) {
        ordered_json one{{"member", r.code(pin.member)},
                         {"score", pin.score()},
                         {"capacity", pin.capacity},
                         {"willingness", pin.willingness},
                         {"contribution", pin.contribution}};
        one["first_in_draws"] = a.draws > 0 ? ordered_json(pin.first_in_draws) : ordered_json();
        json["lynchpins"].push_back(std::move(one));
    }
    json["search"] = nullptr;
    if (a.search) {
        double const gap = a.search->bound - a.best_known();
        json["search"] = {{"candidates", a.searched.size()},
                          {"value", a.search->value},
                          {"without", a.search->without},
                          {"bound", a.search->bound},
                          {"gap", gap},
                          {"first_bound", a.search->first_bound},
                          {"nodes", a.search->nodes},
                          {"proven", gap <= 1e-9}};
        json["search"]["links"] = ordered_json::array();
        for (std::size_t k = 0; k < a.searched.size(); ++k)
            if (a.search->best[k] > 0)
                json["search"]["links"].push_back(
                    {{"a", r.code(a.searched[k].a)},
                     {"b", r.code(a.searched[k].b)},
                     {"level", a.search->best[k] / static_cast<double>(a.problem.levels)}});
    }
    json["draws"] = a.draws;
    return json;
}

} // namespace casus::dilemma
