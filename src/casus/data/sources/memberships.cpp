// Who belongs to coalitions, organisations and lists, and since when; and to the GATT.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source memberships() {
    return {.dataset = "memberships",
            .title = {"Memberships in coalitions and organisations, compiled from public pages",
                      "联盟与组织的成员资格（据公开网页汇编）"},
            .row = {"one member of one coalition", "一个联盟的一个成员"},
            .columns = {required(column("coalition")), required(column("member")), required(and_others(iso3("iso3c"))),
                        required(and_others(cow("cown"))), required(column("role")), required(text("date")),
                        required(column("source")), column("note"), column("subscription_musd"), column("votes")},
            .versions = {{.version = "facts", .first_year = 1949, .last_year = 2025, .has = {"note"}},
                         {.version = "coalitions",
                          .first_year = 2015,
                          .last_year = 2025,
                          .has = {"subscription_musd", "votes"}}},
            .keys = {"coalition", "member"},
            .citation = R"(@misc{memberships,
  title = {Memberships in Coalitions and Organisations, Compiled from Public Pages},
  note = {Each row names its source}
}
)",
            .note = {"each row names its own source; some lists are partial, so that absence is no proof of "
                     "non-membership",
                     "每行自带出处；有的名单不全，不在其中不等于不是成员"}};
}

Source gatt_members() {
    return {.dataset = "gatt-members",
            .title = {"Members of the GATT", "关贸总协定成员"},
            .row = {"one member and the day it acceded", "一个成员及其加入日期"},
            .columns = {required(column("country")), required(and_others(iso3("iso3c"))), required(text("date"))},
            .versions = {{.version = "1994", .first_year = 1948, .last_year = 1994}},
            .keys = {"iso3c"},
            .citation = R"(@misc{miller2024stevedata,
  author = {Miller, Steven V.},
  title = {{stevedata}: Steve's Toy Data for Teaching About a Variety of Methodological, Social, and Political Topics},
  note = {R package}
}
)",
            .only_these = true};
}

} // namespace casus::data::sources
