#include "casus/fit/measured_alienation.hpp"

#include "casus/base/error.hpp"
#include "casus/base/parallel.hpp"
#include "casus/fit/allies_by_year.hpp"
#include "casus/fit/roll_calls.hpp"
#include "casus/fit/state_over_years.hpp"
#include "casus/measure/agenda.hpp"
#include "casus/measure/deviation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>

namespace casus::fit {

namespace {

constexpr int last_year_of_votes = 2019; ///< un-votes ends with one roll call of 2020
constexpr std::size_t every = roll_call_issues;

/// Positions in issue_words, in their order.
std::vector<std::size_t> issues_meant(std::vector<std::string> const& asked) {
    std::vector<std::string> const words(issue_words.begin(), issue_words.end());
    std::array<bool, issue_words.size()> meant{};
    for (std::string const& word : asked) {
        auto const found = std::ranges::find(words, word);
        if (found == words.end())
            throw Error(Problem{.place = {},
                                .what = word.empty()
                                            ? Text{"--issues has nothing beside a comma", "--issues 的逗号旁缺少代码"}
                                            : Text{"unknown issue", "未知的议题"},
                                .found = word,
                                .expected = {fmt::format("one of {}", fmt::join(words, ", ")),
                                             fmt::format("{} 之一", fmt::join(words, "、"))},
                                .nearest = nearest(word, words)});
        meant[static_cast<std::size_t>(found - words.begin())] = true;
    }
    std::vector<std::size_t> issues;
    for (std::size_t issue = 0; issue < words.size(); ++issue)
        if (asked.empty() || meant[issue]) issues.push_back(issue);
    return issues;
}

VoteSource source_of(MeasureRequest const& request) {
    if (request.votes == "wide") return VoteSource::Wide;
    if (request.votes == "votes" || request.last_year <= last_year_of_votes) return VoteSource::Votes;
    return VoteSource::Wide;
}

/// In halves: 0, 1 or 2.
std::size_t distance(Vote one, Vote other) {
    return static_cast<std::size_t>(std::abs(static_cast<int>(one) - static_cast<int>(other)));
}

/// What one ally did on one issue in a year: distances from the leader, and the sum of those expected.
struct OnIssue {
    measure::Distances distances;
    double expected = 0.0;
};
using ByIssue = std::array<OnIssue, issue_words.size()>;

/// Roll call by roll call, under each of its issues.
ByIssue compare(RollCallYear const& year, std::span<Vote const> leader, std::span<Vote const> ally,
                std::vector<double> const& expected) {
    ByIssue by_issue;
    for (std::size_t call = 0; call < year.issues.size(); ++call) {
        if (leader[call] == Vote::None || ally[call] == Vote::None) continue;
        for (std::size_t issue = 0; issue < by_issue.size(); ++issue)
            if ((year.issues[call] >> issue & 1U) != 0) {
                ++by_issue[issue].distances.counts[distance(leader[call], ally[call])];
                by_issue[issue].expected += expected[call];
            }
    }
    return by_issue;
}

/// What one year says.
struct YearMeasured {
    struct Ally {
        int state = 0;
        double distance = 0.0; ///< of positions
        ByIssue issues;
    };
    std::vector<Ally> allies; ///< that voted
    std::array<IsolationCell, issue_words.size()> isolation{};
    bool settled = true;
};

/// How the members voted on one roll call in which the leader voted: who did, how far off, how many like the leader.
struct HouseVote {
    std::uint32_t votes = 0;
    double distance = 0.0;
    std::uint32_t like_leader = 0;
};

std::vector<HouseVote> house_votes(RollCallYear const& year, std::size_t leader) {
    std::vector<HouseVote> house(year.issues.size());
    std::span<Vote const> const own = year.of(leader);
    for (std::size_t state = 0; state < year.states.size(); ++state) {
        if (state == leader) continue;
        std::span<Vote const> const votes = year.of(state);
        for (std::size_t call = 0; call < house.size(); ++call) {
            if (own[call] == Vote::None || votes[call] == Vote::None) continue;
            ++house[call].votes;
            house[call].distance += 0.5 * static_cast<double>(distance(votes[call], own[call]));
            house[call].like_leader += votes[call] == own[call] ? 1 : 0;
        }
    }
    return house;
}

void isolate(RollCallYear const& year, std::size_t leader, double alone, YearMeasured& measured) {
    std::vector<HouseVote> const house = house_votes(year, leader);
    for (std::size_t issue = 0; issue < issue_words.size(); ++issue) {
        IsolationCell& cell = measured.isolation[issue];
        cell.year = static_cast<std::int16_t>(year.year);
        double votes = 0.0, distance = 0.0, stood_alone = 0.0;
        for (std::size_t call = 0; call < house.size(); ++call) {
            if (house[call].votes == 0 || (year.issues[call] >> issue & 1U) == 0) continue;
            ++cell.roll_calls;
            votes += house[call].votes;
            distance += house[call].distance;
            // The leader itself is among those who vote and vote like it.
            if (house[call].like_leader + 1.0 < alone * (house[call].votes + 1.0)) ++stood_alone;
        }
        cell.deviation = distance / votes;
        cell.alone = stood_alone / cell.roll_calls;
    }
}

std::vector<std::uint8_t> as_numbers(std::span<Vote const> votes) {
    static_assert(static_cast<std::uint8_t>(Vote::None) == measure::no_vote);
    std::vector<std::uint8_t> numbers(votes.size());
    std::ranges::transform(votes, numbers.begin(), [](Vote vote) { return static_cast<std::uint8_t>(vote); });
    return numbers;
}

YearMeasured measure_year(RollCallYear const& year, std::size_t leader, std::vector<int> const& allies,
                          MeasureRequest const& request) {
    YearMeasured measured;
    isolate(year, leader, request.alone, measured);
    measure::Agenda const agenda(year.states.size(), year.issues.size(), as_numbers(year.votes));
    auto const from_leader = agenda.distances_from(as_numbers(year.of(leader)));
    measured.settled = agenda.converged();
    for (int const ally : allies)
        if (auto const at = year.find(ally))
            measured.allies.push_back({ally, std::abs(agenda.position(*at) - agenda.position(leader)),
                                       compare(year, year.of(leader), year.of(*at), from_leader.expected(*at))});
    return measured;
}

/// One ally's years.
struct AllyYear {
    int year;
    YearMeasured::Ally const* measured;
    double house; ///< mean deviation of all members over all roll calls
};
using ByAlly = std::map<int, std::vector<AllyYear>>;

double adjusted(OnIssue const& on) { return on.distances.mean() - on.expected / on.distances.votes(); }

double spread(std::vector<double> const& values) {
    if (values.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    auto const n = static_cast<double>(values.size());
    double const mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (double const value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (n - 1));
}

AllySummary summary_of(std::vector<AllyYear> const& years) {
    ByIssue over_years;
    std::vector<double> when, deviation, beyond_house;
    for (AllyYear const& each : years) {
        for (std::size_t issue = 0; issue < over_years.size(); ++issue) {
            OnIssue const& on = each.measured->issues[issue];
            for (std::size_t step = 0; step < 3; ++step)
                over_years[issue].distances.counts[step] += on.distances.counts[step];
            over_years[issue].expected += on.expected;
        }
        measure::Distances const& all = each.measured->issues[every].distances;
        if (all.votes() == 0) continue;
        when.push_back(each.year);
        deviation.push_back(all.mean());
        beyond_house.push_back(all.mean() - each.house);
    }
    std::vector<double> raw, beyond;
    for (std::size_t issue = 0; issue < roll_call_issues; ++issue)
        if (over_years[issue].distances.votes() > 0) {
            raw.push_back(over_years[issue].distances.mean());
            beyond.push_back(adjusted(over_years[issue]));
        }
    AllySummary summary;
    summary.first_year = static_cast<std::int16_t>(years.front().year);
    summary.last_year = static_cast<std::int16_t>(years.back().year);
    summary.votes = over_years[every].distances.votes();
    summary.deviation = over_years[every].distances.mean();
    summary.alienation = std::accumulate(raw.begin(), raw.end(), 0.0) / static_cast<double>(raw.size());
    summary.dispersion = spread(raw);
    summary.adjusted_dispersion = spread(beyond);
    summary.trend = measure::trend_of(when, deviation);
    summary.own_trend = measure::trend_of(when, beyond_house);
    return summary;
}

void lay_out(Measured& result, ByAlly const& by_ally, std::vector<std::size_t> const& issues) {
    for (auto const& [state, years] : by_ally) {
        auto const position = static_cast<std::uint16_t>(result.allies.size());
        result.allies.push_back({std::to_string(state), name_over_years(state, years.front().year, years.back().year)});
        for (std::size_t issue = 0; issue < issues.size(); ++issue)
            for (AllyYear const& each : years) {
                OnIssue const& on = each.measured->issues[issues[issue]];
                if (on.distances.votes() == 0) continue;
                result.cells.push_back({position, static_cast<std::uint8_t>(issue),
                                        static_cast<std::int16_t>(each.year), on.distances.votes(), on.distances.mean(),
                                        measure::interval_of(on.distances), adjusted(on)});
            }
        for (AllyYear const& each : years)
            result.positions.push_back({position, static_cast<std::int16_t>(each.year), each.measured->distance});
        result.summaries.push_back(summary_of(years));
        result.summaries.back().ally = position;
    }
}

std::string range(MeasureRequest const& request) { return span_of_years(request.first_year, request.last_year); }

[[noreturn]] void fail_for_nothing(Text what, std::string const& found, Text expected) {
    throw Error(
        Problem{.place = {}, .what = std::move(what), .found = found, .expected = std::move(expected), .nearest = {}});
}

/// The years of those asked for that are not measured, "1964, 1985–1989".
std::string years_without(std::vector<RollCallYear> const& years, int first, int last) {
    std::string list;
    auto const add = [&](int from, int to) {
        if (from <= to) list += (list.empty() ? "" : ", ") + span_of_years(from, to);
    };
    for (RollCallYear const& year : years) {
        add(first, year.year - 1);
        first = year.year + 1;
    }
    add(first, last);
    return list;
}

/// The years in which the leader voted; which ones it did not is noted.
RollCalls calls_of_leader(data::Store const& store, MeasureRequest const& request, int leader) {
    RollCalls calls = read_roll_calls(store, source_of(request), request.first_year, request.last_year);
    if (calls.years.empty())
        fail_for_nothing({"no roll calls in these years", "这些年份没有唱名表决"}, range(request),
                         {"years of 1946–2020 (--of votes) or 1946–2024 (--of wide)",
                          "1946–2020（--of votes）或 1946–2024（--of wide）中的年份"});
    std::erase_if(calls.years, [&](RollCallYear const& year) { return !year.find(leader); });
    if (calls.years.empty())
        fail_for_nothing({"the leader cast no vote in " + range(request), "主导国在 " + range(request) + " 年没有投票"},
                         request.leader,
                         {"a state that voted in the General Assembly then", "当时在联合国大会投票的国家"});
    if (std::string const none = years_without(calls.years, request.first_year, request.last_year); !none.empty())
        calls.notes.push_back(
            {"Years without a vote of the leader: " + none + ".", "主导国没有投票的年份：" + none + "。"});
    return calls;
}

std::vector<YearMeasured> measure_years(RollCalls const& calls, AlliesByYear const& allies, int leader,
                                        MeasureRequest const& request) {
    std::vector<YearMeasured> measured(calls.years.size());
    parallel_for(measured.size(), 1, request.threads, [&](std::size_t first, std::size_t last, std::size_t) {
        for (std::size_t y = first; y < last; ++y) {
            RollCallYear const& year = calls.years[y];
            measured[y] = measure_year(year, *year.find(leader),
                                       allies.of[static_cast<std::size_t>(year.year - request.first_year)], request);
        }
    });
    return measured;
}

} // namespace

Measured measure_alienation(data::Store const& store, MeasureRequest const& request) {
    std::vector<std::size_t> const issues = issues_meant(request.issues);
    int const leader = state_over_years(request.leader, request.first_year, request.last_year);
    AlliesByYear const allies =
        allies_by_year(store, leader, request.allies, request.first_year, request.last_year, request.carry);
    RollCalls const calls = calls_of_leader(store, request, leader);
    std::vector<YearMeasured> const measured = measure_years(calls, allies, leader, request);
    Measured result;
    result.leader = {std::to_string(leader),
                     name_over_years(leader, calls.years.front().year, calls.years.back().year)};
    for (std::size_t const issue : issues)
        result.issues.push_back({std::string(issue_words[issue]), issue_name(issue)});
    ByAlly by_ally;
    for (std::size_t y = 0; y < measured.size(); ++y)
        for (YearMeasured::Ally const& ally : measured[y].allies)
            if (ally.issues[every].distances.votes() > 0)
                by_ally[ally.state].push_back({calls.years[y].year, &ally, measured[y].isolation[every].deviation});
    if (by_ally.empty())
        fail_for_nothing(
            {"no ally of the leader cast a vote in " + range(request),
             "主导国的盟国在 " + range(request) + " 年都没有投票"},
            request.allies,
            {"a group with members that voted then; --carry N carries treaties beyond the end of their data",
             "当时有成员投票的一组国家；--carry N 可在条约数据截止后沿用"});
    lay_out(result, by_ally, issues);
    result.settled = std::ranges::all_of(measured, &YearMeasured::settled);
    for (std::size_t issue = 0; issue < issues.size(); ++issue)
        for (YearMeasured const& year : measured) {
            result.isolation.push_back(year.isolation[issues[issue]]);
            result.isolation.back().issue = static_cast<std::uint8_t>(issue);
        }
    std::erase_if(result.isolation, [](IsolationCell const& cell) { return cell.roll_calls == 0; });
    for (auto const* const sources : {&calls.sources, &allies.sources})
        result.sources.insert(result.sources.end(), sources->begin(), sources->end());
    for (auto const* const notes : {&allies.notes, &calls.notes})
        result.notes.insert(result.notes.end(), notes->begin(), notes->end());
    return result;
}

} // namespace casus::fit
