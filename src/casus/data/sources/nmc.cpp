// National Material Capabilities, by the Correlates of War project.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source nmc() {
    Source source;
    source.dataset = "nmc";
    source.title = {"COW National Material Capabilities", "COW 国家物质能力"};
    source.row = {"one state in one year", "一国一年"};
    source.columns = together({{cow_letters("stateabb"), required(cow("ccode")), required(year("year"))},
                               required(each({"milex", "milper", "irst", "pec", "tpop", "upop", "cinc"}, {-9})),
                               {column("version")}});
    // The column "version" counts releases in one file and names the year of its last update in the next.
    source.versions = {
        {.version = "7.0", .first_year = 1816, .last_year = 2022},
        {.version = "6.0", .first_year = 1816, .last_year = 2016, .mark_column = "version", .mark_value = "2021"},
        {.version = "5.0", .first_year = 1816, .last_year = 2012, .mark_column = "version", .mark_value = "2011"},
        {.version = "4.0", .first_year = 1816, .last_year = 2007, .mark_column = "version", .mark_value = "4"},
    };
    source.keys = {"ccode", "year"};
    source.citation = R"(@incollection{singer1972capability,
  author = {Singer, J. David and Bremer, Stuart and Stuckey, John},
  title = {Capability Distribution, Uncertainty, and Major Power War, 1820--1965},
  booktitle = {Peace, War, and Numbers},
  editor = {Russett, Bruce},
  publisher = {Sage},
  address = {Beverly Hills},
  year = {1972},
  pages = {19--48}
}

@article{singer1987reconstructing,
  author = {Singer, J. David},
  title = {Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816--1985},
  journal = {International Interactions},
  volume = {14},
  year = {1987},
  pages = {115--132}
})";
    source.note = {"milex in thousands of current pounds (to 1913) or dollars, populations and personnel in thousands",
                   "milex 以千英镑（至 1913 年）或千美元现价计，人口与兵力以千人计"};
    return source;
}

} // namespace casus::data::sources
