// What the tests of this room share: a small complete case that each test spoils or adds to, and messages as users see
// them.
#pragma once

#include "casus/world/builder.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus {

inline Figure figure(double value, double sd = 0.0, int line = 0) {
    return {value, sd, {Basis::Kind::Given, "source", {}, {}}, {line > 0 ? "case" : "", line, 1}};
}

inline void set(WorldBuilder& builder, FigureAddress address, double value, int layer = 0, int line = 0) {
    builder.set(std::move(address), figure(value, 0.0, line), layer);
}

inline void add_actor(WorldBuilder& builder, std::string const& code, double latitude, double longitude) {
    builder.actors.push_back({code, {code, code}, ActorKind::State, Role::Other});
    int const line = static_cast<int>(10 * builder.actors.size());
    builder.actor_places.push_back({"case", line, 1});
    std::vector<std::pair<Quantity, double>> const figures{
        {Quantity::Power, 0.1},          {Quantity::Gdp, 1e12},       {Quantity::MilitarySpending, 50e9},
        {Quantity::Regime, 0.5},         {Quantity::Area, 500'000.0}, {Quantity::Latitude, latitude},
        {Quantity::Longitude, longitude}};
    for (auto const& [quantity, value] : figures)
        set(builder, {.quantity = quantity, .actor = code}, value, 0, line + 1);
}

inline WorldBuilder::Members members(std::string code, std::vector<std::string> codes) {
    WorldBuilder::Members list;
    list.code = std::move(code);
    list.members = std::move(codes);
    return list;
}

/// Leader USA; challengers CHN, RUS; allies GBR, FRA by the treaty NATO (1949–); partner IND; other BRA. Issues trade
/// (by trade) and values (by regime). Actors stand on lines 10, 20, … of "case", their figures on the lines after.
inline WorldBuilder small_builder() {
    WorldBuilder builder;
    builder.title = {"small", "小"};
    builder.year = Year{2021};
    builder.whole = {"case", 0, 0};
    builder.leader = "USA";
    builder.leader_place = {"case", 1, 10};
    builder.challengers = {"CHN", "RUS"};
    builder.challenger_places = {{"case", 2, 10}, {"case", 2, 20}};
    builder.partners = {"IND"};
    builder.partner_places = {{"case", 3, 10}};
    add_actor(builder, "USA", 38.9072, -77.0369);
    add_actor(builder, "CHN", 39.9042, 116.4074);
    add_actor(builder, "RUS", 55.7558, 37.6173);
    add_actor(builder, "GBR", 51.5074, -0.1278);
    add_actor(builder, "FRA", 48.8566, 2.3522);
    add_actor(builder, "IND", 28.6139, 77.2090);
    add_actor(builder, "BRA", -15.7939, -47.8828);
    WorldBuilder::Members nato = members("NATO", {"USA", "GBR", "FRA"});
    nato.since = Year{1949};
    builder.treaties.push_back(nato);
    Issue trade;
    trade.code = "trade";
    trade.match = MatchRule::Trade;
    Issue values;
    values.code = "values";
    values.match = MatchRule::Regime;
    builder.issues = {trade, values};
    for (char const* actor : {"GBR", "FRA", "IND"})
        for (char const* power : {"USA", "CHN", "RUS"})
            set(builder, {.quantity = Quantity::Trade, .actor = actor, .partner = power}, 1e11);
    return builder;
}

/// Positions in small_builder()'s world.
namespace small {
inline constexpr ActorId usa{0}, chn{1}, rus{2}, gbr{3}, fra{4}, ind{5}, bra{6};
inline constexpr IssueId trade{0}, values{1};
} // namespace small

/// All problems that build() reports, a line each; empty where there are none.
inline std::string problems_of(WorldBuilder builder, Language language = Language::English) {
    std::string lines;
    try {
        (void)builder.build();
    } catch (Error const& error) {
        for (Problem const& problem : error.problems()) lines += render(problem, language) + "\n";
    }
    return lines;
}

} // namespace casus
