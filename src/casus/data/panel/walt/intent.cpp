// What rivals and members mean: rivalries that ended or began, disputes that members began, disputes among them.
#include "casus/data/panel/walt/states.hpp"

#include <map>

namespace casus::data::walt {

namespace {

constexpr int years_of_intent = 5;

struct StatesInRivalry {
    int one;
    int other;
    int first_year;
    int last_year;

    [[nodiscard]] bool same_pair(StatesInRivalry const& rivalry) const {
        return (one == rivalry.one && other == rivalry.other) || (one == rivalry.other && other == rivalry.one);
    }
    [[nodiscard]] bool in(int year) const { return first_year <= year && year <= last_year; }
};

std::vector<StatesInRivalry> read_rivalries(Store const& store, std::string const& dataset) {
    Table const table = store.read(dataset, {"ccode1", "ccode2", "start", "end"});
    auto const one = whole_in(table, "ccode1", dataset), other = whole_in(table, "ccode2", dataset),
               start = whole_in(table, "start", dataset), end = whole_in(table, "end", dataset);
    std::vector<StatesInRivalry> result;
    for (std::size_t row = 0; row < table.rows(); ++row) result.push_back({one[row], other[row], start[row], end[row]});
    return result;
}

/// A participant of a dispute.
struct Disputant {
    int state;
    bool side_a;
    bool began; ///< was there from the first day, on side A, and wanted to change something
    int year;   ///< in which it came in
};

struct DisputeParties {
    int first_year = missing<std::int32_t>;
    int last_year = missing<std::int32_t>; ///< in which anybody came in
    std::vector<Disputant> parties;
};

std::vector<DisputeParties> read_parties(Store const& store, std::string const& dataset) {
    Table const table = store.read(dataset, {"dispnum", "ccode", "styear", "sidea", "orig", "revstate"});
    auto const dispute = whole_in(table, "dispnum", dataset), state = whole_in(table, "ccode", dataset),
               year = whole_in(table, "styear", dataset), side = whole_in(table, "sidea", dataset),
               originator = whole_in(table, "orig", dataset), revisionist = whole_in(table, "revstate", dataset);
    std::map<int, DisputeParties> disputes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        DisputeParties& one = disputes[dispute[row]];
        bool const first = one.parties.empty();
        one.first_year = first ? year[row] : std::min(one.first_year, year[row]);
        one.last_year = first ? year[row] : std::max(one.last_year, year[row]);
        bool const began = side[row] == 1 && originator[row] == 1 && revisionist[row] == 1;
        one.parties.push_back({state[row], side[row] == 1, began, year[row]});
    }
    std::vector<DisputeParties> result;
    for (auto& [number, one] : disputes) result.push_back(std::move(one));
    return result;
}

bool is_member(AllianceYear const& row, int state) { return std::ranges::binary_search(row.members, state); }

/// Members that began disputes with outsiders from one year to another, and disputes among members in those years.
struct Conduct {
    std::vector<int> aggressive; ///< each once
    int within = 0;
};

Conduct conduct_of(AllianceYear const& row, std::vector<DisputeParties> const& disputes, int from, int to) {
    Conduct result;
    for (DisputeParties const& dispute : disputes) {
        if (dispute.last_year < from || dispute.first_year > to) continue;
        bool within = false;
        for (Disputant const& a : dispute.parties) {
            if (!a.side_a || !is_member(row, a.state)) continue;
            for (Disputant const& b : dispute.parties) {
                if (b.side_a) continue;
                int const year = std::max(a.year, b.year);
                if (year < from || year > to) continue;
                if (is_member(row, b.state))
                    within = true;
                else if (a.began && a.year >= from &&
                         std::ranges::find(result.aggressive, a.state) == result.aggressive.end())
                    result.aggressive.push_back(a.state);
            }
        }
        if (within) ++result.within;
    }
    return result;
}

/// True where `is_one` holds of a rivalry of a member with an outsider.
template <class Is>
bool any_rivalry(AllianceYear const& row, std::vector<StatesInRivalry> const& rivalries, Is const& is_one) {
    return std::ranges::any_of(rivalries, [&](StatesInRivalry const& each) {
        return is_member(row, each.one) != is_member(row, each.other) && is_one(each);
    });
}

/// True where the two are rivals in the year by another spell than this.
bool otherwise_rivals(StatesInRivalry const& rivalry, std::vector<StatesInRivalry> const& rivalries, int year) {
    return std::ranges::any_of(rivalries, [&](StatesInRivalry const& other) {
        return &other != &rivalry && other.same_pair(rivalry) && other.in(year) &&
               (other.first_year != rivalry.first_year || other.last_year != rivalry.last_year);
    });
}

void fill_rivalries(Ground const& ground, TermColumn& ended, TermColumn& begun, std::string const& dataset) {
    std::vector<StatesInRivalry> const rivalries = read_rivalries(*ground.store, dataset);
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        int const from = start_of_change(row, years_of_intent - 1) - 1;
        int const to = row.year - 1;
        if (!covers(ended.coverage, row.year)) continue;
        auto const in_window = [&](int year) { return from <= year && year <= to; };
        ended.values[r] = any_rivalry(row, rivalries, [&](StatesInRivalry const& each) {
            return in_window(each.last_year) && each.last_year < ended.coverage.last_year - 1 &&
                   !otherwise_rivals(each, rivalries, each.last_year);
        });
        begun.values[r] = any_rivalry(row, rivalries, [&](StatesInRivalry const& each) {
            return in_window(each.first_year) && !otherwise_rivals(each, rivalries, each.first_year);
        });
    }
}

void fill_conduct(Ground const& ground, TermColumn& aggressive, TermColumn& within, std::string const& dataset) {
    std::vector<DisputeParties> const disputes = read_parties(*ground.store, dataset);
    for (std::size_t r = 0; r < ground.rows.size(); ++r) {
        AllianceYear const& row = ground.rows[r];
        if (!covers(aggressive.coverage, row.year)) continue;
        Conduct const conduct = conduct_of(row, disputes, row.year - years_of_intent, row.year - 1);
        aggressive.values[r] = static_cast<double>(conduct.aggressive.size()) / static_cast<double>(row.members.size());
        within.values[r] = conduct.within;
    }
}

} // namespace

std::vector<TermColumn> intent_terms(Ground const& ground) {
    Imported const rivalries = imported(*ground.store, newest_with(*ground.store, "rivalry-tss", "ccode1"));
    Imported const disputes = imported(*ground.store, "mid-participant");
    Coverage const of_rivalries{rivalries.coverage.first_year + years_of_intent, rivalries.coverage.last_year + 1};
    Coverage const of_disputes{disputes.coverage.first_year + years_of_intent, disputes.coverage.last_year + 1};
    TermColumn ended = unknown_term(ground, "rivalry_ended",
                                    {"1: a member's rivalry with an outsider ended in the last 5 years of the alliance",
                                     "1：成员与外部国家的竞争关系在联盟近五年内结束"},
                                    rivalries.origin, of_rivalries);
    TermColumn begun = unknown_term(ground, "rivalry_begun",
                                    {"1: a member's rivalry with an outsider began in the last 5 years of the alliance",
                                     "1：成员与外部国家的竞争关系在联盟近五年内开始"},
                                    rivalries.origin, of_rivalries);
    TermColumn aggressive =
        unknown_term(ground, "member_aggressive",
                     {"share of members that, as revisionists, began disputes with outsiders in the last 5 years",
                      "近五年内以修正主义者身份对外发起争端的成员份额"},
                     disputes.origin, of_disputes);
    TermColumn within = unknown_term(ground, "disputes_within",
                                     {"disputes among members in the last 5 years", "近五年内成员之间的争端数"},
                                     disputes.origin, of_disputes);
    fill_rivalries(ground, ended, begun, rivalries.origin.dataset + "@" + rivalries.origin.version);
    fill_conduct(ground, aggressive, within, disputes.origin.dataset + "@" + disputes.origin.version);
    return {std::move(ended), std::move(begun), std::move(aggressive), std::move(within)};
}

} // namespace casus::data::walt
