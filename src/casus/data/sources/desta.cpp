// Design of trade agreements: each entry's members, which the file has in columns c1 … c91 by ISO number.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

#include <unicode/region.h>
#include <unicode/uloc.h>

#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace casus::data::sources {

namespace {

/// Numbers of states that ended, and Kosovo's, which is DESTA's own.
struct Special {
    int number;
    std::string_view letters;
};
constexpr std::array<Special, 10> specials{{{200, "CSK"},
                                            {230, "ETH"},
                                            {278, "DDR"},
                                            {280, "DEU"},
                                            {530, "ANT"},
                                            {720, "YMD"},
                                            {736, "SDN"},
                                            {810, "SUN"},
                                            {890, "YUG"},
                                            {900, "XKX"}}};

std::string letters_of_current(int number) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Region const* const region = icu::Region::getInstance(number, status);
    if (U_FAILURE(status) != 0 || region == nullptr || region->getType() != URGN_TERRITORY) return {};
    std::string const locale = std::string("und_") + region->getRegionCode();
    return uloc_getISO3Country(locale.c_str());
}

std::string letters_of(int number) {
    for (Special const& special : specials)
        if (special.number == number) return std::string(special.letters);
    return letters_of_current(number);
}

/// "c12" is 12 for stem "c"; 0 for other names.
int number_after(std::string_view stem, std::string_view name) {
    if (!name.starts_with(stem) || name.size() == stem.size() || name.size() > stem.size() + 2) return 0;
    int number = 0;
    for (char const digit : name.substr(stem.size())) {
        if (digit < '0' || digit > '9') return 0;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// Column pairs c1 and mc1, c2 and mc2 …; the second may be absent.
struct Place {
    Column const* member;
    Column const* role;
};

std::vector<Place> places_in(Table const& wide) {
    std::vector<Place> places;
    for (Column const& column : wide.columns)
        if (int const number = number_after("c", column.name); number > 0)
            places.push_back({&column, column_named(wide, "mc" + std::to_string(number))});
    return places;
}

Table one_row_a_member(Table&& wide) {
    RowNumbers rows;
    ColumnBuilder numbers("member");
    ColumnBuilder letters("iso3c");
    ColumnBuilder roles("mc");
    std::unordered_map<int, std::string> known;
    std::vector<Place> const places = places_in(wide);
    for (std::uint32_t row = 0; row < wide.rows(); ++row) {
        for (Place const& place : places) {
            double const cell = number_in(*place.member, row);
            if (std::isnan(cell)) continue;
            int const number = cell >= 0.0 && cell < 1000.0 ? static_cast<int>(cell) : 0;
            auto const [code, fresh] = known.try_emplace(number);
            if (fresh) code->second = letters_of(number);
            rows.push_back(row);
            add_number(numbers, cell);
            if (code->second.empty())
                letters.add_missing();
            else
                letters.add(std::string_view(code->second));
            add_number(roles, place.role != nullptr ? number_in(*place.role, row) : missing<double>);
        }
    }
    Table tall;
    for (Column const& column : wide.columns)
        if (number_after("c", column.name) == 0 && number_after("mc", column.name) == 0)
            tall.columns.push_back(picked(column, rows));
    tall.columns.push_back(numbers.finish());
    tall.columns.push_back(letters.finish());
    tall.columns.push_back(roles.finish());
    return tall;
}

} // namespace

Source desta() {
    return {
        .dataset = "desta",
        .title = {"Design of Trade Agreements (DESTA)", "贸易协定设计数据（DESTA）"},
        .row = {"one member of one agreement or of a later entry on it; the file has a row for each entry",
                "一项协定（或其后续条目）的一个成员；文件中每个条目一行"},
        .columns = {required(text("number")), required(column("base_treaty")), required(column("name")),
                    required(column("entry_type")), column("consolidated"), required(year("year")),
                    required(year("entryforceyear")), column("language"), column("typememb"), column("regioncon"),
                    column("wto_listed"), column("wto_name"), required(column("c1")), required(column("c2")),
                    column("mc1")},
        .versions = {{.version = "2020", .first_year = 1948, .last_year = 2020}},
        .keys = {"number", "member"},
        .citation = R"(@article{dur2014design,
  author = {D{\"u}r, Andreas and Baccini, Leonardo and Elsig, Manfred},
  title = {The Design of International Trade Agreements: Introducing a New Dataset},
  journal = {The Review of International Organizations},
  year = {2014},
  volume = {9},
  number = {3},
  pages = {353--375}
}
)",
        .note = {"entry_type: base_treaty, accession, withdrawal, negotiation …: only some are agreements in force; "
                 "member is the ISO number, iso3c its letters, mc DESTA's code of the member's part in the entry",
                 "entry_type 有 base_treaty、accession、withdrawal、negotiation 等，并非都是生效的协定；member 为 "
                 "ISO 数字代码，iso3c 为其字母代码，mc 为成员在该条目中的角色代码"},
        .reshape = one_row_a_member};
}

} // namespace casus::data::sources
