#include "casus/data/panel/treaties.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

namespace casus::data {

namespace {

using Numbers = Values<std::int32_t>;
constexpr int none = missing<std::int32_t>;

constexpr std::array atop_kinds{Obligation::Defense, Obligation::Offense, Obligation::Neutrality,
                                Obligation::NonAggression, Obligation::Consultation};
constexpr std::array cow_kinds{Obligation::Defense, Obligation::Neutrality, Obligation::NonAggression,
                               Obligation::Entente};

/// The flags of one row in the order of `kinds`.
Obligations obligations_in(std::vector<Numbers> const& flags, std::span<Obligation const> kinds, std::size_t row) {
    Obligations result;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        auto const bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(kinds[k]));
        if (flags[k][row] == none)
            result.unknown = static_cast<std::uint8_t>(result.unknown | bit);
        else if (flags[k][row] != 0)
            result.owed = static_cast<std::uint8_t>(result.owed | bit);
    }
    return result;
}

/// What one data set calls the columns of a member's spell.
struct Columns {
    std::string id, member, first_year, first_month, first_day, last_year, last_month, last_day;
    std::string phase;  ///< empty: none
    std::string varies; ///< empty: none
    std::vector<std::string> flags;
};

Columns const atop_columns{"atopid",
                           "member",
                           "yrent",
                           "moent",
                           "dayent",
                           "yrexit",
                           "moexit",
                           "dayexit",
                           "phase",
                           "obvary",
                           {"defense", "offense", "neutral", "nonagg", "consul"}};
Columns const cow_columns{"version4id",
                          "ccode",
                          "mem_st_year",
                          "mem_st_month",
                          "mem_st_day",
                          "mem_end_year",
                          "mem_end_month",
                          "mem_end_day",
                          {},
                          {},
                          {"defense", "neutrality", "nonaggression", "entente"}};

Treaties read(Store const& store, std::string const& dataset, Columns const& columns,
              std::span<Obligation const> kinds) {
    auto const [origin, coverage] = imported(store, dataset);
    std::vector<std::string> names{columns.id,        columns.member,    columns.first_year, columns.first_month,
                                   columns.first_day, columns.last_year, columns.last_month, columns.last_day};
    if (!columns.phase.empty()) names.push_back(columns.phase);
    if (!columns.varies.empty()) names.push_back(columns.varies);
    names.insert(names.end(), columns.flags.begin(), columns.flags.end());
    Table const table = store.read(dataset, names);
    auto const column = [&](std::string const& name) {
        return name.empty() ? Numbers(table.rows(), 0) : whole_in(table, name, dataset);
    };
    Numbers const id = column(columns.id), member = column(columns.member), phase = column(columns.phase),
                  varies = column(columns.varies), first_year = column(columns.first_year),
                  first_month = column(columns.first_month), first_day = column(columns.first_day),
                  last_year = column(columns.last_year), last_month = column(columns.last_month),
                  last_day = column(columns.last_day);
    std::vector<Numbers> flags;
    for (std::string const& flag : columns.flags) flags.push_back(column(flag));

    Treaties result{origin, coverage, {}};
    std::map<int, Treaty> treaties;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Treaty& treaty = treaties[id[row]];
        treaty.id = id[row];
        treaty.varies = treaty.varies || varies[row] == 1;
        bool const goes_on = last_year[row] == 0 || last_year[row] == none;
        treaty.members.push_back({.state = member[row],
                                  .phase = phase[row] == none ? 0 : phase[row],
                                  .first_day = first_day_number(first_year[row], first_month[row], first_day[row]),
                                  .last_day = goes_on ? day_number(coverage.last_year, 12, 31)
                                                      : last_day_number(last_year[row], last_month[row], last_day[row]),
                                  .goes_on = goes_on,
                                  .obligations = obligations_in(flags, kinds, row)});
    }
    for (auto& [number, treaty] : treaties) result.list.push_back(std::move(treaty));
    return result;
}

/// The terms under which one member owes another something, from a day on.
struct Terms {
    int first_day;
    int first_year;
    int last_year;
    Obligations obligations;
};

/// What `from` owes in the years in which it shares days with `to`.
std::vector<Terms> shared(Treaty const& treaty, std::span<std::size_t const> from, std::span<std::size_t const> to) {
    std::vector<Terms> result;
    for (std::size_t const i : from)
        for (std::size_t const j : to) {
            TreatyMember const& one = treaty.members[i];
            TreatyMember const& other = treaty.members[j];
            int const first = std::max(one.first_day, other.first_day);
            int const last = std::min(one.last_day, other.last_day);
            if (one.phase != other.phase || first > last) continue;
            result.push_back({first, year_of_day(first), year_of_day(last), one.obligations});
        }
    std::ranges::stable_sort(result, {}, &Terms::first_day);
    return result;
}

/// Calls emit(first year, last year, obligations) for stretches of equal terms; in a year the last to begin counts.
template <class Emit> void by_years(std::span<Terms const> terms, Emit const& emit) {
    int last = terms.front().last_year;
    for (Terms const& each : terms) last = std::max(last, each.last_year);
    auto const in = [&](int year) -> Terms const* {
        Terms const* found = nullptr;
        for (Terms const& each : terms)
            if (each.first_year <= year && year <= each.last_year) found = &each;
        return found;
    };
    for (int year = terms.front().first_year; year <= last;) {
        Terms const* const now = in(year);
        int end = year;
        while (end < last && in(end + 1) == now) ++end;
        if (now) emit(year, end, now->obligations);
        year = end + 1;
    }
}

} // namespace

std::span<Obligation const> Treaties::kinds() const {
    if (origin.dataset.starts_with("atop")) return atop_kinds;
    return cow_kinds;
}

Treaties read_treaties(Store const& store, std::string_view choice) {
    std::size_t const at = std::min(choice.size(), choice.find('@'));
    std::string const version(choice.substr(at));
    if (choice.substr(0, at) == "cow") return read(store, "cow-alliance-member" + version, cow_columns, cow_kinds);
    return read(store, "atop-member" + version, atop_columns, atop_kinds);
}

std::string_view word_of(Obligation kind) {
    switch (kind) {
    case Obligation::Defense:
        return "defense";
    case Obligation::Offense:
        return "offense";
    case Obligation::Neutrality:
        return "neutral";
    case Obligation::NonAggression:
        return "nonagg";
    case Obligation::Consultation:
        return "consul";
    case Obligation::Entente:
        break;
    }
    return "entente";
}

Text label_of(Obligation kind) {
    switch (kind) {
    case Obligation::Defense:
        return {"defence", "防御"};
    case Obligation::Offense:
        return {"offence", "进攻"};
    case Obligation::Neutrality:
        return {"neutrality", "中立"};
    case Obligation::NonAggression:
        return {"non-aggression", "互不侵犯"};
    case Obligation::Consultation:
        return {"consultation", "磋商"};
    case Obligation::Entente:
        break;
    }
    return {"entente", "协约"};
}

std::vector<std::vector<PairSpell>> owed_by_pairs(Treaties const& treaties, StateJoin& join) {
    std::span<Obligation const> const kinds = treaties.kinds();
    std::vector<std::vector<PairSpell>> result(kinds.size());
    for (Treaty const& treaty : treaties.list) {
        std::map<int, std::vector<std::size_t>> spells_of;
        for (std::size_t i = 0; i < treaty.members.size(); ++i) {
            TreatyMember const& member = treaty.members[i];
            spells_of[member.state].push_back(i);
            join.count_spell(member.state, year_of_day(member.first_day), year_of_day(member.last_day));
        }
        for (auto const& [from, own] : spells_of)
            for (auto const& [to, others] : spells_of) {
                if (from == to) continue;
                std::vector<Terms> const terms = shared(treaty, own, others);
                if (terms.empty()) continue;
                by_years(terms, [&, one = from, other = to](int first, int last, Obligations owed) {
                    for (std::size_t k = 0; k < kinds.size(); ++k)
                        if (owed.owes(kinds[k]) || owed.unsure(kinds[k]))
                            (void)join.add_uncounted(result[k], one, other, first, last,
                                                     owed.owes(kinds[k]) ? 1.0 : missing<double>);
                });
            }
    }
    return result;
}

} // namespace casus::data
