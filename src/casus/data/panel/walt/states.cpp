#include "casus/data/panel/walt/states.hpp"

#include <cmath>

namespace casus::data::walt {

Positions members_in(AllianceYear const& row, StateJoin const& join) {
    Positions result;
    for (int const member : row.members)
        if (auto const state = join.find(member, row.year)) result.push_back(*state);
    return result;
}

TermColumn unknown_term(Ground const& ground, std::string name, Text label, Origin origin, Coverage coverage) {
    return {.name = std::move(name),
            .label = std::move(label),
            .origin = std::move(origin),
            .coverage = coverage,
            .values = std::vector<double>(ground.rows.size(), missing<double>)};
}

Capabilities::Capabilities(Ground const& ground) {
    int const year = ground.system->last_year();
    Frame const frame(*ground.system, Unit::CountryYear, year, year); // asked for its system only
    StateColumn const cinc{"cinc", "cinc", {}};
    cinc_ = std::move(state_years({.store = ground.store, .frame = &frame, .choice = {}}, "nmc", StateCode::Cow,
                                  "ccode", std::span(&cinc, 1))
                          .states.front());
    world_.assign(cinc_.years(), 0.0);
    for (std::size_t cell = 0; cell < cinc_.values.size(); ++cell)
        if (!std::isnan(cinc_.values[cell])) world_[cell % cinc_.years()] += cinc_.values[cell];
}

double Capabilities::sum(std::span<std::uint32_t const> states, int year) const {
    double result = missing<double>;
    for (std::uint32_t const state : states)
        if (double const value = of(state, year); !std::isnan(value))
            result = std::isnan(result) ? value : result + value;
    return result;
}

std::optional<std::uint32_t> Capabilities::strongest(std::span<std::uint32_t const> states, int year) const {
    std::optional<std::uint32_t> result;
    for (std::uint32_t const state : states)
        if (double const value = of(state, year); !std::isnan(value) && (!result || value > of(*result, year)))
            result = state;
    return result;
}

} // namespace casus::data::walt
