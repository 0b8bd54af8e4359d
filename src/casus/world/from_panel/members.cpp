#include "casus/world/from_panel/members.hpp"

#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::from_panel {

namespace {

using data::StateCode;

constexpr std::array letters{StateCode::Iso3, StateCode::CowLetters, StateCode::Iso2, StateCode::Name};

bool is_number(std::string const& code) {
    return !code.empty() && code.size() < 5 && code.find_first_not_of("0123456789") == std::string::npos;
}

data::StateEra const* era_of(std::string const& code, int year) {
    if (is_number(code)) return data::find_state(StateCode::Cow, std::stoi(code), Year{year});
    for (StateCode const system : letters)
        if (data::StateEra const* const era = data::find_state(system, code, Year{year}); era && era->cow != 0)
            return era;
    return nullptr;
}

/// Why a code names nobody, in the words of the system that it looks most like.
Error complaint(std::string const& code, int year) {
    StateCode system = code.size() > 3 ? StateCode::Name : StateCode::Iso3;
    if (is_number(code)) system = StateCode::Cow;
    if (system == StateCode::Iso3 && data::eras_of(system, code).empty() &&
        !data::eras_of(StateCode::CowLetters, code).empty())
        system = StateCode::CowLetters;
    try {
        (void)data::state_of(system, code, Year{year});
    } catch (Error const& error) { return error; }
    return Error(Problem{.place = {},
                         .what = {"no member of the interstate system", "不是国家体系的成员"},
                         .found = code,
                         .expected = {fmt::format("a state of {}", year), fmt::format("{} 年的国家", year)}});
}

} // namespace

SystemMembers::SystemMembers(Holdings& holdings, std::vector<Problem>& problems) : holdings_(holdings) {
    constexpr std::array<std::string_view, 1> datasets{"cow-states"};
    std::optional<Edition> const edition = holdings.edition("cow-states");
    if (!edition) {
        problems.push_back(
            holdings.uncovered({"the members of the system", "国家体系成员"}, datasets, holdings.year()));
        return;
    }
    holdings.use("cow-states");
    system_.emplace(holdings.store(), data::System::Cow, edition->name());
    last_day_ = data::day_number(std::min(holdings.year(), edition->last_year), 12, 31);
}

std::optional<Someone> SystemMembers::find(int number) const {
    if (!system_) return std::nullopt;
    std::optional<std::size_t> const state = system_->find(number);
    if (!state || !system_->member_between(*state, last_day_, last_day_)) return std::nullopt;
    data::StateEra const* const era = data::find_state(StateCode::Cow, number, Year{holdings_.year()});
    if (!era) return std::nullopt;
    return Someone{era};
}

std::optional<Someone> SystemMembers::understand(std::string const& code, std::vector<Problem>& problems) const {
    data::StateEra const* const era = era_of(code, holdings_.year());
    if (!era) {
        Error const error = complaint(code, holdings_.year());
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        return std::nullopt;
    }
    std::optional<Someone> someone = find(era->cow);
    if (!someone && system_)
        problems.push_back(
            {.place = {},
             .what = {fmt::format("{} was no member of the system at the end of {}", era->name.en, holdings_.year()),
                      fmt::format("{}在 {} 年底不是国家体系成员", era->name.in(Language::Chinese), holdings_.year())},
             .found = code,
             .expected = {"a state that was", "当时的成员国"}});
    return someone;
}

std::vector<int> SystemMembers::majors(std::vector<Problem>& problems) {
    constexpr std::array<std::string_view, 1> datasets{"cow-majors"};
    std::optional<Edition> const edition = holdings_.edition("cow-majors");
    if (!edition) {
        problems.push_back(holdings_.uncovered({"major powers", "大国"}, datasets, holdings_.year()));
        return {};
    }
    holdings_.use("cow-majors");
    int const year = std::min(holdings_.year(), edition->last_year);
    data::Table const table = holdings_.store().read(edition->name(), {"ccode", "styear", "endyear"});
    auto const number = data::whole_in(table, "ccode", "cow-majors"),
               first = data::whole_in(table, "styear", "cow-majors"),
               last = data::whole_in(table, "endyear", "cow-majors");
    std::vector<int> result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (first[row] <= year && year <= last[row]) result.push_back(number[row]);
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace casus::from_panel
