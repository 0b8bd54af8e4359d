// For tests: the published files of ../shared/data in a temporary store, imported once for all suites that need them.
#pragma once

#include "casus/data/import/import.hpp"
#include "casus/data/store/store.hpp"

#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace casus::data::testing_data {

[[nodiscard]] inline std::filesystem::path shared_folder() {
    return std::filesystem::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data";
}

[[nodiscard]] inline bool have_shared_data() { return std::filesystem::exists(shared_folder()); }

/// Opened for reading; the file goes when the program ends.
[[nodiscard]] inline Store const& published_store() {
    static struct File {
        std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("casus-published-" + std::to_string(static_cast<long>(getpid())) + ".sqlite");
        ~File() {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        }
    } const file;
    static Store const store = [] {
        std::filesystem::remove(file.path);
        {
            Store writing(file.path, Store::Access::Write);
            for (char const* const name : {"cow/states/states2016.csv",
                                           "cow/states/majors2016.csv",
                                           "cow/states/system2016.csv",
                                           "gleditsch_ward/converted_isard_gw_system.csv",
                                           "cow/nmc/NMC-60-abridged.csv",
                                           "cow/alliances/alliance_v4.1_by_directed.csv",
                                           "cow/alliances/alliance_v4.1_by_member.csv",
                                           "cow/alliances/converted_peacesciencer_cow_alliance_ddyr.csv.gz",
                                           "atop/v5.1/atop5_1m.csv",
                                           "atop/v5.1/atop5_1a.csv",
                                           "atop/v5.1/converted_peacesciencer_atop5_1ddyr.csv.gz",
                                           "cow/contiguity/contdir.csv",
                                           "cow/contiguity/contdird.csv",
                                           "cow/contiguity/contdirs.csv",
                                           "cow/mid/MIDA 5.0.csv",
                                           "cow/mid/MIDB 5.0.csv",
                                           "gml/gml-midb-2.1.csv",
                                           "gml/gml-ndy-disputes-2.1.csv",
                                           "cow/trade/converted_peacesciencer_dyadic_trade_4.0_nondirected.csv.gz",
                                           "cow/igo/converted_peacesciencer_cow_igo_ndy_1990_2014.csv.gz",
                                           "cow/igo/converted_peacesciencer_cow_igo_sy.csv",
                                           "distance/converted_peacesciencer_cow_capitals.csv",
                                           "distance/converted_peacesciencer_gw_capitals.csv",
                                           "distance/converted_peacesciencer_cow_mindist_5yearly_1950_2019.csv.gz",
                                           "regime/converted_isard_cw_democracy.csv",
                                           "regime/converted_democracyData_polity5.csv",
                                           "regime/converted_democracyData_vdem_simple.csv.gz",
                                           "regime/converted_democracyData_uds_2014.csv",
                                           "unga/IdealpointestimatesAll_Apr2020.csv",
                                           "rivalry/converted_peacesciencer_td_rivalries.csv",
                                           "rivalry/converted_peacesciencer_tss_rivalries.csv",
                                           "dcad/DCAD-v1.0-main.csv",
                                           "recent/leaders/converted_Archigos_4.1.csv",
                                           "recent/leaders/REIGN_leaderlist_3_21.csv",
                                           "recent/leaders/global_leader_ideologies.csv",
                                           "unvotes/un_votes.csv.gz",
                                           "unvotes/un_roll_calls.csv.gz",
                                           "unvotes/un_roll_call_issues.csv.gz",
                                           "unga/converted_UNVotesPublished_1990_2015.csv.gz",

                                           "cow/wars/directed_dyadic_war.csv"}) {
                Import const read = import_file(shared_folder() / name, {});
                writing.write(read.provenance, read.table);
            }
        }
        return Store(file.path, Store::Access::Read);
    }();
    return store;
}

} // namespace casus::data::testing_data
