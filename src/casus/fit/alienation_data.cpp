#include "casus/fit/alienation_data.hpp"

#include "casus/fit/administration.hpp"
#include "casus/fit/measured_alienation.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace casus::fit {

namespace {

void add_sources(std::vector<data::Provenance> const& more, std::vector<data::Provenance>& sources) {
    for (data::Provenance const& each : more)
        if (std::ranges::none_of(sources, [&](data::Provenance const& other) {
                return other.dataset == each.dataset && other.version == each.version;
            }))
            sources.push_back(each);
}

/// All that the same states did in years without a treaty too.
Measured in_all_years(data::Store const& store, MeasureRequest request, Measured const& by_treaty) {
    request.allies.clear();
    for (Label const& ally : by_treaty.allies) request.allies += (request.allies.empty() ? "" : ",") + ally.key;
    return measure_alienation(store, request);
}

void fill(Measured const& from, std::vector<Label> const& allies, DeviationYears& into) {
    for (DeviationCell const& cell : from.cells) {
        auto const found = std::ranges::find(allies, from.allies[cell.ally].key, &Label::key);
        if (found == allies.end()) continue;
        std::size_t const at = into.cell(static_cast<std::size_t>(found - allies.begin()), cell.issue, cell.year);
        into.deviation[at] = cell.votes > 0 ? cell.deviation : std::numeric_limits<double>::quiet_NaN();
        into.votes[at] = cell.votes;
    }
}

/// The newest estimate of ideal points that the store has.
std::map<std::pair<int, int>, double> ideal_points(data::Store const& store) {
    std::vector<std::string> const there = store.column_names("un-ideal-points");
    std::string value = "idealpointlegacy";
    for (char const* const name : {"idealpointall", "idealpointfp"})
        if (std::ranges::find(there, name) != there.end()) {
            value = name;
            break;
        }
    data::Table const table = store.read("un-ideal-points", {"ccode", "year", value});
    std::map<std::pair<int, int>, double> points;
    for (std::size_t row = 0; row < table.rows(); ++row)
        points[{static_cast<int>(table["ccode"].number(row)), static_cast<int>(table["year"].number(row))}] =
            table[value].number(row);
    return points;
}

} // namespace

AlienationData alienation_data(data::Store const& store, AlienationRequest const& request) {
    MeasureRequest const asked{.leader = request.leader,
                               .allies = request.allies,
                               .issues = {"me", "nu", "di", "hr", "co", "ec"},
                               .first_year = request.first_year,
                               .last_year = request.last_year,
                               .carry = request.carry,
                               .votes = request.votes,
                               .threads = request.threads};
    Measured const bound = measure_alienation(store, asked);
    AlienationData data;
    data.leader = bound.leader;
    data.leader_number = std::stoi(bound.leader.key);
    data.allies = bound.allies;
    data.issues = bound.issues;
    data.sources = bound.sources;
    data.notes = bound.notes;
    for (Label const& ally : data.allies) data.numbers.push_back(std::stoi(ally.key));
    data.deviations = DeviationYears(data.allies.size(), data.issues.size(), request.first_year, request.last_year);
    fill(in_all_years(store, asked, bound), data.allies, data.deviations);
    DeviationYears& d = data.deviations;
    for (DeviationCell const& cell : bound.cells)
        d.ally[cell.ally * d.years() + static_cast<std::size_t>(cell.year - d.first_year)] = 1;
    return data;
}

Surroundings surroundings(data::Store const& store, AlienationData& data) {
    DeviationYears const& d = data.deviations;
    Administrations const sides = administrations(store, data.leader_number, d.first_year, d.last_year);
    add_sources(sides.sources, data.sources);
    Surroundings around{.administration = sides.in_office, .ahead = sides.expected, .ideal_distance = {}};
    std::map<std::pair<int, int>, double> const points = ideal_points(store);
    if (auto const source = store.find("un-ideal-points")) add_sources({*source}, data.sources);
    for (int const number : data.numbers)
        for (int year = d.first_year; year <= d.last_year; ++year) {
            auto const own = points.find({number, year});
            auto const leaders = points.find({data.leader_number, year});
            around.ideal_distance.push_back(own == points.end() || leaders == points.end()
                                                ? std::numeric_limits<double>::quiet_NaN()
                                                : std::abs(own->second - leaders->second));
        }
    return around;
}

} // namespace casus::fit
