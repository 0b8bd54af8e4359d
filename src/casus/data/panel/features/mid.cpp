// Militarized interstate disputes between two states. Two participants of a dispute are a dyad in it where they stand
// on opposite sides and their spells share a day (an unknown day is the first or the last of its month). The dispute
// is ongoing in every year of that overlap, and its onset is the overlap's first year; a participant who leaves and
// comes back has as many spells, and only the first onset of a pair in a dispute counts. Hostility and fatalities are
// the higher of the two participants'; unknown fatalities show only where no dispute of the year knows them.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/join.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace casus::data::features {

namespace {

struct Participant {
    int state;
    bool side_a;
    int first_day;
    int last_day;
    double hostility;
    double fatality;
};

using Disputes = std::map<int, std::vector<Participant>>;

Disputes read(Store const& store, std::string const& dataset) {
    Table const table = store.read(dataset, {"dispnum", "ccode", "sidea", "styear", "stmon", "stday", "endyear",
                                             "endmon", "endday", "hostlev", "fatality"});
    auto const at = [&](char const* name) { return whole_in(table, name, dataset); };
    auto const dispute = at("dispnum"), state = at("ccode"), side = at("sidea"), start_year = at("styear"),
               start_month = at("stmon"), start_day = at("stday"), end_year = at("endyear"), end_month = at("endmon"),
               end_day = at("endday");
    auto const hostility = real_in(table, "hostlev", dataset), fatality = real_in(table, "fatality", dataset);
    Disputes result;
    for (std::size_t row = 0; row < table.rows(); ++row)
        result[dispute[row]].push_back(
            {state[row], side[row] == 1, first_day_number(start_year[row], start_month[row], start_day[row]),
             last_day_number(end_year[row], end_month[row], end_day[row]), hostility[row], fatality[row]});
    return result;
}

double higher(double one, double other) {
    if (std::isnan(one)) return other;
    return std::isnan(other) ? one : std::max(one, other);
}

struct Lists {
    std::vector<PairSpell> ongoing, onset, hostility, fatality;
};

void add_dispute(std::vector<Participant> const& participants, StateJoin& join, Lists& lists) {
    std::map<std::pair<int, int>, int> onsets;
    for (Participant const& a : participants)
        for (Participant const& b : participants) {
            int const first_day = std::max(a.first_day, b.first_day);
            int const last_day = std::min(a.last_day, b.last_day);
            if (!a.side_a || b.side_a || first_day > last_day) continue;
            int const first = year_of_day(first_day);
            int const last = year_of_day(last_day);
            join.add_spell(lists.ongoing, a.state, b.state, first, last, 1.0);
            (void)join.add_uncounted(lists.hostility, a.state, b.state, first, last, higher(a.hostility, b.hostility));
            (void)join.add_uncounted(lists.fatality, a.state, b.state, first, last, higher(a.fatality, b.fatality));
            auto const [known, added] = onsets.try_emplace({a.state, b.state}, first);
            if (!added) known->second = std::min(known->second, first);
        }
    for (auto const& [pair, year] : onsets)
        (void)join.add_uncounted(lists.onset, pair.first, pair.second, year, year, 1.0);
}

PairSeries series_of(std::string name, Text label, Imported const& from, std::vector<PairSpell> spells,
                     PerState per_state) {
    PairSeries series;
    series.name = std::move(name);
    series.label = std::move(label);
    series.origin = from.origin;
    series.coverage = from.coverage;
    series.otherwise = 0.0;
    series.spells = std::move(spells);
    series.per_state = std::move(per_state);
    return series;
}

FeatureColumns mid_columns(FeatureRequest const& request) {
    bool const gml = request.word() == "gml";
    std::string const prefix = gml ? "gmlmid" : "cowmid";
    std::string const dataset = request.dataset(gml ? "gml-participant" : "mid-participant");
    Imported const from = imported(*request.store, dataset);
    StateJoin join(request.frame->system(), StateCode::Cow, from.origin);
    Lists lists;
    for (auto const& [number, participants] : read(*request.store, dataset)) add_dispute(participants, join, lists);

    using How = PerState::How;
    FeatureColumns result;
    result.pairs.push_back(series_of(prefix + "ongoing",
                                     {"1: a militarized dispute goes on between the two", "1：两国间有军事化争端"},
                                     from, std::move(lists.ongoing),
                                     {How::Count,
                                      prefix + "ongoing",
                                      {"states with which it has a militarized dispute", "与之有军事化争端的国家数"},
                                      Width::Small}));
    result.pairs.push_back(series_of(prefix + "onset",
                                     {"1: a militarized dispute begins between the two", "1：两国间开始一起军事化争端"},
                                     from, std::move(lists.onset),
                                     {How::Count,
                                      prefix + "onset",
                                      {"states with which a militarized dispute begins", "与之开始军事化争端的国家数"},
                                      Width::Small}));
    result.pairs.push_back(series_of(
        prefix + "hostlev",
        {"highest hostility of their disputes: 1 none, 2 threat, 3 display, 4 use of force, 5 war; 0 no dispute",
         "争端的最高敌对程度：1 无军事行动，2 威胁，3 展示，4 使用武力，5 战争；0 无争端"},
        from, std::move(lists.hostility),
        {How::Max,
         prefix + "hostlev",
         {"highest hostility of its disputes, 1 to 5; 0 no dispute", "其争端的最高敌对程度，1 至 5；0 无争端"},
         Width::Flag}));
    result.pairs.push_back(
        series_of(prefix + "fatality",
                  {"fatalities in their disputes, category 0 to 6 of the side that lost more",
                   "争端死亡人数类别 0 至 6，取损失较大一方"},
                  from, std::move(lists.fatality),
                  {How::Max,
                   prefix + "fatality",
                   {"highest category of fatalities in its disputes, 0 to 6", "其争端的最高死亡人数类别，0 至 6"},
                   Width::Flag}));
    join.report(result.notes);
    return result;
}

} // namespace

Feature mid() {
    return {.name = "mid",
            .title = {"militarized interstate disputes: ongoing, onset, hostility, fatalities",
                      "军事化国际争端：进行中、开始、敌对程度、死亡人数"},
            .choices = {"cow", "gml"},
            .only_pairs = false,
            .columns = mid_columns};
}

} // namespace casus::data::features
