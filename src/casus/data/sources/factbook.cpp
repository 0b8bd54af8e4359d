// The World Factbook: main trade partners, and GDP at official exchange rates.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source factbook_partners() {
    return {.dataset = "factbook-partners",
            .title = {"World Factbook: shares of main trade partners", "《世界概况》：主要贸易伙伴份额"},
            .row = {"one partner's share in an economy's exports or imports in one year; percent",
                    "一个伙伴在一个经济体一年出口或进口中的份额；百分比"},
            .columns = {required(and_others(iso3("iso3c"))), required(text("gec")), required(column("flow")),
                        required(year("year")), required(and_others(iso3("partner_iso3c"))),
                        required(column("partner")), required(column("share_percent")), text("factbook_commit"),
                        column("commit_date")},
            .versions = {{.version = "2026-05"}},
            .keys = {"gec", "flow", "year", "partner"},
            .citation = cia_factbook,
            .note = {"only the first few partners are listed: no row means a small share, not zero",
                     "只列前几位伙伴：没有行表示份额小，不是零"}};
}

Source factbook_gdp() {
    return {
        .dataset = "factbook-gdp",
        .title = {"World Factbook: GDP at official exchange rates", "《世界概况》：按官方汇率计的国内生产总值"},
        .row = {"one economy in one year; US dollars", "一个经济体的一个年份；美元"},
        .columns = {required(and_others(iso3("iso3c"))), required(text("gec")), required(year("year")),
                    required(column("gdp_usd")), text("factbook_commit"), column("commit_date")},
        .versions = {{.version = "2026-05"}},
        .keys = {"gec", "year"},
        .citation = cia_factbook,
        .note = {"the year is the one that the Factbook states, which can lag", "年份为《世界概况》所写，可能滞后"}};
}

} // namespace casus::data::sources
