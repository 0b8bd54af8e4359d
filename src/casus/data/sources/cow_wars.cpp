// Interstate wars: participants, by the Correlates of War project, and directed dyads built on them.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source cow_war_participant() {
    Source source;
    source.dataset = "cow-war-participant";
    source.title = {"COW interstate wars, participants", "COW 国家间战争的参战国"};
    source.row = {"one state's part in one war", "一国在一场战争中的一次参与"};
    // −8: not applicable (a war not interrupted has no second start), −9: unknown.
    source.columns = together({{required(column("warnum")), text("warname"), column("wartype"), required(cow("ccode")),
                                state_name("statename"), required(column("side")), required(year("startyear1")),
                                required(coded(year("endyear1"), {-7, -8, -9})), coded(year("startyear2"), {-8, -9}),
                                coded(year("endyear2"), {-7, -8, -9})},
                               each({"startmonth1", "startday1", "endmonth1", "endday1", "startmonth2", "startday2",
                                     "endmonth2", "endday2", "transto", "batdeath"},
                                    {-8, -9}),
                               {text("transfrom")}, // several wars in some cells: "404, 410"
                               each({"wherefought", "initiator", "outcome", "version"})});
    source.versions = {
        {.version = "4.0", .first_year = 1816, .last_year = 2007, .mark_column = "version", .mark_value = "4"}};
    source.keys = {"warnum", "ccode", "side", "startyear1", "startmonth1", "startday1"};
    source.citation = R"(@book{sarkees2010resort,
  author = {Sarkees, Meredith Reid and Wayman, Frank Whelon},
  title = {Resort to War: 1816--2007},
  publisher = {CQ Press},
  address = {Washington, DC},
  year = {2010}
})";
    source.note = {"startyear2 and endyear2 are those of a second spell after an interruption",
                   "startyear2 与 endyear2 为中断后第二段参战的起止"};
    return source;
}

Source cow_war_dyad() {
    Source source;
    source.dataset = "cow-war-dyad";
    source.title = {"Directed dyadic interstate wars", "国家间战争有向对偶"};
    source.row = {"one pair of opponents in one year of one war, in each direction",
                  "一场战争中一对对手的一年，两个方向各一行"};
    source.columns =
        together({required(Columns{column("warnum"), cow("statea"), cow("stateb"), year("year"), year("warstrtyr")}),
                  // The published file has 19118 where 1918 is meant.
                  {required(coded(year("warendyr"), {19118}))},
                  each({"disno", "dyindex", "warstrtmnth", "warstrtday", "warendmnth", "warenday", "warolea", "waroleb",
                        "wardyadrolea", "wardyadroleb", "outcomea", "batdtha", "batdthb", "changes_1", "changes_2",
                        "batdths", "durindx"})});
    source.keys = {"warnum", "statea", "stateb", "year"};
    // Built on the participants' file, hence its coverage.
    source.versions = {{.version = "2018", .first_year = 1816, .last_year = 2007}};
    source.citation = R"(@article{maoz2019dyadic,
  author = {Maoz, Zeev and Johnson, Paul L. and Kaplan, Jasper and Ogunkoya, Fiona and Shreve, Aaron P.},
  title = {The Dyadic Militarized Interstate Disputes ({MIDs}) Dataset Version 3.0: Logic, Characteristics, and
           Comparisons to Alternative Datasets},
  journal = {Journal of Conflict Resolution},
  volume = {63},
  number = {3},
  year = {2019},
  pages = {811--835}
})";
    return source;
}

} // namespace casus::data::sources
