// Varieties of Democracy: regimes by country and year.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

#include <fmt/format.h>

namespace casus::data::sources {

namespace {

/// An index stands with the bounds of its interval and its standard deviation.
void add_index(std::vector<SourceColumn>& columns, SourceColumn index) {
    std::string const name = index.name;
    columns.push_back(std::move(index));
    for (char const* const of : {"_codelow", "_codehigh", "_sd"}) columns.push_back(column(name + of));
}

std::vector<SourceColumn> columns_of_vdem() {
    std::vector<SourceColumn> columns{required(column("country_name", {"vdem_country_name"})),
                                      required(column("country_text_id")),
                                      required(column("country_id")),
                                      required(year("year")),
                                      required(and_others(cow("cowcode", {"vdem_cowcode"}))),
                                      column("historical_date"),
                                      column("project"),
                                      column("historical"),
                                      column("histname"),
                                      column("codingstart"),
                                      column("codingend"),
                                      column("gapstart1"),
                                      column("gapstart2"),
                                      column("gapstart3"),
                                      column("gapend1"),
                                      column("gapend2"),
                                      column("gapend3"),
                                      column("gap_index"),
                                      column("extended_country_name"),
                                      column("gwn"),
                                      column("cown"),
                                      column("in_gw_system"),
                                      column("v2x_regime"),
                                      column("v2x_regime_amb")};
    add_index(columns, required(column("v2x_polyarchy")));
    for (char const* const name :
         {"v2x_libdem",        "v2x_partipdem",     "v2x_delibdem", "v2x_egaldem",   "v2x_api",     "v2x_mpi",
          "v2x_freexp_altinf", "v2x_frassoc_thick", "v2x_suffr",    "v2xel_frefair", "v2x_elecoff", "v2x_liberal",
          "v2xcl_rol",         "v2x_jucon",         "v2xlg_legcon", "v2x_partip",    "v2x_civlib",  "v2x_clphy",
          "v2x_clpol",         "v2x_clpriv",        "v2x_corr",     "v2x_rule"})
        add_index(columns, column(name));
    return columns;
}

/// The columns are the same every year; the first row's country is coded to the last year of the release.
std::vector<SourceVersion> versions_of_vdem() {
    std::vector<SourceVersion> versions;
    for (int number = 16; number >= 9; --number) {
        int const last_year = 2009 + number;
        versions.push_back({.version = fmt::format("{}", number),
                            .first_year = 1789,
                            .last_year = last_year,
                            .mark_column = "codingend",
                            .mark_value = fmt::format("{}", last_year)});
    }
    return versions;
}

} // namespace

Source vdem() {
    return {.dataset = "vdem",
            .title = {"Varieties of Democracy (V-Dem), country-years", "多样民主（V-Dem），国家—年份"},
            .row = {"one country in one year", "一国的一个年份"},
            .columns = columns_of_vdem(),
            .versions = versions_of_vdem(),
            .keys = {"country_id", "year"},
            .citation = R"(@misc{coppedge2025vdem,
  author = {Coppedge, Michael and Gerring, John and Knutsen, Carl Henrik and Lindberg, Staffan I. and Teorell, Jan and others},
  title = {{V-Dem} Country-Year Dataset},
  howpublished = {Varieties of Democracy (V-Dem) Project},
  year = {2025},
  note = {Version 15; cite the version used}
}
@techreport{pemstein2025vdem,
  author = {Pemstein, Daniel and Marquardt, Kyle L. and Tzelgov, Eitan and Wang, Yi-ting and Medzihorsky, Juraj and Krusell, Joshua and Miri, Farhad and von R{\"o}mer, Johannes},
  title = {The {V-Dem} Measurement Model: Latent Variable Analysis for Cross-National and Cross-Temporal Expert-Coded Data},
  institution = {Varieties of Democracy Institute, University of Gothenburg},
  type = {V-Dem Working Paper},
  number = {21}
}
)",
            .note = {"of the file's thousands of columns the main indices are kept, with their intervals",
                     "文件有数千列，只保留主要指数及其区间"},
            .keeps_others = false};
}

} // namespace casus::data::sources
