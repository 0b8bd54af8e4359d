// Direct contiguity of states, by the Correlates of War project.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

Source described(char const* dataset, Text title, Text row) {
    Source source;
    source.dataset = dataset;
    source.title = std::move(title);
    source.row = std::move(row);
    source.versions = {
        {.version = "3.2", .first_year = 1816, .last_year = 2016, .mark_column = "version", .mark_value = "3.2"},
        {.version = "3.1", .first_year = 1816, .last_year = 2006, .mark_column = "version", .mark_value = "3.1"},
    };
    source.citation = R"(@article{stinnett2002contiguity,
  author = {Stinnett, Douglas M. and Tir, Jaroslav and Schafer, Philip and Diehl, Paul F. and Gochman, Charles},
  title = {The Correlates of War Project Direct Contiguity Data, Version 3},
  journal = {Conflict Management and Peace Science},
  volume = {19},
  number = {2},
  year = {2002},
  pages = {58--66}
})";
    return source;
}

/// Numbers of states; 3.1 still has 348 for Montenegro, which is 341 since.
SourceColumn numbered_state(std::string name) {
    SourceColumn result = cow(std::move(name));
    result.besides = {348};
    return result;
}

Text const kinds = {"conttype 1: by land or river, 2 to 5: by water of up to 12, 24, 150, 400 miles",
                    "conttype 1：陆地或河流相邻；2 至 5：隔水相望，分别不超过 12、24、150、400 英里"};

} // namespace

Source contiguity() {
    Source source = described("contiguity", {"COW direct contiguity", "COW 直接相邻"},
                              {"one pair's unbroken contiguity of one kind", "一对国家一种相邻关系的一段连续时期"});
    source.columns = {column("dyad"),
                      required(numbered_state("statelno")),
                      cow_letters("statelab"),
                      required(numbered_state("statehno")),
                      cow_letters("statehab"),
                      required(column("conttype")),
                      required(column("begin")), // year and month in one number: 192001
                      required(column("end")),
                      text("notes"),
                      column("version")};
    source.keys = {"statelno", "statehno", "begin"};
    source.note = kinds;
    return source;
}

Source contiguity_dyad_year() {
    Source source = described("contiguity-dyad-year", {"COW direct contiguity by year", "COW 逐年直接相邻"},
                              {"one pair in one year, in each direction", "一对国家的一年，两个方向各一行"});
    source.columns = {column("dyad"),
                      required(numbered_state("state1no")),
                      cow_letters("state1ab"),
                      required(numbered_state("state2no")),
                      cow_letters("state2ab"),
                      required(year("year")),
                      required(column("conttype")),
                      column("version")};
    source.keys = {"state1no", "state2no", "year", "conttype"}; // two kinds in the year in which one became the other
    source.note = kinds;
    return source;
}

Source contiguity_state_year() {
    Source source = described("contiguity-state-year", {"COW numbers of contiguous states", "COW 邻国数目"},
                              {"one state in one year", "一国一年"});
    source.columns = {required(numbered_state("stateno")),
                      cow_letters("stateab"),
                      required(year("year")),
                      required(column("total")),
                      required(column("land")),
                      required(column("sea")),
                      column("version")};
    source.keys = {"stateno", "year"};
    return source;
}

} // namespace casus::data::sources
