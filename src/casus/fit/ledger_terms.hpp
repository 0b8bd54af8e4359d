// The ledger's terms that can be observed, by ally and year: what following and deviating bring, in data.
#pragma once

#include "casus/data/store/store.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace casus::fit {

struct TermRequest {
    int leader = 0; ///< COW number, as all of them
    std::vector<int> challengers;
    std::vector<int> states;
    int first_year = 0;
    int last_year = 0; ///< no later year of any data set is read
    std::size_t threads = 1;
};

/// A value missing in its data set is that of the latest year before, up to so many years back.
inline constexpr int years_carried = 5;

struct LedgerTerm {
    std::string name; ///< "trade_leader"
    Text meaning;
    int expected = 0;        ///< sign of its effect on deviation by Ren and Zheng (2021): −1, 1; 0: not said
    std::size_t carried = 0; ///< state-years whose value is an earlier year's
};

struct LedgerTerms {
    int first_year = 0;
    int last_year = 0;
    std::size_t states = 0;
    std::vector<LedgerTerm> terms;
    std::vector<double> values; ///< [term][state][year]; NaN: not known
    std::vector<data::Provenance> sources;

    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(last_year - first_year) + 1; }
    [[nodiscard]] std::size_t cell(std::size_t term, std::size_t state, int year) const {
        return (term * states + state) * years() + static_cast<std::size_t>(year - first_year);
    }
    [[nodiscard]] double at(std::size_t term, std::size_t state, int year) const {
        return values[cell(term, state, year)];
    }
    /// Position of a term; it must be there.
    [[nodiscard]] std::size_t position(std::string_view name) const;
};

/// trade_leader, trade_challenger: imports and exports over GDP (cow-trade, worldbank-gdp), challengers' together;
/// regime_distance: V-Dem polyarchy apart (vdem); hostility: the most hostile challenger's (feature `hostility`);
/// troops: log(1 + the leader's troops in the country) where the leader is the United States (troops);
/// treaty_depth: 0 to 2 from ATOP's provisions (atop-member); size: log GDP.
/// Data sets that the store lacks are an Error that names them.
[[nodiscard]] LedgerTerms ledger_terms(data::Store const& store, TermRequest const& request);

} // namespace casus::fit
