// Militarized interstate disputes, by the Correlates of War project, and their revision by Gibler, Miller and Little,
// which has the same columns.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

std::vector<SourceVersion> mid_releases(int first_year) {
    return {
        {.version = "5.0", .first_year = first_year, .last_year = 2014, .mark_column = "version", .mark_value = "5"},
        {.version = "4.01",
         .first_year = first_year,
         .last_year = 2010,
         .mark_column = "version",
         .mark_value = "4.01"},
    };
}

std::vector<SourceVersion> gml_releases() {
    return {
        {.version = "2.1", .first_year = 1816, .last_year = 2010, .mark_column = "version", .mark_value = "gml-2.1"}};
}

char const* const mid_citation = R"(@article{palmer2021mid5,
  author = {Palmer, Glenn and McManus, Roseanne W. and D'Orazio, Vito and Kenwick, Michael R. and Karstens, Mikaela
            and Bloch, Chase and Dietrich, Nick and Kahn, Kayla and Ritter, Kellan and Soules, Michael J.},
  title = {The {MID5} Dataset, 2011--2014: Procedures, Coding Rules, and Description},
  journal = {Conflict Management and Peace Science},
  year = {2021}
}

@article{palmer2015mid4,
  author = {Palmer, Glenn and D'Orazio, Vito and Kenwick, Michael and Lane, Matthew},
  title = {The {MID4} Dataset, 2002--2010: Procedures, Coding Rules and Description},
  journal = {Conflict Management and Peace Science},
  volume = {32},
  number = {2},
  year = {2015},
  pages = {222--242}
})";

char const* const gml_citation = R"(@article{gibler2016analysis,
  author = {Gibler, Douglas M. and Miller, Steven V. and Little, Erin K.},
  title = {An Analysis of the Militarized Interstate Dispute ({MID}) Dataset, 1816--2001},
  journal = {International Studies Quarterly},
  volume = {60},
  number = {4},
  year = {2016},
  pages = {719--730}
})";

Columns spell() {
    return together({required(Columns{column("dispnum", {"dispnum3"}), year("styear"), year("endyear")}),
                     each({"stday", "stmon", "endday", "endmon"}, {-9}),
                     {number("dispnum4", {-9}), column("version")}});
}

Columns severity() {
    return together({{number("fatality", {-9}), number("fatalpre", {-9}, {"fatapre"})},
                     required(each({"hiact", "hostlev"}, {-9}))});
}

/// Links are numbers of other disputes, or of wars: "147W".
Columns dispute() {
    return together({spell(),
                     severity(),
                     each({"outcome", "settle", "maxdur", "mindur", "recip"}, {-9}),
                     required(each({"numa", "numb"})),
                     {text("link1"), text("link2"), text("link3")},
                     {column("ongo2014"), column("ongo2010")}}); // going on when the release ends
}

Columns participant() {
    return together({spell(),
                     severity(),
                     {required(cow("ccode")), cow_letters("stabb")},
                     required(each({"sidea", "orig"})),
                     each({"revstate", "revtype1", "revtype2"}, {-9})});
}

} // namespace

Source mid_dispute() {
    Source source;
    source.dataset = "mid-dispute";
    source.title = {"COW militarized interstate disputes", "COW 军事化国家间争端"};
    source.row = {"one dispute", "一起争端"};
    source.columns = dispute();
    source.versions = mid_releases(1816);
    source.keys = {"dispnum"};
    source.citation = mid_citation;
    return source;
}

Source mid_participant() {
    Source source;
    source.dataset = "mid-participant";
    source.title = {"COW militarized interstate disputes, participants", "COW 军事化国家间争端的参与国"};
    source.row = {"one state's part in one dispute", "一国在一起争端中的一次参与"};
    source.columns = participant();
    source.versions = mid_releases(1816);
    source.keys = {"dispnum", "ccode", "styear", "stmon", "stday"};
    source.citation = mid_citation;
    return source;
}

Source mid_incident() {
    Source source;
    source.dataset = "mid-incident";
    source.title = {"COW militarized interstate disputes, incidents", "COW 军事化国家间争端的事件"};
    source.row = {"one incident of one dispute", "一起争端中的一个事件"};
    source.columns = together({spell(),
                               {number("fatality", {-9}), number("fatalpre", {-9})},
                               {required(column("incidnum"))},
                               required(each({"duration", "tbi", "action"}, {-9})),
                               {number("hostlev", {-9}), column("numa")}});
    source.versions = mid_releases(1993);
    source.keys = {"incidnum"};
    source.citation = mid_citation;
    return source;
}

Source gml_dispute() {
    Source source = mid_dispute();
    source.dataset = "gml-dispute";
    source.title = {"Gibler-Miller-Little disputes", "Gibler–Miller–Little 争端"};
    source.versions = gml_releases();
    source.citation = gml_citation;
    return source;
}

Source gml_participant() {
    Source source = mid_participant();
    source.dataset = "gml-participant";
    source.title = {"Gibler-Miller-Little disputes, participants", "Gibler–Miller–Little 争端的参与国"};
    source.versions = gml_releases();
    source.keys.clear(); // dispute 4273 has one participant's start twice, with other ends
    source.citation = gml_citation;
    return source;
}

Source gml_dyad_year() {
    Source source;
    source.dataset = "gml-dyad-year";
    source.title = {"Gibler-Miller-Little disputes by dyad and year", "Gibler–Miller–Little 争端对偶—年"};
    source.row = {"one pair of opponents in one dispute in one year, each pair once",
                  "一起争端中一对对手的一年，每对一行"};
    source.columns = together(
        {{required(column("dispnum")), required(cow("ccode1")), required(cow("ccode2")), required(year("year"))},
         required(each({"midongoing", "midonset"})),
         each({"sidea1", "sidea2", "orig1", "orig2", "numa", "numb", "ongo2010", "version"}),
         each({"revstate1", "revstate2", "revtype11", "revtype12", "revtype21", "revtype22", "fatality1",
               "fatality2", "fatalpre1", "fatalpre2", "hiact1",    "hiact2",    "hostlev1",  "hostlev2",
               "hiact",     "hostlev",   "mindur",    "maxdur",    "outcome",   "settle",    "fatality",
               "fatalpre",  "stmon",     "endmon",    "recip"},
              {-9})});
    source.versions = gml_releases();
    // No keys: dispute 4273 has one pair twice in a year, with other codes.
    source.citation = gml_citation;
    return source;
}

} // namespace casus::data::sources
