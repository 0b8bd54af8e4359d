// Formal alliances, by the Correlates of War project.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

/// What all files of the release have in common.
Source described(char const* dataset, Text title, Text row) {
    Source source;
    source.dataset = dataset;
    source.title = std::move(title);
    source.row = std::move(row);
    source.versions = {
        {.version = "4.1", .first_year = 1816, .last_year = 2012, .mark_column = "version", .mark_value = "4.1"}};
    source.citation = R"(@book{gibler2009alliances,
  author = {Gibler, Douglas M.},
  title = {International Military Alliances, 1648--2008},
  publisher = {CQ Press},
  address = {Washington, DC},
  year = {2009}
})";
    return source;
}

Text const still_in_force = {"an empty end date means still in force at the end of 2012",
                             "结束日期为空表示 2012 年底仍有效"};

Columns obligations() { return required(each({"defense", "neutrality", "nonaggression", "entente"})); }

Columns pair() {
    return {required(cow("ccode1")), state_name("state_name1"), required(cow("ccode2")), state_name("state_name2")};
}

Columns pair_spell() {
    return {column("dyad_st_day"),    column("dyad_st_month"), year("dyad_st_year"),  column("dyad_end_day"),
            column("dyad_end_month"), year("dyad_end_year"),   column("left_censor"), column("right_censor")};
}

Columns member() {
    return together(
        {{required(column("version4id")), required(cow("ccode")), state_name("state_name"), column("all_st_day"),
          column("all_st_month"), year("all_st_year"), column("all_end_day"), column("all_end_month"),
          year("all_end_year"), text("ss_type"), column("mem_st_day"), column("mem_st_month"),
          required(year("mem_st_year")), column("mem_end_day"), column("mem_end_month"), required(year("mem_end_year")),
          column("left_censor"), column("right_censor")},
         obligations()});
}

} // namespace

Source cow_alliance_member() {
    Source source = described("cow-alliance-member", {"COW alliances by member", "COW 联盟成员"},
                              {"one member's spell in one alliance", "一成员在一联盟中的一段成员期"});
    source.columns = together({member(), {column("version")}});
    source.versions.front().lacks = {"year"};
    source.keys = {"version4id", "ccode", "mem_st_year", "mem_st_month", "mem_st_day"};
    source.note = still_in_force;
    return source;
}

Source cow_alliance_member_year() {
    Source source = described("cow-alliance-member-year", {"COW alliances by member and year", "COW 联盟成员—年"},
                              {"one member of one alliance in one year", "一联盟一成员的一年"});
    source.columns = together({member(), {required(year("year")), column("version")}});
    source.keys = {"version4id", "ccode", "year"};
    source.note = {"mem_end_year is 2012 where the member's spell goes on", "成员期仍在继续的，mem_end_year 记为 2012"};
    return source;
}

Source cow_alliance_dyad() {
    Source source =
        described("cow-alliance-dyad", {"COW alliances by dyad", "COW 联盟对偶"},
                  {"one pair's spell in one alliance, each pair once", "一对国家在一联盟中的一段时期，每对一行"});
    source.columns = together({{required(column("version4id"))},
                               pair(),
                               required(pair_spell()),
                               obligations(),
                               {required(column("asymmetric")), column("version")}});
    source.versions.front().lacks = {"year"};
    // No keys: alliance 234 has some spells twice, with other obligations.
    source.note = still_in_force;
    return source;
}

Source cow_alliance_directed() {
    Source source = described(
        "cow-alliance-directed", {"COW alliances by directed dyad", "COW 联盟有向对偶"},
        {"one pair's spell in one alliance, in each direction", "一对国家在一联盟中的一段时期，两个方向各一行"});
    source.columns = together(
        {{required(column("version4id"))}, pair(), required(pair_spell()), obligations(), {column("version")}});
    source.versions.front().lacks = {"year", "asymmetric"};
    source.note = still_in_force;
    return source;
}

Source cow_alliance_dyad_year() {
    Source source = described("cow-alliance-dyad-year", {"COW alliances by dyad and year", "COW 联盟对偶—年"},
                              {"one pair of allies in one year", "一对盟国的一年"});
    // Conversions keep the pair, the year and the obligations; the distributor's yearly files have all of these.
    source.columns = together({{column("version4id")},
                               pair(),
                               {required(year("year"))},
                               pair_spell(),
                               obligations(),
                               {column("asymmetric"), column("version")}});
    source.keys = {"version4id", "ccode1", "ccode2", "year"};
    source.note = {"conversions merge the alliances of a pair into one row a year",
                   "转换版将一对国家同一年的各联盟合并为一行"};
    source.only_these = true;
    return source;
}

} // namespace casus::data::sources
