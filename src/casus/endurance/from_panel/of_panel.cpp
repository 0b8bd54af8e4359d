#include "casus/endurance/from_panel/of_panel.hpp"

#include "casus/data/codes/codes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace casus::endurance {

namespace {

Member member_of(int state, int year) {
    std::string const number = std::to_string(state);
    data::StateEra const* era = data::find_state(data::StateCode::Cow, state, Year{year});
    if (era == nullptr) { // bound before it was a member of the system: by the name it had later
        auto const eras = data::eras_of(data::StateCode::Cow, number);
        if (!eras.empty()) era = eras.front();
    }
    if (era == nullptr || era->cow_letters.empty()) return {number, {number, number}};
    return {era->cow_letters, era->name};
}

/// Members on a day of the year, in the order of their numbers.
std::vector<Member> members_in(data::Treaty const& treaty, int year) {
    std::set<int> states;
    for (data::TreatyMember const& member : treaty.members)
        if (member.first_day <= data::day_number(year, 12, 31) && member.last_day >= data::day_number(year, 1, 1))
            states.insert(member.state);
    std::vector<Member> members;
    for (int const state : states) members.push_back(member_of(state, year));
    return members;
}

/// "USA–Canada", or the first members and how many more.
Text name_of(std::vector<Member> const& members) {
    constexpr std::size_t named = 3;
    std::vector<std::string> en;
    std::vector<std::string> zh;
    for (std::size_t n = 0; n < std::min(named, members.size()); ++n) {
        en.push_back(members[n].name.en);
        zh.push_back(members[n].name.zh);
    }
    Text name{fmt::format("{}", fmt::join(en, " – ")), fmt::format("{}", fmt::join(zh, "—"))};
    if (members.size() > named) {
        name.en += fmt::format(" and {} more", members.size() - named);
        name.zh += fmt::format("等 {} 国", members.size());
    }
    return name;
}

std::string source_of(data::Panel const& panel, std::string const& column) {
    auto const found = std::ranges::find(panel.columns, column, &data::PanelColumn::name);
    if (found == panel.columns.end() || found->origin.dataset.empty()) return {};
    return found->origin.dataset + " " + found->origin.version;
}

std::string_view number_column(data::Panel const& panel) {
    return panel.table.find("atopid") != nullptr ? "atopid" : "version4id";
}

Error nothing_in(data::Panel const& panel, int year) {
    return Error(Problem{{},
                         {"no alliance in this year", "该年没有联盟"},
                         std::to_string(year),
                         {fmt::format("a year from {} to {}", panel.first_year, panel.last_year),
                          fmt::format("{} 至 {} 年", panel.first_year, panel.last_year)},
                         {}});
}

} // namespace

OfPanel alliances_of(data::Panel const& panel, data::Treaties const& treaties, Model const& model, int year,
                     Owing owing) {
    OfPanel result;
    std::vector<data::Column const*> columns;
    std::vector<std::string> sources;
    for (ModelTerm const& term : model.terms) {
        data::Column const* column = panel.table.find(term.name);
        if (column != nullptr && column->is_text()) column = nullptr;
        columns.push_back(column);
        sources.push_back(source_of(panel, term.name));
        if (column == nullptr) result.without_column.push_back(term.name);
    }
    data::Column const& years = panel.table["year"];
    data::Column const& ids = panel.table[number_column(panel)];
    data::Column const& ages = panel.table["years_in_force"];
    for (std::size_t row = 0; row < panel.table.rows(); ++row) {
        if (years.number(row) != year) continue;
        if (owing == Owing::DefenseOrOffense && panel.table["defense"].number(row) != 1.0 &&
            panel.table["offense"].number(row) != 1.0)
            continue;
        Alliance alliance;
        auto const id = static_cast<int>(ids.number(row));
        alliance.code = std::to_string(id);
        alliance.number = static_cast<std::uint32_t>(id);
        alliance.age = ages.number(row);
        auto const treaty = std::ranges::find(treaties.list, id, &data::Treaty::id);
        if (treaty != treaties.list.end()) alliance.members = members_in(*treaty, year);
        alliance.name = alliance.members.empty() ? Text{alliance.code, alliance.code} : name_of(alliance.members);
        for (std::size_t n = 0; n < columns.size(); ++n) {
            alliance.terms.emplace_back();
            if (columns[n] == nullptr) continue;
            double const value = columns[n]->number(row);
            if (!std::isnan(value)) alliance.terms.back() = TermValue{value, value, value, sources[n]};
        }
        result.alliances.push_back(std::move(alliance));
    }
    if (result.alliances.empty()) throw nothing_in(panel, year);
    return result;
}

namespace {

bool is_number(std::string const& word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of(std::string const& list) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= list.size();) {
        std::size_t const end = std::min(list.find(',', begin), list.size());
        std::string word = list.substr(begin, end - begin);
        word.erase(0, std::min(word.find_first_not_of(' '), word.size()));
        word.erase(word.find_last_not_of(' ') + 1);
        words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

} // namespace

std::string letters_of(std::string const& word, int year) {
    for (data::StateCode const code : {data::StateCode::CowLetters, data::StateCode::Iso3, data::StateCode::Name})
        if (data::StateEra const* const era = data::find_state(code, word, Year{year})) return era->cow_letters;
    return {};
}

std::vector<Alliance> chosen_of(std::vector<Alliance> alliances, std::string const& chosen, int year) {
    std::vector<std::string> codes;
    std::set<std::string> members;
    for (Alliance const& alliance : alliances) {
        codes.push_back(alliance.code);
        for (Member const& member : alliance.members) members.insert(member.code);
    }
    if (is_number(chosen)) {
        std::erase_if(alliances, [&](Alliance const& alliance) { return alliance.code != chosen; });
        if (alliances.empty())
            throw Error(Problem{{},
                                {fmt::format("no such alliance in {}", year), fmt::format("{} 年没有这个联盟", year)},
                                chosen,
                                {"the number of an alliance (atopid)", "联盟编号（atopid）"},
                                nearest(chosen, codes)});
        return alliances;
    }
    for (std::string const& word : words_of(chosen)) {
        std::string const letters = letters_of(word, year);
        if (letters.empty() || !members.contains(letters))
            throw Error(Problem{
                {},
                {fmt::format("no member of an alliance in {}", year), fmt::format("{} 年没有联盟有此成员", year)},
                word,
                {"an alliance's number, or members as USA,GBR", "联盟编号，或成员，如 USA,GBR"},
                nearest(word, {members.begin(), members.end()})});
        std::erase_if(alliances, [&](Alliance const& alliance) {
            return std::ranges::find(alliance.members, letters, &Member::code) == alliance.members.end();
        });
    }
    if (alliances.empty())
        throw Error(Problem{{},
                            {fmt::format("no alliance has all of these members in {}", year),
                             fmt::format("{} 年没有联盟同时包含这些成员", year)},
                            chosen,
                            {"members of one alliance", "同一联盟的成员"},
                            {}});
    return alliances;
}

} // namespace casus::endurance
