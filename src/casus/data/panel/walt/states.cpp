#include "casus/data/panel/walt/states.hpp"

#include <cmath>

namespace casus::data::walt {

Positions members_in(AllianceYear const& row, StateJoin const& join) {
    Positions result;
    for (int const member : row.members)
        if (auto const state = join.find(member, row.year)) result.push_back(*state);
    return result;
}

FeatureColumns columns_of(Ground const& ground, Feature const& feature, Frame const& frame, std::string choice) {
    return feature.columns({.store = ground.store, .frame = &frame, .choice = std::move(choice)});
}

TermColumn unknown_term(Ground const& ground, std::string name, Text label, Origin origin, Coverage coverage) {
    return {.name = std::move(name),
            .label = std::move(label),
            .origin = std::move(origin),
            .coverage = coverage,
            .values = std::vector<double>(ground.rows.size(), missing<double>)};
}

Capabilities::Capabilities(Ground const& ground) : source_(imported(*ground.store, "nmc")) {
    std::string const dataset = source_.origin.dataset + "@" + source_.origin.version;
    Table const table = ground.store->read(dataset, {"ccode", "year", "cinc"});
    auto const number = whole_in(table, "ccode", dataset), year = whole_in(table, "year", dataset);
    auto const cinc = real_in(table, "cinc", dataset);
    StateJoin const join(*ground.system, StateCode::Cow, source_.origin);
    values_.assign(ground.system->size() * years(), missing<double>);
    world_.assign(years(), 0.0);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (std::isnan(cinc[row]) || !covers(source_.coverage, year[row])) continue;
        auto const state = join.find(number[row], year[row]);
        if (!state) continue;
        auto const nth = static_cast<std::size_t>(year[row] - source_.coverage.first_year);
        double& value = values_[*state * years() + nth];
        if (!std::isnan(value)) continue; // the first stays, as in the feature "nmc"
        value = cinc[row];
        world_[nth] += value;
    }
}

double Capabilities::sum(std::span<std::uint32_t const> states, int year) const {
    double result = missing<double>;
    for (std::uint32_t const state : states)
        if (double const value = of(state, year); !std::isnan(value))
            result = std::isnan(result) ? value : result + value;
    return result;
}

double Capabilities::world(int year) const {
    return covers(source_.coverage, year) ? world_[static_cast<std::size_t>(year - source_.coverage.first_year)]
                                          : missing<double>;
}

std::optional<std::uint32_t> Capabilities::strongest(std::span<std::uint32_t const> states, int year) const {
    std::optional<std::uint32_t> result;
    for (std::uint32_t const state : states)
        if (double const value = of(state, year); !std::isnan(value) && (!result || value > of(*result, year)))
            result = state;
    return result;
}

} // namespace casus::data::walt
