#include "casus/data/codes/codes.hpp"

#include "casus/data/codes/state_index.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace casus::data {

namespace {

struct SystemWords {
    StateCode system;
    std::string_view word;
    std::string_view en;
    std::string_view zh; ///< with a blank before Latin letters, as it follows Chinese ones
};

constexpr std::array<SystemWords, 6> systems{
    {{StateCode::Cow, "cow", "Correlates of War number", " COW 数字代码"},
     {StateCode::CowLetters, "cow-letters", "Correlates of War letters", " COW 字母代码"},
     {StateCode::GleditschWard, "gw", "Gleditsch–Ward number", " Gleditsch–Ward 数字代码"},
     {StateCode::Iso2, "iso2", "ISO 3166 alpha-2 code", " ISO 3166 二字母代码"},
     {StateCode::Iso3, "iso3", "ISO 3166 alpha-3 code", " ISO 3166 三字母代码"},
     {StateCode::Name, "name", "name", "名称"}}};

SystemWords const& words_of(StateCode system) {
    for (SystemWords const& each : systems)
        if (each.system == system) return each;
    return systems.back();
}

constexpr int goes_on = 9999;

std::string years(int first, int last) {
    if (first == last) return std::to_string(first);
    return last == goes_on ? fmt::format("{}–", first) : fmt::format("{}–{}", first, last);
}

Text joined(std::vector<Text> const& pieces) {
    Text list;
    for (Text const& piece : pieces) {
        list.en += (list.en.empty() ? "" : ", ") + piece.en;
        list.zh += (list.zh.empty() ? "" : "、") + piece.zh;
    }
    return list;
}

using Eras = std::vector<StateEra const*>;

Eras pointers(StateIndex const& index, StateIndex::Positions const& positions) {
    Eras eras;
    for (std::uint16_t const i : positions) eras.push_back(&index.eras()[i]);
    return eras;
}

Text labels_of(Eras const& eras) {
    std::vector<Text> pieces;
    for (StateEra const* const era : eras) pieces.push_back(label_of(*era));
    return joined(pieces);
}

/// "Russia 1816–1922, Russia 1991–": neighbouring years of one name are put together.
Text stretches_of(Eras const& eras) {
    std::vector<Text> pieces;
    for (std::size_t i = 0; i < eras.size();) {
        std::size_t j = i;
        while (j + 1 < eras.size() && eras[j + 1]->name == eras[i]->name &&
               eras[j + 1]->first_year == eras[j]->last_year + 1)
            ++j;
        std::string const when = years(eras[i]->first_year, eras[j]->last_year);
        pieces.push_back({eras[i]->name.en + " " + when, eras[i]->name.zh + " " + when});
        i = j + 1;
    }
    return joined(pieces);
}

/// States of `year` that one of `eras` succeeded or preceded, or that have a number in common with it.
Eras kin_in_year(StateIndex const& index, Eras const& eras, int year) {
    std::set<std::string_view> names;
    std::set<int> cow;
    std::set<int> gleditsch_ward;
    for (StateEra const* const era : eras) {
        cow.insert(era->cow);
        gleditsch_ward.insert(era->gleditsch_ward);
        for (Succession const& succession : all_successions()) {
            if (succession.from == era->name.en) names.insert(succession.to);
            if (succession.to == era->name.en) names.insert(succession.from);
        }
    }
    cow.erase(0);
    gleditsch_ward.erase(0);
    Eras kin;
    for (StateEra const& era : index.eras())
        if (era.first_year <= year && year <= era.last_year &&
            (names.contains(era.name.en) || cow.contains(era.cow) || gleditsch_ward.contains(era.gleditsch_ward)))
            kin.push_back(&era);
    return kin;
}

/// Which other systems know the code: "USA" where a number was expected.
std::vector<Text> other_systems(StateIndex const& index, StateCode system, std::string_view code) {
    std::vector<Text> others;
    for (SystemWords const& each : systems)
        if (each.system != system && index.with(each.system, code).all != nullptr)
            others.push_back({std::string(each.word), std::string(each.word)});
    return others;
}

/// The nearest name; of codes only one with a single letter amiss, since nearly every three letters are two letters
/// away from some code.
std::string nearest_spelling(StateIndex const& index, StateCode system, std::string_view code) {
    std::vector<std::string> candidates = index.spellings(system);
    if (system != StateCode::Name)
        std::erase_if(candidates, [code](std::string const& candidate) {
            if (candidate.size() != code.size()) return true;
            std::size_t differing = 0;
            for (std::size_t i = 0; i < code.size(); ++i) differing += code[i] != candidate[i];
            return differing > 1;
        });
    return nearest(code, candidates);
}

Problem unknown_code(StateIndex const& index, StateCode system, std::string_view code, Place const& place) {
    SystemWords const& words = words_of(system);
    Problem problem{.place = place,
                    .what = {fmt::format("no state has the {}", words.en), fmt::format("没有国家使用这一{}", words.zh)},
                    .found = std::string(code),
                    .expected = {},
                    .nearest = nearest_spelling(index, system, code)};
    if (auto const others = other_systems(index, system, code); !others.empty()) {
        Text const list = joined(others);
        problem.expected = {"a code of this system (it is one of " + list.en + ")",
                            "该系统的代码（它属于 " + list.zh + "）"};
        problem.nearest.clear();
    }
    return problem;
}

Problem not_in_year(StateIndex const& index, StateCode system, std::string_view code, int year, Eras const& eras,
                    Place const& place) {
    SystemWords const& words = words_of(system);
    Text const then = stretches_of(eras);
    Eras const kin = kin_in_year(index, eras, year);
    Text expected{"a year in which it stands for a state: " + then.en, "它代表国家的年份：" + then.zh};
    if (!kin.empty()) {
        Text const list = labels_of(kin);
        expected = {fmt::format("{} in {} (it stands for {})", list.en, year, then.en),
                    fmt::format("{}（{} 年；该代码代表 {}）", list.zh, year, then.zh)};
    }
    return {.place = place,
            .what = {fmt::format("no state of {} has the {}", year, words.en),
                     fmt::format("{} 年没有国家使用这一{}", year, words.zh)},
            .found = std::string(code),
            .expected = expected,
            .nearest = {}};
}

Problem ambiguous(StateCode system, std::string_view code, int year, Eras const& eras, Place const& place) {
    SystemWords const& words = words_of(system);
    Text const list = labels_of(eras);
    return {.place = place,
            .what = {fmt::format("several states of {} have the {}", year, words.en),
                     fmt::format("{} 年有几个国家使用这一{}", year, words.zh)},
            .found = std::string(code),
            .expected = {"one of " + list.en, "下列之一：" + list.zh},
            .nearest = {}};
}

} // namespace

std::span<StateEra const> all_state_eras() { return StateIndex::get().eras(); }

StateEra const& state_of(StateCode system, std::string_view code, Year year, Place const& place) {
    StateIndex const& index = StateIndex::get();
    StateIndex::Found const found = index.with(system, code);
    if (StateEra const* const era = index.only_in_year(found, year.value)) return *era;
    if (found.all == nullptr) throw Error(unknown_code(index, system, code, place));
    StateIndex::Positions const then = index.in_year(*found.all, year.value);
    if (then.empty()) throw Error(not_in_year(index, system, code, year.value, pointers(index, *found.all), place));
    throw Error(ambiguous(system, code, year.value, pointers(index, then), place));
}

StateEra const* find_state(StateCode system, std::string_view code, Year year) {
    StateIndex const& index = StateIndex::get();
    return index.only_in_year(index.with(system, code), year.value);
}

StateEra const* find_state(StateCode system, int number, Year year) {
    StateIndex const& index = StateIndex::get();
    StateIndex::Positions const* const positions = index.with_number(system, number);
    return positions == nullptr ? nullptr : index.only_in_year(*positions, year.value);
}

std::vector<StateEra const*> eras_of(StateCode system, std::string_view code) {
    StateIndex const& index = StateIndex::get();
    StateIndex::Positions const* const positions = index.with(system, code).all;
    return positions == nullptr ? Eras{} : pointers(index, *positions);
}

Text label_of(StateEra const& era) {
    std::vector<std::string> codes;
    if (era.cow != 0)
        codes.push_back(fmt::format("COW {}", era.cow));
    else if (era.gleditsch_ward != 0)
        codes.push_back(fmt::format("GW {}", era.gleditsch_ward));
    if (!era.iso3.empty()) codes.push_back(era.iso3);
    return {fmt::format("{} ({})", era.name.en, fmt::join(codes, ", ")),
            fmt::format("{}（{}）", era.name.zh, fmt::join(codes, "，"))};
}

std::string code_of(StateEra const& era, StateCode system, Language language) {
    switch (system) {
    case StateCode::Cow:
        return era.cow == 0 ? std::string{} : std::to_string(era.cow);
    case StateCode::CowLetters:
        return era.cow_letters;
    case StateCode::GleditschWard:
        return era.gleditsch_ward == 0 ? std::string{} : std::to_string(era.gleditsch_ward);
    case StateCode::Iso2:
        return era.iso2;
    case StateCode::Iso3:
        return era.iso3;
    case StateCode::Name:
        return era.name.in(language);
    case StateCode::None:
        break;
    }
    return {};
}

Error no_code(StateEra const& era, StateCode system, Year year, Place const& place) {
    SystemWords const& words = words_of(system);
    Text const label = label_of(era);
    return Error(Problem{.place = place,
                         .what = {fmt::format("{} has no {} in {}", label.en, words.en, year.value),
                                  fmt::format("{} 年{}没有{}", year.value, label.zh, words.zh)},
                         .found = {},
                         .expected = {},
                         .nearest = {}});
}

bool known_number(StateCode system, int number) { return StateIndex::get().with_number(system, number) != nullptr; }

std::optional<StateCode> state_code_named(std::string_view word) {
    for (SystemWords const& each : systems)
        if (each.word == word) return each.system;
    return std::nullopt;
}

std::string word_of(StateCode system) { return std::string(words_of(system).word); }

Text title_of(StateCode system) {
    SystemWords const& words = words_of(system);
    return {std::string(words.en), std::string(words.zh.substr(words.zh.front() == ' ' ? 1 : 0))};
}

} // namespace casus::data
