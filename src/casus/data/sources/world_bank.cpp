// World Bank series in the four columns of the data package: nothing in the file says which series it holds.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

Source series(std::string dataset, Text title, std::string value, std::vector<std::string> named, Text note) {
    return {.dataset = std::move(dataset),
            .title = std::move(title),
            .row = {"one economy or group of economies in one year", "一个经济体或一组经济体的一个年份"},
            .columns = {required(column("country", {"country name"})),
                        required(and_others(iso3("iso3c", {"country code"}))), required(year("year")),
                        required(column(std::move(value), {"value"}))},
            .versions = {{.version = "wdi", .named = std::move(named)}},
            .keys = {"iso3c", "year"},
            .citation = world_bank_indicators,
            .note = std::move(note)};
}

} // namespace

Source world_bank_gdp() {
    return series("worldbank-gdp", {"World Bank: GDP, current US dollars", "世界银行：国内生产总值（现价美元）"},
                  "gdp_usd", {"gdp"},
                  {"series NY.GDP.MKTP.CD, told from worldbank-population by the file's name (gdp) or by --as; groups "
                   "such as WLD are among the rows",
                   "指标 NY.GDP.MKTP.CD；按文件名（gdp）或 --as 与 worldbank-population 区分；含 WLD 等组别"});
}

Source world_bank_population() {
    return series("worldbank-population", {"World Bank: population", "世界银行：人口"}, "population", {"pop"},
                  {"series SP.POP.TOTL, told from worldbank-gdp by the file's name (population) or by --as; groups "
                   "such as WLD are among the rows",
                   "指标 SP.POP.TOTL；按文件名（population）或 --as 与 worldbank-gdp 区分；含 WLD 等组别"});
}

} // namespace casus::data::sources
