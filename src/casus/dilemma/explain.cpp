#include "casus/dilemma/explain.hpp"

#include "casus/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace casus::dilemma {

std::vector<double> parts_of_joined(std::vector<double> const& chances) {
    std::vector<double> parts;
    double sum = 0.0;
    for (double const a : chances) sum += parts.emplace_back(std::log1p(-std::min(a, 1.0 - 1e-15)));
    double const scale = sum < 0.0 ? -std::expm1(sum) / sum : 0.0;
    for (double& part : parts) part *= scale;
    return parts;
}

std::string tie_path(Evaluation const& e, std::size_t member, std::size_t rival) {
    return fmt::format("dilemma/{}/{}", e.member(member).code, e.rival(rival).code);
}

std::string leader_path(Actor const& actor) { return "dilemma/leader/" + actor.code; }

std::vector<std::string> explainable(World const& world) {
    auto const members = world.assessed().first(world.size().allies);
    if (members.empty() || world.rivals().empty()) return {};
    std::vector<std::string> paths{"dilemma/system"};
    for (ActorId const i : members) {
        std::string const& code = world.actor(i).code;
        paths.push_back("dilemma/" + code);
        paths.push_back(leader_path(world.actor(i)));
        for (ActorId const m : world.rivals()) paths.push_back(fmt::format("dilemma/{}/{}", code, world.actor(m).code));
    }
    for (ActorId const m : world.rivals()) paths.push_back(leader_path(world.actor(m)));
    return paths;
}

Ledger explain(World const& world, Parameters const& parameters, std::string_view path) {
    Evaluation const e(world, parameters);
    if (path == "dilemma/system") return explain_system(e);
    for (std::size_t i = 0; i < e.in().members; ++i) {
        if (path == "dilemma/" + e.member(i).code) return explain_member(e, i);
        if (path == leader_path(e.member(i))) return explain_leader_tie(e, i);
        for (std::size_t m = 0; m < e.in().rivals; ++m)
            if (path == tie_path(e, i, m)) return explain_pair(e, i, m);
    }
    for (std::size_t m = 0; m < e.in().rivals; ++m)
        if (path == leader_path(e.rival(m))) return explain_leader_rival(e, m);
    throw Error(
        {.place = {},
         .what = {"nothing to explain at", "没有可解释的路径"},
         .found = std::string(path),
         .expected = {"dilemma/MEMBER/RIVAL, dilemma/MEMBER, dilemma/leader/MEMBER, dilemma/leader/RIVAL or "
                      "dilemma/system",
                      "dilemma/成员/对手、dilemma/成员、dilemma/leader/成员、dilemma/leader/对手 或 dilemma/system"},
         .nearest = nearest(std::string(path), explainable(world))});
}

} // namespace casus::dilemma
