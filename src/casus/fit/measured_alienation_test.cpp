#include "casus/fit/measured_alienation.hpp"

#include "casus/base/error.hpp"
#include "casus/data/import/import.hpp"
#include "casus/fit/measured_chapter.hpp"
#include "casus/measure/deviation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

namespace casus::fit {

namespace {

using testing::HasSubstr;

data::Table words(std::vector<std::string> const& names, std::vector<std::vector<std::string>> const& rows) {
    data::Table table;
    for (std::size_t c = 0; c < names.size(); ++c) {
        data::ColumnBuilder builder(names[c]);
        for (auto const& row : rows)
            if (names[c] == "rcid")
                builder.add(std::int64_t{std::stoi(row[c])});
            else
                builder.add(std::string_view(row[c]));
        table.columns.push_back(builder.finish());
    }
    return table;
}

class StoreOnDisk : public testing::Test {
protected:
    static inline std::unique_ptr<data::Store> store;
    static inline std::filesystem::path path;

    static data::Store begin(std::string const& name) {
        path = std::filesystem::temp_directory_path() / ("casus-" + name + std::to_string(getpid()) + ".sqlite");
        std::filesystem::remove(path);
        return data::Store(path, data::Store::Access::Write);
    }
    static void TearDownTestSuite() {
        store.reset();
        std::filesystem::remove(path);
    }
    static MeasureRequest request(std::string leader, std::string allies, int first, int last) {
        MeasureRequest request;
        request.leader = std::move(leader);
        request.allies = std::move(allies);
        request.first_year = first;
        request.last_year = last;
        return request;
    }
    static DeviationCell const* find(Measured const& measured, std::string const& ally, std::string const& issue,
                                     int year) {
        for (DeviationCell const& cell : measured.cells)
            if (measured.allies[cell.ally].key == ally && measured.issues[cell.issue].key == issue && cell.year == year)
                return &cell;
        return nullptr;
    }
    static std::string message(MeasureRequest const& asked) {
        try {
            (void)measure_alienation(*store, asked);
        } catch (Error const& error) { return error.what(); }
        return "";
    }
};

/// Three states, five roll calls: on 4 the leader is absent, on 3 France.
class MeasuredOfFewVotes : public StoreOnDisk {
protected:
    static void SetUpTestSuite() {
        {
            data::Store writing = begin("few-votes");
            auto const put = [&](std::string const& dataset, data::Table const& table) {
                data::Provenance provenance;
                provenance.dataset = dataset;
                provenance.version = "1";
                provenance.sha256 = dataset;
                provenance.first_year = 2000;
                provenance.last_year = 2001;
                writing.write(provenance, table);
            };
            put("un-roll-calls", words({"rcid", "date"}, {{"1", "2000-03-01"},
                                                          {"2", "2000-03-01"},
                                                          {"3", "2000-12-01"},
                                                          {"4", "2001-01-01"},
                                                          {"5", "2001-01-02"}}));
            put("un-roll-call-issues",
                words({"rcid", "short_name"}, {{"1", "me"}, {"1", "hr"}, {"2", "me"}, {"4", "me"}}));
            put("un-votes", words({"rcid", "country", "country_code", "vote"}, {{"1", "United States", "US", "no"},
                                                                                {"1", "United Kingdom", "GB", "yes"},
                                                                                {"1", "France", "FR", "abstain"},
                                                                                {"2", "United States", "US", "no"},
                                                                                {"2", "United Kingdom", "GB", "no"},
                                                                                {"2", "France", "FR", "yes"},
                                                                                {"3", "United States", "US", "yes"},
                                                                                {"3", "United Kingdom", "GB", "yes"},
                                                                                {"4", "United Kingdom", "GB", "yes"},
                                                                                {"4", "France", "FR", "yes"},
                                                                                {"5", "United States", "US", "yes"},
                                                                                {"5", "United Kingdom", "GB", "no"},
                                                                                {"5", "Atlantis", "", "no"}}));
        }
        store = std::make_unique<data::Store>(path, data::Store::Access::Read);
    }
};

} // namespace

TEST_F(MeasuredOfFewVotes, CountsRollCallsInEachOfTheirIssues) {
    MeasureRequest asked = request("USA", "GBR, FRA", 2000, 2001);
    asked.alone = 0.5;
    Measured const measured = measure_alienation(*store, asked);
    ASSERT_EQ(measured.allies.size(), 2U);
    ASSERT_EQ(measured.issues.size(), 7U);
    EXPECT_EQ(measured.leader.key, "2");
    auto const expect = [&](char const* ally, char const* issue, int year, std::uint32_t votes, double deviation) {
        DeviationCell const* const cell = find(measured, ally, issue, year);
        ASSERT_NE(cell, nullptr) << ally << issue << year;
        EXPECT_EQ(cell->votes, votes) << ally << issue << year;
        EXPECT_DOUBLE_EQ(cell->deviation, deviation) << ally << issue << year;
        EXPECT_LE(cell->interval.low, deviation);
        EXPECT_GE(cell->interval.high, deviation);
        EXPECT_LT(std::abs(cell->adjusted), 1.0);
    };
    expect("200", "me", 2000, 2, 0.5);
    expect("200", "hr", 2000, 1, 1.0);
    expect("200", "all", 2000, 3, 1.0 / 3);
    expect("220", "me", 2000, 2, 0.75);
    expect("220", "all", 2000, 2, 0.75);
    expect("200", "all", 2001, 1, 1.0);
    EXPECT_EQ(measured.cells.size(), 7U); // those and France on human rights; absence makes no cell
    EXPECT_EQ(find(measured, "200", "me", 2001), nullptr);
    EXPECT_EQ(find(measured, "220", "all", 2001), nullptr);
    ASSERT_FALSE(measured.isolation.empty());
    EXPECT_EQ(measured.isolation[0].roll_calls, 2U);
    EXPECT_DOUBLE_EQ(measured.isolation[0].deviation, 0.625);
    EXPECT_DOUBLE_EQ(measured.isolation[0].alone, 0.5);
    EXPECT_DOUBLE_EQ(measured.summaries[0].deviation, 0.5);
    EXPECT_DOUBLE_EQ(measured.summaries[0].alienation, 0.75);
    EXPECT_DOUBLE_EQ(measured.summaries[0].dispersion, std::sqrt(0.125));
    EXPECT_THAT(measured.notes.at(0).en, HasSubstr("Atlantis"));
    EXPECT_EQ(measured.sources.size(), 3U);
}

TEST_F(MeasuredOfFewVotes, KeepsToTheIssuesAskedFor) {
    MeasureRequest asked = request("USA", "GBR", 2000, 2000);
    asked.issues = {"hr", "me"};
    Measured const measured = measure_alienation(*store, asked);
    ASSERT_EQ(measured.issues.size(), 2U);
    EXPECT_EQ(measured.issues[0].key, "me");
    EXPECT_EQ(measured.cells.size(), 2U);
    EXPECT_EQ(measured.summaries[0].votes, 3U);
    EXPECT_EQ(measured_cells(measured).rows.size(), 2U);
}

TEST_F(MeasuredOfFewVotes, RefusesWhatItCannotMeasure) {
    EXPECT_THAT(message(request("USZ", "GBR", 2000, 2001)), HasSubstr("did you mean 'US'?"));
    EXPECT_THAT(message(request("CAN", "GBR", 2000, 2001)), HasSubstr("the leader cast no vote in 2000–2001 'CAN'"));
    EXPECT_THAT(message(request("USA", "CAN", 2000, 2001)), HasSubstr("no ally of the leader cast a vote"));
    EXPECT_THAT(message(request("USA", "GBR", 1950, 1951)), HasSubstr("no roll calls in these years '1950–1951'"));
    EXPECT_THAT(message(request("USA", "atpo:defense", 2000, 2001)), HasSubstr("did you mean 'atop'?"));
    EXPECT_THAT(message(request("USA", "atop:defense", 2000, 2001)), HasSubstr("atop-member"));
    EXPECT_THAT(message(request("USA", "atpo", 2000, 2001)), HasSubstr("did you mean 'atop'?"));
    EXPECT_THAT(message(request("USA", "Members", 2000, 2001)), HasSubstr("did you mean 'members'?"));
    EXPECT_THAT(message(request("USA", "GBR,COW", 2000, 2001)), HasSubstr("did you mean 'cow'?"));
    EXPECT_THAT(message(request("USA", "GBR,,FRA", 2000, 2001)), HasSubstr("--allies has nothing beside a comma"));
    MeasureRequest asked = request("USA", "GBR", 2000, 2001);
    asked.issues = {"me", ""};
    EXPECT_THAT(message(asked), HasSubstr("--issues has nothing beside a comma"));
    asked.issues = {"nuk"};
    EXPECT_THAT(message(asked),
                HasSubstr("unknown issue 'nuk'; expected one of me, nu, di, hr, co, ec, all; did you mean 'nu'?"));
}

namespace {

class MeasuredOfPublishedVotes : public StoreOnDisk {
protected:
    static void SetUpTestSuite() {
        std::filesystem::path const shared = std::filesystem::path(CASUS_SOURCE_DIR) / ".." / "shared" / "data";
        if (!std::filesystem::exists(shared)) return;
        {
            data::Store writing = begin("un-votes");
            for (char const* const name : {"unvotes/un_votes.csv.gz", "unvotes/un_roll_calls.csv.gz",
                                           "unvotes/un_roll_call_issues.csv.gz", "atop/v5.1/atop5_1m.csv"}) {
                data::Import const read = data::import_file(shared / name, {});
                writing.write(read.provenance, read.table);
            }
        }
        store = std::make_unique<data::Store>(path, data::Store::Access::Read);
    }
    void SetUp() override {
        if (!store) GTEST_SKIP() << "no ../shared/data";
    }
};

/// Distances of two countries by issue in a year, from the rows as they stand, by names.
std::map<std::string, measure::Distances> joined_naively(data::Store const& store, std::string const& year,
                                                         std::string const& one, std::string const& other) {
    data::Table const calls = store.read("un-roll-calls"), issues = store.read("un-roll-call-issues"),
                      votes = store.read("un-votes");
    std::map<int, std::set<std::string>> issues_of;
    for (std::size_t row = 0; row < calls.rows(); ++row)
        if (calls["date"].word(row).starts_with(year)) issues_of[static_cast<int>(calls["rcid"].number(row))] = {"all"};
    for (std::size_t row = 0; row < issues.rows(); ++row)
        if (auto const call = issues_of.find(static_cast<int>(issues["rcid"].number(row))); call != issues_of.end())
            call->second.emplace(issues["short_name"].word(row));
    std::map<std::string, std::map<int, double>> votes_of;
    for (std::size_t row = 0; row < votes.rows(); ++row) {
        std::string const country(votes["country"].word(row));
        if (country != one && country != other) continue;
        std::string_view const vote = votes["vote"].word(row);
        votes_of[country][static_cast<int>(votes["rcid"].number(row))] = vote == "yes" ? 1 : vote == "no" ? 0 : 0.5;
    }
    std::map<std::string, measure::Distances> distances;
    for (auto const& [call, words] : issues_of)
        if (votes_of[one].contains(call) && votes_of[other].contains(call))
            for (std::string const& word : words)
                ++distances[word]
                      .counts[static_cast<std::size_t>(2 * std::abs(votes_of[one][call] - votes_of[other][call]))];
    return distances;
}

} // namespace

TEST_F(MeasuredOfPublishedVotes, AgreesWithANaiveJoin) {
    Measured const measured = measure_alienation(*store, request("USA", "atop:defense", 1985, 1985));
    EXPECT_GT(measured.allies.size(), 30U);
    for (auto const& [name, key] :
         std::map<std::string, std::string>{{"United Kingdom", "200"}, {"Canada", "20"}, {"Brazil", "140"}}) {
        auto const naive = joined_naively(*store, "1985", "United States", name);
        EXPECT_EQ(naive.size(), 7U);
        for (auto const& [issue, distances] : naive) {
            DeviationCell const* const cell = find(measured, key, issue, 1985);
            ASSERT_NE(cell, nullptr) << name << issue;
            EXPECT_EQ(cell->votes, distances.votes()) << name << issue;
            EXPECT_DOUBLE_EQ(cell->deviation, distances.mean()) << name << issue;
        }
    }
}

TEST_F(MeasuredOfPublishedVotes, KnowsTheSovietUnionAndItsPact) {
    Measured const measured = measure_alienation(*store, request("Soviet Union", "atop:defense", 1975, 1991));
    EXPECT_EQ(measured.leader.key, "365");
    EXPECT_EQ(measured.leader.name.en, "Soviet Union"); // as it was called in most of these years
    EXPECT_EQ(measure_alienation(*store, request("Russia", "POL", 1985, 2000)).leader.name.en, "Russia");
    EXPECT_EQ(measure_alienation(*store, request("RUS", "atop:defense", 1990, 1990)).leader.name.en, "Soviet Union");
    for (char const* const pact : {"290", "310", "355"})
        EXPECT_LT(find(measured, pact, "all", 1985)->deviation, 0.05) << pact;
    EXPECT_GT(find(measured, "310", "all", 1991)->deviation, 0.1); // Hungary, after its change of regime
}

TEST_F(MeasuredOfPublishedVotes, SaysInWhichYearsTheLeaderDidNotVote) {
    auto const notes = [](Measured const& measured) {
        std::string all;
        for (Text const& note : measured.notes) all += note.en + "\n" + note.zh + "\n";
        return all;
    };
    EXPECT_THAT(notes(measure_alienation(*store, request("255", "FRA", 1988, 1995))),
                HasSubstr("Years without a vote of the leader: 1988–1989.\n主导国没有投票的年份：1988–1989。"));
    EXPECT_THAT(notes(measure_alienation(*store, request("FRA", "GBR", 1962, 1966))), HasSubstr("leader: 1964."));
    EXPECT_THAT(notes(measure_alienation(*store, request("FRA", "GBR", 1985, 1986))),
                testing::Not(HasSubstr("Years without")));
}

TEST_F(MeasuredOfPublishedVotes, ShowsTheUnitedStatesAloneOnPalestine) {
    MeasureRequest asked = request("USA", "GBR,FRA", 2005, 2005);
    Measured const measured = measure_alienation(*store, asked);
    EXPECT_EQ(measured.isolation[0].issue, 0);
    EXPECT_GT(measured.isolation[0].deviation, 0.8);
    EXPECT_GT(measured.isolation[0].alone, 0.9);
    EXPECT_GT(find(measured, "200", "me", 2005)->adjusted, 0.1);
    EXPECT_NEAR(find(measured, "200", "all", 2005)->adjusted, 0.0, 0.05);
}

TEST_F(MeasuredOfPublishedVotes, DoesNotLookAtOtherYearsNorCountThreads) {
    Measured const alone = measure_alienation(*store, request("USA", "GBR", 1999, 1999));
    MeasureRequest asked = request("USA", "GBR", 1997, 2001);
    asked.threads = 3;
    Measured const among = measure_alienation(*store, asked);
    for (DeviationCell const& cell : alone.cells) {
        DeviationCell const* const same = find(among, "200", alone.issues[cell.issue].key, 1999);
        ASSERT_NE(same, nullptr);
        EXPECT_EQ(same->adjusted, cell.adjusted);
        EXPECT_EQ(same->deviation, cell.deviation);
    }
}

TEST_F(MeasuredOfPublishedVotes, CarriesAlliancesOnlyAsFarAsAsked) {
    MeasureRequest asked = request("USA", "atop:defense", 2018, 2019);
    Measured const ends = measure_alienation(*store, asked);
    EXPECT_EQ(find(ends, "200", "all", 2019), nullptr);
    EXPECT_THAT(ends.notes.at(0).en, HasSubstr("--carry N"));
    asked.carry = 1;
    EXPECT_NE(find(measure_alienation(*store, asked), "200", "all", 2019), nullptr);
}

} // namespace casus::fit
