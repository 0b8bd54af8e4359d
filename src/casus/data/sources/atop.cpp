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

/// The releases that files of treaties come in. Without pure non-aggression pacts the columns are the same, so only
/// the file's name tells.
std::vector<SourceVersion> treaty_versions() {
    return {
        {.version = "5.1", .first_year = 1815, .last_year = 2018, .mark_column = "version", .mark_value = "5.1"},
        {.version = "5.1-NNA",
         .first_year = 1815,
         .last_year = 2018,
         .mark_column = "version",
         .mark_value = "5.1",
         .named = {"NNA"}},
        {.version = "4.01", .first_year = 1815, .last_year = 2016, .mark_column = "version", .mark_value = "4.01"},
    };
}

} // namespace

Source atop_member() {
    Source source;
    source.dataset = "atop-member";
    source.title = {"ATOP members of alliances", "ATOP 联盟成员"};
    source.row = {"one member's spell in one phase of one alliance", "一成员在一联盟一阶段中的一段成员期"};
    source.columns = together({required(Columns{column("atopid"), cow("member"), year("yrent"), year_or("yrexit", 0)}),
                               obligations(),
                               each({"cowid",    "cow4id",   "cowsys",   "moent",    "dayent",   "moexit",   "dayexit",
                                     "phase",    "cowwar",   "termmode", "termcaus", "defcoadv", "defcoloc", "defcocon",
                                     "defconum", "defcodem", "defconpr", "offcoadv", "offcoloc", "offcocon", "offconum",
                                     "offcodem", "neucoadv", "neucoloc", "neucocon", "neuconum", "neucodem", "neuconpr",
                                     "neucoatt", "concoadv", "concoloc", "concocon", "concoreq", "olimob",   "obvary"}),
                               terms(), revisions()});
    source.versions = treaty_versions();
    // No keys: members leave and re-enter, and some spells are coded twice with other terms.
    source.citation = citation;
    source.note = still_in_force;
    return source;
}

} // namespace casus::data::sources
