// US troops abroad by host country and year.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source troops() {
    return {
        .dataset = "troops",
        .title = {"US military deployments by host country", "美军海外驻军（按驻在国）"},
        .row = {"one host country in one year", "一个驻在国的一个年份"},
        .columns = {required(column("countryname")), required(and_others(cow("ccode"))), column("iso3c"),
                    required(year("year")), required(column("troops", {"troops_ad"})),
                    required(column("army", {"army_ad"})), required(column("navy", {"navy_ad"})),
                    required(column("air_force", {"air_force_ad"})),
                    required(column("marine_corps", {"marine_corps_ad"})), column("coast_guard", {"coast_guard_ad"}),
                    column("space_force", {"space_force_ad"}), column("region")},
        .versions =
            {{.version = "2024-rebuild", .first_year = 1950, .last_year = 2024, .has = {"troops_ad", "total_civilian"}},
             {.version = "2023", .first_year = 1950, .last_year = 2023, .lacks = {"troops_ad"}}},
        .keys = {"ccode", "year"},
        .citation = R"(@article{allen2022global,
  author = {Allen, Michael A. and Flynn, Michael E. and Machain, Carla Martinez},
  title = {Global {U.S.} Military Deployment Data: 1950--2020},
  journal = {Conflict Management and Peace Science},
  year = {2022},
  volume = {39},
  number = {3}
}
@techreport{kane2005global,
  author = {Kane, Tim},
  title = {Global {U.S.} Troop Deployment, 1950--2003},
  institution = {The Heritage Foundation},
  year = {2005}
}
)",
        .note = {"places that are no COW states have numbers of their own from 1001 on; the rebuilt series has a "
                 "few negative counts",
                 "非 COW 国家的地方用 1001 起的自编号；重建序列有少数负数"}};
}

} // namespace casus::data::sources
