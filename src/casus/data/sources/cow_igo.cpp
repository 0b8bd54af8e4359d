// Memberships in intergovernmental organisations, by the Correlates of War project.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

char const* const citation = R"(@article{pevehouse2020tracking,
  author = {Pevehouse, Jon C. W. and Nordstrom, Timothy and McManus, Roseanne W. and Jamison, Anne Spencer},
  title = {Tracking Organizations in the World: The Correlates of War {IGO} Version 3.0 Datasets},
  journal = {Journal of Peace Research},
  volume = {57},
  number = {3},
  year = {2020},
  pages = {492--503}
})";

} // namespace

Source cow_igo_dyad() {
    Source source;
    source.dataset = "cow-igo-dyad";
    source.title = {"COW shared memberships in international organisations", "COW 国际组织共同成员资格"};
    source.row = {"one pair in one year, each pair once", "一对国家的一年，每对一行"};
    source.columns = required(Columns{cow("ccode1"), cow("ccode2"), year("year"), column("dyadigos")});
    source.versions = {{.version = "3.0"}}; // conversions are often cut to the years somebody needed
    source.keys = {"ccode1", "ccode2", "year"};
    source.citation = citation;
    source.note = {"a count of shared memberships, as converted for R", "共同参加的国际组织数目（R 转换版）"};
    return source;
}

Source cow_igo_state() {
    Source source;
    source.dataset = "cow-igo-state";
    source.title = {"COW memberships in international organisations", "COW 国际组织成员资格"};
    source.row = {"one state in one year", "一国一年"};
    source.columns =
        together({{required(cow("ccode")), required(year("year"))},
                  required(each({"sum_igo_full", "sum_igo_associate", "sum_igo_observer", "sum_igo_anytype"}))});
    source.versions = {{.version = "3.0", .first_year = 1816, .last_year = 2014}};
    source.keys = {"ccode", "year"};
    source.citation = citation;
    source.note = {"counts of memberships by kind, as converted for R", "按类别统计的成员资格数目（R 转换版）"};
    return source;
}

} // namespace casus::data::sources
