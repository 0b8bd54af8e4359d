#include "casus/fit/allies_by_year.hpp"

#include "casus/data/codes/codes.hpp"
#include "casus/data/panel/state_system.hpp"
#include "casus/data/panel/treaties.hpp"
#include "casus/fit/state_over_years.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace casus::fit {

namespace {

/// Obligations that make an ally, as bits 1 << Obligation; every one for a treaty of any kind.
std::uint8_t kinds_meant(data::Treaties const& treaties, std::string const& word, std::string const& allies) {
    std::uint8_t every = 0;
    std::vector<std::string> words;
    for (data::Obligation const kind : treaties.kinds()) {
        auto const bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
        words.emplace_back(data::word_of(kind));
        if (words.back() == word) return bit;
        every = static_cast<std::uint8_t>(every | bit);
    }
    if (allies.find(':') == std::string::npos) return every;
    throw Error(Problem{
        .place = {},
        .what = {"unknown obligation in --allies", "--allies 中的义务未知"},
        .found = allies,
        .expected = {fmt::format("one of {}", fmt::join(words, ", ")), fmt::format("{} 之一", fmt::join(words, "、"))},
        .nearest = nearest(word, words)});
}

/// Adds the fellow members with whom the leader shares a day from `first` to `last` and an obligation of the kinds.
void add_fellows(data::Treaty const& treaty, int leader, std::uint8_t kinds, int first, int last,
                 std::set<int>& allies) {
    for (data::TreatyMember const& own : treaty.members) {
        if (own.state != leader) continue;
        for (data::TreatyMember const& fellow : treaty.members) {
            if (fellow.state == leader || fellow.phase != own.phase) continue;
            bool const meet =
                std::max({own.first_day, fellow.first_day, first}) <= std::min({own.last_day, fellow.last_day, last});
            if (meet && ((own.obligations.owed | fellow.obligations.owed) & kinds) != 0) allies.insert(fellow.state);
        }
    }
}

void by_treaty(AlliesByYear& result, data::Store const& store, int leader, std::string const& allies, int carry) {
    std::string const choice = allies.substr(0, allies.find(':'));
    data::Treaties const treaties = data::read_treaties(store, choice);
    std::string const word = allies.size() > choice.size() ? allies.substr(choice.size() + 1) : "";
    std::uint8_t const kinds = kinds_meant(treaties, word, allies);
    int const end = treaties.coverage.last_year;
    for (std::size_t y = 0; y < result.of.size(); ++y) {
        int const year = result.first_year + static_cast<int>(y);
        if (year > end + carry) break;
        std::set<int> found;
        // Beyond the end only what was in force on the last day goes on.
        int const first = year > end ? data::day_number(end, 12, 31) : data::day_number(year, 1, 1);
        int const last = data::day_number(std::min(year, end), 12, 31);
        for (data::Treaty const& treaty : treaties.list) add_fellows(treaty, leader, kinds, first, last, found);
        result.of[y].assign(found.begin(), found.end());
    }
    if (auto const source = store.find(treaties.origin.dataset + "@" + treaties.origin.version))
        result.sources.push_back(*source);
    int const last_year = result.first_year + static_cast<int>(result.of.size()) - 1;
    if (int const carried = std::min(last_year, end + carry); carried > end && carried >= result.first_year)
        result.notes.push_back(
            {fmt::format("{} ends in {}: the alliances in force then are carried on to {}.", choice, end, carried),
             fmt::format("{} 止于 {} 年：当时有效的联盟沿用至 {} 年。", choice, end, carried)});
    if (int const beyond = std::max(result.first_year, end + carry + 1); beyond <= last_year)
        result.notes.push_back(
            {fmt::format("{} ends in {}: there are no allies from {} on; --carry N carries them on.", choice, end,
                         beyond),
             fmt::format("{} 止于 {} 年：自 {} 年起没有盟国；可用 --carry N 沿用。", choice, end, beyond)});
}

/// The error for what is no state's code, and rather one of the words for groups.
void refuse_unless_state(std::string const& code) {
    std::string const meant = nearest(code, {"atop", "cow", "members"});
    if (!code.empty() && (meant.empty() || names_state(code))) return;
    throw Error(Problem{.place = {},
                        .what = code.empty()
                                    ? Text{"--allies has nothing beside a comma", "--allies 的逗号旁缺少代码"}
                                    : Text{"unknown group or state in --allies", "--allies 中的集团或国家未知"},
                        .found = code,
                        .expected = {"atop, cow, members, or states' codes with commas between",
                                     "atop、cow、members，或以逗号分隔的国家代码"},
                        .nearest = meant});
}

void by_name(AlliesByYear& result, int leader, std::string const& allies) {
    int const last_year = result.first_year + static_cast<int>(result.of.size()) - 1;
    std::set<int> named;
    for (std::size_t at = 0; at <= allies.size();) {
        std::size_t const comma = std::min(allies.find(',', at), allies.size());
        std::string code = allies.substr(at, comma - at);
        code.erase(0, code.find_first_not_of(' '));
        code.erase(code.find_last_not_of(' ') + 1);
        refuse_unless_state(code);
        named.insert(state_over_years(code, result.first_year, last_year));
        at = comma + 1;
    }
    named.erase(leader);
    for (std::vector<int>& year : result.of) year.assign(named.begin(), named.end());
}

bool names_treaties(std::string const& allies) {
    std::string const data = allies.substr(0, allies.find_first_of(":@"));
    if (data == "atop" || data == "cow") return true;
    if (allies.find(':') == std::string::npos) return false;
    throw Error(Problem{.place = {},
                        .what = {"unknown alliances in --allies", "--allies 中的联盟数据未知"},
                        .found = allies,
                        .expected = {"atop or cow before the colon", "冒号前为 atop 或 cow"},
                        .nearest = nearest(data, {"atop", "cow"})});
}

} // namespace

AlliesByYear allies_by_year(data::Store const& store, int leader, std::string const& allies, int first_year,
                            int last_year, int carry) {
    AlliesByYear result{first_year, {}, {}, {}};
    result.of.resize(static_cast<std::size_t>(last_year - first_year) + 1);
    if (allies == "members") {
        for (std::size_t y = 0; y < result.of.size(); ++y)
            for (int state = 1; state < 1000; ++state)
                if (state != leader &&
                    data::find_state(data::StateCode::Cow, state, Year(first_year + static_cast<int>(y))))
                    result.of[y].push_back(state);
    } else if (names_treaties(allies)) {
        by_treaty(result, store, leader, allies, carry);
    } else {
        by_name(result, leader, allies);
    }
    return result;
}

} // namespace casus::fit
