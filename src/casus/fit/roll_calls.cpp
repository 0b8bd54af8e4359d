#include "casus/fit/roll_calls.hpp"

#include "casus/data/codes/codes.hpp"
#include "casus/data/panel/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace casus::fit {

namespace {

using data::StateCode;

constexpr std::uint8_t every_issue = 1U << roll_call_issues;
constexpr int nobody = 0;

struct RollCall {
    int year = 0; ///< 0: not asked for
    std::uint8_t issues = every_issue;
};

struct Cast {
    std::uint32_t roll_call;
    std::int32_t state;
    Vote vote;
};

/// What the rows of a data set come to before they are laid out by year.
struct Reading {
    std::vector<RollCall> calls;
    std::vector<Cast> cast;
};

/// Words for states, each looked up once a year; counts the votes of those that have no COW number then.
class States {
public:
    explicit States(std::size_t words) : known_(words * years, unknown) {}

    template <class LookUp> int number(std::int32_t word, int year, LookUp const& look_up) {
        int& number = known_[static_cast<std::size_t>(word) * years + static_cast<std::size_t>(year - first_year)];
        if (number == unknown) number = look_up();
        return number;
    }
    void lose(std::string_view name) {
        ++lost_;
        if (!names_.contains(name)) names_.emplace(name);
    }
    void report(std::vector<Text>& notes) const {
        if (lost_ == 0) return;
        std::string names;
        for (std::string const& name : names_) names += (names.empty() ? "" : ", ") + name;
        notes.push_back(
            {fmt::format("Votes left out, since their voters had no COW number then: {} ({}).", lost_, names),
             fmt::format("因投票者当时没有 COW 编号而略去的票数：{}（{}）。", lost_, names)});
    }

    static constexpr int first_year = 1900; ///< the UN's years lie well inside
    static constexpr int years = 300;

private:
    static constexpr int unknown = -1;
    std::vector<int> known_;
    std::size_t lost_ = 0;
    std::set<std::string, std::less<>> names_;
};

int cow_of(data::StateEra const* era) { return era ? era->cow : nobody; }

int year_of_date(std::string_view date) {
    int year = 0;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
    return year;
}

std::uint8_t issue_bit(std::string_view word) {
    for (std::size_t issue = 0; issue < roll_call_issues; ++issue)
        if (issue_words[issue] == word) return static_cast<std::uint8_t>(1U << issue);
    return 0;
}

/// Positions in `calls` by rcid; a roll call outside the years has none.
std::vector<std::int32_t> read_calls(data::Store const& store, int first_year, int last_year,
                                     std::vector<RollCall>& calls) {
    data::Table const table = store.read("un-roll-calls", {"rcid", "date"});
    auto const rcid = data::whole_in(table, "rcid", "un-roll-calls");
    std::vector<std::int32_t> position(rcid.empty() ? 0 : static_cast<std::size_t>(std::ranges::max(rcid)) + 1, -1);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const year = year_of_date(table["date"].word(row));
        if (year < first_year || year > last_year || rcid[row] < 0) continue;
        position[static_cast<std::size_t>(rcid[row])] = static_cast<std::int32_t>(calls.size());
        calls.push_back({year, every_issue});
    }
    data::Table const issues = store.read("un-roll-call-issues", {"rcid", "short_name"});
    auto const of = data::whole_in(issues, "rcid", "un-roll-call-issues");
    for (std::size_t row = 0; row < issues.rows(); ++row) {
        if (of[row] < 0 || static_cast<std::size_t>(of[row]) >= position.size()) continue;
        if (std::int32_t const at = position[static_cast<std::size_t>(of[row])]; at >= 0)
            calls[static_cast<std::size_t>(at)].issues |= issue_bit(issues["short_name"].word(row));
    }
    return position;
}

std::vector<Vote> votes_by_word(data::Words const& words) {
    std::vector<Vote> votes;
    for (std::string const& word : words.dictionary)
        votes.push_back(word == "yes"       ? Vote::Yes
                        : word == "abstain" ? Vote::Abstention
                        : word == "no"      ? Vote::No
                                            : Vote::None);
    return votes;
}

/// un-votes: words for votes, ISO codes, and names where there is no code.
Reading read_words(data::Store const& store, int first_year, int last_year, std::vector<Text>& notes) {
    Reading reading;
    std::vector<std::int32_t> const position = read_calls(store, first_year, last_year, reading.calls);
    data::Table const table = store.read("un-votes", {"rcid", "country", "country_code", "vote"});
    auto const rcid = data::whole_in(table, "rcid", "un-votes");
    data::Words const& name = std::get<data::Words>(table["country"].cells);
    data::Words const& vote = std::get<data::Words>(table["vote"].cells);
    std::vector<Vote> const meaning = votes_by_word(vote);
    States states(name.dictionary.size());
    reading.cast.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (rcid[row] < 0 || static_cast<std::size_t>(rcid[row]) >= position.size()) continue;
        std::int32_t const call = position[static_cast<std::size_t>(rcid[row])];
        if (call < 0 || vote.numbers[row] < 0 || name.numbers[row] < 0) continue;
        Vote const what = meaning[static_cast<std::size_t>(vote.numbers[row])];
        if (what == Vote::None) continue;
        int const year = reading.calls[static_cast<std::size_t>(call)].year;
        int const state = states.number(name.numbers[row], year, [&] {
            std::string_view const code = table["country_code"].word(row);
            int const found = code.empty() ? nobody : cow_of(data::find_state(StateCode::Iso2, code, Year(year)));
            return found != nobody ? found
                                   : cow_of(data::find_state(StateCode::Name, table["country"].word(row), Year(year)));
        });
        if (state == nobody)
            states.lose(table["country"].word(row));
        else
            reading.cast.push_back({static_cast<std::uint32_t>(call), state, what});
    }
    states.report(notes);
    return reading;
}

/// The file has today's codes, RUS for the Soviet Union: the COW number outlives changes of name and ISO code.
int cow_of_todays(std::string_view code, int year) {
    if (int const number = cow_of(data::find_state(StateCode::Iso3, code, Year(year)))) return number;
    for (data::StateEra const* const era : data::eras_of(StateCode::Iso3, code))
        if (int const number = cow_of(data::find_state(StateCode::Cow, era->cow, Year(year)))) return number;
    return nobody;
}

/// un-votes-wide: votes 1 yes, 2 abstention, 3 no; rows of one roll call follow each other.
Reading read_wide(data::Store const& store, int first_year, int last_year, std::vector<Text>& notes) {
    std::vector<std::string> names{"rcid", "date", "year", "iso3c", "vote"};
    for (std::size_t issue = 0; issue < roll_call_issues; ++issue) names.emplace_back(issue_words[issue]);
    data::Table const table = store.read("un-votes-wide", names);
    auto const rcid = data::whole_in(table, "rcid", "un-votes-wide"),
               year = data::whole_in(table, "year", "un-votes-wide"),
               vote = data::whole_in(table, "vote", "un-votes-wide");
    std::vector<data::Values<std::int32_t>> flags;
    for (std::size_t issue = 0; issue < roll_call_issues; ++issue)
        flags.push_back(data::whole_in(table, issue_words[issue], "un-votes-wide"));
    data::Words const& date = std::get<data::Words>(table["date"].cells);
    data::Words const& code = std::get<data::Words>(table["iso3c"].cells);
    constexpr std::array meaning{Vote::None, Vote::Yes, Vote::Abstention, Vote::No};
    Reading reading;
    States states(code.dictionary.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        bool const same = row > 0 && rcid[row] == rcid[row - 1] && date.numbers[row] == date.numbers[row - 1];
        if (!same) {
            RollCall call{year[row] >= first_year && year[row] <= last_year ? year[row] : 0};
            for (std::size_t issue = 0; issue < roll_call_issues; ++issue)
                if (flags[issue][row] == 1) call.issues = static_cast<std::uint8_t>(call.issues | 1U << issue);
            reading.calls.push_back(call);
        }
        if (reading.calls.back().year == 0 || vote[row] < 1 || vote[row] > 3 || code.numbers[row] < 0) continue;
        int const state = states.number(code.numbers[row], year[row],
                                        [&] { return cow_of_todays(table["iso3c"].word(row), year[row]); });
        if (state == nobody)
            states.lose(table["iso3c"].word(row));
        else
            reading.cast.push_back({static_cast<std::uint32_t>(reading.calls.size() - 1), state,
                                    meaning[static_cast<std::size_t>(vote[row])]});
    }
    states.report(notes);
    return reading;
}

/// Votes of each year side by side; the last of two votes of one state in one roll call counts.
std::vector<RollCallYear> by_year(Reading const& reading, int first_year, int last_year) {
    auto const count = static_cast<std::size_t>(last_year - first_year) + 1;
    std::vector<RollCallYear> years(count);
    std::vector<std::uint32_t> place(reading.calls.size(), 0); ///< within its year
    for (std::size_t call = 0; call < reading.calls.size(); ++call) {
        if (reading.calls[call].year == 0) continue;
        RollCallYear& year = years[static_cast<std::size_t>(reading.calls[call].year - first_year)];
        place[call] = static_cast<std::uint32_t>(year.issues.size());
        year.issues.push_back(reading.calls[call].issues);
    }
    constexpr std::size_t numbers = 1000;
    std::vector<std::int32_t> position(count * numbers, -1);
    auto const at = [&](Cast const& cast) -> std::int32_t& {
        auto const year = static_cast<std::size_t>(reading.calls[cast.roll_call].year - first_year);
        return position[year * numbers + static_cast<std::size_t>(cast.state)];
    };
    for (Cast const& cast : reading.cast) at(cast) = 0;
    for (std::size_t y = 0; y < count; ++y) {
        years[y].year = first_year + static_cast<int>(y);
        for (std::size_t state = 0; state < numbers; ++state) {
            std::int32_t& one = position[y * numbers + state];
            if (one < 0) continue;
            one = static_cast<std::int32_t>(years[y].states.size());
            years[y].states.push_back(static_cast<int>(state));
        }
        years[y].votes.assign(years[y].states.size() * years[y].issues.size(), Vote::None);
    }
    for (Cast const& cast : reading.cast) {
        RollCallYear& year = years[static_cast<std::size_t>(reading.calls[cast.roll_call].year - first_year)];
        year.votes[static_cast<std::size_t>(at(cast)) * year.issues.size() + place[cast.roll_call]] = cast.vote;
    }
    std::erase_if(years, [](RollCallYear const& year) { return year.votes.empty(); });
    return years;
}

} // namespace

Text issue_name(std::size_t position) {
    static std::array<Text, issue_words.size()> const names{Text{"Palestinian question", "巴勒斯坦问题"},
                                                            Text{"Nuclear weapons and material", "核武器与核材料"},
                                                            Text{"Arms control and disarmament", "军控与裁军"},
                                                            Text{"Human rights", "人权"},
                                                            Text{"Colonialism", "殖民主义"},
                                                            Text{"Economic development", "经济发展"},
                                                            Text{"All roll calls", "全部表决"}};
    return names.at(position);
}

std::optional<std::size_t> RollCallYear::find(int state) const {
    auto const found = std::ranges::lower_bound(states, state);
    if (found == states.end() || *found != state) return std::nullopt;
    return static_cast<std::size_t>(found - states.begin());
}

RollCalls read_roll_calls(data::Store const& store, VoteSource source, int first_year, int last_year) {
    RollCalls result;
    Reading const reading = source == VoteSource::Wide ? read_wide(store, first_year, last_year, result.notes)
                                                       : read_words(store, first_year, last_year, result.notes);
    result.years = by_year(reading, first_year, last_year);
    std::vector<std::string_view> datasets{"un-votes", "un-roll-calls", "un-roll-call-issues"};
    if (source == VoteSource::Wide) datasets = {"un-votes-wide"};
    for (std::string_view const dataset : datasets)
        if (auto const found = store.find(dataset)) result.sources.push_back(*found);
    return result;
}

} // namespace casus::fit
