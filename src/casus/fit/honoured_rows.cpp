#include "casus/fit/honoured_rows.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/numbers.hpp"
#include "casus/data/panel/state_system.hpp"
#include "casus/data/panel/treaties.hpp"
#include "casus/measure/threat.hpp"
#include "casus/world/derive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace casus::fit {

namespace {

constexpr double call_budget = 1.5;    // of promises, the default of the case format
constexpr double democracy_from = 6.0; // Polity
using StateYearKey = std::pair<int, int>;

std::vector<std::string> const member_columns{"war",    "atopid",  "ccode1",   "honor3",   "milinst",
                                              "formal", "chcap2d", "dinstch2", "origtar1", "wartime"};
std::vector<std::string> const treaty_columns{"cowwarid", "atopid",  "honorBF", "violateBF", "multilateral",
                                              "defense",  "offense", "neutral", "nonagg",    "consul"};
constexpr std::size_t own_columns = 4; // of both; the rest are covariates

struct Participant {
    int state = 0;
    int side = 0;
    int first_year = 0;
    int last_year = 0;
};

/// What the store knows of wars, power, regimes and treaties.
class WarRecord {
public:
    explicit WarRecord(data::Store const& store) : treaties(data::read_treaties(store, "atop")) {
        read_wars(store);
        read_state_years(store, "nmc", "cinc", power_);
        read_state_years(store, "polity", "polity2", polity_);
        for (char const* const dataset : {"cow-war-participant", "atop-member", "nmc", "polity"})
            if (auto const found = store.find(dataset)) sources.push_back(*found);
    }

    std::map<int, std::vector<Participant>> wars;
    data::Treaties treaties;
    std::vector<data::Provenance> sources;

    [[nodiscard]] double power(int state, int year) const { return known(power_, state, year); }
    [[nodiscard]] double polity(int state, int year) const { return known(polity_, state, year); }

    /// Members of the treaty in force in the year.
    [[nodiscard]] std::vector<int> members(data::Treaty const& treaty, int year) const {
        std::set<int> states;
        for (data::TreatyMember const& member : treaty.members)
            if (data::year_of_day(member.first_day) <= year && year <= data::year_of_day(member.last_day))
                states.insert(member.state);
        return {states.begin(), states.end()};
    }
    [[nodiscard]] data::Treaty const* treaty(int id) const {
        auto const at = std::ranges::find(treaties.list, id, &data::Treaty::id);
        return at == treaties.list.end() ? nullptr : &*at;
    }

private:
    std::map<StateYearKey, double> power_;
    std::map<StateYearKey, double> polity_;

    static double known(std::map<StateYearKey, double> const& of, int state, int year) {
        auto const at = of.find({state, year});
        return at == of.end() ? std::nan("") : at->second;
    }
    void read_wars(data::Store const& store) {
        std::string const dataset = "cow-war-participant";
        data::Table const table = store.read(dataset, {"warnum", "ccode", "side", "startyear1", "endyear1"});
        auto const war = data::whole_in(table, "warnum", dataset);
        auto const state = data::whole_in(table, "ccode", dataset);
        auto const side = data::whole_in(table, "side", dataset);
        auto const first = data::whole_in(table, "startyear1", dataset);
        auto const last = data::whole_in(table, "endyear1", dataset);
        for (std::size_t n = 0; n < war.size(); ++n)
            wars[war[n]].push_back({state[n], side[n], first[n], std::max(first[n], last[n])});
    }
    static void read_state_years(data::Store const& store, std::string const& dataset, std::string const& column,
                                 std::map<StateYearKey, double>& into) {
        data::Table const table = store.read(dataset, {"ccode", "year", column});
        auto const state = data::whole_in(table, "ccode", dataset);
        auto const year = data::whole_in(table, "year", dataset);
        auto const value = data::real_in(table, column, dataset);
        for (std::size_t n = 0; n < value.size(); ++n)
            if (!std::isnan(value[n])) into[{state[n], year[n]}] = value[n];
    }
};

/// Sum of the powers of the war's participants that are not on this side; NaN where none is known.
double other_side(WarRecord const& record, std::vector<Participant> const& war, int side, int year) {
    double sum = 0.0;
    for (Participant const& each : war) {
        double const power = record.power(each.state, year);
        if (each.side != side && !std::isnan(power)) sum += power;
    }
    return sum > 0.0 ? sum : std::nan("");
}

/// Σ over the wars of the year in which a fellow member fights, of the most that one of them asks for.
double calls_on(WarRecord const& record, int ally, int year) {
    std::set<int> fellows;
    for (data::Treaty const& treaty : record.treaties.list) {
        std::vector<int> const members = record.members(treaty, year);
        if (std::ranges::count(members, ally) > 0) fellows.insert(members.begin(), members.end());
    }
    fellows.erase(ally);
    double calls = 0.0;
    for (auto const& [number, war] : record.wars) {
        double most = 0.0;
        for (Participant const& each : war) {
            if (year < each.first_year || year > each.last_year || !fellows.contains(each.state)) continue;
            double const enemies = other_side(record, war, each.side, year);
            double const own = record.power(each.state, year);
            if (std::isnan(enemies) || std::isnan(own)) continue;
            most = std::max(most, treaty_commitment * measure::shortfall(own, enemies));
        }
        calls += most;
    }
    return calls;
}

/// Fills what the lens predicts; false with a reason where the store does not know enough.
bool predict(WarRecord const& record, Parameters const& parameters, HonouredRow& row, std::string& why) {
    auto const war = record.wars.find(row.war);
    if (war == record.wars.end()) return why = "war unknown", false;
    auto const holder = std::ranges::find(war->second, row.holder, &Participant::state);
    if (holder == war->second.end()) return why = "holder not in the war", false;
    row.year = holder->first_year;
    data::Treaty const* treaty = record.treaty(row.treaty);
    if (treaty == nullptr) return why = "treaty unknown", false;
    // A treaty may have ended with the year before, or be dated by another day: the year itself, then either neighbour.
    std::vector<int> members = record.members(*treaty, row.year);
    for (int const off : {-1, 1})
        if (members.size() < 2) members = record.members(*treaty, row.year + off);
    double strongest = 0.0;
    double strongest_against = 0.0;
    int ally_against = 0;
    double democratic = 0.0;
    double regimes = 0.0;
    for (int const member : members) {
        double const power = record.power(member, row.year);
        auto const part = std::ranges::find(war->second, member, &Participant::state);
        bool const against = part != war->second.end() && part->side != holder->side;
        if (member == row.holder || std::isnan(power)) continue;
        if (double const polity = record.polity(member, row.year); !std::isnan(polity)) {
            regimes += 1.0;
            democratic += polity >= democracy_from ? 1.0 : 0.0;
        }
        // One on the other side owes too; it counts where nobody else does.
        double& most = against ? strongest_against : strongest;
        int& which = against ? ally_against : row.ally;
        if (power > most) most = power, which = member;
    }
    if (row.ally == 0) row.ally = ally_against, strongest = strongest_against;
    if (row.ally == 0) return why = "no other member known", false;
    double const own = record.power(row.holder, row.year);
    double const enemies = other_side(record, war->second, holder->side, row.year);
    if (std::isnan(own) || std::isnan(enemies)) return why = "power unknown", false;
    row.democratic = regimes > 0.0 ? democratic / regimes : std::nan("");
    row.dependence = measure::shortfall(own, enemies);
    double const calls = calls_on(record, row.ally, row.year);
    row.spread_thin = calls > call_budget ? call_budget / calls : 1.0;
    double const sum = strongest + enemies;
    double const concentration = (strongest * strongest + enemies * enemies) / (sum * sum);
    row.exit = std::clamp(parameters[Parameter::ExitFloor] + parameters[Parameter::ExitSlope] * (1.0 - concentration),
                          0.0, 1.0);
    row.broken = 1.0 - treaty_commitment * row.spread_thin * (1.0 - row.exit);
    row.abandonment = row.dependence * row.broken;
    return true;
}

int weakest_at_war(WarRecord const& record, int war_number, int treaty_id) {
    auto const war = record.wars.find(war_number);
    data::Treaty const* treaty = record.treaty(treaty_id);
    if (war == record.wars.end() || treaty == nullptr) return 0;
    int weakest = 0;
    double least = 2.0;
    for (Participant const& each : war->second) {
        std::vector<int> const members = record.members(*treaty, each.first_year);
        double const power = record.power(each.state, each.first_year);
        if (std::ranges::count(members, each.state) > 0 && power < least) least = power, weakest = each.state;
    }
    return weakest;
}

} // namespace

std::vector<std::string> honoured_columns(std::vector<std::string> const& columns) {
    for (auto const* wanted : {&member_columns, &treaty_columns})
        if (std::ranges::all_of(*wanted,
                                [&](std::string const& name) { return std::ranges::count(columns, name) > 0; }))
            return *wanted;
    throw Error(Problem{{},
                        {"not a data set of alliances honoured or not", "不是关于联盟履约与否的数据"},
                        fmt::format("{}", fmt::join(columns, ", ")),
                        {fmt::format("the columns {} (Leeds–Anac), or {} (Berkemeier–Fuhrmann)",
                                     fmt::join(member_columns, ", "), fmt::join(treaty_columns, ", ")),
                         fmt::format("列 {}（Leeds–Anac），或 {}（Berkemeier–Fuhrmann）",
                                     fmt::join(member_columns, ", "), fmt::join(treaty_columns, ", "))},
                        {}});
}

HonouredRows honoured_rows(estimate::Frame const& frame, data::Store const& store, Parameters const& parameters) {
    std::vector<std::string> const columns = honoured_columns(frame.names);
    bool const of_member = columns == member_columns;
    WarRecord const record(store);
    HonouredRows result;
    result.study = of_member ? "Leeds–Anac" : "Berkemeier–Fuhrmann";
    result.published.assign(columns.begin() + own_columns, columns.end());
    result.sources = record.sources;
    auto const value = [&](std::size_t column, std::size_t row) {
        estimate::Variable const* variable = frame.find(columns[column]);
        return variable == nullptr || variable->is_text() ? std::nan("") : variable->numbers[row];
    };
    std::map<std::string, std::size_t> left_out;
    for (std::size_t n = 0; n < frame.rows; ++n) {
        HonouredRow row;
        double const kept = value(of_member ? 3 : 2, n);
        bool const broken = of_member ? kept == 0.0 : value(3, n) == 1.0;
        bool const known = !std::isnan(value(0, n)) && !std::isnan(value(1, n)) && (kept == 1.0) != broken;
        for (std::size_t c = own_columns; c < columns.size(); ++c) row.published.push_back(value(c, n));
        if (!known || std::ranges::any_of(row.published, [](double x) { return std::isnan(x); })) {
            ++left_out["outcome, war or covariate missing"];
            continue;
        }
        row.war = static_cast<int>(value(0, n));
        row.treaty = static_cast<int>(value(1, n));
        row.honoured = kept == 1.0;
        row.holder = of_member ? static_cast<int>(value(2, n)) : weakest_at_war(record, row.war, row.treaty);
        std::string why;
        if (predict(record, parameters, row, why))
            result.rows.push_back(std::move(row));
        else
            ++left_out[why];
    }
    for (auto const& [why, count] : left_out)
        result.notes.push_back(
            {fmt::format("{} rows left out: {}", count, why), fmt::format("略去 {} 行：{}", count, why)});
    if (result.rows.empty()) throw Error(Problem{{frame.name, 0, 0}, {"no row is left", "没有可用的行"}, {}, {}, {}});
    double sum = 0.0;
    double count = 0.0;
    for (HonouredRow const& row : result.rows)
        if (!std::isnan(row.democratic)) sum += row.democratic, count += 1.0;
    for (HonouredRow& row : result.rows)
        if (std::isnan(row.democratic)) row.democratic = count > 0.0 ? sum / count : 0.0;
    return result;
}

} // namespace casus::fit
