#include "casus/fit/ledger_terms.hpp"

#include "casus/data/codes/codes.hpp"
#include "casus/data/panel/panel.hpp"
#include "casus/fit/treaty_depth.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace casus::fit {

namespace {

constexpr int united_states = 2;

/// A quantity of states by COW number and year.
using StateYears = std::map<std::pair<int, int>, double>;

class TermWriter {
public:
    TermWriter(data::Store const& store, TermRequest const& request) : store_(store), request_(request) {
        terms_.first_year = request.first_year;
        terms_.last_year = request.last_year;
        terms_.states = request.states.size();
    }

    void add(LedgerTerm about, StateYears const& known);
    void read_pairs();
    void read_gdp();
    void add_all();
    LedgerTerms finish();

private:
    void read_pair(data::Panel const& panel, std::size_t row);
    [[nodiscard]] StateYears over_gdp(StateYears const& millions) const;
    [[nodiscard]] StateYears regime_distance() const;
    [[nodiscard]] StateYears troops();

    data::Store const& store_;
    TermRequest const& request_;
    LedgerTerms terms_;
    std::set<std::string> used_{"atop-member", "worldbank-gdp"};
    StateYears with_leader_;
    StateYears with_challengers_;
    StateYears hostility_;
    StateYears regime_;
    StateYears gdp_;
};

void TermWriter::add(LedgerTerm about, StateYears const& known) {
    for (int const state : request_.states)
        for (int year = request_.first_year; year <= request_.last_year; ++year) {
            double value = data::missing<double>;
            for (int back = 0; back <= years_carried && std::isnan(value); ++back)
                if (auto const found = known.find({state, year - back}); found != known.end()) {
                    value = found->second;
                    if (back > 0 && !std::isnan(value)) ++about.carried;
                }
            terms_.values.push_back(value);
        }
    terms_.terms.push_back(std::move(about));
}

void TermWriter::read_pair(data::Panel const& panel, std::size_t row) {
    int const state = static_cast<int>(panel.table["ccode1"].number(row));
    int const other = static_cast<int>(panel.table["ccode2"].number(row));
    int const year = static_cast<int>(panel.table["year"].number(row));
    std::pair const key(state, year);
    regime_[key] = panel.table["v2x_polyarchy1"].number(row);
    double const trade = panel.table["flow1"].number(row) + panel.table["flow2"].number(row);
    if (other == request_.leader) {
        regime_[{other, year}] = panel.table["v2x_polyarchy2"].number(row);
        if (!std::isnan(trade)) with_leader_[key] = trade;
    } else {
        if (!std::isnan(trade)) with_challengers_[key] += trade;
        double const hostile = panel.table["hostility21"].number(row);
        if (!std::isnan(hostile)) hostility_[key] = std::max(hostility_[key], hostile);
    }
}

void TermWriter::read_pairs() {
    data::Panel const panel = data::build_panel(store_, {.unit = data::Unit::DirectedDyadYear,
                                                         .system = data::System::Cow,
                                                         .first_year = request_.first_year - years_carried,
                                                         .last_year = request_.last_year,
                                                         .features = {{"trade"}, {"hostility"}, {"regime", "vdem"}},
                                                         .threads = request_.threads});
    std::set<int> const states(request_.states.begin(), request_.states.end());
    std::set<int> others(request_.challengers.begin(), request_.challengers.end());
    others.insert(request_.leader);
    for (std::size_t row = 0; row < panel.table.rows(); ++row)
        if (others.contains(static_cast<int>(panel.table["ccode2"].number(row))) &&
            states.contains(static_cast<int>(panel.table["ccode1"].number(row))))
            read_pair(panel, row);
    for (data::Provenance const& source : panel.sources) used_.insert(source.dataset);
}

void TermWriter::read_gdp() {
    data::Table const table = store_.read("worldbank-gdp", {"iso3c", "year", "gdp_usd"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const year = static_cast<int>(table["year"].number(row));
        if (year > request_.last_year) continue;
        data::StateEra const* const era = data::find_state(data::StateCode::Iso3, table["iso3c"].word(row), Year{year});
        double const dollars = table["gdp_usd"].number(row);
        if (era != nullptr && era->cow != 0 && dollars > 0.0) gdp_[{era->cow, year}] = dollars;
    }
}

StateYears TermWriter::over_gdp(StateYears const& millions) const {
    StateYears shares;
    for (auto const& [key, trade] : millions)
        if (auto const found = gdp_.find(key); found != gdp_.end()) shares[key] = 1e6 * trade / found->second;
    return shares;
}

StateYears TermWriter::regime_distance() const {
    StateYears apart;
    for (auto const& [key, democracy] : regime_)
        if (auto const leader = regime_.find({request_.leader, key.second}); leader != regime_.end())
            apart[key] = std::abs(democracy - leader->second);
    return apart;
}

/// Nobody but the United States is covered; a country of which the data say nothing has none.
StateYears TermWriter::troops() {
    data::Table const table = store_.read("troops", {"ccode", "year", "troops"});
    used_.insert("troops");
    StateYears there;
    int last = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const year = static_cast<int>(table["year"].number(row));
        if (year > request_.last_year) continue;
        last = std::max(last, year);
        double const count = table["troops"].number(row);
        if (!std::isnan(count))
            there[{static_cast<int>(table["ccode"].number(row)), year}] = std::log1p(std::max(0.0, count));
    }
    for (int const state : request_.states)
        for (int year = request_.first_year; year <= last; ++year) there.emplace(std::pair(state, year), 0.0);
    return there;
}

void TermWriter::add_all() {
    read_pairs();
    read_gdp();
    add({"trade_leader", {"trade with the leader over GDP", "与主导国的贸易占 GDP 之比"}, -1}, over_gdp(with_leader_));
    add({"trade_challenger", {"trade with the challengers over GDP", "与挑战国的贸易占 GDP 之比"}, 1},
        over_gdp(with_challengers_));
    add({"regime_distance", {"distance of regimes from the leader's", "与主导国的政体距离"}, 1}, regime_distance());
    add({"hostility", {"hostility of the most hostile challenger", "最具敌意的挑战国的敌意"}, -1}, hostility_);
    if (request_.leader == united_states)
        add({"troops", {"log(1 + the leader's troops in the country)", "log(1 + 主导国驻军人数)"}, -1}, troops());
    add({"treaty_depth", {"depth of the treaty, 0 to 2", "条约深度，0 至 2"}, -1},
        treaty_depths(store_, request_.leader, request_.first_year - years_carried, request_.last_year));
    StateYears size;
    for (auto const& [key, dollars] : gdp_) size[key] = std::log(dollars);
    add({"size", {"log GDP", "GDP 的对数"}, 0}, size);
}

LedgerTerms TermWriter::finish() {
    for (std::string const& dataset : used_)
        if (auto const found = store_.find(dataset)) terms_.sources.push_back(*found);
    return std::move(terms_);
}

} // namespace

std::size_t LedgerTerms::position(std::string_view name) const {
    auto const found = std::ranges::find(terms, name, &LedgerTerm::name);
    assert(found != terms.end());
    return static_cast<std::size_t>(found - terms.begin());
}

LedgerTerms ledger_terms(data::Store const& store, TermRequest const& request) {
    TermWriter writer(store, request);
    writer.add_all();
    return writer.finish();
}

} // namespace casus::fit
