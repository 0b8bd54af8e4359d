// Rulers, Elections, and Irregular Governance: leaders, elections, regimes.
#include "casus/data/sources/citations.hpp"
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source reign_leaders() {
    return {.dataset = "reign-leaders",
            .title = {"REIGN leaders", "REIGN 领导人"},
            .row = {"one leader's time in power", "一位领导人的一段任期"},
            .columns = {column("stateabb"), required(cow("ccode")), required(text("leadid")),
                        required(column("leader")), required(column("sdate")), required(column("smonth")),
                        required(year("syear")), required(column("emonth")), required(year("eyear")),
                        required(number("birthyear", {-99})), required(number("gender", {-99})),
                        required(number("militarycareer", {-99}))},
            .versions = {{.version = "2021-03", .first_year = 1950, .last_year = 2021}},
            .keys = {"ccode", "leadid", "syear", "smonth"},
            .citation = bell_2021,
            .note = {"sdate is the day of the month; a leader in power when the data end has no emonth and eyear",
                     "sdate 为日；数据截止时在任的领导人没有 emonth 和 eyear"}};
}

Source reign_elections() {
    return {.dataset = "reign-elections",
            .title = {"REIGN elections and referendums", "REIGN 选举与公投"},
            .row = {"one event in the course of an election: announced, held, delayed, voided",
                    "选举过程中的一个事件：宣布、举行、推迟、作废"},
            .columns = {required(and_others(cow("ccode"))), required(column("electionnumber")),
                        required(column("country")), required(year("elec_year")), required(column("elec_month")),
                        required(column("elec_day")), required(column("sequence")), required(column("event")),
                        required(column("elecnum")), required(column("type")), required(column("direct")),
                        column("regular"), column("victory"), column("change"), text("runoff")},
            .versions = {{.version = "2021-03", .first_year = 1950, .last_year = 2021}},
            .keys = {"elecnum", "sequence", "event", "elec_year", "elec_month"},
            .citation = bell_2021,
            .note = {"type: L legislative, X executive, R referendum; elections to come are among the rows",
                     "type：L 立法，X 行政，R 公投；含尚未举行的选举"}};
}

Source reign_regimes() {
    return {.dataset = "reign-regimes",
            .title = {"REIGN regimes", "REIGN 政体"},
            .row = {"one regime of a state", "一国的一个政体时期"},
            .columns = {required(cow("cowcode")), required(column("gwf_country")), required(column("gwf_casename")),
                        required(column("gwf_startdate")), required(column("gwf_enddate")),
                        required(column("gwf_regimetype"))},
            .versions = {{.version = "2020-12", .first_year = 1950, .last_year = 2020}},
            .keys = {"cowcode", "gwf_casename"},
            .citation = bell_2021,
            .note = {"dates as month/day/year; 12/31/2020 and later: not over when the data end",
                     "日期为月/日/年；12/31/2020 及以后表示数据截止时仍在继续"}};
}

} // namespace casus::data::sources
