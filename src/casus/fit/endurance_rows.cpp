#include "casus/fit/endurance_rows.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/alliance_rows.hpp"
#include "casus/data/panel/alliance_years.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace casus::fit {

namespace {

struct EndingName {
    std::string_view word;
    Text label;
};

std::array<EndingName, endings> const& ending_names() {
    static std::array<EndingName, endings> const names{{{"none", {"goes on", "存续"}},
                                                        {"fulfilled", {"fulfilled", "已履行"}},
                                                        {"violated", {"violated", "违约"}},
                                                        {"renegotiated", {"renegotiated", "重新谈判"}},
                                                        {"state_death", {"death of a state", "国家消亡"}},
                                                        {"other", {"other or unknown", "其他或不明"}}}};
    return names;
}

Ending ending_of(data::Column const* column, std::size_t row) {
    if (column == nullptr || column->is_missing(row)) return Ending::Other;
    std::string_view const word = column->word(row);
    for (std::size_t e = 1; e < endings; ++e)
        if (ending_names()[e].word == word) return static_cast<Ending>(e);
    return Ending::Other;
}

bool in_scope(std::uint8_t owed, Scope scope) {
    data::Obligations const obligations{.owed = owed, .unknown = 0};
    return scope == Scope::All || obligations.owes(data::Obligation::Defense) ||
           obligations.owes(data::Obligation::Offense);
}

/// Terms that are obligations, which are those of the year before and thus no columns of the panel.
std::optional<data::Obligation> obligation_named(std::string_view name) {
    for (std::size_t kind = 0; kind < data::obligation_kinds; ++kind)
        if (data::word_of(static_cast<data::Obligation>(kind)) == name) return static_cast<data::Obligation>(kind);
    return std::nullopt;
}

/// From rows of the panel to those kept.
struct Kept {
    std::vector<std::size_t> row;   ///< of the panel
    std::vector<std::size_t> known; ///< row whose obligations and members were known when the year began
};

Kept kept_rows(std::vector<data::AllianceYear> const& all, Scope scope) {
    Kept kept;
    for (std::size_t row = 0; row < all.size(); ++row) {
        std::size_t const known = row > 0 && all[row - 1].treaty == all[row].treaty ? row - 1 : row;
        if (!in_scope(all[known].owed.owed, scope)) continue;
        kept.row.push_back(row);
        kept.known.push_back(known);
    }
    return kept;
}

void add_panel_terms(data::Panel const& panel, Kept const& kept, EnduranceRows& rows) {
    for (EnduranceTerm const& term : endurance_terms()) {
        std::vector<double> values;
        int since = panel.first_year;
        if (auto const kind = obligation_named(term.name)) {
            for (std::uint8_t const owed : rows.owed)
                values.push_back(data::Obligations{.owed = owed, .unknown = 0}.owes(*kind) ? 1.0 : 0.0);
        } else {
            auto const about = std::ranges::find(panel.columns, term.name, &data::PanelColumn::name);
            if (about == panel.columns.end()) continue;
            since = about->coverage.first_year;
            data::Column const& column = panel.table[term.name];
            for (std::size_t const row : kept.row) values.push_back(column.number(row));
        }
        rows.terms.push_back(term);
        rows.values.push_back(std::move(values));
        rows.since.push_back(since);
    }
}

/// Of each alliance and each state that was ever bound by it.
struct Belonging {
    std::uint32_t alliance = 0;
    std::vector<int> years; ///< ascending
    int ended = 0;          ///< year in which it ended with the state still bound; 0: it did not
};

bool any_within(std::vector<int> const& years, int first, int last) {
    auto const from = std::ranges::lower_bound(years, first);
    return from != years.end() && *from <= last;
}

std::map<int, std::vector<Belonging>> belongings(EnduranceRows const& rows, MembersOfRows const& members) {
    std::map<int, std::vector<Belonging>> all;
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (int const member : members[row]) {
            std::vector<Belonging>& own = all[member];
            if (own.empty() || own.back().alliance != rows.alliance[row]) own.push_back({rows.alliance[row], {}, 0});
            own.back().years.push_back(rows.year[row]);
            if (rows.ends(row)) own.back().ended = rows.year[row];
        }
    return all;
}

struct Share {
    double ended = 0.0;
    double all = 0.0;
    [[nodiscard]] double value() const { return all > 0.0 ? ended / all : 0.0; }
};

Share share_of_ended(std::vector<Belonging> const& list, std::uint32_t but, int year) {
    Share share;
    for (Belonging const& each : list) {
        if (each.alliance == but || !any_within(each.years, year - exit_window, year - 1)) continue;
        share.all += 1.0;
        share.ended += each.ended >= year - exit_window && each.ended <= year - 1 ? 1.0 : 0.0;
    }
    return share;
}

} // namespace

std::string_view word_of(Ending ending) { return ending_names()[static_cast<std::size_t>(ending)].word; }
Text label_of(Ending ending) { return ending_names()[static_cast<std::size_t>(ending)].label; }

std::vector<double> member_exit_rates(EnduranceRows const& rows, MembersOfRows const& members) {
    auto const of_members = belongings(rows, members);
    std::vector<Belonging> const everyone = [&] { // alliances as if one state were bound by them all
        MembersOfRows const one(rows.size(), {0});
        auto const all = belongings(rows, one);
        return all.empty() ? std::vector<Belonging>{} : all.begin()->second;
    }();
    std::vector<double> rates;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        double sum = 0.0;
        double counted = 0.0;
        for (int const member : members[row]) {
            Share const share = share_of_ended(of_members.at(member), rows.alliance[row], rows.year[row]);
            if (share.all == 0.0) continue;
            sum += share.value();
            counted += 1.0;
        }
        rates.push_back(counted > 0.0 ? sum / counted
                                      : share_of_ended(everyone, rows.alliance[row], rows.year[row]).value());
    }
    return rates;
}

void keep_terms(EnduranceRows& rows, std::vector<std::string> const& names) {
    std::vector<std::string> there;
    for (EnduranceTerm const& term : rows.terms) there.push_back(term.name);
    for (std::string const& name : names)
        if (std::ranges::find(there, name) == there.end())
            throw Error(Problem{.place = {},
                                .what = {"no such term", "没有此项"},
                                .found = name,
                                .expected = {"a term of casus endurance fit", "casus endurance fit 的项"},
                                .nearest = nearest(name, there)});
    for (std::size_t t = rows.terms.size(); t-- > 0;) {
        if (std::ranges::find(names, rows.terms[t].name) != names.end()) continue;
        auto const at = static_cast<std::ptrdiff_t>(t);
        rows.terms.erase(rows.terms.begin() + at);
        rows.values.erase(rows.values.begin() + at);
        rows.since.erase(rows.since.begin() + at);
    }
}

EnduranceRows endurance_rows(data::Store const& store, Scope scope, std::size_t threads) {
    data::Treaties const treaties = data::read_treaties(store, "atop");
    data::Panel const panel = data::walt_years(store, treaties.coverage, threads);
    std::vector<data::AllianceYear> const all = data::alliance_rows(treaties, {panel.first_year, panel.last_year});
    Kept const kept = kept_rows(all, scope);
    EnduranceRows rows;
    rows.last_year = panel.last_year;
    rows.sources = panel.sources;
    MembersOfRows members;
    data::Column const* const how = panel.table.find("ending");
    for (std::size_t n = 0; n < kept.row.size(); ++n) {
        data::AllianceYear const& row = all[kept.row[n]];
        if (rows.id.empty() || rows.id.back() != row.treaty->id) rows.id.push_back(row.treaty->id);
        rows.alliance.push_back(static_cast<std::uint32_t>(rows.id.size() - 1));
        rows.year.push_back(row.year);
        rows.age.push_back(row.since);
        rows.ending.push_back(row.ends ? ending_of(how, kept.row[n]) : Ending::None);
        rows.owed.push_back(all[kept.known[n]].owed.owed);
        members.push_back(all[kept.known[n]].members);
    }
    add_panel_terms(panel, kept, rows);
    rows.exit_rate = member_exit_rates(rows, members);
    return rows;
}

} // namespace casus::fit
