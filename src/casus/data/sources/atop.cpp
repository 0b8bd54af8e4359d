// Alliance Treaty Obligations and Provisions.
#include "casus/data/sources/columns.hpp"
#include "casus/data/sources/sources.hpp"

namespace casus::data::sources {

namespace {

char const* const citation = R"(@article{leeds2002atop,
  author = {Leeds, Brett Ashley and Ritter, Jeffrey M. and Mitchell, Sara McLaughlin and Long, Andrew G.},
  title = {Alliance Treaty Obligations and Provisions, 1815--1944},
  journal = {International Interactions},
  volume = {28},
  year = {2002},
  pages = {237--260}
})";

Text const still_in_force = {"0 in an end date means still in force when the coverage ends",
                             "结束日期为 0 表示至覆盖期末仍有效"};

/// The terms of a treaty, as the files of alliances, phases and members have them all.
Columns terms() {
    return each({"ineffect", "bilat",    "maxphase", "wartime",  "estmode",  "pubsecr",  "secrart",  "proadd",
                 "futmem",   "speclgth", "length",   "renounce", "proren",   "renewlgt", "term",     "active",
                 "conditio", "defcon",   "offcon",   "neucon",   "concon",   "asymm",    "notaiden", "dipaid",
                 "terrres",  "seppeace", "thirdcom", "noothall", "specthrt", "statthr1", "statthr2", "conwtin",
                 "medarb",   "milcon",   "milaid",   "intcom",   "subord",   "organ1",   "orgpurp1", "organ2",
                 "orgpurp2", "base",     "contrib",  "armred",   "acqterr",  "divgains", "demwith",  "reflnun",
                 "refothio", "natrefal", "compag",   "nomicoop", "conres",   "agprois",  "conmen",   "ecaid",
                 "interv",   "source",   "version"});
}

Columns obligations() { return required(each({"defense", "offense", "neutral", "nonagg", "consul"})); }

/// New and revised rows since the release before, under a name that changes with every release.
Columns revisions() { return {column("new5", {"new4"}), column("rev5", {"rev4"})}; }

Columns treaty_spell() {
    return {required(column("atopid")),
            required(year("begyr")),
            column("begmo"),
            column("begday"),
            required(year_or("endyr", 0)),
            column("endmo"),
            column("endday"),
            column("cowid"),
            column("cow4id")};
}

SourceVersion release(char const* version, int last_year, char const* mark) {
    return {
        .version = version, .first_year = 1815, .last_year = last_year, .mark_column = "version", .mark_value = mark};
}

std::vector<SourceVersion> releases() { return {release("5.1", 2018, "5.1"), release("4.01", 2016, "4.01")}; }

/// Files without pure non-aggression pacts have the columns and the mark of the whole ones: only the name tells.
std::vector<SourceVersion> releases_without_pacts() {
    std::vector<SourceVersion> result{release("5.1", 2018, "5.1")};
    result.front().named = {"NNA"};
    return result;
}

constexpr int most_members = 60;
constexpr int most_alliances = 60; // of one state in one year

Columns alliances() {
    Columns result = numbered("atopid", most_alliances);
    result.push_back(column("version"));
    return result;
}

/// What a state or a pair has in a year.
Columns yearly_obligations() {
    Columns result = required(Columns{column("defense", {"atop_defense"}), column("offense", {"atop_offense"}),
                                      column("neutral", {"atop_neutral"}), column("nonagg", {"atop_nonagg"}),
                                      column("consul", {"atop_consul"})});
    result.push_back(column("atopally"));
    result.push_back(column("number"));
    result.push_back(column("transyr"));
    return result;
}

} // namespace

Source atop_alliance() {
    Source source;
    source.dataset = "atop-alliance";
    source.title = {"ATOP alliances", "ATOP 联盟"};
    source.row = {"one alliance, with the terms of its first phase", "一个联盟（条款取其第一阶段）"};
    source.columns = together(
        {treaty_spell(), obligations(), numbered("mem", most_members, cow_and_others("")), terms(), revisions()});
    source.versions = releases();
    for (SourceVersion& version : source.versions) version.lacks = {"atopidphase"};
    source.keys = {"atopid"};
    source.citation = citation;
    source.note = still_in_force;
    return source;
}

Source atop_alliance_nna() {
    Source source = atop_alliance();
    source.dataset = "atop-alliance-nna";
    source.title = {"ATOP alliances without pure non-aggression pacts", "ATOP 联盟（不含纯互不侵犯条约）"};
    source.versions = releases_without_pacts();
    return source;
}

Source atop_phase() {
    Source source = atop_alliance();
    source.dataset = "atop-phase";
    source.title = {"ATOP phases of alliances", "ATOP 联盟阶段"};
    source.row = {"one phase of one alliance, in which its terms stay the same", "一个联盟条款不变的一个阶段"};
    source.columns.push_back(required(column("atopidphase")));
    source.columns.push_back(required(column("phase")));
    source.versions = releases();
    source.keys = {"atopidphase"};
    return source;
}

Source atop_member() {
    Source source;
    source.dataset = "atop-member";
    source.title = {"ATOP members of alliances", "ATOP 联盟成员"};
    source.row = {"one member's spell in one phase of one alliance", "一成员在一联盟一阶段中的一段成员期"};
    source.columns = together(
        {required(Columns{column("atopid"), cow_and_others("member"), year("yrent"), year_or("yrexit", 0)}),
         obligations(), each({"cowid",    "cow4id",   "cowsys",   "moent",    "dayent",   "moexit",   "dayexit",
                              "phase",    "cowwar",   "termmode", "termcaus", "defcoadv", "defcoloc", "defcocon",
                              "defconum", "defcodem", "defconpr", "offcoadv", "offcoloc", "offcocon", "offconum",
                              "offcodem", "neucoadv", "neucoloc", "neucocon", "neuconum", "neucodem", "neuconpr",
                              "neucoatt", "concoadv", "concoloc", "concocon", "concoreq", "olimob",   "obvary"}),
         terms(), revisions()});
    source.versions = releases();
    // No keys: members leave and re-enter, and some spells stand twice with other terms.
    source.citation = citation;
    source.note = still_in_force;
    return source;
}

Source atop_member_nna() {
    Source source = atop_member();
    source.dataset = "atop-member-nna";
    source.title = {"ATOP members of alliances without pure non-aggression pacts",
                    "ATOP 联盟成员（不含纯互不侵犯条约）"};
    source.versions = releases_without_pacts();
    return source;
}

Source atop_state_year() {
    Source source;
    source.dataset = "atop-state-year";
    source.title = {"ATOP states by year", "ATOP 国家—年"};
    source.row = {"one state in one year in which it has an alliance", "一国有联盟的一年"};
    source.columns =
        together({{required(cow_and_others("state")), required(year("year"))}, yearly_obligations(), alliances()});
    source.versions = releases();
    source.versions.push_back(
        {.version = "3.0", .first_year = 1816, .last_year = 2002, .mark_column = "version", .mark_value = "3"});
    source.keys = {"state", "year"};
    source.citation = citation;
    return source;
}

Source atop_dyad_year() {
    Source source;
    source.dataset = "atop-dyad-year";
    source.title = {"ATOP dyads by year", "ATOP 对偶—年"};
    source.row = {"one pair of states in one year in which they are allied", "一对国家结盟的一年"};
    // The names of the distributor's directed file (ddyad, stateA …) are from memory of its codebook, not from a file.
    source.columns = together({{column("ddyad", {"dyad"}), required(cow_and_others("statea", {"ccode1", "mem1"})),
                                required(cow_and_others("stateb", {"ccode2", "mem2"})), required(year("year"))},
                               yearly_obligations(),
                               each({"shareob", "bilatno", "multino", "asymm"}),
                               alliances()});
    source.versions = releases();
    source.versions.push_back({.version = "3.0",
                               .first_year = 1816,
                               .last_year = 2002,
                               .has = {"mem1", "version"},
                               .mark_column = "version",
                               .mark_value = "3"});
    for (SourceVersion& version : source.versions) version.lacks = {"mem3"}; // which files of treaties have
    source.keys = {"statea", "stateb", "year"};
    source.citation = citation;
    source.note = {"3.0 has every pair once, 5.1 in both directions", "3.0 版每对国家一行，5.1 版两个方向各一行"};
    return source;
}

} // namespace casus::data::sources
