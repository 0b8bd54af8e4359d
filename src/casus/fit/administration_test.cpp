#include "casus/fit/administration.hpp"

#include "casus/base/error.hpp"
#include "casus/world/case_file/test_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace casus::fit {
namespace {

using Row = std::vector<std::string>;

/// Columns in `numbers` hold whole numbers.
data::Table table(std::vector<std::string> const& names, std::vector<std::string> const& numbers,
                  std::vector<Row> const& rows) {
    data::Table made;
    for (std::size_t c = 0; c < names.size(); ++c) {
        data::ColumnBuilder builder(names[c]);
        for (Row const& row : rows)
            if (std::ranges::find(numbers, names[c]) != numbers.end())
                builder.add(std::int64_t{std::stoi(row[c])});
            else
                builder.add(std::string_view(row[c]));
        made.columns.push_back(builder.finish());
    }
    return made;
}

/// The side of state 2 changes in January after the election, as in the United States; that of 220 before the year of
/// the election ends, as in France: once from right to left, once within the right.
void write_store(std::filesystem::path const& path, std::string const& in_2004 = "rightist",
                 std::string const& vote_of_2004 = "Y") {
    data::Store store(path, data::Store::Access::Write);
    auto const put = [&](std::string const& dataset, data::Table const& rows) {
        data::Provenance about;
        about.dataset = about.sha256 = dataset;
        about.version = "1";
        store.write(about, rows);
    };
    put("leader-ideologies",
        table({"country_code_cow", "year", "leader", "leader_ideology"}, {"country_code_cow", "year"},
              {{"2", "1999", "Old", "leftist"},
               {"2", "2000", "Old", "leftist"},
               {"2", "2001", "New", "rightist"},
               {"2", "2002", "New", "rightist"},
               {"2", "2003", "New", "rightist"},
               {"2", "2004", "New", in_2004},
               {"220", "1999", "Ancien", "rightist"},
               {"220", "2000", "Nouveau", "leftist"},
               {"220", "2001", "Nouveau", "leftist"},
               {"220", "2002", "Droit", "rightist"},
               {"220", "2003", "Plus Droit", "rightist"},
               {"220", "2004", "Plus Droit", "rightist"}}));
    put("reign-elections", table({"ccode", "elec_year", "event", "type", "victory"}, {"ccode", "elec_year"},
                                 {{"2", "2000", "Vote, As Scheduled", "X", "N"},
                                  {"2", "2002", "Vote, As Scheduled", "L", "N"}, // of the legislature
                                  {"2", "2004", "Vote, As Scheduled", "X", vote_of_2004},
                                  {"220", "2000", "Vote, As Scheduled", "X", "N"},
                                  {"220", "2003", "Vote, Early", "X", "N"}}));
}

using Sides = std::vector<double>;

TEST(Administrations, AreTurnedByAnElectionThatTheHolderOfTheOfficeLost) {
    case_file::TemporaryFolder folder;
    write_store(folder.path() / "s.sqlite");
    data::Store const store(folder.path() / "s.sqlite", data::Store::Access::Read);
    Administrations const america = administrations(store, 2, 2000, 2005);
    EXPECT_EQ(america.in_office, (Sides{0, 1, 1, 1, 1, 1}));
    EXPECT_EQ(america.expected, (Sides{0, 1, 1, 1, 1, 1}));
    EXPECT_THROW((void)administrations(store, 999, 2000, 2005), Error);
}

TEST(Administrations, AreNotTurnedTwiceWhereTheWinnerMovesInWithinTheYear) {
    case_file::TemporaryFolder folder;
    write_store(folder.path() / "s.sqlite");
    data::Store const store(folder.path() / "s.sqlite", data::Store::Access::Read);
    Administrations const france = administrations(store, 220, 2000, 2004);
    EXPECT_EQ(france.in_office, (Sides{0, 0, 1, 1, 1}));
    EXPECT_EQ(france.expected, (Sides{1, 0, 0, 1, 1}));
}

TEST(Administrations, ExpectNothingFromTheYearItself) {
    case_file::TemporaryFolder folder;
    write_store(folder.path() / "a.sqlite");
    write_store(folder.path() / "b.sqlite", "leftist", "N");
    data::Store const a(folder.path() / "a.sqlite", data::Store::Access::Read);
    data::Store const b(folder.path() / "b.sqlite", data::Store::Access::Read);
    EXPECT_EQ(administrations(a, 2, 2000, 2004).expected, administrations(b, 2, 2000, 2004).expected);
    EXPECT_NE(administrations(a, 2, 2000, 2004).in_office, administrations(b, 2, 2000, 2004).in_office);
}

} // namespace
} // namespace casus::fit
