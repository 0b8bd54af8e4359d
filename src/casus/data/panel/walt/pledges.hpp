// Who owes whom defence in a year, by all treaties of the panel's source.
#pragma once

#include "casus/data/panel/walt/states.hpp"

namespace casus::data::walt {

class Pledges {
public:
    explicit Pledges(Ground const& ground);

    /// States that the state owes defence to on a day of the year; each once.
    [[nodiscard]] std::span<std::uint32_t const> owed_by(std::uint32_t state, int year) const {
        return covers(coverage_, year) ? std::span<std::uint32_t const>(owed_by_[cell(state, year)])
                                       : std::span<std::uint32_t const>{};
    }
    /// States with which one owes the other defence; each once.
    [[nodiscard]] std::span<std::uint32_t const> pacts_of(std::uint32_t state, int year) const {
        return covers(coverage_, year) ? std::span<std::uint32_t const>(pacts_of_[cell(state, year)])
                                       : std::span<std::uint32_t const>{};
    }
    [[nodiscard]] Coverage const& coverage() const { return coverage_; }

private:
    std::size_t states_;
    Coverage coverage_;
    std::vector<Positions> owed_by_; ///< [year][state]
    std::vector<Positions> pacts_of_;

    [[nodiscard]] std::size_t cell(std::uint32_t state, int year) const {
        return static_cast<std::size_t>(year - coverage_.first_year) * states_ + state;
    }
};

} // namespace casus::data::walt
