#include "casus/data/panel/alliance_rows.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace casus::data {

namespace {

std::optional<AllianceYear> in_year(Treaty const& treaty, int year) {
    AllianceYear row{&treaty, year, {}, {}, 0, 0, false};
    int const first_day = day_number(year, 1, 1);
    int const last_day = day_number(year, 12, 31);
    int latest = std::numeric_limits<int>::min();
    std::set<int> members;
    for (TreatyMember const& member : treaty.members) {
        if (member.first_day > last_day || member.last_day < first_day) continue;
        members.insert(member.state);
        row.owed.owed = static_cast<std::uint8_t>(row.owed.owed | member.obligations.owed);
        row.owed.unknown = static_cast<std::uint8_t>(row.owed.unknown | member.obligations.unknown);
        if (member.first_day < latest) continue;
        latest = member.first_day;
        row.phase = member.phase;
    }
    if (members.size() < 2) return std::nullopt;
    row.members.assign(members.begin(), members.end());
    return row;
}

} // namespace

std::vector<AllianceYear> alliance_rows(Treaties const& treaties, Coverage const& years) {
    std::vector<AllianceYear> rows;
    for (Treaty const& treaty : treaties.list) {
        int first = treaty.members.front().first_day;
        int last = treaty.members.front().last_day;
        bool goes_on = false;
        for (TreatyMember const& member : treaty.members) {
            first = std::min(first, member.first_day);
            last = std::max(last, member.last_day);
            goes_on = goes_on || member.goes_on;
        }
        std::vector<AllianceYear> own;
        for (int year = year_of_day(first); year <= year_of_day(last); ++year)
            if (auto row = in_year(treaty, year)) own.push_back(std::move(*row));
        if (own.empty()) continue;
        own.back().ends = !goes_on;
        int const start = own.front().year;
        for (AllianceYear& row : own) {
            row.since = row.year - start;
            if (years.first_year <= row.year && row.year <= years.last_year) rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace casus::data
