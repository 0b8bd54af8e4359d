#include "casus/data/panel/walt/treaty_terms.hpp"

#include "casus/data/panel/numbers.hpp"

#include <algorithm>
#include <cassert>

namespace casus::data::walt {

namespace {

std::vector<std::size_t> bound_on(Treaty const& treaty, int day) {
    std::vector<std::size_t> result;
    for (std::size_t spell = 0; spell < treaty.members.size(); ++spell)
        if (treaty.members[spell].first_day <= day && day <= treaty.members[spell].last_day) result.push_back(spell);
    return result;
}

[[noreturn]] void fail_on_others(Treaties const& treaties) {
    throw Error(Problem{.place = {},
                        .what = {"alliances without terms of the treaty", "联盟数据没有条约条款"},
                        .found = treaties.origin.dataset,
                        .expected = {"ATOP's alliances: --with alliances:atop, or none named",
                                     "ATOP 的联盟：--with alliances:atop，或不指定"}});
}

} // namespace

TreatyTerms::TreatyTerms(Ground const& ground, std::vector<std::string> const& columns) {
    if (!ground.treaties->origin.dataset.starts_with("atop")) fail_on_others(*ground.treaties);
    std::string const dataset = ground.treaties->origin.dataset + "@" + ground.treaties->origin.version;
    std::vector<std::string> names{"atopid"};
    names.insert(names.end(), columns.begin(), columns.end());
    Table const table = ground.store->read(dataset, names);
    auto const treaty = whole_in(table, "atopid", dataset);
    for (std::size_t row = 0; row < table.rows(); ++row) rows_of_[treaty[row]].push_back(row);
    for (std::string const& column : columns) {
        auto const cells = real_in(table, column, dataset);
        values_[column].assign(cells.begin(), cells.end());
    }
}

std::vector<std::size_t> TreatyTerms::in_force(AllianceYear const& row) {
    std::vector<std::size_t> const on_new_year = bound_on(*row.treaty, day_number(row.year, 1, 1));
    if (!on_new_year.empty()) return on_new_year;
    int first = day_number(row.year, 12, 31);
    for (TreatyMember const& member : row.treaty->members)
        if (year_of_day(member.first_day) == row.year) first = std::min(first, member.first_day);
    return bound_on(*row.treaty, first);
}

std::vector<std::size_t> TreatyTerms::at_signing(Treaty const& treaty) {
    int first = treaty.members.front().first_day;
    for (TreatyMember const& member : treaty.members) first = std::min(first, member.first_day);
    return bound_on(treaty, first);
}

double TreatyTerms::value(std::string const& column, Treaty const& treaty, std::size_t spell) const {
    std::vector<std::size_t> const& rows = rows_of_.at(treaty.id);
    assert(rows.size() == treaty.members.size());
    return values_.at(column)[rows[spell]];
}

} // namespace casus::data::walt
