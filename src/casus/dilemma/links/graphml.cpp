#include "casus/dilemma/links/chapter.hpp"

#include <fmt/format.h>

#include <cmath>

namespace casus::dilemma {

namespace {

std::string escaped(std::string const& text) {
    std::string out;
    for (char const c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

void put_node(std::string& out, LinkReport const& r, ActorId id, std::string const& role) {
    Actor const& actor = r.world.actor(id);
    out += fmt::format("    <node id=\"{}\"><data key=\"name\">{}</data><data key=\"role\">{}</data>", escaped(actor.code),
                       escaped(actor.name.en.empty() ? actor.code : actor.name.en), role);
    for (auto const& [key, quantity] : {std::pair{"latitude", Quantity::Latitude}, {"longitude", Quantity::Longitude}})
        if (double const x = r.world.value(quantity, id.index()); !std::isnan(x))
            out += fmt::format("<data key=\"{}\">{}</data>", key, x);
    out += "</node>\n";
}

void put_edge(std::string& out, std::string const& a, std::string const& b, std::string const& kind, double support) {
    out += fmt::format("    <edge source=\"{}\" target=\"{}\"><data key=\"kind\">{}</data>"
                       "<data key=\"support\">{}</data></edge>\n",
                       escaped(a), escaped(b), kind, support);
}

} // namespace

std::string link_graphml(LinkReport const& r) {
    LinkProblem const& p = r.analysis.problem;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (auto const& [key, of, type] :
         {std::tuple{"name", "node", "string"}, {"role", "node", "string"}, {"latitude", "node", "double"},
          {"longitude", "node", "double"}, {"kind", "edge", "string"}, {"support", "edge", "double"}})
        out += fmt::format("  <key id=\"{0}\" for=\"{1}\" attr.name=\"{0}\" attr.type=\"{2}\"/>\n", key, of, type);
    out += "  <graph edgedefault=\"undirected\">\n";
    put_node(out, r, r.system.leader, "leader");
    for (ActorId const id : r.system.members) put_node(out, r, id, "member");
    for (ActorId const id : r.system.rivals) put_node(out, r, id, "rival");
    std::string const leader = r.world.actor(r.system.leader).code;
    for (std::size_t i = 0; i < r.system.members.size(); ++i)
        put_edge(out, leader, r.code(i), "alliance", p.inputs.promise[i]);
    Inputs standing = p.inputs;
    for (LinkCandidate const& link : p.required) {
        put_edge(out, r.code(link.a), r.code(link.b), "required", link.support);
        standing.link[standing.pair(link.a, link.b)] -= link.support;
    }
    for (std::size_t a = 0; a < standing.members; ++a)
        for (std::size_t b = a + 1; b < standing.members; ++b)
            if (double const s = standing.link[standing.pair(a, b)]; s > 1e-12)
                put_edge(out, r.code(a), r.code(b), "standing", s);
    LinkLevels const& best = r.analysis.best.front().levels;
    for (std::size_t k = 0; k < best.size(); ++k)
        if (best[k] > 0)
            put_edge(out, r.code(p.candidates[k].a), r.code(p.candidates[k].b), "chosen",
                     p.candidates[k].support * best[k] / static_cast<double>(p.levels));
    return out + "  </graph>\n</graphml>\n";
}

} // namespace casus::dilemma
