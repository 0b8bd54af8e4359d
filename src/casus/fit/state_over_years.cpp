#include "casus/fit/state_over_years.hpp"

#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace casus::fit {

namespace {

using data::StateCode;

/// In the order in which worlds from the store take them: AUS is Australia, and not COW's Austria.
constexpr std::array codes{StateCode::Cow, StateCode::Iso3, StateCode::CowLetters, StateCode::Iso2, StateCode::Name};

/// The error of the kind of code that the word is, or of names.
[[noreturn]] void complain(std::string const& code, int year) {
    for (StateCode const system : codes)
        if (!data::eras_of(system, code).empty()) (void)data::state_of(system, code, Year(year));
    (void)data::state_of(StateCode::Name, code, Year(year));
    throw Error(Problem{.place = {}, .what = {"a state without a COW number", "没有 COW 编号的国家"}, .found = code});
}

} // namespace

bool names_state(std::string const& code) {
    return std::ranges::any_of(codes, [&](StateCode system) { return !data::eras_of(system, code).empty(); });
}

int state_over_years(std::string const& code, int first, int last) {
    std::set<int> meant;
    for (StateCode const system : codes) {
        for (int year = first; year <= last; ++year)
            if (data::StateEra const* const era = data::find_state(system, code, Year(year)); era && era->cow != 0)
                meant.insert(era->cow);
        if (!meant.empty()) break;
    }
    if (meant.empty()) complain(code, last);
    if (meant.size() == 1) return *meant.begin();
    std::string candidates;
    for (int const state : meant)
        candidates += fmt::format("{}{} ({})", candidates.empty() ? "" : ", ", state,
                                  name_over_years(state, first, last).in(Language::English));
    throw Error(Problem{.place = {},
                        .what = {"a code that means several states in these years", "代码在这些年份中指几个国家"},
                        .found = code,
                        .expected = {"one of their numbers: " + candidates, "其中一个的编号：" + candidates}});
}

Text name_over_years(int state, int first, int last) {
    std::map<std::string_view, int> years_by_name;
    data::StateEra const* most = nullptr;
    for (int year = first; year <= last; ++year)
        if (data::StateEra const* const era = data::find_state(StateCode::Cow, state, Year(year)))
            if (int const years = ++years_by_name[era->name.en]; !most || years >= years_by_name[most->name.en])
                most = era;
    if (most) return most->name;
    std::string const number = std::to_string(state);
    return {number, number};
}

std::string span_of_years(int first, int last) {
    return first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
}

} // namespace casus::fit
