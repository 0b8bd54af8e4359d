// Least distance between the territories of two states, from CShapes 2.0.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source min_distance() {
    return {.dataset = "min-distance",
            .title = {"Minimum distance between states (CShapes)", "国家间最小距离（CShapes）"},
            .row = {"one pair of states in one year; kilometres", "一对国家的一个年份；公里"},
            .columns = {required(cow("ccode1")), required(cow("ccode2")), required(year("year")),
                        required(column("mindist"))},
            .versions = {{.version = "2.0"}},
            .keys = {"ccode1", "ccode2", "year"},
            .citation = std::string(R"(@article{schvitz2022mapping,
  author = {Schvitz, Guy and Girardin, Luc and R{\"u}egger, Seraina and Weidmann, Nils B. and Cederman, Lars-Erik and Gleditsch, Kristian Skrede},
  title = {Mapping the International System, 1886--2019: The {CShapes} 2.0 Dataset},
  journal = {Journal of Conflict Resolution},
  year = {2022},
  volume = {66},
  number = {1},
  pages = {144--161}
}
)") + miller_2022,
            .note = {"files are often cut to some years, such as every fifth; years between have no rows",
                     "文件常只留部分年份（如每五年），其间年份没有行"}};
}

} // namespace casus::data::sources
