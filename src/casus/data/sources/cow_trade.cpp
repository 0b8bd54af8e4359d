// Trade of states and of pairs, by the Correlates of War project; millions of current US dollars.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

char const* const citation = R"(@article{barbieri2009trading,
  author = {Barbieri, Katherine and Keshk, Omar M. G. and Pollins, Brian M.},
  title = {Trading Data: Evaluating our Assumptions and Coding Rules},
  journal = {Conflict Management and Peace Science},
  volume = {26},
  number = {5},
  year = {2009},
  pages = {471--491}
}

@misc{barbieri2016trade,
  author = {Barbieri, Katherine and Keshk, Omar M. G.},
  title = {Correlates of War Project Trade Data Set Codebook, Version 4.0},
  year = {2016},
  howpublished = {Online, https://correlatesofwar.org}
})";

} // namespace

Source cow_trade() {
    Source source;
    source.dataset = "cow-trade";
    source.title = {"COW trade of dyads", "COW 双边贸易"};
    source.row = {"one pair in one year, each pair once", "一对国家的一年，每对一行"};
    // Conversions keep the pair, the year and the flows. The other names are from memory of the distributor's file.
    source.columns = together({{required(cow("ccode1")), required(cow("ccode2")), required(year("year"))},
                               {state_name("importer1"), state_name("importer2")},
                               required(each({"flow1", "flow2"}, {-9})),
                               each({"smoothflow1", "smoothflow2", "smoothtotrade", "spike1", "spike2", "dip1", "dip2",
                                     "trdspike", "tradedip", "bel_lux_alt_flow1", "bel_lux_alt_flow2",
                                     "china_alt_flow1", "china_alt_flow2", "source1", "source2"},
                                    {-9}),
                               {column("version")}});
    source.versions = {{.version = "4.0", .first_year = 1870, .last_year = 2014}};
    source.keys = {"ccode1", "ccode2", "year"};
    source.citation = citation;
    source.note = {"flow1: imports of state 1 from state 2, flow2: the other way; millions of current US dollars",
                   "flow1 为国家 1 自国家 2 的进口，flow2 相反；百万美元现价"};
    return source;
}

Source cow_trade_national() {
    Source source;
    source.dataset = "cow-trade-national";
    source.title = {"COW trade of states", "COW 各国贸易"};
    source.row = {"one state in one year", "一国一年"};
    source.columns =
        together({{required(cow("ccode")), state_name("country"), cow_letters("stateabb"), required(year("year"))},
                  required(each({"imports", "exports"}, {-9})),
                  each({"alt_imports", "alt_exports", "source1", "source2"}, {-9}),
                  {column("version")}});
    source.versions = {
        {.version = "4.0", .first_year = 1870, .last_year = 2014},
        {.version = "3.0",
         .first_year = 1870,
         .last_year = 2010,
         .has = {"version"},
         .mark_column = "version",
         .mark_value = "3"},
    };
    source.keys = {"ccode", "year"};
    source.citation = citation;
    source.note = {"millions of current US dollars", "百万美元现价"};
    return source;
}

} // namespace casus::data::sources
