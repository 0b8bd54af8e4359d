// SIPRI's table of one supplier's arms exports: recipients in rows, years in columns.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/reshape.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

Table one_row_a_year(Table&& wide) { return years_to_rows(wide, "tiv_million"); }

} // namespace

Source sipri_arms_exports() {
    return {.dataset = "sipri-arms-exports",
            .title = {"SIPRI arms exports of one supplier by recipient", "SIPRI 单一供应国的武器出口（按接受国）"},
            .row = {"one recipient in one year with deliveries; million trend-indicator values",
                    "有交付的一个接受国的一个年份；百万趋势指标值"},
            .columns = {required(and_others(state_name("recipient")))},
            .versions = {{.version = "2020", .first_year = 1950, .last_year = 2020, .has = {"1950", "2020"}}},
            .keys = {"recipient", "year"},
            .citation = sipri_transfers,
            .note = {"the file does not name the supplier; no row: no deliveries; 0: less than half a million",
                     "文件未写供应国；没有行表示没有交付，0 表示不足五十万"},
            .reshape = one_row_a_year};
}

} // namespace casus::data::sources
