#include "casus/data/panel/features/portfolio_years.hpp"

#include "casus/base/error.hpp"
#include "casus/data/panel/features/features.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cctype>
#include <cmath>
#include <filesystem>

namespace casus::data::features {
namespace {

constexpr int usa = 2, canada = 20, cuba = 40;

StateSystem three_states() {
    Spell const always{day_number(1900, 1, 1), day_number(2000, 12, 31)};
    return {System::Cow, {{usa, {always}}, {canada, {always}}, {cuba, {always}}}, 2000};
}

/// In 1950 and 1951 the first and second state agree on item 0 and differ on 1; the third is no actor in 1951.
class MadeUp : public PortfolioSource {
public:
    MadeUp() {
        name_ = "made_up";
        origin_ = {"made-up", "1"};
        coverage_ = {1950, 1951};
    }
    [[nodiscard]] PortfolioYear year(int year) const override {
        measure::Portfolios portfolios(3, 2);
        for (std::size_t i = 0; i < 3; ++i) portfolios.set(i, 0, 2);
        portfolios.set(0, 1, 1);
        portfolios.set(1, 1, 2);
        if (year == 1950) portfolios.set(2, 1, 1);
        return {portfolios, {0, 1, year == 1950 ? 2 : -1}, {0, 1}, {}};
    }
};

std::span<double const> values(RowSeries const& series) { return series.column.as<double>(); }

TEST(PortfolioYears, StandOnTheFramesRowsAndNowhereElse) {
    StateSystem const system = three_states();
    for (Unit const unit : {Unit::DyadYear, Unit::DirectedDyadYear}) {
        Frame const frame(system, unit, 1949, 1952);
        auto const rows = similarity_rows(frame, MadeUp(), alliance_similarities().first(1), Scaling::Scale, 2);
        ASSERT_EQ(rows.size(), 1u);
        EXPECT_EQ(rows[0].column.name, "made_up_s");
        auto const s = values(rows[0]);
        auto const at = [&](std::size_t i, std::size_t j, int year) { return s[*frame.row(i, j, year)]; };
        EXPECT_TRUE(std::isnan(at(0, 1, 1949)));
        EXPECT_TRUE(std::isnan(at(0, 1, 1952)));
        EXPECT_NEAR(at(0, 1, 1950), 1.0 - 2.0 * 1.0 / 6.0, 1e-15);
        EXPECT_EQ(at(0, 2, 1950), 1.0);
        EXPECT_TRUE(std::isnan(at(0, 2, 1951)));
        if (unit != Unit::DirectedDyadYear) continue;
        for (data::Run const& run : frame.runs())
            for (int year = run.first_year; year <= run.last_year; ++year) {
                double const forth = at(run.first, run.second, year);
                double const back = at(run.second, run.first, year);
                EXPECT_TRUE(forth == back || (std::isnan(forth) && std::isnan(back)));
            }
    }
}

TEST(PortfolioYears, ScaleByTheDataWhereAsked) {
    StateSystem const system = three_states();
    Frame const frame(system, Unit::DyadYear, 1950, 1950);
    auto const rows = similarity_rows(frame, MadeUp(), alliance_similarities().first(1), Scaling::Data, 1);
    EXPECT_EQ(values(rows[0])[*frame.row(0, 1, 1950)], 0.0); // values 1 and 2 occur: 1 − 2 · 1/(2 · 1)
}

/// A store in a folder of its own, gone with the test.
struct TestStore {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("casus_portfolio_years_" + std::to_string(::getpid()));
    Store store;

    TestStore() : store((std::filesystem::create_directories(folder), folder / "store.sqlite"), Store::Access::Write) {}
    TestStore(TestStore const&) = delete;
    TestStore& operator=(TestStore const&) = delete;
    ~TestStore() { std::filesystem::remove_all(folder); }

    void put(std::string const& dataset, std::vector<std::vector<std::string>> const& columns) {
        Table table;
        for (auto const& cells : columns) {
            ColumnBuilder builder(cells.front());
            for (std::size_t n = 1; n < cells.size(); ++n)
                if (cells[n].empty())
                    builder.add_missing();
                else if (std::isdigit(static_cast<unsigned char>(cells[n].front())) && cells[n].size() < 6)
                    builder.add(std::int64_t{std::stoi(cells[n])});
                else
                    builder.add(std::string_view(cells[n]));
            table.columns.push_back(builder.finish());
        }
        Provenance provenance;
        provenance.dataset = dataset;
        provenance.version = "1";
        provenance.file = dataset + ".csv";
        provenance.sha256 = dataset;
        provenance.rows_read = provenance.rows_kept = table.rows();
        provenance.first_year = 1946;
        provenance.last_year = 2000;
        store.write(provenance, table);
    }
};

TEST(VotePortfolios, KnowWhoVotedWhatInWhichYear) {
    TestStore test;
    test.put("un-roll-calls", {{"rcid", "3", "4", "5"}, {"date", "1946-01-01", "1946-02-01", "1947-01-01"}});
    test.put("un-votes",
             {{"rcid", "3", "3", "4", "4", "5", "5", "3", "9"},
              {"country", "United States", "Canada", "United States", "Canada", "Canada", "Cuba", "Atlantis", "Cuba"},
              {"country_code", "US", "CA", "US", "CA", "CA", "CU", "", "CU"},
              {"vote", "yes", "no", "abstain", "abstain", "yes", "yes", "yes", "no"}});
    StateSystem const system = three_states();
    Frame const frame(system, Unit::DyadYear, 1946, 1948);
    auto const source = vote_portfolios({.store = &test.store, .frame = &frame, .choice = "un", .threads = 1});
    EXPECT_EQ(source->coverage().first_year, 1946);
    EXPECT_EQ(source->coverage().last_year, 1947);
    ASSERT_EQ(source->notes().size(), 2u); // Atlantis, and a roll call that has no date
    auto const rows = similarity_rows(frame, *source, vote_similarities(), Scaling::Scale, 1);
    EXPECT_EQ(rows[0].column.name, "un_items");
    EXPECT_EQ(values(rows[0])[*frame.row(0, 1, 1946)], 2.0);
    EXPECT_EQ(values(rows[1])[*frame.row(0, 1, 1946)], 0.5);
    EXPECT_EQ(values(rows[1])[*frame.row(1, 2, 1947)], 1.0);
    EXPECT_TRUE(std::isnan(values(rows[1])[*frame.row(0, 1, 1947)]));
    EXPECT_TRUE(std::isnan(values(rows[1])[*frame.row(1, 2, 1948)]));
}

TEST(HostilityFeature, IsOfInitiatorsTowardTargetsFromTheYearAfter) {
    TestStore test;
    test.put("mid-participant", {{"dispnum", "1", "1"},
                                 {"ccode", "2", "40"},
                                 {"styear", "1961", "1962"},
                                 {"sidea", "1", "0"},
                                 {"hostlev", "5", "2"}});
    StateSystem const system = three_states();
    Frame const frame(system, Unit::DyadYear, 1960, 1970);
    auto const found = hostility().columns({.store = &test.store, .frame = &frame, .choice = "mid", .threads = 1});
    auto const forth = values(found.rows[0]);
    auto const back = values(found.rows[1]);
    EXPECT_EQ(forth[*frame.row(0, 2, 1962)], 0.01);
    EXPECT_NEAR(forth[*frame.row(0, 2, 1963)], 1.0 - std::exp(-0.5 * std::exp2(-0.1)), 1e-15);
    EXPECT_EQ(back[*frame.row(0, 2, 1963)], 0.01);
    EXPECT_EQ(forth[*frame.row(0, 1, 1963)], 0.01);
}

} // namespace
} // namespace casus::data::features
