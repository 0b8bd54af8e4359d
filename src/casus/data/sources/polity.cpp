// Polity IV and Polity5: democracy and autocracy on a scale from −10 to 10.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

/// Interruption, interregnum and transition are no places on a scale; polity2 puts numbers in for them.
std::vector<int> const no_regime{-66, -77, -88};

Columns scales() {
    return together({required(each({"democ", "autoc", "polity"}, no_regime)),
                     each({"xrreg", "xrcomp", "xropen", "xconst", "parreg", "parcomp", "exrec", "exconst", "polcomp",
                           "regtrans", "eprec"},
                          no_regime)});
}

} // namespace

Source polity() {
    return {.dataset = "polity",
            .title = {"Polity, country-years", "Polity 政体数据，国家—年份"},
            .row = {"one country in one year", "一国的一个年份"},
            .columns = together({{required(and_others(cow("ccode", {"polity_annual_ccode"}))),
                                  required(column("scode")), required(column("country", {"polity_annual_country"})),
                                  required(year("year")), required(column("polity2"))},
                                 scales(),
                                 // Added by a common conversion: the COW number, where Polity's own differs from it.
                                 {column("durable"), column("cown"), column("gwn")}}),
            .versions = {{.version = "5v2018", .first_year = 1776, .last_year = 2018, .has = {"d5"}},
                         {.version = "4v2015",
                          .first_year = 1800,
                          .last_year = 2015,
                          .has = {"d4"},
                          .lacks = {"d5"},
                          .named = {"2015"}},
                         {.version = "4", .first_year = 1800, .last_year = 2018, .has = {"d4"}, .lacks = {"d5"}}},
            .keys = {"ccode", "year"},
            .citation = R"(@misc{marshall2020polity5,
  author = {Marshall, Monty G. and Gurr, Ted Robert},
  title = {{Polity5}: Political Regime Characteristics and Transitions, 1800--2018},
  howpublished = {Center for Systemic Peace},
  year = {2020}
}
)",
            .note = {"-66, -77 and -88 (interruption, interregnum, transition) are missing in polity, democ, autoc and "
                     "the components; polity2 has numbers for them; ccode is Polity's own where a state changed (364 "
                     "for the Soviet Union, 342 for Serbia, 529 for Ethiopia …)",
                     "-66、-77、-88（中断、空位、过渡）在 polity、democ、autoc 与各分项中为缺失，polity2 "
                     "以数值代之；国家更替时 ccode 用 Polity 自己的编号（苏联 364、塞尔维亚 342、埃塞俄比亚 529 等）"}};
}

} // namespace casus::data::sources
