// IMF Direction of Trade Statistics: exports and imports as each reporter states them.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source imf_dots() {
    return {.dataset = "imf-dots",
            .title = {"IMF Direction of Trade Statistics, bilateral", "IMF 贸易方向统计（双边）"},
            .row = {"one flow that a reporter states with a partner in one year; million US dollars",
                    "一个报告方与一个伙伴一年的一项流量；百万美元"},
            .columns = {required(year("year")), required(column("flow")), required(and_others(iso3("reporter_iso3c"))),
                        column("reporter"), required(and_others(iso3("partner_iso3c"))), column("partner"),
                        required(column("usd_million")), required(column("flag"))},
            .versions = {{.version = "2020", .first_year = 2018, .last_year = 2020, .has = {"reporter", "partner"}},
                         {.version = "2017", .first_year = 2010, .last_year = 2017, .lacks = {"reporter"}}},
            .keys = {"year", "flow", "reporter_iso3c", "partner_iso3c"},
            .citation = R"(@misc{imfdots,
  author = {{International Monetary Fund}},
  title = {Direction of Trade Statistics},
  howpublished = {Washington, DC: International Monetary Fund}
}
)",
            .note = {"flow: export_fob or import_cif; partners include WLD and EUU; flag e: estimated; 2017 has eight "
                     "main partners only",
                     "flow 为 export_fob 或 import_cif；伙伴含 WLD、EUU；flag 为 e 表示估计；2017 版只有八个主要伙伴"}};
}

} // namespace casus::data::sources
