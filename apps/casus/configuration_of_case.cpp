#include "configuration_of_case.hpp"

#include "opened_case.hpp"

#include "casus/base/error.hpp"
#include "casus/measure/community.hpp"
#include "casus/world/threats.hpp"

#include <algorithm>
#include <string>

namespace casus::app {

namespace {

/// Threats of all pairs and environments, as the measure of communities takes them.
struct CaseThreats {
    std::vector<double> threat;
    std::vector<std::uint8_t> environments;
};

CaseThreats threats_between(World const& world, Parameters const& parameters) {
    std::size_t const n = world.size().actors;
    Threats threats(world);
    assess_threats(world, parameters, ThreatJoin::Either, threats);
    CaseThreats all{.threat = std::vector<double>(n * n, 0.0), .environments = std::vector<std::uint8_t>(n * n, 0)};
    for (std::size_t i = 0; i < n; ++i) {
        ActorId const actor(static_cast<std::uint16_t>(i));
        auto const environment = world.environment(actor);
        for (std::size_t k = 0; k < environment.size(); ++k) {
            all.environments[i * n + environment[k].index()] = 1;
            all.threat[environment[k].index() * n + i] = threats.pair[threats.position(actor, k)];
        }
    }
    return all;
}

} // namespace

configuration::ReadLandscape landscape_of_case(std::string const& path, std::string const& parameters) {
    OpenedCase const opened = open_case(path, parameters);
    World const& world = opened.read.world;
    std::size_t const n = world.size().actors;
    if (n < 2 || n > 255)
        throw Error(Problem{.place = {.file = path},
                            .what = {"too few or too many actors", "行为体过少或过多"},
                            .found = std::to_string(n),
                            .expected = {"2 to 255 actors", "2 至 255 个行为体"},
                            .nearest = {}});
    CaseThreats const threats = threats_between(world, opened.parameters.parameters);
    measure::ThreatMatrix const matrix{n, threats.threat, threats.environments};
    configuration::ReadLandscape read;
    configuration::Landscape& landscape = read.landscape;
    for (Actor const& actor : world.actors()) landscape.actors.push_back(actor.code);
    auto const power = world.values(Quantity::Power);
    landscape.sizes.assign(power.begin(), power.end());
    landscape.propensities.assign(n * n, 0.0);
    auto const hostility = world.values(Quantity::Hostility);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j)
            landscape.set_propensity(
                i, j, measure::security_community(matrix, i, j) - std::max(hostility[i * n + j], hostility[j * n + i]));
    read.notes.push_back(
        {"Sizes are shares of power. A pair's propensity is its security community (threats in common) "
         "less the greater hostility of the two; treaties do not enter.",
         "规模为实力份额；一对的倾向为其安全共同体（共同威胁）减去双方敌意之较大者，不计条约。"});
    return read;
}

} // namespace casus::app
