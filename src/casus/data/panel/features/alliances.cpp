// Obligations of alliances between two states: atop_defense … and cow_defense …
//
// ATOP: what the first state owes the second, from the spells of members in the phases of each treaty (treaties.hpp).
// COW: from the published spells of directed dyads; those count every year with a day in them.
#include "casus/data/panel/features/features.hpp"
#include "casus/data/panel/treaties.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace casus::data::features {

namespace {

PairSeries series_of(Obligation kind, std::string const& prefix, Text const& coded_by, Imported const& from) {
    PairSeries series;
    Text const word = label_of(kind);
    series.name = fmt::format("{}_{}", prefix, word_of(kind));
    series.label = {fmt::format("1: the first owes the second {} in an alliance ({})", word.en, coded_by.en),
                    fmt::format("1：前者依联盟对后者负有{}义务（{}）", word.zh, coded_by.zh)};
    series.origin = from.origin;
    series.coverage = from.coverage;
    series.otherwise = 0.0;
    series.direction = PairSeries::Direction::Joined;
    series.per_state = PerState{.how = PerState::How::Count,
                                .name = series.name,
                                .label = {fmt::format("states to which it owes {} ({})", word.en, coded_by.en),
                                          fmt::format("该国对其负有{}义务的国家数（{}）", word.zh, coded_by.zh)},
                                .width = Width::Small};
    return series;
}

/// Where members of one treaty owe different things to different fellow members the member file does not say to whom.
void note_varying(Treaties const& treaties, std::vector<JoinNote>& notes) {
    JoinNote note{treaties.origin,
                  {"treaties whose members owe different things to different fellow members: the file does not say to "
                   "whom, so each obligation is taken to hold towards all",
                   "成员对不同盟友义务不同的条约：数据未说明对谁，此处视为对所有成员都有该义务"},
                  0,
                  {}};
    for (Treaty const& treaty : treaties.list) {
        std::set<int> states;
        for (TreatyMember const& member : treaty.members) states.insert(member.state);
        if (!treaty.varies || states.size() < 3) continue;
        if (note.rows++ == 0) note.example = fmt::format("{}", treaty.id);
    }
    if (note.rows) notes.push_back(note);
}

FeatureColumns by_atop(FeatureRequest const& request) {
    Treaties const treaties = read_treaties(*request.store, request.choice.empty() ? "atop" : request.choice);
    StateJoin join(request.frame->system(), StateCode::Cow, treaties.origin);
    std::vector<std::vector<PairSpell>> owed = owed_by_pairs(treaties, join);
    FeatureColumns result;
    for (std::size_t k = 0; k < owed.size(); ++k) {
        result.pairs.push_back(
            series_of(treaties.kinds()[k], "atop", {"ATOP", "ATOP"}, {treaties.origin, treaties.coverage}));
        result.pairs.back().spells = std::move(owed[k]);
    }
    join.report(result.notes);
    note_varying(treaties, result.notes);
    return result;
}

FeatureColumns by_cow(FeatureRequest const& request) {
    std::string const directed = request.dataset("cow-alliance-directed");
    bool const by_direction = request.store->find(directed).has_value();
    std::string const dataset = by_direction ? directed : request.dataset("cow-alliance-dyad");
    Imported const from = imported(*request.store, dataset);
    constexpr std::array kinds{Obligation::Defense, Obligation::Neutrality, Obligation::NonAggression,
                               Obligation::Entente};
    std::vector<std::string> const flags{"defense", "neutrality", "nonaggression", "entente"};
    std::vector<std::string> names{"ccode1", "ccode2", "dyad_st_year", "dyad_end_year"};
    names.insert(names.end(), flags.begin(), flags.end());
    Table const table = request.store->read(dataset, names);
    StateJoin join(request.frame->system(), StateCode::Cow, from.origin);

    FeatureColumns result;
    std::vector<Values<std::int32_t>> flag;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        result.pairs.push_back(series_of(kinds[k], "cow", {"COW", "COW"}, from));
        if (!by_direction) result.pairs.back().direction = PairSeries::Direction::None;
        flag.push_back(whole_in(table, flags[k], dataset));
    }
    auto const first = whole_in(table, "ccode1", dataset), second = whole_in(table, "ccode2", dataset),
               start = whole_in(table, "dyad_st_year", dataset), end = whole_in(table, "dyad_end_year", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        int const last = end[row] == missing<std::int32_t> ? from.coverage.last_year : end[row];
        std::vector<PairSpell> years;
        join.add_spell(years, first[row], second[row], start[row], last, 0.0);
        for (std::size_t k = 0; k < kinds.size(); ++k)
            if (flag[k][row] != 0)
                for (PairSpell& spell : years) {
                    spell.value = flag[k][row] == missing<std::int32_t> ? missing<double> : 1.0;
                    result.pairs[k].spells.push_back(spell);
                }
    }
    join.report(result.notes);
    return result;
}

} // namespace

Feature alliances() {
    return {.name = "alliances",
            .title = {"obligations of alliances, by kind", "联盟义务，按类别"},
            .choices = {"atop", "cow"},
            .only_pairs = false,
            .columns = [](FeatureRequest const& request) {
                return request.word() == "cow" ? by_cow(request) : by_atop(request);
            }};
}

} // namespace casus::data::features
