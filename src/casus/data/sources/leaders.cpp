// Leaders elsewhere: Archigos, Herre's ideologies of leaders, ParlGov's cabinets.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

Source archigos() {
    return {.dataset = "archigos",
            .title = {"Archigos: political leaders", "Archigos：政治领导人"},
            .row = {"one leader's time in power", "一位领导人的一段任期"},
            .columns = {required(column("obsid")), required(column("leadid")), required(and_others(cow("ccode"))),
                        required(column("idacr")), required(column("leader")), required(column("startdate")),
                        required(column("enddate")), required(column("entry")), required(column("exit")),
                        column("exitcode"), column("prevtimesinoffice"), column("posttenurefate"), column("gender"),
                        number("yrborn", {-999}), number("yrdied", {-999, -777})},
            .versions = {{.version = "4.1", .first_year = 1875, .last_year = 2015}},
            .keys = {"obsid"},
            .citation = R"(@article{goemans2009introducing,
  author = {Goemans, Henk E. and Gleditsch, Kristian Skrede and Chiozza, Giacomo},
  title = {Introducing {Archigos}: A Dataset of Political Leaders},
  journal = {Journal of Peace Research},
  year = {2009},
  volume = {46},
  number = {2},
  pages = {269--283}
}
)",
            .note = {"ccode is Gleditsch–Ward's for some states (340, 711 …); leaders in power when the data end have "
                     "enddate 2015-12-31; numentry, numexit and their like keep their codes -666 to -999",
                     "ccode 对部分国家用 Gleditsch–Ward 编号（340、711 等）；数据截止时在任者 enddate 为 "
                     "2015-12-31；numentry、numexit 等列的 -666 至 -999 代码保留"}};
}

Source leader_ideologies() {
    return {.dataset = "leader-ideologies",
            .title = {"Ideologies of heads of government and leaders (Herre)", "政府首脑与领导人的意识形态（Herre）"},
            .row = {"one country on 31 December of one year", "一国在某年 12 月 31 日"},
            .columns = {required(column("country_name")), required(and_others(cow("country_code_cow"))),
                        required(year("year")), required(column("hog")), required(column("hog_ideology")),
                        column("hog_party_eng"), column("hog_party_id"), required(column("leader")),
                        required(column("leader_ideology")), column("leader_party_eng"), column("leader_party_id"),
                        column("leader_position"), required(column("match_hog_leader"))},
            .versions = {{.version = "2020", .first_year = 1945, .last_year = 2020}},
            .keys = {"country_code_cow", "year"},
            .citation = R"(@article{herre2023identifying,
  author = {Herre, Bastian},
  title = {Identifying Ideologues: A Global Dataset on Political Leaders, 1945--2020},
  journal = {British Journal of Political Science},
  year = {2023},
  volume = {53},
  number = {2},
  pages = {740--748}
}
)",
            .note = {"'no information' and 'not applicable' are words of their own, not missing",
                     "“no information”“not applicable”是取值，不作缺失"}};
}

Source parlgov_cabinets() {
    return {.dataset = "parlgov-cabinets",
            .title = {"ParlGov cabinets", "ParlGov 内阁"},
            .row = {"one party in parliament under one cabinet", "一届内阁期间议会中的一个政党"},
            .columns = {required(iso3("country_name_short")), required(column("country_name")),
                        required(column("election_date")), required(column("start_date")),
                        required(column("cabinet_name")), required(column("caretaker")),
                        required(column("cabinet_party")), required(column("prime_minister")),
                        required(column("seats")), required(column("election_seats_total")), text("party_name_short"),
                        column("party_name"), column("party_name_english"), required(column("left_right")),
                        required(column("cabinet_id")), required(column("party_id"))},
            .versions = {{.version = "2023-06", .first_year = 1900, .last_year = 2023}},
            .keys = {"cabinet_id", "party_id"},
            .citation = R"(@misc{doering2023parlgov,
  author = {D{\"o}ring, Holger and Manow, Philip},
  title = {Parliaments and Governments Database ({ParlGov}): Information on Parties, Elections and Cabinets in Established Democracies},
  note = {Development version}
}
)",
            .note = {"left_right from 0 to 10; cabinet_party 1: in the cabinet", "left_right 为 0 到 10；cabinet_party "
                                                                                 "为 1 表示入阁"}};
}

} // namespace casus::data::sources
